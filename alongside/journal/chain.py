"""A journal as the database knows it: sealed rows, each bound to the one before.

    bound to = "entry/v1" | journal 16 | epoch u32 | seq u64 | digest of the row before
    ct       = nonce 24 | XChaCha20-Poly1305(key of the epoch, pad(entry), bound to)
    digest   = BLAKE2b-256(bound to | ct)

An erased row has no ct and keeps its digest, so that the chain holds. Whether it holds
can be seen without a key; what it says cannot. A tail that was cut off leaves a whole
chain: only someone who remembers the last row notices.
"""

import struct
from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple
from uuid import UUID

from alongside.journal import pad
from alongside.journal.seal import seal, unseal

MOST = 64 * 1024 - 1
PLACE = struct.Struct(">8s16sIQ32s")


class TooLong(ValueError):
    """An entry takes at most 64 KiB. Nothing was written."""


class Link(NamedTuple):
    """One place in a chain: a row's number and its digest."""

    seq: int
    digest: bytes


START = Link(0, bytes(32))


class Row(NamedTuple):
    """One sealed row. `ct` is None once it was erased."""

    seq: int
    epoch: int
    prev: bytes
    ct: bytes | None
    digest: bytes

    @property
    def link(self) -> Link:
        return Link(self.seq, self.digest)


class Fault(StrEnum):
    """What can be wrong with a row."""

    ALTERED = "altered"  # its bytes are not those that were written here
    MISSING = "missing"  # it is gone
    UNLINKED = "unlinked"  # it does not follow the row before it
    BLANKED = "blanked"  # it was emptied, and no erasure says so


def close(key: bytes, plain: bytes, *, journal: UUID, epoch: int, after: Link) -> Row:
    """The row that comes after this link. Raises TooLong."""
    if len(plain) > MOST:
        raise TooLong
    seq = after.seq + 1
    place = _place(journal, epoch, seq, after.digest)
    ct = seal(key, pad.pad(plain), bound_to=place)
    return Row(seq, epoch, after.digest, ct, _digest(place, ct))


def open_row(row: Row, key: bytes, *, journal: UUID) -> bytes:
    """What a row says. Raises DoesNotOpen (seal) or NotPadded (pad); not for an erased row."""
    place = _place(journal, row.epoch, row.seq, row.prev)
    return pad.strip(unseal(key, row.ct or b"", bound_to=place))


def faults(
    rows: Iterable[Row], *, journal: UUID, after: Link = START, head: Link = START
) -> Iterator[tuple[int, Fault]]:
    """What is wrong, by the number of the row, seen without a key.

    `rows` come in order and begin after `after`. A `head` is what they must reach; rows
    beyond it were added since it was read.
    """
    if 0 < after.seq == head.seq and after.digest != head.digest:
        yield after.seq, Fault.UNLINKED
    for row in rows:
        for gone in range(after.seq + 1, row.seq):
            yield gone, Fault.MISSING
        if row.seq == after.seq + 1 and row.prev != after.digest:
            yield row.seq, Fault.UNLINKED
        place = _place(journal, row.epoch, row.seq, row.prev)
        if row.ct is not None and row.digest != _digest(place, row.ct):
            yield row.seq, Fault.ALTERED
        if row.seq == head.seq and row.digest != head.digest:
            yield row.seq, Fault.UNLINKED
        after = row.link
    for gone in range(after.seq + 1, head.seq + 1):
        yield gone, Fault.MISSING


def _place(journal: UUID, epoch: int, seq: int, prev: bytes) -> bytes:
    return PLACE.pack(b"entry/v1", journal.bytes, epoch, seq, prev)


def _digest(place: bytes, ct: bytes) -> bytes:
    return blake2b(place + ct, digest_size=32).digest()
