"""The count at the end of `script/test`: nothing is lost in it, and nothing hidden."""

import subprocess
import sys
from pathlib import Path

import pytest

RUNS = (
    "SQLite, in process",
    "SQLite, in a browser",
    "PostgreSQL, in process",
    "PostgreSQL, in a browser",
)
PASSED = '<testcase classname="room" name="test_it" />'
MORE = '<testcase classname="room" name="test_more" />'
FAILED = '<testcase name="test_no"><failure message="no" /></testcase>'
BROKEN = '<testcase name="test_no"><error message="no" /></testcase>'


def skipped(reason: str, name: str = "test_it") -> str:
    case = f'<testcase classname="room" name="{name}">'
    return f'{case}<skipped message="{reason}" /></testcase>'


LACKS_SAMPLES = skipped("sample data: not there")
SILENT = skipped("flaky", "test_elsewhere")


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """A folder as `script/test` leaves it when all is well."""
    (tmp_path / "checks").write_text("passed  ruff: lint\npassed  mypy: types\n")
    for run in RUNS:
        write(tmp_path, run, PASSED, MORE)
    return tmp_path


def write(folder: Path, run: str, *cases: str) -> None:
    suite = f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>"
    (folder / f"{run}.xml").write_text(suite)


def tally(folder: Path, *, samples: bool = False) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "script/tally.py", folder],
        env={"ALONGSIDE_SAMPLES": "/there"} if samples else {},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


def test_the_last_line_counts_checks_and_all_four_runs(ran: Path) -> None:
    code, lines = tally(ran)

    assert code == 0
    assert lines == [
        "checks: 2 passed, 0 failed",
        *(f"{run}: 2 passed, 0 failed" for run in RUNS),
        "sample data: not there",
        "10 passed, 0 failed",
    ]


def test_sample_data_are_named_when_they_are_there(ran: Path) -> None:
    assert tally(ran, samples=True)[1][-2:] == [
        "sample data: there",
        "10 passed, 0 failed",
    ]


@pytest.mark.parametrize("case", [FAILED, BROKEN, SILENT])
def test_one_that_failed_or_was_skipped_in_silence_fails_all(
    ran: Path, case: str
) -> None:
    write(ran, RUNS[2], MORE, case)

    code, lines = tally(ran)

    assert code == 1
    assert lines[-1] == "9 passed, 1 failed"


def test_only_missing_sample_data_may_skip(ran: Path) -> None:
    write(ran, RUNS[0], MORE, LACKS_SAMPLES)

    code, lines = tally(ran)

    assert code == 0
    assert "SQLite, in process: 1 passed, 0 failed, 1 without sample data" in lines
    assert lines[-1] == "9 passed, 0 failed"


def test_sample_data_that_are_there_may_not_be_skipped(ran: Path) -> None:
    write(ran, RUNS[0], MORE, LACKS_SAMPLES)

    assert tally(ran, samples=True)[0] == 1


def test_a_test_of_one_database_alone_must_pass_there(ran: Path) -> None:
    write(ran, RUNS[2], MORE, skipped("SQLite's own"))

    code, lines = tally(ran)

    assert code == 0
    assert (
        "PostgreSQL, in process: 1 passed, 0 failed, 1 of the other database alone"
        in lines
    )


def test_a_test_that_both_databases_skip_has_failed(ran: Path) -> None:
    for run in (RUNS[0], RUNS[2]):
        write(ran, run, MORE, skipped("the other's own"))

    code, lines = tally(ran)

    assert code == 1
    assert "skipped in silence: room.test_it (the other's own)" in lines


def test_a_run_that_never_came_is_a_failure(ran: Path) -> None:
    (ran / f"{RUNS[3]}.xml").unlink()

    code, lines = tally(ran)

    assert code == 1
    assert lines[-1] == "8 passed, 1 failed"


def test_a_run_that_ended_badly_is_a_failure_though_all_its_tests_passed(
    ran: Path,
) -> None:
    (ran / "ended-badly").write_text(f"{RUNS[1]}\n")

    assert tally(ran)[0] == 1


def test_a_check_that_failed_fails_all(ran: Path) -> None:
    (ran / "checks").write_text("passed  ruff: lint\nFAILED  mypy: types\n")

    code, lines = tally(ran)

    assert code == 1
    assert lines[0] == "checks: 1 passed, 1 failed"


def test_nothing_run_is_not_success(tmp_path: Path) -> None:
    for run in RUNS:
        write(tmp_path, run)

    assert tally(tmp_path)[0] == 1
