"""Someone practises a talk before the talk, without an account.

No test here opens the database: the first question to it would fail the test.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.safety import urgent
from alongside.talk.rehearsal import scenarios
from alongside.talk.rehearsal.tests import making
from alongside.testing.visitor import Visitor

AFRAID = "I was scared on Tuesday when I found you asleep on the floor."
OFFER = "If you want, I can drive you to the clinic on Friday. It is up to you."
UNKIND = "You are a junkie and you always lie."


@pytest.fixture(autouse=True)
def one_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One talk and one in a moment that is not for talking, both made for tests."""
    (tmp_path / "first-talk.toml").write_text(making.text())
    (tmp_path / "not-now.toml").write_text(
        making.text(flags='["withdrawal"]').replace('"A talk"', '"A bad hour"')
    )
    kept = (scenarios.names, scenarios.find, scenarios.everywhere)
    monkeypatch.setattr(scenarios, "FOLDER", tmp_path)
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


def begin(someone: Visitor, talk: str = "A talk") -> Visitor:
    someone.visit("/talk/practise/").choose(f"{talk}. Sam, your grown son")
    return someone.press("Look at this talk").press("Begin")


def say(someone: Visitor, line: str) -> Visitor:
    return someone.fill("What do you say?", line).press("Say it")


def test_the_note_is_read_before_the_first_word(stranger: Visitor) -> None:
    stranger.visit("/talk/practise/").choose("A talk. Sam, your grown son")
    stranger.choose("Quick to anger").press("Look at this talk")

    assert stranger.sees("Sam may say hard things.")
    assert stranger.sees("You can stop at any time.")
    assert not stranger.sees("What now?")
    assert stranger.press("Begin").sees("What now?")


def test_a_line_is_answered_and_explained(stranger: Visitor) -> None:
    say(begin(stranger), AFRAID)

    assert stranger.sees(f"You: {AFRAID}")
    assert stranger.sees("They: To told")
    assert stranger.sees("lowered their guard by")
    assert stranger.sees("You named what you felt")


def test_how_they_seem_is_said_in_words_and_without_a_number(stranger: Visitor) -> None:
    begin(stranger)
    gauges = [gauge.get_text(strip=True) for gauge in stranger.page.select(".gauge")]

    assert gauges == ["On guard", "Hardly open yet", "Some strength left"]


def test_a_line_can_be_taken_back_and_said_otherwise(stranger: Visitor) -> None:
    say(begin(stranger), UNKIND)
    assert stranger.sees("raised their guard by")

    stranger.press("Take my last line back")

    assert not stranger.sees(f"You: {UNKIND}")
    field = stranger.page.select_one("textarea")
    assert field
    assert field.get_text(strip=True) == UNKIND
    assert say(stranger, AFRAID).sees("lowered their guard by")


def test_nothing_that_was_typed_is_lost_when_it_is_too_long(stranger: Visitor) -> None:
    say(begin(stranger), AFRAID)
    long = "word " * 130

    say(stranger, long)

    assert stranger.sees("This has 649 characters, and 600 fit.")
    assert stranger.sees(f"You: {AFRAID}")
    field = stranger.page.select_one("textarea")
    assert field
    assert field.get_text().strip() == long.strip()


def test_an_empty_line_is_asked_about_and_silence_is_a_choice(
    stranger: Visitor,
) -> None:
    assert say(begin(stranger), "").sees("Write a line, or choose “Say nothing”.")

    stranger.press("Say nothing")

    assert stranger.sees("You: (nothing)")
    assert stranger.sees("They: To silence")


def test_at_the_end_stand_the_turn_two_ways_and_a_line_to_take(
    stranger: Visitor,
) -> None:
    say(say(begin(stranger), AFRAID), OFFER).press("Stop and look back")

    assert stranger.sees("Where it turned")
    assert stranger.sees("Stronger:")
    assert stranger.sees("Weaker:")
    assert stranger.given("Take this line into my plan")["carried"] == OFFER
    assert stranger.page.select_one("button[data-print]")


