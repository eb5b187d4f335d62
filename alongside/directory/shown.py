"""A place as a page shows it: what is known in plain words, and what is not."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.directory import facets
from alongside.directory.place import Located, Phone, Place, Schedule
from alongside.directory.query import Hit, Provenance

# Of the facets that nobody asked for, these are shown first.
TELLING = (
    *("methadone", "buprenorphine", "naltrexone", "medicine-welcome"),
    *("medicaid", "free", "less-by-income", "family-counselling"),
    *("open-meeting", "beginners", "online", "in-person", "wheelchair"),
)
MOST_TAGS = 5
TENTH = 10


@dataclass(frozen=True)
class Tag:
    words: str
    asked: bool


@dataclass(frozen=True)
class Card:
    """One place in a list of places."""

    hit: Hit
    tags: tuple[Tag, ...]
    times: tuple[Schedule, ...]

    @property
    def place(self) -> Place:
        return self.hit.place

    @property
    def miles(self) -> float | None:
        """How far, about: whole miles from ten on, else tenths."""
        miles = self.hit.miles
        if miles is None:
            return None
        return round(miles) if miles >= TENTH else round(miles, 1)

    @property
    def is_there(self) -> bool:
        """Whether it only stands where was asked, as its street is not on our map."""
        roughly = self.place.located is not Located.STREET
        return roughly and self.hit.miles is not None and self.hit.miles < 1 / TENTH

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The first number to call, one at most."""
        return numbers(self.place)[:1]


@dataclass(frozen=True)
class Group:
    """The facets of one group that a place has, in words."""

    words: str
    has: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A code of the source in its own words; a code that no table knows says so."""

    words: str
    known: bool


def card(hit: Hit, asked: Iterable[str] = ()) -> Card:
    wanted = [name for name in asked if name in hit.facets]
    others = [n for n in TELLING if n in hit.facets and n not in wanted]
    names = [*wanted, *others][: max(MOST_TAGS, len(wanted))]
    tags = tuple(Tag(facets.named(name).words, name in wanted) for name in names)
    return Card(hit, tags, times(hit.place))


def numbers(place: Place) -> tuple[Phone, ...]:
    """All numbers of a place and its services, each once."""
    every = (*place.phones, *(p for s in place.services for p in s.phones))
    return tuple({phone.number: phone for phone in reversed(every)}.values())[::-1]


def times(place: Place) -> tuple[Schedule, ...]:
    found = {each for service in place.services for each in service.schedules}
    return tuple(sorted(found, key=lambda s: (s.weekday, s.opens_at, s.closes_at)))


def groups(hit: Hit) -> list[Group]:
    found = []
    for group, words in facets.facets().groups.items():
        every = (f for f in facets.facets().facet if f.group == group)
        has = tuple(f.words for f in every if f.name in hit.facets)
        if has:
            found.append(Group(words, has))
    return found


def terms(place: Place, sources: Iterable[Provenance]) -> list[Term]:
    """Everything that the lists say of a place, in their words and order."""
    table: dict[str, list[str]] = {}
    for source in sources:
        table |= source.terms
    return [
        Term(table[code][1] if code in table else code, code in table)
        for code in place.terms
    ]
