"""The log is what a room reads: the entries of one journal that still stand, oldest first.

Entries lie on shelves, one for each kind, as the bytes they were written as. They are
read when a room asks for their kind, all in one go, and what this version cannot read
stays on its shelf untouched.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, TypeVar, overload
from uuid import UUID

import msgspec

from alongside.journal.entries import (
    KINDS,
    E,
    Entry,
    Erased,
    G,
    Glance,
    Stamp,
    TakenBack,
    Unreadable,
    decode,
    decoder,
    encode,
    glances,
    kind_of,
    stamp,
)

Other = TypeVar("Other", bound=Entry)

# They say something about other entries, and no page shows them: they always stand.
ABOUT_OTHERS = frozenset({kind_of(TakenBack), kind_of(Erased)})
NOBODYS = Stamp("", UUID(int=0), UUID(int=0))

# How a msgpack list of any length begins, before the four bytes of its length.
LIST = b"\xdd"
EMPTY = LIST + bytes(4)

_slices = msgspec.msgpack.Decoder(list[msgspec.Raw])


class Written(NamedTuple):
    """One entry as bytes, and its number in the journal."""

    seq: int
    entry: bytes


class Shelf(msgspec.Struct, array_like=True, frozen=True):
    """The entries of one kind as a msgpack list, and the number of each in the journal."""

    seqs: list[int] = []
    # A view of the snapshot, since a copy of years of notes takes longer than a look.
    entries: memoryview = memoryview(EMPTY)

    def __iter__(self) -> Iterator[Written]:
        pairs = zip(self.seqs, _slices.decode(self.entries), strict=True)
        return (Written(seq, bytes(one)) for seq, one in pairs)

    def with_more(self, more: Sequence[Written]) -> "Shelf":
        if not more:
            return self
        seqs = self.seqs + [one.seq for one in more]
        length = LIST + len(seqs).to_bytes(4)
        held = self.entries[len(length) :]
        joined = b"".join((length, held, *(one.entry for one in more)))
        return Shelf(seqs, memoryview(joined))


class Gone(NamedTuple):
    """What no longer stands: entries taken back by their writers, and rows emptied."""

    taken_back: frozenset[tuple[UUID, UUID]]
    rows: frozenset[int]

    def covers(self, seq: int, entry: Stamp | Entry) -> bool:
        # Only the person who wrote an entry can take it back.
        return seq in self.rows or (entry.id, entry.by) in self.taken_back


class Log:
    """Everything in one journal that still stands."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        rows: Iterable[Written] = (),
        before: Mapping[str, Shelf] | None = None,
    ) -> None:
        """Of entries, or of opened rows, which may continue the shelves of a snapshot."""
        numbered = (Written(n, encode(it)) for n, it in enumerate(entries, start=1))
        self._before = before or {}
        stamps = [(row, stamped(row.entry)) for row in chain(numbered, rows)]
        self._gone = _gone(row for row, of in stamps if of.kind in ABOUT_OTHERS)
        known = _gone(row for kind in ABOUT_OTHERS for row in self._shelf_before(kind))
        gone = Gone(
            self._gone.taken_back | known.taken_back, self._gone.rows | known.rows
        )
        self._since: dict[str, list[Written]] = defaultdict(list)
        for row, of in stamps:
            if of.kind in ABOUT_OTHERS or not gone.covers(row.seq, of):
                self._since[of.kind].append(row)
        self._read: dict[str, tuple[list[int], list[Any]]] = {}
        self._glanced: dict[type[Glance], list[Any]] = {}

    @overload
    def of(self, kind: type[E], /) -> list[E]: ...
    @overload
    def of(self, kind: type[E], other: type[Other], /) -> list[E | Other]: ...
    @overload
    def of(self, /, *kinds: type[Entry]) -> list[Entry]: ...
    def of(self, /, *kinds: type[Entry]) -> list[Any]:
        """Only the entries of these kinds, oldest first."""
        read = [self._of(kind_of(kind)) for kind in kinds]
        if len(read) == 1:
            return list(read[0][1])
        places = (
            pair for seqs, found in read for pair in zip(seqs, found, strict=True)
        )
        return [entry for _, entry in sorted(places, key=lambda pair: pair[0])]

    def glance(self, kind: type[Entry], shape: type[G], /) -> list[G]:
        """A few fields of each entry of one kind, oldest first: a list of `shape`."""
        name = kind_of(kind)
        if shape not in self._glanced:
            self._glanced[shape] = self._seen(name, shape)
        return list(self._glanced[shape])

    def __iter__(self) -> Iterator[Entry]:
        """Every entry that this version can read, oldest first."""
        return iter(self.of(*KINDS.values()))

    @cached_property
    def unknown(self) -> int:
        """How many entries stand here that only a newer version can read."""
        standing = sum(len(shelf.seqs) for shelf in self.shelves.values())
        return standing - sum(len(self._of(kind)[0]) for kind in KINDS)

    @cached_property
    def shelves(self) -> dict[str, Shelf]:
        """What stands, by kind, as it was written: what a snapshot keeps."""
        kinds = self._before.keys() | self._since.keys()
        return {
            kind: shelf for kind in sorted(kinds) if (shelf := self._shelf(kind)).seqs
        }

    def written(self) -> list[Written]:
        """What stands and says something of its own, oldest first: what an export holds."""
        own = self.shelves.keys() - ABOUT_OTHERS
        return sorted(row for kind in own for row in self.shelves[kind])

    def _shelf(self, kind: str) -> Shelf:
        shelf = self._shelf_before(kind)
        if kind not in ABOUT_OTHERS and any(self._gone):
            rows = [
                row
                for row in shelf
                if not self._gone.covers(row.seq, stamped(row.entry))
            ]
            shelf = Shelf().with_more(rows)
        return shelf.with_more(self._since.get(kind, ()))

    def _of(self, kind: str) -> tuple[list[int], list[Any]]:
        """The numbers and the entries of one kind, read once."""
        if kind not in self._read:
            self._read[kind] = self._decoded(kind)
        return self._read[kind]

    def _decoded(self, kind: str) -> tuple[list[int], list[Any]]:
        since = Shelf().with_more(self._since.get(kind, ()))
        # Apart, since to join them would copy all of the snapshot.
        parts = [_decoded(kind, part) for part in (self._shelf_before(kind), since)]
        seqs, entries = (list(chain(*of)) for of in zip(*parts, strict=True))
        if kind in ABOUT_OTHERS or not any(self._gone):
            return seqs, entries
        pairs = zip(seqs, entries, strict=True)
        stand = [pair for pair in pairs if not self._gone.covers(*pair)]
        return [seq for seq, _ in stand], [entry for _, entry in stand]

    def _seen(self, name: str, shape: type[G]) -> list[G]:
        since = Shelf().with_more(self._since.get(name, ()))
        with suppress(msgspec.DecodeError):
            # What was taken back since is known by more than these fields.
            if not any(self._gone):
                parts = (self._shelf_before(name), since)
                return [one for p in parts for one in glances(shape).decode(p.entries)]
        standing = [encode(entry) for entry in self._of(name)[1]]
        return glances(shape).decode(
            LIST + len(standing).to_bytes(4) + b"".join(standing)
        )

    def _shelf_before(self, kind: str) -> Shelf:
        return self._before.get(kind, Shelf())


def _decoded(kind: str, shelf: Shelf) -> tuple[list[int], list[Any]]:
    """In one go; one by one where a newer version wrote something among them."""
    try:
        entries = decoder(KINDS[kind]).decode(shelf.entries)
    except msgspec.DecodeError:
        return _one_by_one(shelf)
    return shelf.seqs, entries


def _one_by_one(shelf: Shelf) -> tuple[list[int], list[Any]]:
    seqs: list[int] = []
    entries: list[Entry] = []
    for row in shelf:
        try:
            entries.append(decode(row.entry))
        except Unreadable:
            continue
        seqs.append(row.seq)
    return seqs, entries


def stamped(entry: bytes) -> Stamp:
    """What is not even stamped stands on a shelf without a name."""
    try:
        return stamp(entry)
    except Unreadable:
        return NOBODYS


def _gone(rows: Iterable[Written]) -> Gone:
    said = []
    for row in rows:
        try:
            said.append(decode(row.entry))
        except Unreadable:
            continue
    return Gone(
        frozenset((it.entry, it.by) for it in said if isinstance(it, TakenBack)),
        frozenset(seq for it in said if isinstance(it, Erased) for seq in it.rows),
    )
