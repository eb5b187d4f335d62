"""Meetings of Narcotics Anonymous as a BMLT server answers `GetSearchResults`.

Formats are keys of one server; with its `formats` beside the `meetings` they become the
world-wide codes of NA. Contacts are never read.
"""

from collections.abc import Iterator

import msgspec

from alongside.directory import reading
from alongside.directory.place import Kind, Located, Place, Schedule, Service
from alongside.directory.reading import Found, Refused, text

# Sunday is 1 there and 6 here.
WEEK = 7
IN_PERSON, VIRTUAL, HYBRID = "1", "2", "3"
VENUES = {VIRTUAL: "VM", HYBRID: "HYBR"}
CLOSED_FOR_NOW = "TC"

Row = dict[str, object]


def read(file: bytes) -> Found:
    """The meetings of an answer. Raises Unreadable."""
    rows = reading.objects(file)
    formats = _formats(file)
    terms = {code: ("Format", name) for code, name in formats.values() if code}
    return Found(_places(rows, formats), terms)


def _formats(file: bytes) -> dict[str, tuple[str, str]]:
    """For each format id the world-wide code and its name, where the answer has them."""
    told = msgspec.json.decode(reading.decoded(file).encode())
    listed = told.get("formats") if isinstance(told, dict) else None
    return {
        text(each.get("id")): (
            text(each.get("world_id")),
            text(each.get("name_string")),
        )
        for each in (listed if isinstance(listed, list) else ())
        if isinstance(each, dict)
    }


def _places(
    rows: list[Row], formats: dict[str, tuple[str, str]]
) -> Iterator[Place | Refused]:
    for number, row in enumerate(rows, 1):
        said = {
            name: text(given)
            for name, given in row.items()
            if not isinstance(given, list | dict)
        }
        if said.get("published", "1") != "1":
            yield Refused(number, "It is not published.")
            continue
        weekday = said.get("weekday_tinyint", "")
        if not said.get("meeting_name") or not said.get("id_bigint"):
            yield Refused(number, "It has no name or no id.")
        elif weekday not in {"1", "2", "3", "4", "5", "6", "7"}:
            yield Refused(number, f"Its day is no day: {weekday!r}.")
        else:
            yield _place(said, (int(weekday) - 2) % WEEK, formats)


def _place(
    row: dict[str, str], weekday: int, formats: dict[str, tuple[str, str]]
) -> Place:
    opens = reading.clock(row.get("start_time"))
    point = reading.point(row.get("latitude"), row.get("longitude"))
    online = row.get("virtual_meeting_link", "") or row.get("phone_meeting_number", "")
    return Place(
        kind=Kind.MEETING,
        name=row["meeting_name"],
        street=row.get("location_street", ""),
        street_more=row.get("location_text", ""),
        city=row.get("location_municipality", ""),
        state=row.get("location_province", ""),
        postal_code=reading.zip_code(row.get("location_postal_code_1", "")),
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        located=Located.STREET if point else Located.NONE,
        online=online,
        closed=CLOSED_FOR_NOW in row.get("formats", "").split(","),
        note=row.get("comments", ""),
        fellowship="na",
        apart=f"bmlt {row.get('root_server_uri', '')} {row['id_bigint']}",
        services=(
            Service(
                name=row["meeting_name"],
                terms=_terms(row, formats),
                schedules=(
                    Schedule(
                        weekday=weekday,
                        opens_at=opens,
                        closes_at=_end(opens, reading.clock(row.get("duration_time"))),
                    ),
                ),
            ),
        ),
    )


def _terms(row: dict[str, str], formats: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    ids = row.get("format_shared_id_list", "").split(",")
    found = [formats[each][0] for each in ids if each in formats]
    if venue := VENUES.get(row.get("venue_type", "")):
        found.append(venue)
    return tuple(dict.fromkeys(code for code in found if code))


def _end(opens: str, takes: str) -> str:
    """When a meeting ends: "19:00" and "01:30" are "20:30"."""
    if not opens or not takes:
        return ""
    minutes = sum(int(t[:2]) * 60 + int(t[3:]) for t in (opens, takes))
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
