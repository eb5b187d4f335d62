"""Services of an HSDS 3 publication (Open Referral): a JSON page, a list, or a line each.

Read are full services: with their organization, and their places and hours under
`service_at_locations`. Contacts with names are not.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from alongside.directory import reading
from alongside.directory.place import Located, Phone, Place, Schedule, Service
from alongside.directory.reading import Asked, Found, Refused, Unreadable, text

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LISTED = {"active", ""}

Row = dict[str, Any]


def read(file: bytes, asked: Asked) -> Found:
    """The places of a publication's services. Raises Unreadable."""
    return Found(_places(_services(reading.decoded(file)), asked), {})


def _services(said: str) -> list[Row]:
    try:
        told = msgspec.json.decode(said.encode())
    except (msgspec.DecodeError, RecursionError):
        told = _lines(said)
    if isinstance(told, dict):
        told = told.get("contents", [told])
    if (
        not told
        or not isinstance(told, list)
        or not all(isinstance(each, dict) for each in told)
    ):
        raise Unreadable("The file is no list of services.")
    return told


def _lines(said: str) -> list[Any]:
    lines = [line for line in said.splitlines() if line.strip()]
    try:
        return [msgspec.json.decode(line.encode()) for line in lines]
    except (msgspec.DecodeError, RecursionError) as fault:
        raise Unreadable(
            "The file is neither JSON nor a JSON object a line."
        ) from fault


def _places(services: list[Row], asked: Asked) -> Iterator[Place | Refused]:
    for number, service in enumerate(services, 1):
        name = _said(service, "name")
        if not name:
            yield Refused(number, "The service has no name.")
        elif _said(service, "status") not in LISTED:
            yield Refused(number, f"The service is {_said(service, 'status')}.")
        else:
            spots = _objects(service, "service_at_locations") or [{}]
            yield from (_place(service, spot, asked) for spot in spots)


def _place(service: Row, spot: Row, asked: Asked) -> Place:
    location, organization = _object(spot, "location"), _object(service, "organization")
    address = next(iter(_objects(location, "addresses")), {})
    point = reading.point(location.get("latitude"), location.get("longitude"))
    schedules = (*_objects(service, "schedules"), *_objects(spot, "schedules"))
    attributes = (_object(a, "taxonomy_term") for a in _objects(service, "attributes"))
    phones = (
        *_phones(spot),
        *_phones(location),
        *_phones(service),
        *_phones(organization),
    )
    return Place(
        kind=asked.kind,
        name=_said(organization, "name") or _said(service, "name"),
        street=_said(address, "address_1"),
        street_more=_said(address, "address_2"),
        city=_said(address, "city"),
        state=_said(address, "state_province"),
        postal_code=reading.zip_code(_said(address, "postal_code")),
        country=_said(address, "country") or "US",
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        located=Located.STREET if point else Located.NONE,
        website=reading.address(_said(service, "url")),
        closed=False,
        phones=tuple({phone.number: phone for phone in reversed(phones)}.values())[
            ::-1
        ],
        services=(
            Service(
                name=_said(service, "name"),
                description=_said(service, "description"),
                terms=tuple(
                    dict.fromkeys(c for a in attributes if (c := _said(a, "code")))
                ),
                schedules=tuple(s for each in schedules for s in _schedule(each)),
            ),
        ),
    )


def _schedule(row: Row) -> Iterator[Schedule]:
    for day in _said(row, "byday").upper().replace(",", " ").split():
        if day in DAYS:
            yield Schedule(
                weekday=DAYS.index(day),
                opens_at=reading.clock(row.get("opens_at")),
                closes_at=reading.clock(row.get("closes_at")),
            )


def _phones(row: Row) -> list[Phone]:
    return [
        Phone(number=number, extension=_said(each, "extension"))
        for each in _objects(row, "phones")
        if (number := _said(each, "number"))
    ]


def _said(row: Row, name: str) -> str:
    given = row.get(name)
    return text(given) if isinstance(given, str | int | float) else ""


def _object(row: Row, name: str) -> Row:
    given = row.get(name)
    return given if isinstance(given, dict) else {}


def _objects(row: Row, name: str) -> list[Row]:
    given = row.get(name)
    return [e for e in given if isinstance(e, dict)] if isinstance(given, list) else []
