"""`alongside directory`: lists are read, and places looked for, from a terminal."""

import json
from pathlib import Path

import pytest

from alongside.cli.commands import main
from alongside.directory.tests import lists

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(tmp_path: Path) -> str:
    file = tmp_path / "list-2023.xlsx"
    file.write_bytes(lists.workbook(lists.facility(), lists.facility("Hill House")))
    return str(file)


def typed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["directory", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_list_is_read_and_counted(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = typed(capsys, "import", "samhsa", book, "--json")

    told = json.loads(out)
    assert code == 0
    counts = {"read": 2, "new": 2, "changed": 0, "same": 0, "gone": 0, "refused": 0}
    assert told.items() >= counts.items()


def test_what_is_here_is_told_with_its_day(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(capsys, "import", "samhsa", book)

    _, out, _ = typed(capsys, "status", "--json")

    told = json.loads(out)
    assert told["places"] == 2
    assert told["sources"][0]["edition"] == "2023"


def test_an_empty_directory_names_the_first_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = typed(capsys, "status")

    assert code == 0
    assert "alongside directory import samhsa" in out


def test_places_are_looked_for(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed(capsys, "import", "samhsa", book)

    code, out, _ = typed(
        capsys,
        *("search", "--near", "Columbus, OH", "--within", "10"),
        *("--medicine", "methadone", "--pay", "medicaid", "--json"),
    )

    told = json.loads(out)
    assert code == 0
    assert told["total"] == 2
    assert {p["name"] for p in told["places"]} == {"River Clinic", "Hill House"}
    assert all(0 <= p["miles"] <= 10 for p in told["places"])
    assert {"id", "name", "miles"} <= told["places"][0].keys()


@pytest.mark.parametrize(
    "words",
    [("--near", "Nowhere"), ("--near", "43215", "--medicine", "gold"), ("--kind", "x")],
)
def test_what_is_not_known_is_not_understood(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = typed(capsys, "search", *words)

    assert code == 2
    assert not out
    assert err


def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"no workbook")

    for file in (bad, tmp_path / "nowhere.xlsx"):
        code, _, err = typed(capsys, "import", "samhsa", str(file))
        assert code == 1
        assert file.name in err


def test_an_older_edition_is_not_read_over_a_newer(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(capsys, "import", "samhsa", book)

    code, _, err = typed(capsys, "import", "samhsa", book, "--edition", "2022")

    assert code == 1
    assert "2023" in err
