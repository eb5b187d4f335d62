"""Noting what one saw: in three taps, with what is known and what is guessed apart."""

import re

import pytest
from django.db import connection

from alongside.signs.tests.acts import DRIFTED, MOOD, NO_NOTES, notice
from alongside.testing.visitor import Visitor


def test_without_notes_nobody_is_told_to_watch(mara: Visitor) -> None:
    mara.visit("/signs/")

    assert mara.sees(NO_NOTES)
    assert mara.sees("You don’t have to watch all the time.")


def test_a_note_shows_with_its_day_its_group_and_who_saw_it(mara: Visitor) -> None:
    notice(mara)

    assert mara.path == "/signs/"
    for words in (MOOD, "He shouted, then he cried.", "Dec. 3, 2026"):
        assert mara.sees(words)
    assert mara.sees("What they did or said · I saw or heard it")


def test_choosing_a_sign_and_saving_is_enough(mara: Visitor) -> None:
    mara.visit("/signs/note/").choose(MOOD).press("Save this note")

    assert mara.sees(MOOD)
    assert mara.sees("Dec. 5, 2026")


def test_what_was_seen_and_what_is_guessed_stand_apart(mara: Visitor) -> None:
    mara.visit("/signs/note/").choose(MOOD)
    mara.fill("In your own words", "He shouted.")
    mara.fill("What do you think was behind it?", "A bad night.")
    mara.choose("Fairly sure").press("Save this note")

    assert mara.sees("Fairly sure")
    [guess] = mara.page.select(".guess")
    assert "Your guess, not a fact A bad night." in " ".join(
        guess.get_text(" ").split()
    )
    assert "He shouted." not in guess.get_text()


def test_what_someone_told_is_shown_as_told(mara: Visitor) -> None:
    mara.visit("/signs/note/").choose(MOOD)
    mara.fill("Who told you?", "My sister").press("Save this note")

    assert mara.sees("Someone told me: My sister")


def test_every_note_offers_what_else_could_explain_it(mara: Visitor) -> None:
    notice(mara)

    assert mara.sees(
        "Stress, low mood, little sleep, grief, growing up, or a medicine."
    )
    assert mara.sees("This is not a diagnosis")


def test_a_court_is_named_before_one_writes(mara: Visitor) -> None:
    mara.visit("/signs/note/")

    assert mara.sees("A court can ask for what you write")


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"on": "2026-12-07"}, "That day has not come yet."),
        ({"on": "2062-12-03"}, "That day has not come yet."),
        ({"on": "2006-12-03"}, "Is the year right?"),
        ({"on": "0206-12-03"}, "Is the year right?"),
        ({"on": "soon"}, "Write the day like 2026-12-05."),
        ({"on": ""}, "Say which day it was."),
        ({"sign": "Something else they did", "what": " "}, "Say in your own words"),
        ({"what": "a" * 4_001}, "This has 4001 characters, and 4000 fit."),
    ],
)
def test_the_form_says_what_to_change_and_loses_nothing(
    mara: Visitor, wrong: dict[str, str], complaint: str
) -> None:
    notice(mara, **({"what": "He shouted. <b>&"} | wrong))

    assert mara.path == "/signs/note/"
    assert mara.sees(complaint)
    typed = mara.given("Save this note")
    [words] = mara.page.select("textarea[name=what]")
    assert words.get_text().strip() == wrong.get("what", "He shouted. <b>&").strip()
    assert typed["sign"]
    assert mara.visit("/signs/").sees(NO_NOTES)


def test_without_a_sign_nothing_is_saved(mara: Visitor) -> None:
    mara.visit("/signs/note/").press("Save this note")

    assert mara.sees("Choose what you saw or heard.")


def test_details_with_a_fault_are_unfolded(mara: Visitor) -> None:
    mara.visit("/signs/note/").choose(MOOD)
    mara.fill("Who told you?", "x" * 201).press("Save this note")

    [fold] = mara.page.select("details.fold")
    assert fold.has_attr("open")
    assert mara.sees("This has 201 characters, and 200 fit.")


def test_where_it_is_tomorrow_already_that_day_is_taken(mara: Visitor) -> None:
    notice(mara, on="2026-12-06")

    assert mara.path == "/signs/"
    assert mara.sees("Dec. 6, 2026")


def test_the_longest_note_is_saved_whole(mara: Visitor) -> None:
    notice(mara, what="é" * 4_000)

    assert mara.sees("é" * 4_000)


def test_the_same_form_sent_twice_makes_one_note(mara: Visitor) -> None:
    mara.visit("/signs/note/")
    twice = mara.given("Save this note") | {"sign": "mood", "on": "2026-12-03"}

    mara.send("/signs/note/", twice)
    mara.send("/signs/note/", twice)

    assert len(mara.page.select(".seen__sign")) == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="spoils SQLite its own way")
def test_what_could_not_be_saved_is_still_in_the_form(mara: Visitor) -> None:
    mara.visit("/signs/note/").choose(MOOD)
    mara.fill("In your own words", "He shouted.")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        mara.press("Save this note")
        cursor.execute("PRAGMA query_only = OFF")

    assert mara.status == 503
    assert mara.sees("This could not be saved. Your text is still here")
    mara.press("Save this note")
    assert mara.path == "/signs/"
    assert mara.sees("He shouted.")


def test_what_is_written_never_becomes_markup(mara: Visitor) -> None:
    notice(mara, what="<script>alert(1)</script>")

    assert mara.sees("<script>alert(1)</script>")


def test_a_stranger_sees_nothing_of_a_note(
    mara: Visitor, ines: Visitor, stranger: Visitor
) -> None:
    notice(mara)

    assert ines.visit("/signs/").sees(NO_NOTES)
    assert not ines.sees("He shouted")
    assert not stranger.visit("/signs/").sees("He shouted")


def test_a_stranger_writes_nothing(mara: Visitor, stranger: Visitor) -> None:
    mara.visit("/signs/note/")
    form = mara.given("Save this note") | {"sign": "mood", "on": "2026-12-03"}

    stranger.send("/signs/note/", form)

    assert stranger.status == 403
    assert mara.visit("/signs/").sees(NO_NOTES)


def test_titles_say_nothing(mara: Visitor) -> None:
    notice(mara, sign=DRIFTED)

    for path in ("/signs/", "/signs/note/", "/signs/ask/"):
        [title] = mara.visit(path).page.select("title")
        assert re.match(r"Notes:", title.get_text())
        assert not re.search(
            "drug|heroin|overdose|drift", title.get_text(), re.IGNORECASE
        )


def test_many_notes_come_page_by_page(mara: Visitor) -> None:
    form = mara.visit("/signs/note/").given("Save this note") | {"sign": "mood"}
    for number in range(1, 22):
        once = f"{number:032x}"
        mara.send(
            "/signs/note/", form | {"once": once, "what": f"Note {number}, then."}
        )

    assert not mara.sees("Note 1, then.")
    assert mara.follow("Older notes").sees("Note 1, then.")
    assert mara.follow("Newer notes").sees("Note 21, then.")
    assert mara.visit("/signs/?page=soon").sees("Note 21, then.")
