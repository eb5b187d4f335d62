"""Today, as someone with an account meets it."""

from datetime import timedelta

import pytest
import time_machine

from alongside.testing.people import unlock
from alongside.testing.visitor import Visitor

USUAL = {"using": "yes", "kit": "no", "safe": "yes"}


def answer(someone: Visitor, **answers: str) -> None:
    """Answer the three questions; what is not said is as in most families here."""
    someone.visit("/today/questions/")
    someone.filled = dict(USUAL | answers)
    someone.press("Save")


def check(someone: Visitor, *told: str) -> None:
    someone.visit("/today/check/")
    for words in told:
        someone.check(words)
    someone.press("Save")


def step(someone: Visitor) -> str:
    heading = someone.page.select_one("#step")
    return heading.get_text(" ", strip=True) if heading else ""


def test_the_first_thing_is_three_questions(mara: Visitor) -> None:
    mara.visit("/today/")

    assert step(mara) == "Answer three short questions"
    mara.follow("Start")
    assert mara.path == "/today/questions/"


def test_the_answers_make_the_next_step(mara: Visitor) -> None:
    answer(mara)

    assert mara.path == "/today/"
    assert step(mara) == "Put naloxone in your home"
    assert mara.sees("About 10 minutes")
    assert mara.sees("You told us that there is no naloxone at home.")


def test_having_naloxone_is_remembered(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    answer(mara)

    mara.press("I have it")

    assert step(mara) == "Read the overdose steps once"
    clock.shift(timedelta(days=89))
    unlock(mara.visit("/today/"))
    assert not mara.sees("Put naloxone in your home")


def test_not_today_comes_back_after_a_few_days(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    answer(mara)

    mara.press("Not today")
    assert step(mara) == "Read the overdose steps once"

    clock.shift(timedelta(days=3))
    unlock(mara.visit("/today/"))
    assert step(mara) == "Put naloxone in your home"


def test_a_second_tap_writes_nothing_twice(mara: Visitor) -> None:
    answer(mara)
    given = mara.given("I have it")

    mara.send("/today/done/", given)
    mara.send("/today/done/", given)

    mara.visit("/settings/export/page/")
    mara.press("Show me the page")
    assert str(mara.page).count("Put naloxone in your home") == 1


def test_everything_put_off_is_a_day_of_rest(mara: Visitor) -> None:
    answer(mara, kit="yes")

    for _ in range(12):
        if step(mara):
            mara.press("Not today")

    assert mara.sees("Nothing has to happen today")


def test_someone_unsafe_sees_the_line_first_and_no_talk(mara: Visitor) -> None:
    answer(mara, safe="no")

    assert step(mara) == "Talk to someone about your safety"
    assert not mara.sees("Get ready for a calm talk")
    assert not mara.sees("Note one thing that you saw")
    mara.follow("Show me the line")
    assert mara.path == "/call/"


def test_the_check_changes_the_step_and_is_not_shown_as_a_verdict(
    mara: Visitor,
) -> None:
    answer(mara)
    assert mara.sees("Get ready for a calm talk")

    check(mara, "They hit, kicked or pushed someone here")

    assert step(mara) == "Talk to someone about your safety"
    for word in ("red", "amber", "green", "score"):
        assert f" {word} " not in mara.page.get_text(" ")


def test_being_choked_asks_for_a_doctor_before_all_else(mara: Visitor) -> None:
    answer(mara)

    check(mara, "They choked someone, or put hands around a neck")

    assert step(mara) == "See a doctor today"
    assert mara.sees("Go even if you feel well.")


def test_the_check_is_asked_again_after_a_month(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    answer(mara)
    check(mara)

    clock.shift(timedelta(days=31))
    unlock(mara.visit("/today/"))

    assert step(mara) == "Look at how safe home is"


@pytest.mark.parametrize("path", ["/today/done/", "/today/later/"])
def test_a_step_that_is_none_of_ours_changes_nothing(mara: Visitor, path: str) -> None:
    answer(mara)
    given = mara.given("I have it")

    mara.send(path, given | {"step": "win"})

    assert mara.path == "/today/"
    assert step(mara) == "Put naloxone in your home"


def test_an_answer_that_is_missing_is_asked_for_kindly(mara: Visitor) -> None:
    mara.visit("/today/questions/")
    mara.filled = {"using": "yes"}
    mara.press("Save")

    assert mara.path == "/today/questions/"
    assert mara.sees("Choose one answer. “I don’t know” is one, too.")
    assert mara.page.select_one("input[value=yes][checked]")


def test_a_note_shows_on_today(mara: Visitor) -> None:
    answer(mara)
    assert not mara.sees("What you noticed")

    mara.visit("/signs/note/")
    mara.choose("Mood changed fast")
    mara.press("Save this note")
    mara.visit("/today/")

    assert mara.sees("In the last 6 weeks you wrote 1 note.")


def test_danger_in_a_note_leads_by_the_help_and_the_note_is_kept(mara: Visitor) -> None:
    mara.visit("/signs/note/")
    mara.choose("Mood changed fast")
    mara.fill("In your own words", "He is not breathing, his lips are blue")
    mara.press("Save this note")

    assert mara.path == "/help/1/"
    assert mara.sees("Call 911")
    mara.follow("No, go on")
    assert mara.path == "/signs/"
    assert mara.sees("his lips are blue")


def test_a_stranger_sees_nothing_of_it(mara: Visitor, ines: Visitor) -> None:
    answer(mara)
    mara.press("I have it")

    ines.visit("/today/")

    assert step(ines) == "Answer three short questions"


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("/today/done/", {"step": "kit"}),
        ("/today/later/", {"step": "kit"}),
        ("/today/questions/", {"using": "yes", "kit": "yes", "safe": "yes"}),
        ("/today/check/", {"told": "hit"}),
        ("/today/keep/", {"using": "yes", "kit": "yes", "safe": "yes"}),
    ],
)
def test_what_a_stranger_sends_reaches_no_journal(
    mara: Visitor, stranger: Visitor, path: str, given: dict[str, str]
) -> None:
    stranger.send(path, given | {"once": "0" * 32})

    mara.visit("/today/")
    assert stranger.headers["X-Alongside-Page"] == "locked"
    assert step(mara) == "Answer three short questions"
