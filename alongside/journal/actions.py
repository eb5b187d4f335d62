"""Changing sealed rows. Each is called inside `store.saving`, and is a part of it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from alongside.journal.chain import START, Link, Row
from alongside.journal.models import JournalHead, SealedEntry, Snapshot
from alongside.journal.queries import as_stored

ADD = (
    "INSERT INTO journal_sealedentry "
    "(journal, seq, epoch, prev, ct, digest, idem) VALUES (%s, %s, %s, %s, %s, %s, %s)"
)
MOVE = "UPDATE journal_journalhead SET seq = %s, digest = %s WHERE journal = %s"


def begin(journal: UUID, *, epoch: int, access_hash: bytes) -> None:
    """The head of a journal that has no rows yet."""
    JournalHead.objects.create(
        journal=journal,
        seq=START.seq,
        digest=START.digest,
        epoch=epoch,
        access_hash=access_hash,
    )


def add(journal: UUID, rows: Sequence[Row], *, idems: Iterable[bytes]) -> None:
    """New rows at the end, and the head moved to the last of them."""
    id_, last = as_stored(journal), rows[-1]
    pairs = zip(rows, idems, strict=True)
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(id_, *row, idem) for row, idem in pairs])
        cursor.execute(MOVE, (last.seq, last.digest, id_))


def blank(journal: UUID, seqs: Iterable[int]) -> None:
    """Empty rows for good. Their digests stay, so that the chain holds."""
    rows = SealedEntry.objects.filter(journal=journal, seq__in=list(seqs))
    rows.update(ct=None)
    Snapshot.objects.filter(journal=journal).delete()


def keep_snapshot(journal: UUID, *, at: Link, epoch: int, sealed: bytes) -> None:
    """The one snapshot of a journal, in the place of an earlier one."""
    Snapshot.objects.update_or_create(
        journal=journal,
        defaults={"seq": at.seq, "digest": at.digest, "epoch": epoch, "sealed": sealed},
    )


def delete(journal: UUID) -> None:
    """The head first: without it nothing opens, whatever happens next."""
    JournalHead.objects.filter(journal=journal).delete()
    Snapshot.objects.filter(journal=journal).delete()
    SealedEntry.objects.filter(journal=journal).delete()


def empty_wal() -> None:
    """Let nothing of what was removed lie on in SQLite's write-ahead log.

    While someone reads it cannot be cut: the next erasure or snapshot tries again.
    Call it after the commit. `secure_delete` (settings) has overwritten the pages; the
    log still holds them as they were, until it is written home and cut to nothing.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
