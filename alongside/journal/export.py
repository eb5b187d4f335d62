"""A journal as a file that its owner can read, keep, and give to another program.

JSON, one object for each entry. An entry that this version cannot read whole also carries
its bytes, so that what is read from the file is what was written, to the byte.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import msgspec

from alongside.journal.entries import Unreadable, decode, encode, read_json

FORMAT = "alongside journal 1"


class NotAnExport(ValueError):
    """This is no journal that was exported by this version or an earlier one."""


class Line(msgspec.Struct, omit_defaults=True):
    """One entry: what it says, and its bytes where JSON cannot hold all of it."""

    entry: msgspec.Raw
    kept: bytes | None = None


class File(msgspec.Struct):
    format: str
    entries: list[Line]


def to_json(entries: Iterable[bytes]) -> bytes:
    """The file, from entries as they were written."""
    lines = [_line(entry) for entry in entries]
    written = msgspec.json.encode(File(FORMAT, lines))
    return msgspec.json.format(written, indent=2)


def from_json(file: bytes) -> list[bytes]:
    """The entries, each as it was written. Raises NotAnExport."""
    try:
        read = msgspec.json.decode(file, type=File)
        if read.format != FORMAT:
            raise NotAnExport
        return [
            line.kept or encode(read_json(bytes(line.entry))) for line in read.entries
        ]
    except (msgspec.DecodeError, Unreadable, RecursionError) as fault:
        raise NotAnExport from fault


def _line(entry: bytes) -> Line:
    with suppress(Unreadable):
        line = Line(msgspec.Raw(msgspec.json.encode(decode(entry))))
        if encode(read_json(bytes(line.entry))) == entry:
            return line
    return Line(_as_json(entry), entry)


def _as_json(entry: bytes) -> msgspec.Raw:
    """What an entry says, as far as JSON can say it."""
    try:
        says: Any = msgspec.msgpack.decode(entry)
        return msgspec.Raw(msgspec.json.encode(says))
    # A newer version may have written what has no form in JSON.
    except (msgspec.DecodeError, TypeError, ValueError):
        return msgspec.Raw(b"null")
