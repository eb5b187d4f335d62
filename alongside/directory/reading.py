"""What every importer does with a file: rows one by one, and each fault said plainly."""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from alongside.directory.place import Kind, Place

# What `directory import` takes at most (design decision 30).
PACKED = 100_000_000
UNPACKED = 1_000_000_000
COLUMNS = 1_000
LONGEST_CELL = 20_000
ZIP_FIGURES = 5
DOMAIN = re.compile(r"[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?:/\S*)?")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
# Characters that turn the reading direction around or hide what is there.
HIDING = dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF)
)


class Unreadable(Exception):
    """The file is not what it was said to be. The message says why, for a host."""


@dataclass(frozen=True)
class Asked:
    """What a host says of a list that does not say it itself.

    `kind`: of all its places. `columns`: which of its columns says what.
    """

    kind: Kind = Kind.EVERYDAY
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """A row that cannot be shown as a place. `row` counts from 1, the heading not counted."""

    row: int
    why: str


@dataclass(frozen=True)
class Found:
    """The places of a file, those rows that are none, and the source's own code table.

    `terms`: for each code its category and name as the source says them.
    """

    rows: Iterator[Place | Refused]
    terms: dict[str, tuple[str, str]]


def text(given: object) -> str:
    """A cell as plain text: one line, no control characters, not endless."""
    if given is None:
        return ""
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    said = str(given)[:LONGEST_CELL].translate(HIDING)
    said = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in said)
    return " ".join(said.split())


def small_enough(file: bytes) -> bytes:
    if len(file) > PACKED:
        raise Unreadable(f"The file is larger than {PACKED // 1_000_000} MB.")
    return file


def unpacks_safely(file: bytes) -> None:
    """Refuses a zip that says, or turns out, to be more than it may. Reads no content twice.

    The sizes in a zip's own list can lie, so that a reader must count as well.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as packed:
            total = 0
            for each in packed.infolist():
                with packed.open(each) as inside:
                    while piece := inside.read(1 << 20):
                        total += len(piece)
                        if total > UNPACKED or total > 200 * len(file) + (1 << 20):
                            raise Unreadable("Unpacked, the file is far too large.")
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError) as fault:
        raise Unreadable("The file is no workbook.") from fault
    except NotImplementedError as fault:
        raise Unreadable(
            "The file is packed in a way that is not read here."
        ) from fault


def decoded(file: bytes) -> str:
    """The text of a file: UTF-8 with or without a mark, UTF-16 with one, or cp1252.

    Spreadsheets still write the last; it is tried only for what is no UTF-8.
    """
    small_enough(file)
    wide = file[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return file.decode(encoding)
    raise Unreadable("The text is in no encoding that is read here.")


def table(file: bytes) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by the names of its columns, in small letters."""
    lines = csv.reader(io.StringIO(decoded(file), newline=""))
    try:
        heading = [text(each).lower() for each in next(lines, [])]
        if not heading or len(heading) > COLUMNS:
            raise Unreadable("The first line is no list of column names.")
        for cells in lines:
            if any(cells):
                yield dict(zip(heading, map(text, cells), strict=False))
    except csv.Error as fault:
        raise Unreadable(f"The file is no CSV: {fault}.") from fault


def point(latitude: object, longitude: object) -> tuple[float, float] | None:
    """Two coordinates, if both are numbers on this earth and not the zero that means none."""
    try:
        found = float(str(latitude)), float(str(longitude))
    except ValueError:
        return None
    inside = abs(found[0]) <= 90 and abs(found[1]) <= 180  # noqa: PLR2004 -- degrees
    return found if inside and found != (0.0, 0.0) else None


def zip_code(said: str) -> str:
    """A ZIP code whose leading zeros a spreadsheet ate, whole again."""
    return said.zfill(ZIP_FIGURES) if said.isdigit() else said


def objects(file: bytes) -> list[dict[str, object]]:
    """The objects of a JSON array, or of the array under a name that such lists use."""
    try:
        told = msgspec.json.decode(decoded(file).encode())
    except (msgspec.DecodeError, RecursionError) as fault:
        raise Unreadable("The file is no JSON.") from fault
    if isinstance(told, dict):
        told = next((told[n] for n in ("meetings", "rows", "data") if n in told), None)
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise Unreadable("The file is no list of objects.")
    return told


def clock(given: object) -> str:
    """The time "19:30" of "19:30", "19:30:00" or "7:30"; empty for what is no time of day."""
    found = CLOCK.fullmatch(text(given))
    if not found or int(found[1]) > 23 or int(found[2]) > 59:  # noqa: PLR2004 -- a clock
        return ""
    return f"{int(found[1]):02}:{found[2]}"


def address(given: str) -> str:
    """An address of the web as it may stand behind a link; empty for anything else."""
    said = text(given)
    if said.lower().startswith(("http://", "https://")):
        return said
    return f"https://{said}" if DOMAIN.fullmatch(said) else ""
