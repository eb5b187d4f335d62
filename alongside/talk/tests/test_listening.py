"""Ten exercises in listening, each with its reasons."""

import pytest

from alongside.talk.listening import Answer, listening
from alongside.testing.visitor import Visitor

EXERCISES = listening().exercise


def test_there_are_ten_and_each_has_one_reply_that_helps() -> None:
    assert len(EXERCISES) == 10
    for exercise in EXERCISES:
        assert sum(reply.helps for reply in exercise.replies) == 1
        assert all(reply.way for reply in exercise.replies)


@pytest.mark.parametrize("reply", EXERCISES[0].replies, ids=lambda each: each.text)
def test_a_chosen_reply_is_explained(stranger: Visitor, reply: Answer) -> None:
    stranger.visit("/talk/listen/").choose(reply.text).press("See what it does")

    assert stranger.sees(reply.way)


def test_all_ten_can_be_gone_through(stranger: Visitor) -> None:
    stranger.visit("/talk/listen/")
    for number, exercise in enumerate(EXERCISES, 1):
        assert stranger.sees(f"{number} of 10")
        stranger.choose(exercise.replies[0].text).press("See what it does")
        if number < len(EXERCISES):
            stranger.press("Next one")
    assert stranger.sees("Practise a talk")


def test_choosing_nothing_gets_a_kind_error(stranger: Visitor) -> None:
    stranger.visit("/talk/listen/").press("See what it does")

    assert stranger.sees("Choose a reply.")


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "٣", "9" * 50])
def test_a_number_that_is_none_of_the_ten_is_met(
    stranger: Visitor, number: str
) -> None:
    stranger.send("/talk/listen/", {"number": number})

    assert stranger.status == 200
    assert stranger.sees("What would you say?")
