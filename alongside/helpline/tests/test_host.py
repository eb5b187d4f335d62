"""The host's own line: shown when it is whole, attested and rung of late."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import override_settings

from alongside.helpline import checks, host
from alongside.helpline.hours import Answered
from alongside.helpline.lines import Language

TODAY = date(2026, 12, 5)
SAID = {
    "name": "Harbour family line",
    "number": "0800 555 0100",
    "hours": "Mon-Fri 09:00-17:00; Sat 10:00-12:00",
    "languages": "en, es",
    "owner": "Harbour, a charity",
    "tested_on": "2026-11-20",
    "attested": "yes",
}


def own(**changed: str) -> host.Own:
    return host.read(SAID | changed, TODAY, zone="Europe/Dublin")


def test_a_whole_line_is_read() -> None:
    line = own().line

    assert line
    assert own().faults == ()
    assert line.languages == (Language.EN, Language.ES)
    assert line.calls[0].address == "tel:08005550100"


@pytest.mark.parametrize(
    ("at", "answered"),
    [
        (datetime(2026, 12, 5, 11, tzinfo=UTC), Answered.OPEN),
        (datetime(2026, 12, 5, 13, tzinfo=UTC), Answered.CLOSED),
    ],
)
def test_its_hours_are_those_of_this_server(at: datetime, answered: Answered) -> None:
    line = own().line

    assert line
    assert line.hours.at(at).answered is answered


def test_no_setting_is_no_line_and_no_fault() -> None:
    assert host.read(dict.fromkeys(SAID, ""), TODAY, zone="UTC") == host.Own()


@pytest.mark.parametrize("name", [name for name in SAID if name != "attested"])
def test_a_line_that_is_not_whole_is_not_shown(name: str) -> None:
    found = own(**{name: ""})

    assert found.line is None
    assert found.faults == (host.Found(host.Fault.MISSING, name),)


@pytest.mark.parametrize(
    ("name", "unclear"),
    [
        ("number", "call us"),
        ("hours", "office hours"),
        ("hours", "Mon-Fri 09:00-17:00 or so"),
        ("languages", "English"),
        ("tested_on", "last week"),
        ("tested_on", "2026-12-06"),
    ],
)
def test_a_line_that_cannot_be_read_is_not_shown(name: str, unclear: str) -> None:
    found = own(**{name: unclear})

    assert found.line is None
    assert found.faults == (host.Found(host.Fault.UNCLEAR, name),)


@pytest.mark.parametrize("said", ["", "no", "2026-11-20"])
def test_a_line_that_nobody_attests_is_not_shown(said: str) -> None:
    found = own(attested=said)

    assert found.line is None
    assert found.faults == (host.Found(host.Fault.NOT_ATTESTED, "attested"),)


def test_a_line_that_was_rung_long_ago_is_shown_but_not_as_sure() -> None:
    found = own(tested_on="2026-09-06")

    assert found.line
    assert found.faults == (host.Found(host.Fault.TEST_CALL_OLD, "tested_on"),)


@override_settings(HOST_LINE=SAID | {"owner": "", "attested": "no"})
def test_the_check_names_each_setting_to_mend() -> None:
    said = " ".join(problem.what for problem in checks.problems())

    assert "ALONGSIDE_HOST_LINE_OWNER is not set" in said
    assert "ALONGSIDE_HOST_LINE_ATTESTED is not yes" in said


@override_settings(HOST_LINE=dict.fromkeys(SAID, ""), COUNTRY="FR")
def test_the_check_names_a_country_without_lines() -> None:
    assert [problem.id for problem in checks.problems()] == ["helpline.no_pack"]


def test_the_check_names_a_pack_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "lines"
    folder.mkdir()
    (folder / "us.toml").write_text('country = "US"')

    with override_settings(CONTENT=tmp_path, COUNTRY="US"):
        said = {problem.id: problem.what for problem in checks.problems()}

    assert "us.toml" in said["helpline.pack_unclear"]


@override_settings(HOST_LINE=SAID, COUNTRY="US")
def test_the_check_lists_the_lines_past_their_day() -> None:
    [problem] = checks.problems()

    assert problem.id == "helpline.lines_past_their_day"
    assert "us-never-use-alone" in problem.what
    assert not problem.closes
