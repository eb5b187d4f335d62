"""Asking the database for sealed rows. Nothing here can open one.

What every page and every append asks is written as SQL: to build it from a query set
takes longer than to run it, and a writer would hold up all others meanwhile.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from alongside.journal.chain import Link, Row
from alongside.journal.models import JournalHead, SealedEntry

ROW = ("seq", "epoch", "prev", "ct", "digest")

HEAD = (
    "SELECT seq, digest, epoch, access_hash FROM journal_journalhead WHERE journal = %s"
)
ROWS = (
    "SELECT seq, epoch, prev, ct, digest FROM journal_sealedentry "
    "WHERE journal = %s AND seq > %s AND seq < %s ORDER BY seq"
)
SNAPSHOT = "SELECT seq, digest, epoch, sealed FROM journal_snapshot WHERE journal = %s"
REACHES = "SELECT seq FROM journal_snapshot WHERE journal = %s"
# As far as either database can count.
NO_END = 2**63 - 1


class Head(NamedTuple):
    """Where a journal ends, in which epoch, and what its key of today is known by."""

    link: Link
    epoch: int
    access_hash: bytes


class Stored(NamedTuple):
    """A snapshot as it lies in the database."""

    at: Link
    epoch: int
    sealed: bytes


def head_of(journal: UUID, *, to_write: bool = False) -> Head | None:
    """The head; locked until the end of the transaction if it is to be moved."""
    # SQLite has no row locks and needs none: its transactions begin as writers.
    locked = to_write and connection.features.has_select_for_update
    for seq, digest, epoch, access_hash in _asked(
        f"{HEAD} FOR UPDATE" if locked else HEAD, as_stored(journal)
    ):
        return Head(Link(seq, digest), epoch, access_hash)
    return None


def rows_of(journal: UUID, *, after: int = 0, before: int = NO_END) -> list[Row]:
    """Rows in their order, without those up to `after` and those from `before` on."""
    return [Row(*row) for row in _asked(ROWS, as_stored(journal), after, before)]


def each_row_of(journal: UUID) -> Iterator[Row]:
    """All rows in their order, for a journal of any length."""
    rows = SealedEntry.objects.filter(journal=journal).order_by("seq")
    return (Row(*_bytes(row)) for row in rows.values_list(*ROW).iterator())


def rows_known_by(journal: UUID, idems: Iterable[bytes]) -> dict[bytes, Row]:
    """Those of these forms that were written before."""
    rows = SealedEntry.objects.filter(journal=journal, idem__in=list(idems))
    known = (_bytes(row) for row in rows.values_list("idem", *ROW))
    return {idem: Row(*row) for idem, *row in known}


def snapshot_of(journal: UUID) -> Stored | None:
    for seq, digest, epoch, sealed in _asked(SNAPSHOT, as_stored(journal)):
        return Stored(Link(seq, digest), epoch, sealed)
    return None


def snapshot_reaches(journal: UUID) -> int:
    """The number of the last row in the snapshot; 0 where there is none."""
    return next((seq for (seq,) in _asked(REACHES, as_stored(journal))), 0)


def journals() -> list[UUID]:
    """Every journal there is, in no order that means anything."""
    return list(JournalHead.objects.values_list("journal", flat=True))


def as_stored(journal: UUID) -> UUID | str:
    """A journal's id in the form that this database keeps it in."""
    return journal if connection.features.has_native_uuid_field else journal.hex


def _asked(sql: str, *values: UUID | str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _bytes(row: Iterable[Any]) -> Iterator[Any]:
    """PostgreSQL may answer with views of its own memory."""
    return (bytes(it) if isinstance(it, memoryview) else it for it in row)
