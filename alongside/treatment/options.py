"""Treatment options and what is known of each: `content/en/treatment/options.toml`."""

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct, field

FILE = Path(__file__).parents[2] / "content" / "en" / "treatment" / "options.toml"


class Row(StrEnum):
    """What is said of each option, in this order."""

    WHAT = "what"
    DOES = "does"
    START = "start"
    LONG = "long"
    SUITS = "suits"
    COST = "cost"
    CAREFUL = "careful"
    ASK = "ask"


class Strength(StrEnum):
    """How well it is shown to help people with opioid use disorder."""

    STRONG = "strong"
    SOME = "some"
    WEAKER = "weaker"
    UNKNOWN = "unknown"
    NOT_ALONE = "not-alone"


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    name: str
    year: int
    url: str


class Cell(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence or two, and the keys of the sources that say so."""

    text: str
    sources: tuple[str, ...] = field(name="from")


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One treatment. Rows that its group does not have are empty."""

    id: str
    group: str
    name: str
    strength: Strength
    what: Cell
    does: Cell
    suits: Cell
    ask: Cell
    start: Cell | None = None
    long: Cell | None = None
    cost: Cell | None = None
    careful: Cell | None = None

    def cell(self, row: Row) -> Cell | None:
        found: Cell | None = getattr(self, row)
        return found


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Options that stand side by side, and the rows of their table."""

    id: str
    title: str
    lead: str
    rows: tuple[Row, ...]


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it, and when it was checked."""

    checked_on: date
    review_due: date
    source: tuple[Source, ...]
    group: tuple[Group, ...]
    option: tuple[Option, ...]

    def of(self, group: Group) -> tuple[Option, ...]:
        return tuple(each for each in self.option if each.group == group.id)

    def number(self, key: str) -> int:
        """The number under which a source stands below the tables."""
        return [each.key for each in self.source].index(key) + 1


@cache
def options() -> Options:
    return msgspec.toml.decode(FILE.read_text(encoding="utf-8"), type=Options)
