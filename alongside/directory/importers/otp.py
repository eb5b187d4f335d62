"""SAMHSA's directory of certified opioid treatment programs, as its CSV export gives it."""

from collections.abc import Iterator

from alongside.directory import reading
from alongside.directory.place import Kind, Located, Phone, Place, Service
from alongside.directory.reading import Found, Refused, Unreadable

COLUMNS = {"program name", "street", "city", "state"}
TERMS = {"OTP": ("Opioid treatment", "Federally-certified Opioid Treatment Program")}
OTHER_NAMES = {
    "name": "program name",
    "program": "program name",
    "zipcode": "zip",
    "zip code": "zip",
    "address": "street",
    "postal": "zip",
    "lat": "latitude",
    "lon": "longitude",
    "long": "longitude",
    "lng": "longitude",
}


def read(file: bytes) -> Found:
    """The programs of a CSV file. Raises Unreadable."""
    rows = [
        {_named(name, row): said for name, said in row.items()}
        for row in reading.table(file)
    ]
    if not rows or not set(rows[0]) >= COLUMNS:
        raise Unreadable(
            "The columns are not those of the directory: program name, street, city, state."
        )
    return Found(_places(rows), TERMS)


def _named(name: str, row: dict[str, str]) -> str:
    # An older export calls the name of a program its ID.
    if name == "id" and not {"name", "program name", "program"} & row.keys():
        return "program name"
    return OTHER_NAMES.get(name, name)


def _places(rows: list[dict[str, str]]) -> Iterator[Place | Refused]:
    for number, row in enumerate(rows, 1):
        if not row["program name"]:
            yield Refused(number, "It has no name.")
            continue
        point = reading.point(row.get("latitude", ""), row.get("longitude", ""))
        phone = row.get("phone", "")
        certified = row.get("certification", "")
        yield Place(
            kind=Kind.TREATMENT,
            name=row["program name"],
            street=row["street"],
            city=row["city"],
            state=row["state"].upper(),
            postal_code=reading.zip_code(row.get("zip", "")),
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
            located=Located.STREET if point else Located.NONE,
            phones=(Phone(number=phone),) if phone else (),
            services=(
                Service(
                    name=row["program name"], terms=("OTP",), description=certified
                ),
            ),
        )
