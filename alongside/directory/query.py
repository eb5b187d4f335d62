"""What is looked for, and what was found."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.directory.geography import Spot
from alongside.directory.place import Kind, Place

FARTHEST = 3000
MOST_WORDS = 10
AT_ONCE = 10


@dataclass(frozen=True)
class Query:
    """Near where, how far, which kinds, facets, day and words: all of it must hold.

    `facets` are bits; `weekday` 0 is Monday.
    """

    spot: Spot | None = None
    miles: float = 25.0
    kinds: tuple[Kind, ...] = ()
    facets: int = 0
    weekday: int | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A place that was found. `miles`: from the spot, if one was asked for."""

    id: UUID
    place: Place
    facets: tuple[str, ...]
    miles: float | None


@dataclass(frozen=True)
class Found:
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Provenance:
    """Who says that a place is there, and when it last did."""

    title: str
    credit: str
    website: str
    edition: str
    last_seen: date
    listed: bool
    terms: dict[str, list[str]]


def plain_words(said: str) -> tuple[str, ...]:
    """The words of a search, as they are looked for."""
    return tuple(dict.fromkeys(said.casefold().split()))[:MOST_WORDS]
