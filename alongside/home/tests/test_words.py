"""What Today and the start say can be read by someone who is tired and afraid."""

import pytest
import textstat
from django.utils.functional import Promise

from alongside.home import words
from alongside.home.entries import Step
from alongside.home.sources import GROUNDS
from alongside.home.steps import MINUTES, PLACES, TOOLS
from alongside.safety import words as safety_words

CRISIS_GRADE = 6
SENTENCES = (
    words.STEPS,
    words.LEADS,
    words.WHYS,
    words.GO,
    words.DONE,
    safety_words.TOLD,
    safety_words.LIMITS,
)


def longest_sentence(said: str) -> int:
    return max(len(part.split()) for part in said.replace("?", ".").split("."))


@pytest.mark.parametrize("said", SENTENCES)
def test_the_words_are_easy_to_read(said: dict[object, Promise]) -> None:
    text = " ".join(f"{str(each).rstrip('.')}." for each in said.values())

    assert textstat.flesch_kincaid_grade(text) <= CRISIS_GRADE


@pytest.mark.parametrize("said", SENTENCES)
def test_no_sentence_is_long(said: dict[object, Promise]) -> None:
    assert max(longest_sentence(str(each)) for each in said.values()) <= 18


@pytest.mark.parametrize("step", Step)
def test_every_step_has_a_place_and_a_tool(step: Step) -> None:
    assert step in PLACES
    assert step in TOOLS
    # Nobody can say how long a visit to a doctor lasts.
    assert step in MINUTES or step is Step.SEE_A_DOCTOR


@pytest.mark.parametrize("step", GROUNDS)
def test_a_source_says_who_says_it_and_since_when(step: Step) -> None:
    for source in GROUNDS[step].sources:
        assert source.url.startswith("https://")
        assert source.by
        assert source.name
    assert GROUNDS[step].review_due > GROUNDS[step].checked_on
