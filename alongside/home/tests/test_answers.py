"""The questions of the start, one after the other. No database, no clock."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.home.answers import Answers, Question
from alongside.home.entries import Kit, Using
from alongside.safety.entries import Safe, Told
from alongside.safety.gate import Colour

TODAY = date(2026, 12, 5)
SAFE = Answers(Using.YES, Kit.NO, Safe.YES)
UNSAFE = Answers(Using.YES, Kit.NO, Safe.NO)
ANY = st.builds(
    Answers,
    st.one_of(st.none(), st.sampled_from(Using)),
    st.one_of(st.none(), st.sampled_from(Kit)),
    st.one_of(st.none(), st.sampled_from(Safe)),
    st.one_of(st.none(), st.booleans()),
)


@pytest.mark.parametrize(
    ("said", "question", "before"),
    [
        (Answers(), Question.USING, None),
        (Answers(Using.NO), Question.KIT, Question.USING),
        (Answers(Using.NO, Kit.YES), Question.SAFE, Question.KIT),
        (SAFE, None, Question.SAFE),
        (UNSAFE, Question.CHECK, Question.SAFE),
        (Answers(Using.NO, Kit.NO, Safe.UNKNOWN), Question.CHECK, Question.SAFE),
        (Answers(Using.NO, Kit.NO, Safe.NO, checked=False), None, Question.CHECK),
        (Answers(kit=Kit.NO, safe=Safe.YES), Question.USING, None),
    ],
)
def test_the_next_question_and_the_one_before(
    said: Answers, question: Question | None, before: Question | None
) -> None:
    assert (said.question, said.before) == (question, before)


@given(ANY)
def test_going_back_asks_that_question_again_and_keeps_what_came_before(
    said: Answers,
) -> None:
    back = said.before
    if back:
        assert said.back_to(back).question is back


def test_an_unsafe_answer_is_red_until_the_check_says_more() -> None:
    assert UNSAFE.gate.colour is Colour.RED
    assert Answers(safe=Safe.NO, checked=False).gate.colour is Colour.RED
    assert Answers(safe=Safe.NO, checked=True).gate.colour is Colour.AMBER
    hit = Answers(safe=Safe.UNKNOWN, checked=True, told=(Told.HIT,))
    assert hit.gate.colour is Colour.RED


def test_a_skipped_check_is_not_offered_again_on_the_next_page() -> None:
    assert not Answers(safe=Safe.UNKNOWN, checked=False).gate.ask


def test_half_answers_make_no_situation() -> None:
    with pytest.raises(ValueError, match="no answer yet"):
        Answers(Using.YES).situation(TODAY)


def test_whole_answers_make_a_situation() -> None:
    found = SAFE.situation(TODAY)

    assert (found.using, found.kit, found.gate.colour) == (
        Using.YES,
        Kit.NO,
        Colour.GREEN,
    )
    assert not found.signed_in
