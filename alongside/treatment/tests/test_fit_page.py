"""The short form: each question may be left out, and nothing of it is kept."""

import pytest

from alongside.testing.visitor import Visitor


def test_nothing_answered_is_answered_too(stranger: Visitor) -> None:
    stranger.visit("/find/fit/").press("Show what may fit")

    heads = [h.get_text(strip=True) for h in stranger.page.select("section.card h2")]
    assert heads == ["Methadone", "Buprenorphine", "Visits, living at home"]
    assert stranger.sees("Not yet reviewed by a clinician.")


def test_danger_stands_first_with_the_way_to_help(stranger: Visitor) -> None:
    stranger.visit("/find/fit/").check("They may be overdosing")
    stranger.press("Show what may fit")

    first = stranger.page.select_one("main section")
    assert first
    assert "call the emergency number now" in first.get_text()
    assert first.select_one("a[href='/now']")


def test_answers_can_be_changed_and_are_still_there(stranger: Visitor) -> None:
    stranger.visit("/find/fit/").check("No daily visits")
    stranger.press("Show what may fit")
    assert stranger.sees("It needs no daily visit.")

    stranger.press("Change my answers")

    assert stranger.page.select_one("input[value=no-daily-visits][checked]")
    assert not stranger.client.cookies


@pytest.mark.parametrize(("name", "value"), [("age", "17"), ("danger", "x")])
def test_an_answer_that_is_none_is_asked_again(
    stranger: Visitor, name: str, value: str
) -> None:
    stranger.visit("/find/fit/").send("/find/fit/", {name: value, "do": "look"})

    assert stranger.page.select_one(".field--bad")
