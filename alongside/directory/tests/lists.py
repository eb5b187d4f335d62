"""Small lists of our own making, in the formats that sources use."""

import io
import json
import zipfile
from html import escape
from typing import Any

HEADING = (
    *("Name1", "Name2", "Street1", "Street2", "City", "State", "Zip", "Phone"),
    *("Intake1", "Intake2", "Intake1a", "Intake2a", "Service_code_info"),
)
CODES = (
    ("category_code", "category_name", "service_code", "service_name"),
    ("TC", "Type of Care", "SA", "Substance use treatment"),
    ("OM", "Opioid Medications", "MU", "Methadone used in Treatment"),
    ("OM", "Opioid Medications", "BU", "Buprenorphine used in Treatment"),
    ("PAY", "Payment", "MD", "Medicaid"),
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    "</Types>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def facility(name: str = "River Clinic", **other: str) -> tuple[str, ...]:
    said = {
        "name1": name,
        "street1": "1 Main Street",
        "city": "Columbus",
        "state": "OH",
        "zip": "43215",
        "phone": "614-555-0142",
        "service_code_info": "SA * MU BU * MD",
    } | other
    return tuple(said.get(column.lower(), "") for column in HEADING)


def workbook(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> bytes:
    """A workbook as SAMHSA makes them: facilities, and the codes of the edition."""
    sheets = {"Facilities List": (heading, *rows), "Service Code Reference": CODES}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr(
            "_rels/.rels", _relations("officeDocument", ["xl/workbook.xml"])
        )
        names = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
            for n, name in enumerate(sheets, 1)
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        )
        files = [f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
        packed.writestr("xl/_rels/workbook.xml.rels", _relations("worksheet", files))
        for file, rows_ in zip(files, sheets.values(), strict=True):
            packed.writestr(f"xl/{file}", _sheet(rows_))
    return made.getvalue()


def _relations(kind: str, files: list[str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{file}"/>'
        for n, file in enumerate(files, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{each}</Relationships>'


def _sheet(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = "".join(
        "<row>"
        + "".join(
            f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row
        )
        + "</row>"
        for row in rows
    )
    return f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData></worksheet>'


def meeting(slug: str = "monday-night", **other: Any) -> dict[str, Any]:
    """A meeting in the Meeting Guide format."""
    return {
        "name": "Monday Night",
        "slug": slug,
        "day": 1,
        "time": "19:30",
        "end_time": "20:30",
        "types": ["O", "X"],
        "location": "Town Hall",
        "address": "2 Oak Street",
        "city": "Columbus",
        "state": "OH",
        "postal_code": "43215",
        "latitude": 39.96,
        "longitude": -83.0,
        "contact_1_name": "Dana R.",
        "contact_1_email": "dana@example.org",
    } | other


def na_meeting(number: str = "7", **other: str) -> dict[str, str]:
    """A meeting as a BMLT server answers it."""
    return {
        "id_bigint": number,
        "meeting_name": "Sunday Dawn",
        "weekday_tinyint": "1",
        "start_time": "07:30:00",
        "duration_time": "01:30:00",
        "venue_type": "1",
        "formats": "O,WC",
        "format_shared_id_list": "17,33",
        "location_text": "Library",
        "location_street": "3 Elm Street",
        "location_municipality": "Columbus",
        "location_province": "OH",
        "location_postal_code_1": "43215",
        "latitude": "39.97",
        "longitude": "-83.01",
        "published": "1",
        "root_server_uri": "https://na.example.org/main_server",
        "contact_name_1": "Robin T.",
    } | other


def as_json(*rows: dict[str, Any]) -> bytes:
    return json.dumps(rows).encode()
