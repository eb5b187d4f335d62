"""Lists that a county, a coalition or a host keeps: CSV, GeoJSON and KML.

Each calls its columns as it likes; `columns` says which of them is the name, the street and
so on. Without it, names that such lists often use are understood.
"""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.parsers import expat

import msgspec

from alongside.directory import reading
from alongside.directory.place import Located, Phone, Place, Schedule, Service
from alongside.directory.reading import Asked, Found, Refused, Unreadable, text

KNOWN = {
    "name": ("name", "site", "site name", "program name", "organization", "agency", "title"),
    "street": ("street", "address", "address 1", "address1", "street address"),
    "city": ("city", "town", "municipality"),
    "state": ("state", "st", "province"),
    "postal_code": ("zip", "zip code", "zipcode", "postal code", "postal_code", "postcode"),
    "phone": ("phone", "phone number", "telephone", "tel"),
    "website": ("website", "url", "web", "link"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "note": ("note", "notes", "description", "hours", "details"),
    "online": ("online", "meeting link", "conference_url"),
    "weekday": ("weekday", "day"),
    "opens_at": ("opens_at", "time", "start", "start time"),
    "closes_at": ("closes_at", "end", "end time"),
}  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DEEPEST = 50

Row = dict[str, str]


def read_csv(file: bytes, asked: Asked) -> Found:
    """The rows of a CSV file with a heading. Raises Unreadable."""
    return _found(list(reading.table(file)), asked)


def read_geojson(file: bytes, asked: Asked) -> Found:
    """The points of a GeoJSON feature collection (RFC 7946). Raises Unreadable."""
    try:
        told = msgspec.json.decode(reading.decoded(file).encode())
    except (msgspec.DecodeError, RecursionError) as fault:
        raise Unreadable("The file is no JSON.") from fault
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise Unreadable("The file is no GeoJSON feature collection.")
    return _found([_feature(each) for each in features], asked)


def read_kml(file: bytes, asked: Asked) -> Found:
    """The placemarks of a KML file, as map makers write it. Raises Unreadable."""
    root = _xml(reading.small_enough(file))
    marks = [each for each in root.iter() if _plain(each.tag) == "placemark"]
    if not marks:
        raise Unreadable("The file has no placemark.")
    return _found([_placemark(each) for each in marks], asked)


def _found(rows: list[Row], asked: Asked) -> Found:
    columns = {name.lower() for row in rows for name in row}
    where = _columns(columns, asked)
    if "name" not in where:
        listed = ", ".join(sorted(columns)[:20]) or "none"
        raise Unreadable(
            f"No column is the name of a place. Say which, as name=COLUMN. There are: {listed}."
        )
    return Found(_places(rows, where, asked), {})


def _columns(there: set[str], asked: Asked) -> dict[str, str]:
    """For each thing that a place has, the column that says it."""
    found = {}
    for thing, names in KNOWN.items():
        wanted = asked.columns.get(thing, "").lower()
        if wanted and wanted not in there:
            raise Unreadable(f"There is no column {wanted!r}.")
        for name in (wanted,) if wanted else names:
            if name in there:
                found[thing] = name
                break
    unknown = set(asked.columns) - set(KNOWN)
    if unknown:
        raise Unreadable(
            f"{', '.join(sorted(unknown))} is nothing that a place has. Known: {', '.join(KNOWN)}."
        )
    return found


def _places(
    rows: Iterable[Row], where: dict[str, str], asked: Asked
) -> Iterator[Place | Refused]:
    for number, row in enumerate(rows, 1):
        said = {thing: row.get(column, "") for thing, column in where.items()}
        if not said["name"]:
            yield Refused(number, "It has no name.")
            continue
        day = said.get("weekday", "")
        if day and day.lower() not in DAYS:
            yield Refused(number, f"Its day is no day: {day!r}.")
            continue
        yield _place(said, asked)


def _place(said: Row, asked: Asked) -> Place:
    point = reading.point(said.get("latitude", ""), said.get("longitude", ""))
    day, opens = said.get("weekday", ""), reading.clock(said.get("opens_at", ""))
    schedule = Schedule(
        weekday=DAYS.index(day.lower()) if day else 0,
        opens_at=opens,
        closes_at=reading.clock(said.get("closes_at", "")),
    )
    phone = said.get("phone", "")
    return Place(
        kind=asked.kind,
        name=said["name"],
        street=said.get("street", ""),
        city=said.get("city", ""),
        state=said.get("state", ""),
        postal_code=reading.zip_code(said.get("postal_code", "")),
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        located=Located.STREET if point else Located.NONE,
        website=reading.address(said.get("website", "")),
        online=said.get("online", ""),
        note=said.get("note", ""),
        apart=f"{day} {opens}".strip(),
        phones=(Phone(number=phone),) if phone else (),
        services=(Service(name=said["name"], schedules=(schedule,) if day else ()),),
    )


def _feature(given: object) -> Row:
    """The properties of a feature, and its point if it is one."""
    feature = given if isinstance(given, dict) else {}
    properties = feature.get("properties")
    row = {
        text(name).lower(): text(said)
        for name, said in (properties if isinstance(properties, dict) else {}).items()
        if isinstance(said, str | int | float)
    }
    shape = feature.get("geometry")
    at = shape.get("coordinates") if isinstance(shape, dict) else None
    if isinstance(at, list) and len(at) >= 2:  # noqa: PLR2004 -- longitude, latitude
        row |= {"longitude": text(at[0]), "latitude": text(at[1])}
    return row


def _placemark(mark: ElementTree.Element) -> Row:
    row: Row = {}
    for each in mark.iter():
        tag, said = _plain(each.tag), text(each.text)
        if tag in {"name", "description", "address", "phonenumber"} and said:
            row.setdefault({"phonenumber": "phone"}.get(tag, tag), said)
        elif tag == "coordinates" and said:
            at = said.split()[0].split(",")
            row.setdefault("longitude", at[0])
            row.setdefault("latitude", at[1] if len(at) > 1 else "")
        elif tag in {"data", "simpledata"}:
            told = said or next((text(v.text) for v in each if text(v.text)), "")
            row.setdefault(text(each.get("name")).lower(), told)
    return row


def _xml(file: bytes) -> ElementTree.Element:
    """The elements of an XML file. No document type: so no entities and no bombs."""
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable("The file is nested too deep.")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def refuse(*_: object) -> None:
        raise Unreadable("The file defines a document type; that is not read.")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(file, True)  # noqa: FBT003 -- the whole of it
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as fault:
        raise Unreadable("The file is no XML.") from fault


def _plain(tag: str) -> str:
    return tag.rpartition(":")[2].rpartition("}")[2].lower()
