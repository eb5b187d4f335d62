"""What families ask a place for, as bits in its row: `content/directory/facets.toml`."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from alongside.directory.place import Place

FILE = Path(__file__).parents[2] / "content" / "directory" / "facets.toml"


class Facet(
    Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    """One thing asked for, and the codes of each taxonomy that say a place has it."""

    name: str
    bit: int
    group: str
    words: str
    samhsa: tuple[str, ...] = ()
    otp: tuple[str, ...] = ()
    meeting_guide: tuple[str, ...] = ()
    bmlt: tuple[str, ...] = ()

    def codes(self, taxonomy: str) -> tuple[str, ...]:
        return getattr(self, taxonomy.replace("-", "_"), ())


class Facets(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    groups: dict[str, str]
    facet: tuple[Facet, ...]


@cache
def facets() -> Facets:
    return msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), Facets)


@cache
def named(name: str) -> Facet:
    """Raises KeyError for a name that is none."""
    return {each.name: each for each in facets().facet}[name]


def mask(names: Iterable[str]) -> int:
    """The bits of several facets. Raises KeyError for a name that is none."""
    found = 0
    for name in names:
        found |= 1 << named(name).bit
    return found


def names(bits: int) -> tuple[str, ...]:
    return tuple(each.name for each in facets().facet if bits >> each.bit & 1)


def of(place: Place, taxonomy: str) -> int:
    """The facets of a place whose terms are codes of this taxonomy, as bits."""
    table = _by_code(taxonomy)
    found = 0
    for term in place.terms:
        found |= table.get(term, 0)
    return found


@cache
def _by_code(taxonomy: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for each in facets().facet:
        for code in each.codes(taxonomy):
            table[code] = table.get(code, 0) | 1 << each.bit
    return table
