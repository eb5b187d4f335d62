"""Practice: the pages of a rehearsal. For anyone; its lines travel in the page."""
