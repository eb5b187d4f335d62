"""An entry is one fact that someone chose to write down.

Each room adds its own kinds in its `entries.py`; together they are everything the
journal can say. Entries are kept for years, so a kind that was once released keeps its
name and its fields for good (docs/vocabulary.txt). To change your mind, give a new field
a default or write a new kind.
"""

from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, dataclass_transform
from uuid import UUID, uuid4

import msgspec

KINDS: dict[str, type["Entry"]] = {}


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,)
)
class EntryType(msgspec.StructMeta):
    """Gives every kind its place in KINDS. No two kinds have one name."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], names: dict[str, Any], **how: Any
    ) -> Any:
        made: Any = super().__new__(cls, name, bases, names, **how)
        if tag := how.get("tag"):
            if tag in KINDS:
                raise TypeError(
                    f"{tag!r} is already the kind of {KINDS[tag].__qualname__}"
                )
            KINDS[tag] = made
        return made


class Entry(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    # Entries hold no entries, so there is no circle for the collector to look for.
    gc=False,
    metaclass=EntryType,
):
    """What every entry says: which one it is, when it was written, and by whom."""

    id: UUID = msgspec.field(default_factory=uuid4)
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    by: UUID


class TakenBack(Entry, tag="journal.taken_back"):
    """The writer no longer stands by an earlier entry. It leaves every page at once."""

    entry: UUID


class Reason(StrEnum):
    """Why rows were emptied."""

    ASKED = "asked"
    EXPIRED = "expired"


class Erased(Entry, tag="journal.erased"):
    """Rows were emptied for good: their numbers in the journal, and why."""

    rows: tuple[int, ...]
    why: Reason


class Stamp(msgspec.Struct, frozen=True):
    """What can be read of any entry, of a newer version's too."""

    kind: str
    id: UUID
    by: UUID


class Unreadable(ValueError):
    """These bytes are no entry that this version knows; a newer one may."""


class Glance(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A few fields of a kind, under their names, for a fold that needs no more.

    Reading years of notes by four fields costs a third of reading them whole.
    """


E = TypeVar("E", bound=Entry)
G = TypeVar("G", bound=Glance)

# An id takes 16 bytes and not 36; the text of a short note fits in the smallest row.
encode = msgspec.msgpack.Encoder(uuid_format="bytes").encode
_stamps = msgspec.msgpack.Decoder(Stamp)


@cache
def decoder(kind: type[E]) -> msgspec.msgpack.Decoder[list[E]]:
    """Reads many entries of one kind at once, from the bytes of a msgpack list."""
    return msgspec.msgpack.Decoder(list[kind])  # type: ignore[valid-type]


@cache
def glances(shape: type[G]) -> msgspec.msgpack.Decoder[list[G]]:
    """Reads those fields of many entries at once, and passes over the others."""
    return msgspec.msgpack.Decoder(list[shape])  # type: ignore[valid-type]


def kind_of(kind: type[Entry]) -> str:
    """The name under which entries of this class are stored."""
    return str(kind.__struct_config__.tag)


def stamp(written: bytes) -> Stamp:
    """Raises Unreadable when not even the stamp can be read."""
    try:
        return _stamps.decode(written)
    except msgspec.DecodeError as fault:
        raise Unreadable from fault


def written(entry: Entry) -> bytes:
    """An entry as it is sealed. Raises TypeError rather than write what cannot be read."""
    # A whole number of more than 64 bits has no form at all.
    with suppress(Unreadable, OverflowError):
        written = encode(entry)
        if decode(written) == entry:
            return written
    raise TypeError(f"{kind_of(type(entry))} would not come back as it was written")


def decode(written: bytes) -> Entry:
    """Raises Unreadable for a kind, a choice or a form that this version does not know."""
    return _read(written, msgspec.msgpack.decode)


def decode_as(kind: type[E], written: bytes) -> E:
    """An entry that is known to be of this kind."""
    return msgspec.msgpack.decode(written, type=kind)


def read_json(exported: bytes) -> Entry:
    """An entry from the JSON of an export. Raises Unreadable, as `decode` does."""
    return _read(exported, msgspec.json.decode)


def _read(written: bytes, read: Any) -> Entry:
    try:
        kind = KINDS[read(written, type=Stamp).kind]
        entry: Entry = read(written, type=kind)
    except (msgspec.DecodeError, KeyError) as fault:
        raise Unreadable from fault
    return entry