def test_a_line_that_hurt_is_never_offered_for_the_plan(stranger: Visitor) -> None:
    say(begin(stranger), UNKIND).press("Stop and look back")

    assert not stranger.sees("Take this line into my plan")
    assert stranger.sees("Where it turned")


def test_one_can_stop_before_the_first_line(stranger: Visitor) -> None:
    begin(stranger).press("Stop and look back")

    assert stranger.sees("You stopped before the first line. That is fine.")


def test_one_can_try_again_or_choose_another(stranger: Visitor) -> None:
    say(begin(stranger), AFRAID).press("Stop and look back")

    stranger.press("Try again from the start")
    assert stranger.sees("What is it?")
    assert not stranger.sees("You:")
    stranger.press("Stop and look back").press("Choose another talk")
    assert stranger.sees("Practise before you talk")
    assert not stranger.sees("There is a problem")


def test_when_they_are_ill_the_page_says_that_stopping_is_best(
    stranger: Visitor,
) -> None:
    say(begin(stranger, "A bad hour"), AFRAID)
    assert stranger.sees("The best move is to stop kindly")

    stranger.press("Stop and look back")
    assert stranger.sees("the best move is to stop kindly and stay near")

    say(
        begin(stranger, "A bad hour"),
        "You look ill. Let's stop here and talk tomorrow.",
    )
    stranger.press("Stop and look back")
    assert not stranger.sees("the best move is to stop kindly and stay near")
    assert stranger.sees("It was stopped-kindly.")


def test_they_may_leave_and_a_line_can_still_be_taken_back(stranger: Visitor) -> None:
    begin(stranger)
    for _ in range(12):
        if stranger.sees("They have ended the talk. You can"):
            break
        stranger.press("Say nothing")

    assert not stranger.page.select("textarea")
    stranger.press("Take my last line back")
    assert stranger.page.select("textarea")


def test_a_talk_has_an_end(stranger: Visitor) -> None:
    lines = [f"On day {n} we met aunt {n}{n} at home." for n in range(40)]
    sent = {"scenario": "first-talk", "kept-line": lines, "do": "end"}

    stranger.send("/talk/practise/", sent)

    assert stranger.status == 200
    assert len(stranger.page.select("input[name=kept-line]")) <= 30


def test_danger_in_a_line_brings_help_once(stranger: Visitor) -> None:
    say(begin(stranger), "He is not breathing and his lips are blue.")
    assert stranger.page.select_one(".heard")

    say(stranger, AFRAID)
    assert not stranger.page.select_one(".heard")


def test_names_of_talks_sound_like_no_danger() -> None:
    assert [name for name in scenarios.names() if urgent.hear(name)] == []


def test_nothing_is_kept(stranger: Visitor) -> None:
    say(begin(stranger), AFRAID).press("Stop and look back")

    assert not stranger.client.cookies
    assert stranger.headers["Cache-Control"] == "no-store"
    assert stranger.path == "/talk/practise/"


@pytest.mark.parametrize(
    "sent",
    [
        {"scenario": "../../settings", "do": "look"},
        {"scenario": "first-talk", "temper": "furious", "do": "say"},
        {"do": "say", "line": "Hello"},
        {"scenario": "", "do": "look"},
    ],
    ids=str,
)
def test_what_was_not_asked_for_is_asked_again(
    stranger: Visitor, sent: dict[str, str]
) -> None:
    stranger.send("/talk/practise/", sent)

    assert stranger.status == 200
    assert stranger.sees("There is a problem")


def test_a_form_of_another_site_is_refused(stranger: Visitor) -> None:
    answer = stranger.client.post(
        "/talk/practise/", {}, headers={"sec-fetch-site": "cross-site"}
    )

    assert answer.status_code == 403
