"""`alongside check`: what is wrong, in words and as data."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django.fixtures import Settings

from alongside.cli.commands import main


@pytest.fixture(autouse=True)
def sound(db: None, settings: Settings) -> None:
    """An installation as it is delivered: the cost of our tests is a problem of its own."""
    settings.KDF_MIB, settings.KDF_PASSES = 64, 3


def check(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """The exit code, and the level of each problem by its id."""
    code = main(["check", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is (code == 0)
    return code, {each["id"]: each["level"] for each in told["problems"]}


def test_a_sound_installation_has_no_problem_that_closes_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, found = check(capsys)

    assert code == 0
    assert "closed" not in found.values()


def test_a_cheap_guess_closes_it(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.KDF_MIB = 8

    code, found = check(capsys)

    assert code == 1
    assert found["accounts.cheap_guess"] == "closed"


def test_it_says_in_words_what_is_wrong_and_what_mends_it(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.KDF_MIB = 8

    main(["check"])

    [line] = [
        line
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("closed: ")
    ]
    assert "costs less than it has to" in line
    assert "ALONGSIDE_KDF_MIB" in line
    assert line.endswith("(accounts.cheap_guess)")


def test_a_database_that_is_behind_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    MigrationRecorder(connection).record_unapplied("accounts", "0001_initial")

    code, found = check(capsys)

    assert code == 1
    assert found["database.behind"] == "closed"


def test_a_database_of_a_later_release_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    MigrationRecorder(connection).record_applied("journal", "9999_of_tomorrow")

    code, found = check(capsys)

    assert code == 1
    assert found["database.newer"] == "closed"
    assert "database.behind" not in found


def test_every_floor_is_asked(
    capsys: pytest.CaptureFixture[str], settings: Settings, tmp_path: Path
) -> None:
    tmp_path.chmod(0o755)
    settings.DATA, settings.RUNTIME = tmp_path, tmp_path / "runtime"
    settings.HOST_LINE = settings.HOST_LINE | {"name": "Our line"}

    _, found = check(capsys)

    floors = {name.partition(".")[0] for name in found}
    assert {"machine", "accounts", "helpline"} <= floors
