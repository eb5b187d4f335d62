"""A place as the row that is searched: its point, its facets, its days, its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import msgspec

from alongside.directory import facets, geography
from alongside.directory.place import Kind, Located, Place, merged

NAME = 300


@dataclass(frozen=True)
class Said:
    """What one source says of a place. `taxonomy`: whose codes its terms are."""

    place: Place
    taxonomy: str
    listed: bool


def packed(place: Place) -> bytes:
    return msgspec.msgpack.encode(place)


def unpacked(record: bytes | memoryview) -> Place:
    return msgspec.msgpack.decode(bytes(record), type=Place)


def digest(record: bytes) -> bytes:
    return blake2b(record, digest_size=16).digest()


def located(place: Place) -> Place:
    """A place without a point put where its ZIP code is, and saying so."""
    if place.latitude is not None:
        return place
    spot = geography.near_zip(place.postal_code) if place.country == "US" else None
    if spot is None:
        return place
    return msgspec.structs.replace(
        place,
        latitude=spot.latitude,
        longitude=spot.longitude,
        located=Located.ZIP,
    )


def fields(said: Iterable[Said]) -> dict[str, Any]:
    """The fields of the row of a place, from all its sources, the fullest first."""
    every = sorted(said, key=lambda s: (not s.listed, -len(s.place.terms)))
    bits, place = 0, every[0].place
    for one in every:
        bits |= facets.of(one.place, one.taxonomy)
    for one in every[1:]:
        place = merged(place, one.place)
        if place.latitude is None or better(one.place, place):
            place = msgspec.structs.replace(
                place,
                latitude=one.place.latitude,
                longitude=one.place.longitude,
                located=one.place.located,
            )
    place = located(place)
    if place.kind is Kind.MEETING:
        online = facets.mask(["online"])
        bits |= 0 if place.online and not place.street else facets.mask(["in-person"])
        bits |= online if place.online else 0
    point = place.latitude, place.longitude
    x, y, z = geography.vector(*point) if None not in point else (None, None, None)  # type: ignore[arg-type]
    return {
        "listed": any(one.listed for one in every),
        "kind": str(place.kind),
        "name": place.name[:NAME],
        "state": place.state[:40],
        "words": words(place),
        "facets": bits,
        "weekdays": weekdays(place),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "x": x,
        "y": y,
        "z": z,
        "record": packed(place),
    }


def better(one: Place, other: Place) -> bool:
    """Whether the point of one is known better."""
    order = [Located.STREET, Located.ZIP, Located.CITY, Located.NONE]
    return order.index(one.located) < order.index(other.located)


def weekdays(place: Place) -> int:
    """The days on which something is there, as bits from Monday on."""
    found = 0
    for service in place.services:
        for each in service.schedules:
            found |= 1 << each.weekday
    return found


def words(place: Place) -> str:
    """What words are looked for in: names and the town, small, each once."""
    said = " ".join(
        (place.name, place.city, place.street_more, *(s.name for s in place.services))
    )
    return " ".join(dict.fromkeys(said.casefold().split()))
