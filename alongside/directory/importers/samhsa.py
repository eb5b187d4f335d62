"""The National Directory workbook of SAMHSA, any edition since 2022.

One sheet of facilities, one of service codes; the codes differ from edition to edition, so
the edition's own table goes with its places, and a code that no table knows is kept.
"""

import io
from collections.abc import Iterator, Sequence

import python_calamine

from alongside.directory import reading
from alongside.directory.place import Kind, Phone, Place, Service, Use
from alongside.directory.reading import Found, Refused, Unreadable, text

FACILITIES = {"name1", "street1", "city", "state", "zip", "service_code_info"}
CODES = {"service_code", "service_name", "category_name"}
INTAKES = ("intake1", "intake1a", "intake2", "intake2a")

Row = dict[str, str]


def read(file: bytes) -> Found:
    """The facilities of a workbook. Raises Unreadable."""
    reading.small_enough(file)
    reading.unpacks_safely(file)
    sheets = _sheets(file)
    facilities = next((s for s in sheets if s and set(s[0]) >= FACILITIES), None)
    codes = next((s for s in sheets if s and set(s[0]) >= CODES), [])
    if facilities is None:
        raise Unreadable("No sheet has the columns of a list of facilities.")
    terms = {c["service_code"]: (c["category_name"], c["service_name"]) for c in codes}
    return Found(_places(facilities), {k: v for k, v in terms.items() if k})


def _sheets(file: bytes) -> list[list[Row]]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file))
        return [
            _rows(book.get_sheet_by_index(number).to_python())
            for number in range(len(book.sheet_names))
        ]
    # What calamine meets in a damaged file it says in errors of its own and of Rust.
    except Exception as fault:
        raise Unreadable("The workbook is damaged, or is none.") from fault


def _rows(cells: Sequence[Sequence[object]]) -> list[Row]:
    if not cells or len(cells[0]) > reading.COLUMNS:
        return []
    heading = [text(each).lower() for each in cells[0]]
    return [dict(zip(heading, map(text, row), strict=False)) for row in cells[1:]]


def _places(rows: list[Row]) -> Iterator[Place | Refused]:
    for number, row in enumerate(rows, 1):
        if not any(row.values()):
            continue
        if not row["name1"]:
            yield Refused(number, "It has no name.")
            continue
        yield _place(row)


def _place(row: Row) -> Place:
    intakes = [
        Phone(number=row[each], use=Use.INTAKE) for each in INTAKES if row.get(each)
    ]
    own = [Phone(number=row["phone"])] if row.get("phone") else []
    codes = tuple(c for c in row["service_code_info"].split() if c != "*")
    service = Service(
        name=row.get("name2") or row["name1"],
        terms=tuple(dict.fromkeys(codes)),
        phones=tuple(intakes),
    )
    return Place(
        kind=Kind.TREATMENT,
        name=row["name1"],
        street=row["street1"],
        street_more=row.get("street2", ""),
        city=row["city"],
        state=row["state"].upper(),
        postal_code=reading.zip_code(row["zip"]),
        phones=tuple(own),
        services=(service,),
    )
