"""A place where help can be had, as every importer gives it and every page shows it.

The words are those of HSDS 3 (Open Referral): an organization runs services at a location,
reached by phones and at times of a schedule. One `Place` is an organization at one street
address (or online), with all its services there; `data.md` 8.
"""

import re
from enum import StrEnum
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Struct, field

NAMESPACE = uuid5(NAMESPACE_URL, "https://alongside.invalid/directory")
NOT_PLAIN = re.compile(r"[^a-z0-9]")


class Kind(StrEnum):
    """What a place is, in the order in which it is offered."""

    TREATMENT = "treatment"
    MEETING = "meeting"
    NALOXONE = "naloxone"
    SUPPORT = "support"
    HOUSING = "housing"
    HEALTH = "health"
    EVERYDAY = "everyday"


class Located(StrEnum):
    """How well the point of a place is known."""

    STREET = "street"
    ZIP = "zip"
    CITY = "city"
    NONE = ""


class Use(StrEnum):
    """What a number is for, where the source says so."""

    MAIN = ""
    INTAKE = "intake"
    HOTLINE = "hotline"


class Phone(Struct, frozen=True, kw_only=True):
    """A number to call."""

    number: str
    use: Use = Use.MAIN
    extension: str = ""


class Schedule(Struct, frozen=True, kw_only=True):
    """A weekly hour. `weekday` 0 is Monday; times are "19:30", local to the place."""

    weekday: int
    opens_at: str
    closes_at: str = ""


class Service(Struct, frozen=True, kw_only=True):
    """What is offered. `terms` are codes of the source's own taxonomy, in its order."""

    name: str
    terms: tuple[str, ...] = ()
    description: str = ""
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()


class Place(Struct, frozen=True, kw_only=True):
    """An organization at an address. What a source does not say stays empty."""

    kind: Kind
    name: str
    street: str = ""
    street_more: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = "US"
    latitude: float | None = None
    longitude: float | None = None
    located: Located = Located.NONE
    website: str = ""
    online: str = ""
    closed: bool = False
    note: str = ""
    fellowship: str = ""
    # What tells apart places that share name, street and ZIP, as the slug of a meeting.
    apart: str = ""
    phones: tuple[Phone, ...] = ()
    services: tuple[Service, ...] = field(default=())

    @property
    def id(self) -> UUID:
        """The same for the same name, street and ZIP in every list and every edition."""
        said = (self.name, self.street, self.postal_code[:5], self.apart)
        return uuid5(NAMESPACE, "|".join(map(squashed, said)))

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of all its services, each once."""
        return tuple(dict.fromkeys(t for each in self.services for t in each.terms))


def squashed(said: str) -> str:
    """What identifies a name or a street: small letters and figures, nothing else."""
    return NOT_PLAIN.sub("", said.lower())


def merged(one: Place, other: Place) -> Place:
    """Two rows of one place: what the first does not say the second may; services add up.

    A service of the same name is said twice by the list: its terms are joined.
    """
    services = {squashed(each.name): each for each in one.services}
    for each in other.services:
        key = squashed(each.name)
        services[key] = _joined(services[key], each) if key in services else each
    filled = {
        name: getattr(one, name) or getattr(other, name)
        for name in ("street_more", "city", "state", "website", "online", "note")
    }
    return Place(
        **{
            **{name: getattr(one, name) for name in one.__struct_fields__},
            **filled,
            "phones": _distinct(one.phones, other.phones),
            "services": tuple(services.values()),
        }
    )


def _joined(one: Service, other: Service) -> Service:
    return Service(
        name=one.name,
        description=one.description or other.description,
        terms=tuple(dict.fromkeys((*one.terms, *other.terms))),
        phones=_distinct(one.phones, other.phones),
        schedules=tuple(dict.fromkeys((*one.schedules, *other.schedules))),
    )


def _distinct(one: tuple[Phone, ...], other: tuple[Phone, ...]) -> tuple[Phone, ...]:
    return tuple({each.number: each for each in (*other, *one)}.values())
