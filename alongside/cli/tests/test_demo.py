"""`alongside demo`: a sample family that one can sign in to."""

import json

import pytest

from alongside.cli.commands import main
from alongside.testing.visitor import Visitor


@pytest.fixture
def sample(db: None, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert main(["demo", "--json"]) == 0
    told: dict[str, str] = json.loads(capsys.readouterr().out)
    return told


def test_it_opens_with_what_was_printed(
    sample: dict[str, str], stranger: Visitor
) -> None:
    stranger.visit("/sign-in/")
    stranger.fill("Your name here", sample["name"])
    stranger.fill("Passphrase", sample["passphrase"]).press("Open my notes")
    stranger.visit("/signs/")

    assert stranger.sees("His guitar is gone from the wall.")


def test_its_printed_code_opens_it_too(
    sample: dict[str, str], stranger: Visitor
) -> None:
    stranger.visit("/recover/").fill("Your printed code", sample["code"])
    stranger.fill("Your name here", "Maria")
    stranger.fill("New passphrase", "a new river, much later").press("Open my notes")

    assert stranger.sees("Group 3")


def test_it_says_that_all_of_it_is_invented(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["demo"])

    assert "All of it is invented." in capsys.readouterr().out


def test_a_second_sample_is_another_family(
    sample: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["demo", "--json"])

    assert json.loads(capsys.readouterr().out)["passphrase"] != sample["passphrase"]
