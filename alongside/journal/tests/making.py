"""Making entries and rows for tests, with only what matters in each said."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from alongside.journal import chain
from alongside.journal.chain import START, Link, Row
from alongside.journal.entries import Entry, encode
from alongside.journal.keyring import Held
from alongside.journal.store import Journal
from alongside.journal.tests.kinds import Noted

NOW = datetime(2026, 12, 5, 9, tzinfo=UTC)
MARA, TOM = UUID(int=11), UUID(int=12)
KEY = bytes(range(32))
EPOCH = 1


def noted(what: str, by: UUID = MARA) -> Noted:
    return Noted(at=NOW, by=by, what=what)


def rows_of(journal: UUID, *entries: Entry) -> list[Row]:
    return sealed_rows(journal, [encode(entry) for entry in entries])


def sealed_rows(
    journal: UUID, written: Iterable[bytes], *, after: Link = START, key: bytes = KEY
) -> list[Row]:
    rows = []
    for entry in written:
        row = chain.close(key, entry, journal=journal, epoch=EPOCH, after=after)
        rows.append(row)
        after = row.link
    return rows


def whats(journal: Journal) -> list[str]:
    return [note.what for note in journal.read().of(Noted)]


def fill(journal: Journal, many: int) -> None:
    """So many notes, in one go."""
    journal.write_all([(Noted, {"what": f"note {n}"}) for n in range(many)])


def opened(journal: Journal, held: Held) -> Journal:
    """The same journal in another request."""
    return Journal.open(journal.id, held)
