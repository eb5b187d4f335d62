"""A marker typed into every private field is found nowhere outside its seal.

Looked through: the database and its WAL, a backup, the session store and limits, the data
folder, the temporary folder, and everything that was logged. Looked for: the marker in
utf-8, in both utf-16, and in the three alignments of base64.
"""

import base64
import io
import logging
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import Tag
from django.conf import settings
from django.db import connection

from alongside.home import backup
from alongside.testing.visitor import Visitor

MARKER = "zqxjkvbwyflamingo"
# What ends the visit itself is walked by its own tests.
LEFT_ALONE = re.compile(r"^/(leave|forget|lock|settings/(delete|everywhere|sign-out))")
HUGE = 50_000_000
TYPED = "input:not([type]), input[type=text], input[type=search], textarea"


def shapes(words: str) -> list[bytes]:
    """How a text may lie in a file without being read at once."""
    plain = words.encode()
    shifted = [base64.b64encode(b"-" * n + plain)[4:-4] for n in range(3)]
    return [plain, words.encode("utf-16-le"), words.encode("utf-16-be"), *shifted]


def filled_in(form: Tag) -> dict[str, str]:
    """Everything a person could put into a form, with the marker wherever one types."""
    given: dict[str, str] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        kind, name = field.get("type", "text"), str(field["name"])
        if kind == "radio":
            given.setdefault(name, str(field.get("value", "")))
        elif field.name == "select":
            given[name] = str(field.select("option[value]")[-1]["value"])
        elif kind == "hidden" or field.get("value"):
            given[name] = str(field.get("value", ""))
    for field in form.select(TYPED):
        given[str(field["name"])] = MARKER
    return given


def everywhere(someone: Visitor) -> Iterator[str]:
    """Every address of our own that can be reached by links, once."""
    seen, waiting = set(), ["/today/", "/signs/", "/settings/"]
    while waiting:
        path = waiting.pop()
        if path in seen or LEFT_ALONE.match(path):
            continue
        seen.add(path)
        someone.visit(path)
        yield path
        waiting.extend(
            urljoin(path, str(link["href"])).partition("#")[0]
            for link in someone.page.select('a[href^="/"]')
        )


def written_files() -> Iterator[Path]:
    """Files of this run's own folders, and loose files in the temporary folder."""
    for folder in (settings.DATA, settings.RUNTIME):
        yield from (file for file in Path(folder).rglob("*") if file.is_file())
    # Other programs' folders lie there too, and come and go.
    yield from (
        file for file in Path(tempfile.gettempdir()).glob("*") if file.is_file()
    )


def read_if_there(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.stat().st_size < HUGE else b""
    except FileNotFoundError:
        return b""


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger().addHandler(handler)
    for name in ("django", "alongside"):
        logging.getLogger(name).addHandler(handler)
    yield said
    for name in ("", "django", "alongside"):
        logging.getLogger(name).removeHandler(handler)


@pytest.mark.django_db(transaction=True)
def test_a_marker_in_every_private_field_is_found_nowhere(
    mara: Visitor, logged: io.StringIO, tmp_path: Path
) -> None:
    typed = 0
    for path in list(everywhere(mara)):
        mara.visit(path)
        if mara.path != path:
            continue
        for form in mara.page.select('form[method="post"]'):
            given = filled_in(form)
            if MARKER not in given.values():
                continue
            target = urljoin(path, str(form.get("action") or path))
            if LEFT_ALONE.match(target):
                continue
            typed += 1
            mara.send(target, given)
            mara.visit(path)
    assert typed >= 1
    mara.visit("/signs/")
    assert mara.sees(MARKER), "nothing was written, so nothing could be found"

    looked_at = [logged.getvalue().encode()]
    if connection.vendor == "sqlite":
        backup.save(Path(connection.settings_dict["NAME"]), tmp_path / "copy.sqlite3")
        looked_at.append((tmp_path / "copy.sqlite3").read_bytes())
    else:
        looked_at += list(every_row())
    looked_at += [read_if_there(file) for file in written_files()]
    found = [s for s in shapes(MARKER) for each in looked_at if s in each]

    assert len(looked_at) >= 3
    assert found == []


def every_row() -> Iterator[bytes]:
    """All columns of all tables, as PostgreSQL would dump them."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
            for row in cursor.fetchall():
                yield b"|".join(
                    bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode()
                    for c in row
                )


def test_the_search_finds_a_marker_in_each_shape() -> None:
    for shape in shapes(MARKER):
        assert any(s in b"before" + shape + b"after" for s in shapes(MARKER))
    hidden = base64.b64encode(f"a note with {MARKER} in it".encode())
    assert any(s in hidden for s in shapes(MARKER))
