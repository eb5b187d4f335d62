"""Opening what the database kept: the log of a journal, and what is wrong with its rows.

What cannot be opened never hides the rest: it is named, and everything else is read.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from alongside.journal import chain, snapshot
from alongside.journal.chain import START, Fault, Link, Row
from alongside.journal.entries import Erased, Stamp, TakenBack, decode_as, kind_of
from alongside.journal.log import Log, Written, stamped
from alongside.journal.pad import NotPadded
from alongside.journal.seal import DoesNotOpen
from alongside.journal.snapshot import Standing

NOTHING = Standing()


@dataclass(frozen=True)
class Damage:
    """What is wrong with a journal, by the numbers of its rows.

    `is_older` says that it ends before, or otherwise than, what was last seen of it: a
    backup was put back, or entries were removed.
    """

    rows: tuple[tuple[int, Fault], ...] = ()
    is_older: bool = False


class Stored(NamedTuple):
    """What the database has of a journal.

    A snapshot of one epoch, which reaches the row `at`, or an empty one; and the rows
    that it does not hold.
    """

    rows: list[Row]
    standing: Standing = NOTHING
    epoch: int = 0
    at: Link = START


def read(
    journal: UUID,
    keys: Mapping[int, bytes],
    stored: Stored,
    *,
    head: Link = START,
    seen: Link = START,
) -> tuple[Log, Damage | None]:
    """The log of a journal, and what is wrong with its rows.

    `head` is what the database says is the last row, `seen` what the account remembers.
    Rows of an epoch without a key belong to a time before one was let in: they are
    passed over, and are no damage.
    """
    older = [row for row in stored.rows if row.seq <= stored.at.seq]
    since = stored.rows[len(older) :]
    opened, spoilt = open_rows(journal, keys, stored.rows)
    log = Log(rows=opened, before=stored.standing.shelves)
    wrong = {
        **dict(stored.standing.wrong),
        **dict.fromkeys(spoilt, Fault.ALTERED),
        **dict.fromkeys(_emptied(stored.rows, log, keys), Fault.BLANKED),
        **dict(chain.faults(older, journal=journal)),
        **dict(chain.faults(since, journal=journal, after=stored.at, head=head)),
    }
    links = [stored.at, *(row.link for row in since)]
    damage = Damage(tuple(sorted(wrong.items())), _is_older(links, seen))
    return log, damage if damage != Damage() else None


def summed_up(
    journal: UUID, key: bytes, stored: Stored, *, epoch: int
) -> tuple[Standing, Link]:
    """What stands of one epoch, for its next snapshot, and the row that it reaches.

    There must be a row of that epoch. A snapshot of an earlier one is left behind.
    """
    rows = [row for row in stored.rows if row.epoch == epoch]
    if stored.epoch != epoch:
        before = Link(rows[0].seq - 1, rows[0].prev)
        stored = Stored(rows, Standing(first=rows[0].seq), epoch, before)
    log, damage = read(journal, {epoch: key}, stored._replace(rows=rows))
    wrong = damage.rows if damage else ()
    return Standing(stored.standing.first, log.shelves, wrong), rows[-1].link


def standing_in(
    journal: UUID, keys: Mapping[int, bytes], *, at: Link, epoch: int, sealed: bytes
) -> Standing | None:
    """A snapshot opened; None if these keys, or this version, cannot make use of it."""
    if not (key := keys.get(epoch)):
        return None
    return snapshot.open_stored(sealed, key, journal=journal, epoch=epoch, at=at)


def open_rows(
    journal: UUID, keys: Mapping[int, bytes], rows: Iterable[Row]
) -> tuple[list[Written], list[int]]:
    """What the rows say, and the numbers of those that do not open with their key."""
    opened: list[Written] = []
    spoilt: list[int] = []
    for row in rows:
        if row.ct is None or row.epoch not in keys:
            continue
        try:
            says = chain.open_row(row, keys[row.epoch], journal=journal)
        except (DoesNotOpen, NotPadded):
            spoilt.append(row.seq)
        else:
            opened.append(Written(row.seq, says))
    return opened, spoilt


def places_of(
    opened: Iterable[Written], ids: Collection[UUID], *, by: UUID | None
) -> tuple[int, ...]:
    """The rows of these entries, and those that took them back.

    With `by`, only of those that this member wrote. An erasure itself is never among
    them: it has to stay for as long as the journal does.
    """
    found = ((row, stamped(row.entry)) for row in opened)
    return tuple(
        row.seq for row, of in found if by in {None, of.by} and _is_about(row, of, ids)
    )


def _is_about(row: Written, of: Stamp, ids: Collection[UUID]) -> bool:
    if of.kind == kind_of(TakenBack):
        return decode_as(TakenBack, row.entry).entry in ids
    return of.id in ids and of.kind != kind_of(Erased)


def _emptied(rows: list[Row], log: Log, keys: Mapping[int, bytes]) -> list[int]:
    """The rows that are empty although no erasure that one can read says so."""
    if any(row.epoch not in keys for row in rows):
        return []
    erased = {seq for erasure in log.of(Erased) for seq in erasure.rows}
    return [row.seq for row in rows if row.ct is None and row.seq not in erased]


def _is_older(links: list[Link], seen: Link) -> bool:
    """Whether the row that was seen last is gone, or is another one now."""
    met = [link for link in links if link.seq == seen.seq]
    return links[-1].seq < seen.seq or any(link != seen for link in met)
