import pytest
import textstat

from alongside.lib import reading_grade


@pytest.mark.parametrize(
    "text",
    [
        "I hope you'll call the clinic on Monday.",
        "People who feel understood have less to defend.",
        "You may be right, and they can still deny it. They can't deny what you saw.",
    ],
)
def test_our_grade_is_near_the_published_measure(text: str) -> None:
    assert reading_grade.grade(text) == pytest.approx(
        textstat.flesch_kincaid_grade(text), abs=2.5
    )


def test_a_text_without_words_has_no_grade() -> None:
    assert reading_grade.grade("…") == 0
