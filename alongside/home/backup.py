"""Copies of the database: made while people write, and read again before they are believed.

A copy holds accounts and journals, sealed as they are. Sessions, limits, pepper and secret
key lie elsewhere and are never in it. That a chain holds is seen without a key
(journal/chain.py). To read and write these files is the job of the module.

SQLite's own backup is used and never a plain copy of the file, which misses what lies in
the log beside it and is torn when someone writes meanwhile.
"""

import os
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

from alongside.journal import chain
from alongside.journal.chain import Link, Row

DATABASE = "alongside.sqlite3"
NAME = re.compile(r"alongside-(\d{8}T\d{6}Z)\.sqlite3")
MOMENT = "%Y%m%dT%H%M%SZ"

PEOPLE = "SELECT count(*) FROM accounts_person"
HEADS = "SELECT journal, seq, digest FROM journal_journalhead ORDER BY journal"
ROWS = (
    "SELECT journal, seq, epoch, prev, ct, digest FROM journal_sealedentry "
    "ORDER BY journal, seq"
)


class NotADatabase(Exception):
    """The file is missing, is not one of ours, or SQLite itself finds it broken."""


class PlaceTaken(Exception):
    """Something is in that place already, and nothing is ever written over."""


class NotWhole(Exception):
    """The chains do not hold, or the copy is not what was copied."""


@dataclass(frozen=True)
class Contents:
    """What is in a database, as far as it can be seen without a key.

    `heads` has the last row of each journal by its id, `faults` what is wrong with rows.
    """

    people: int
    entries: int
    erased: int
    heads: tuple[tuple[UUID, Link], ...]
    faults: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.faults


def named(moment: datetime) -> str:
    """The name of a backup in a folder of many."""
    return f"alongside-{moment.astimezone(UTC):{MOMENT}}.sqlite3"


def save(database: Path, file: Path) -> Contents:
    """A new file with all that the database holds at this moment, and what is in it.

    Raises PlaceTaken and NotADatabase. Rows that are damaged are copied as they are.
    """
    if file.exists():
        raise PlaceTaken
    draft = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(database, draft)
        contents = look_into(draft)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    _flush(file.parent)
    return contents


def restore(file: Path, folder: Path, *, damaged: bool = False) -> Contents:
    """Put a backup into an empty folder, looked into before and after.

    Raises PlaceTaken, NotADatabase, and NotWhole for a backup whose chains do not hold,
    unless it is said that a damaged one will do.
    """
    before = look_into(file)
    if not (before.whole or damaged):
        raise NotWhole("\n".join(before.faults))
    if folder.exists() and any(folder.iterdir()):
        raise PlaceTaken
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    after = save(file, folder / DATABASE)
    if after != before:
        raise NotWhole("The copy is not what the backup holds.")
    return after


def drop_older(folder: Path, new: Path, *, days: int, now: datetime) -> list[Path]:
    """Remove the backups of a folder that are older than so many days, except `new`."""
    until = now - timedelta(days=days)
    old = [each for each in sorted(folder.iterdir()) if _made_before(each, until)]
    dropped = [each for each in old if each != new]
    for each in dropped:
        each.unlink()
    return dropped


def look_into(file: Path) -> Contents:
    """What a file holds. Raises NotADatabase. Nothing is written, not even beside it."""
    if not file.is_file():
        raise NotADatabase
    try:
        with closing(_opened(file, "mode=ro&immutable=1")) as copy:
            if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise NotADatabase
            return _contents(copy)
    except sqlite3.DatabaseError as fault:
        raise NotADatabase from fault


def _contents(copy: sqlite3.Connection) -> Contents:
    heads = {UUID(id_): Link(seq, digest) for id_, seq, digest in copy.execute(HEADS)}
    [people] = copy.execute(PEOPLE).fetchone()
    entries = erased = 0
    faults: list[str] = []
    # A journal without rows has a chain too: one that must not have been longer.
    unseen = dict(heads)
    for journal, rows in _chains(copy):
        kept = list(rows)
        entries += len(kept)
        erased += sum(row.ct is None for row in kept)
        faults += _faults(journal, kept, unseen.pop(journal, None))
    for journal, head in unseen.items():
        faults += _faults(journal, [], head)
    return Contents(people, entries, erased, tuple(heads.items()), tuple(faults))


def _chains(copy: sqlite3.Connection) -> Iterator[tuple[UUID, Iterator[Row]]]:
    for journal, values in groupby(copy.execute(ROWS), key=lambda value: value[0]):
        yield UUID(journal), (Row(*value[1:]) for value in values)


def _faults(journal: UUID, rows: list[Row], head: Link | None) -> Iterator[str]:
    name = f"journal {journal.hex[:8]}"
    if head is None:
        yield f"{name}: {len(rows)} rows that belong to no journal"
        return
    for seq, fault in chain.faults(rows, journal=journal, head=head):
        yield f"{name}: row {seq} is {fault}"
    if rows and rows[-1].seq > head.seq:
        yield f"{name}: rows beyond its last one, {head.seq}"


def _copy(database: Path, draft: Path) -> None:
    try:
        with (
            closing(_opened(database, "mode=rw")) as source,
            closing(_opened(draft, "mode=rw")) as copy,
        ):
            # In one step: what was saved before it began is in it, and nothing by halves.
            source.backup(copy)
            # One file that can be read from any medium, without a log beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as fault:
        raise NotADatabase from fault
    _flush(draft)


def _opened(file: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(str(file.resolve()))}?{how}", uri=True, timeout=20
    )


def _made_before(file: Path, until: datetime) -> bool:
    name = NAME.fullmatch(file.name)
    if not name:
        return False
    return datetime.strptime(name[1], MOMENT).replace(tzinfo=UTC) < until


def _flush(place: Path) -> None:
    """Let a file, or the names in a folder, reach the disk itself."""
    opened = os.open(place, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
