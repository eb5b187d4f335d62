"""A snapshot: what stands in a journal up to one row, so that a page need not open all.

    sealed = seal(key, pad(msgpack(standing)),
                  bound to "snapshot" | version | journal | epoch | seq | digest)

It is a cache. It may be dropped at any time, and is whenever a row is emptied, the epoch
changes or its version is not ours. It holds the rows of its own epoch only: whoever was
given the key of that epoch is given nothing older by it.
"""

import struct
from uuid import UUID

import msgspec

from alongside.journal import pad
from alongside.journal.chain import Fault, Link
from alongside.journal.log import Shelf
from alongside.journal.seal import DoesNotOpen, seal, unseal

VERSION = b"\x01"
# The append that makes so many rows since the last snapshot writes a new one.
EVERY = 500
PLACE = struct.Struct(">8sc16sIQ32s")


class Standing(msgspec.Struct, array_like=True, frozen=True):
    """The shelves of one epoch, whose first row in the journal is `first`.

    `wrong` names the rows that were damaged when it was made, so that it hides nothing.
    """

    first: int = 1
    shelves: dict[str, Shelf] = {}
    wrong: tuple[tuple[int, Fault], ...] = ()


def close(
    standing: Standing, key: bytes, *, journal: UUID, epoch: int, at: Link
) -> bytes:
    """The snapshot as it is stored."""
    plain = pad.pad(msgspec.msgpack.encode(standing))
    return seal(key, plain, bound_to=_place(journal, epoch, at))


def open_stored(
    stored: bytes, key: bytes, *, journal: UUID, epoch: int, at: Link
) -> Standing | None:
    """What stands; None where the snapshot is of no use and the rows have to be read."""
    try:
        padded = unseal(key, stored, bound_to=_place(journal, epoch, at))
        return msgspec.msgpack.decode(pad.strip(padded), type=Standing)
    except (DoesNotOpen, pad.NotPadded, msgspec.DecodeError):
        return None


def _place(journal: UUID, epoch: int, at: Link) -> bytes:
    return PLACE.pack(b"snapshot", VERSION, journal.bytes, epoch, at.seq, at.digest)
