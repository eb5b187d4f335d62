"""How long a note about someone stays: ninety days, unless it is kept by hand.

Notes are for the next step, not for a record of a person. Days are counted from the
day of writing, so that what was remembered late stays as long as what was seen today.
"""

from datetime import date, timedelta
from itertools import chain
from uuid import UUID

from alongside.journal.log import Log
from alongside.signs.entries import Kept, Leaving, Noticed, Seen

STAYS = timedelta(days=90)


def leaves_on(note: Noticed) -> date:
    """The first day on which a note that was not kept is gone."""
    return note.at.date() + STAYS


def kept(log: Log) -> frozenset[UUID]:
    """The ids of the notes that were kept by hand."""
    return frozenset(entry.note for entry in log.of(Kept))


def with_its_marks(log: Log, note: UUID) -> tuple[UUID, ...]:
    """One note and what was written about it: all that erasing it empties."""
    return (note, *(it.id for it in log.of(Kept, Leaving) if it.note == note))


def expired(log: Log, today: date) -> tuple[UUID, ...]:
    """The ids of all entries whose time is over.

    A note that was taken back is hidden, and hiding is not erasing: it goes on its day
    as well, and the mark that told us so goes with it.
    """
    by_hand = kept(log)
    last_day = today - STAYS
    over = (
        which
        for note in log.glance(Noticed, Seen)
        if note.at.date() <= last_day and (which := UUID(bytes=note.id)) not in by_hand
    )
    hidden = (it.note for it in log.of(Leaving) if it.on <= today)
    return tuple(
        chain.from_iterable(with_its_marks(log, note) for note in (*over, *hidden))
    )
