"""How hard the overdose steps are to read: for a frightened person, at night."""

import pytest
import textstat

from alongside.safety.steps import Language
from alongside.safety.tests.test_steps import EMERGENCY, lines

CALL = {Language.EN: "Call 911", Language.ES: "Llame al 911"}
ENDS = (".", "?", "…”", "…»")


def text(language: Language) -> str:
    """All steps as running text, each line a sentence of its own."""
    said = [
        line.replace("{call}", CALL[language])
        for step in EMERGENCY.everything()
        for line in lines(step, language)
    ]
    return " ".join(line if line.endswith(ENDS) else f"{line}." for line in said)


def test_english_stays_at_the_grade_of_a_nine_year_old() -> None:
    textstat.set_lang("en_US")

    assert textstat.flesch_kincaid_grade(text(Language.EN)) <= 4
    assert textstat.gunning_fog(text(Language.EN)) <= 6


def test_spanish_is_very_easy_to_read() -> None:
    textstat.set_lang("es")

    assert textstat.fernandez_huerta(text(Language.ES)) >= 70


@pytest.mark.parametrize("language", Language)
def test_all_of_it_can_be_read_in_three_minutes(language: Language) -> None:
    assert len(text(language).split()) <= 580
