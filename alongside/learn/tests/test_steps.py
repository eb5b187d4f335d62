"""The overdose steps in a guide are those of their one source, word for word."""

from pathlib import Path

import pytest

from alongside.learn import steps as told
from alongside.lib import markdown
from alongside.safety import steps
from alongside.safety.steps import Emergency, Language, Words

SOURCE = Path("content/safety/overdose.toml")


@pytest.fixture
def emergency() -> Emergency:
    return steps.read(SOURCE.read_text(encoding="utf-8"))


def sentences(words: Words) -> list[str]:
    every = [words.heading, words.say, *words.first, *words.sentences]
    return [sentence.replace("*", "") for sentence in every if sentence]


@pytest.mark.parametrize("language", Language)
def test_no_word_is_lost_or_added(emergency: Emergency, language: Language) -> None:
    around = emergency.page[language]
    call = around.call.format(number="911")
    parts = [emergency.check, *emergency.step, emergency.never]
    wanted = [
        sentence.replace("{call}", call)
        for step in parts
        for sentence in sentences(step.words(language))
    ]

    shown = markdown.prose(told.markdown(emergency, language, "911"))

    assert shown == wanted


def test_steps_are_numbered_in_their_order(emergency: Emergency) -> None:
    shown = told.markdown(emergency, Language.EN, "911")

    assert shown.count("\n1. **") == len(emergency.step)


def test_without_a_country_no_number_is_told(emergency: Emergency) -> None:
    shown = told.markdown(emergency, Language.EN, "")

    assert emergency.page[Language.EN].call_local in shown
    assert "911" not in shown
