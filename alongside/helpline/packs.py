"""Country packs: the numbers of one country, as a file that anyone can review.

A pack is `content/lines/<country>.toml`; `world` is for a country that we do not know.
Reading these files is the job of this module. A pack that is not clear is refused as a
whole, with the file, the line and the field in the message: half a list of numbers is
worse than one that somebody mends at once.
"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from alongside.helpline import hours
from alongside.helpline.lines import Line, Number

WORLD = "world"


class PackUnclear(Exception):
    """A pack says something that cannot be shown: which file, which line, which field."""


class Emergency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom to ring when a life is in danger. It has a date, and stands whatever its date.

    `number` is the one of the country; `also` others that answer too; `regions` is for
    the pack of the world, which has no one number.
    """

    source: str
    checked_on: date
    number: str = ""
    also: tuple[str, ...] = ()
    regions: tuple[Number, ...] = ()

    @property
    def numbers(self) -> tuple[Number, ...]:
        own = (self.number, *self.also) if self.number else self.also
        return (*(Number(number=number) for number in own), *self.regions)


class Pack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The emergency number and the lines of one country, in the order they are shown."""

    country: str
    name: str
    emergency: Emergency
    lines: tuple[Line, ...] = field(name="line", default=())
    first: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The country as an address writes it."""
        return self.country.lower()

    @property
    def is_world(self) -> bool:
        return self.country == WORLD

    @property
    def first_ones(self) -> tuple[Line, ...]:
        """The lines of the short list, those that live."""
        living = {line.id: line for line in self.lines if not line.dead}
        return tuple(living[each] for each in self.first if each in living)


@cache
def read(folder: Path, country: str) -> Pack:
    """The pack of a country code in any case, or the world's if we have none for it."""
    file = folder / f"{country.lower()}.toml"
    known = country.isalpha() and file.is_file()
    return _pack(file if known else folder / f"{WORLD}.toml")


@cache
def everywhere(folder: Path) -> tuple[Pack, ...]:
    """The packs of all countries by name; the world's is none of them."""
    packs = [_pack(file) for file in folder.glob("*.toml") if file.stem != WORLD]
    return tuple(sorted(packs, key=lambda pack: pack.name.removeprefix("the ")))


def parse(text: str, *, named: str) -> Pack:
    """A pack from its text. PackUnclear names the file, the line and the field."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackUnclear(f"{named}: {error}") from None
    rows = written.pop("line", [])
    lines = tuple(_line(row, named=named) for row in rows)
    pack: Pack = _converted(written, Pack, named=named)
    pack = msgspec.structs.replace(pack, lines=lines)
    _agree(pack, named=named)
    return pack


def _pack(file: Path) -> Pack:
    return parse(file.read_text(encoding="utf-8"), named=file.name)


def _line(row: dict[str, Any], *, named: str) -> Line:
    named = f"{named}, line {row.get('id', '(without an id)')}"
    if isinstance(row.get("checked_on"), str):
        row |= {"checked_on": f"{row['checked_on']}-01", "month_only": True}
    try:
        row |= {"hours": hours.read(row["hours"])} if "hours" in row else {}
    except ValueError as error:
        raise PackUnclear(f"{named}, hours: {error}") from None
    line: Line = _converted(row, Line, named=named)
    needed = ["name", "owner", "kinds", "about", "languages", "source"]
    needed += ["hours_words"] if line.hours.spans else []
    for name in needed:
        if not getattr(line, name):
            raise PackUnclear(f"{named}, {name}: it is empty")
    if not (line.numbers or line.text or line.url):
        raise PackUnclear(f"{named}, numbers: there is no way to reach it")
    return line


def _converted(written: dict[str, Any], shape: Any, *, named: str) -> Any:
    try:
        return msgspec.convert(written, shape)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        place = f", {where.strip('.`')}" if where else ""
        raise PackUnclear(f"{named}{place}: {what}") from None


def _agree(pack: Pack, *, named: str) -> None:
    """What only the whole pack can tell."""
    ids = [line.id for line in pack.lines]
    if twice := [each for each in ids if ids.count(each) > 1]:
        raise PackUnclear(f"{named}, line {twice[0]}: the id is there twice")
    if unknown := [each for each in pack.first if each not in ids]:
        raise PackUnclear(f"{named}, first: there is no line {unknown[0]}")
    if not pack.emergency.numbers:
        raise PackUnclear(f"{named}, emergency: there is no number")
