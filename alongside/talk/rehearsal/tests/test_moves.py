"""What a line is to the one who hears it."""

import pytest

from alongside.coach.kinds import Credit, Credited, Mark, Marked, Reading
from alongside.talk.rehearsal import moves
from alongside.talk.rehearsal.kinds import Act
from alongside.talk.rehearsal.moves import Move


def reading(*kinds: Mark | Credit) -> Reading:
    return Reading(
        tuple(Marked(k, 0, 3, "", "") for k in kinds if isinstance(k, Mark)),
        tuple(Credited(k, 0, 3, "", "") for k in kinds if isinstance(k, Credit)),
    )


def heard(text: str, *kinds: Mark | Credit, before: list[Move] | None = None) -> Move:
    return moves.understand(text, reading(*kinds), before or [])


@pytest.mark.parametrize(
    ("kinds", "act"),
    [
        ([Mark.LABEL], Act.HURT),
        ([Mark.GUILT], Act.HURT),
        ([Mark.ACCUSATION], Act.CORNERED),
        ([Mark.INTERROGATION], Act.CORNERED),
        ([Mark.COMMAND], Act.PUSHED),
        ([Mark.THREAT], Act.PUSHED),
        ([Mark.LABEL, Credit.CARE], Act.MIXED),
        ([Credit.OFFER, Credit.OPEN_QUESTION], Act.OFFERED),
        ([Credit.OPEN_QUESTION, Credit.FEELING], Act.ASKED),
        ([Credit.RESPONSIBILITY], Act.OWNED),
        ([Credit.AUTONOMY], Act.FREE),
        ([Credit.UNDERSTANDING], Act.SEEN),
        ([Credit.OBSERVATION], Act.TOLD),
        ([Credit.CARE], Act.LOVED),
        ([], Act.PLAIN),
    ],
    ids=str,
)
def test_a_line_is_what_the_coach_hears_in_it(
    kinds: list[Mark | Credit], act: Act
) -> None:
    assert heard("We talked about you at home.", *kinds).act is act


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_is_answered(mark: Mark) -> None:
    assert heard("We talked about you.", mark).act in {
        Act.HURT,
        Act.CORNERED,
        Act.PUSHED,
    }


@pytest.mark.parametrize("credit", Credit)
def test_every_credit_is_answered(credit: Credit) -> None:
    assert heard("We talked about you.", credit).act is not Act.PLAIN


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("", Act.SILENCE),
        ("  ", Act.SILENCE),
        ("…", Act.SILENCE),
        ("?!", Act.SILENCE),
        ("asdf qwer zxcv hjkl", Act.GAP),
        ("love love love love love love", Act.GAP),
        ("buy cheap watches online", Act.GAP),
        ("grrr", Act.GAP),
        ("12345", Act.GAP),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Act.GAP),
        ("Привет как дела друг", Act.GAP),
        ("Hi.", Act.PLAIN),
        ("Sam?", Act.PLAIN),
        ("Dinner is at six.", Act.PLAIN),
        ("You are amazing, you are the best.", Act.FLATTERY),
        ("Let's stop here for tonight.", Act.STOP),
        ("We can talk tomorrow when you've slept.", Act.STOP),
        ("Where were you? With whom? What did you take?", Act.MANY),
        ("Yes or no? Tell me yes. Promise me you will go.", Act.PUSHED),
        ("word about you and me " * 30, Act.GAP),
    ],
)
def test_some_lines_are_known_without_the_coach(text: str, act: Act) -> None:
    assert heard(text).act is act


def test_a_very_long_line_is_a_lot_at_once() -> None:
    words = (
        "one two three four five six seven eight nine ten you and me at home now then"
    )
    many = " ".join(f"{word}{n}" for n in range(6) for word in words.split())

    assert heard(f"I want to tell you {many}").act is Act.LONG


def test_a_copy_is_known_though_a_word_was_changed() -> None:
    first = heard("I am so worried about you tonight.", Credit.FEELING)

    again = heard("I am so worried about you, tonight!", before=[first])
    nearly = heard("I am really so worried about you tonight", before=[first])
    other = heard("I saw you asleep on the step.", before=[first])

    assert again.act is Act.AGAIN
    assert nearly.act is Act.AGAIN
    assert other.act is Act.PLAIN


def test_the_third_question_in_a_row_is_one_too_many() -> None:
    asked = Credit.OPEN_QUESTION
    first = heard("How are you?", asked)
    second = heard("What is it like at work?", asked, before=[first])

    third = heard("Who do you eat with?", asked, before=[first, second])

    assert [each.act for each in (first, second, third)] == [
        Act.ASKED,
        Act.ASKED,
        Act.MANY,
    ]


def test_praise_that_names_a_moment_is_no_flattery() -> None:
    line = "It was amazing that you called your sister yesterday."

    assert heard(line, Credit.AFFIRMATION).act is Act.SEEN


def test_a_stop_with_a_sting_is_no_kind_stop() -> None:
    assert heard("Let's stop here, you liar.", Mark.LABEL).act is Act.HURT


def test_a_line_in_capitals_has_an_edge() -> None:
    assert heard("I AM AT THE TABLE AND I AM WAITING").tone < 0
    assert heard("Thank you. I am glad that you sat down with me.").tone > 0
