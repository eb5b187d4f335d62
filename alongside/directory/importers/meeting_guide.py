"""Meetings in the Meeting Guide format (code4recovery), clean or as early lists had it.

Contacts, e-mail addresses and payment handles are never read: anonymity is the rule there.
"""

from collections.abc import Iterator
from html import unescape

from alongside.directory import reading
from alongside.directory.place import Kind, Located, Place, Schedule, Service
from alongside.directory.reading import Found, Refused, text

# Sunday is 0 there and 6 here.
DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
WEEK = 7
CLOSED_FOR_NOW = "TC"
ONLINE = "ONL"

Row = dict[str, object]


def read(file: bytes) -> Found:
    """The meetings of a JSON file. Raises Unreadable."""
    return Found(_places(reading.objects(file)), {})


def _places(rows: list[Row]) -> Iterator[Place | Refused]:
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        slug = text(row.get("slug"))
        # A list that leaves out a name still says whose group it is, or where.
        name = _said(row, "name") or _said(row, "group") or _said(row, "location")
        if not name or not slug:
            yield Refused(number, "It has no name or no slug.")
            continue
        if slug in seen:
            yield Refused(number, f"The slug {slug!r} stands there twice.")
            continue
        seen.add(slug)
        days = _days(row.get("day"))
        if days is None:
            yield Refused(number, f"Its day is no day: {text(row.get('day'))!r}.")
            continue
        yield _place(row, name, slug, days)


def _place(row: Row, name: str, slug: str, days: tuple[int, ...]) -> Place:
    opens, closes = reading.clock(row.get("time")), reading.clock(row.get("end_time"))
    types = row.get("types")
    terms = tuple(text(t).upper() for t in types) if isinstance(types, list) else ()
    online = _said(row, "conference_url") or _said(row, "conference_phone")
    point = reading.point(row.get("latitude"), row.get("longitude"))
    roughly = text(row.get("approximate")).lower() == "yes"
    if online and ONLINE not in terms:
        terms = (*terms, ONLINE)
    return Place(
        kind=Kind.MEETING,
        name=name,
        street=_said(row, "address") or _said(row, "formatted_address"),
        street_more=_said(row, "location"),
        city=_said(row, "city"),
        state=_said(row, "state"),
        postal_code=reading.zip_code(_said(row, "postal_code")),
        country=_said(row, "country") or "US",
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        located=_located(point, roughly=roughly),
        website=_said(row, "url"),
        online=online,
        closed=CLOSED_FOR_NOW in terms,
        note=_said(row, "notes"),
        apart=f"meeting-guide {slug}",
        services=(
            Service(
                name=name,
                terms=tuple(dict.fromkeys(terms)),
                schedules=tuple(
                    Schedule(weekday=day, opens_at=opens, closes_at=closes)
                    for day in days
                ),
            ),
        ),
    )


def _located(point: tuple[float, float] | None, *, roughly: bool) -> Located:
    if point is None:
        return Located.NONE
    return Located.CITY if roughly else Located.STREET


def _days(given: object) -> tuple[int, ...] | None:
    """Days of a meeting, Monday 0; none for one by appointment; None for what is no day."""
    if given is None or given == "":
        return ()
    days = given if isinstance(given, list) else [given]
    found = []
    for day in days:
        said = text(day).lower()
        if said in DAYS:
            said = str(DAYS.index(said))
        if not said.isdecimal() or len(said) > 1 or int(said) >= WEEK:
            return None
        found.append((int(said) - 1) % WEEK)
    return tuple(dict.fromkeys(found))


def _said(row: Row, name: str) -> str:
    given = row.get(name)
    return unescape(text(given)) if isinstance(given, str | int | float) else ""
