"""What happens to notes besides writing them."""

from contextlib import suppress
from datetime import date
from typing import Any

from alongside.journal.entries import Entry, Reason, TakenBack
from alongside.journal.store import Journal, NotSaved
from alongside.signs import keeping
from alongside.signs.entries import Kept, Leaving, Noticed


def let_go(journal: Journal, today: date) -> int:
    """Erase the notes whose ninety days are over. How many entries went.

    Where the database refuses, nothing is lost by waiting: the next opening tries again.
    """
    over = keeping.expired(journal.read(), today)
    with suppress(NotSaved):
        return journal.erase(*over, why=Reason.EXPIRED) if over else 0
    return 0


def take_back(journal: Journal, note: Noticed) -> None:
    """Hide a note from every page at once, and say on which day it is erased."""
    marks: list[tuple[type[Entry], dict[str, Any]]] = [
        (TakenBack, {"entry": note.id}),
        (Leaving, {"note": note.id, "on": keeping.leaves_on(note)}),
    ]
    journal.write_all(marks)


def stop_keeping(journal: Journal, note: Noticed) -> None:
    """Let a kept note leave on its day again."""
    marks = [it.id for it in journal.read().of(Kept) if it.note == note.id]
    journal.erase(*marks, why=Reason.ASKED)


def erase(journal: Journal, note: Noticed) -> None:
    """Empty a note and all that was written about it, now and for good."""
    journal.erase(*keeping.with_its_marks(journal.read(), note.id), why=Reason.ASKED)
