"""One module for each kind of list, each a plain parser: bytes in, places out."""
