"""The words we do not use."""

import pytest

from alongside.lib import wording
from alongside.lib.wording import Found


def words(text: str) -> list[str]:
    return [found.words.lower() for found in wording.wounding(text)]


@pytest.mark.parametrize(
    ("text", "wound"),
    [
        ("He is an addict.", "addict"),
        ("JUNKIES are people.", "junkies"),
        ("She was born\naddicted.", "born\naddicted"),
        ("Has he relapsed?", "relapsed"),
        ("You are enabling him.", "enabling"),
        ("He is in denial.", "in denial"),
        ("Wait until they hit bottom.", "hit bottom"),
        ("Twelve days clean.", "days clean"),
    ],
)
def test_a_wounding_word_is_found(text: str, wound: str) -> None:
    assert wound in words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Addiction is an illness.",
        "Clean water and clean clothes.",
        "A lapse is not a relapse.",
        "Alcoholics Anonymous meets on Tuesday.",
        "Not “You are an addict.” Try “I am worried.”",
        "Not: “Get clean.”",
        "The house has a useful door.",
    ],
)
def test_a_word_in_its_right_place_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_only_a_marked_quotation_is_left_out() -> None:
    assert words("Say “You are an addict.”") == ["addict"]


def test_what_we_say_instead_comes_with_the_word() -> None:
    [found] = wording.wounding("They committed suicide.")

    assert found == Found("committed suicide", "died by suicide")


@pytest.mark.parametrize(
    "text",
    ["You should call.", "Just call.", "Call now!", "Don’t worry.", "Please note it."],
)
def test_a_word_out_of_tune_is_found(text: str) -> None:
    assert wording.out_of_tune(text)


@pytest.mark.parametrize("text", ["Call now.", "A justice of the peace.", "Mustard."])
def test_a_word_in_tune_is_not(text: str) -> None:
    assert wording.out_of_tune(text) == []


def test_the_lists_are_read_from_their_tables() -> None:
    document = "\n## A\n\n| Not | We say | Because |\n| --- | --- | --- |\n"
    document += "| `x`, `y z*` | w | v |\n\n## B\n\n| `q` | r | s |\n"

    assert [t.phrase for t in wording.terms(document, "A")] == ["x", "y z*"]
    assert wording.terms(document, "A")[0].instead == "w"


def test_every_list_has_its_words() -> None:
    document = wording.LISTS.read_text(encoding="utf-8")

    for heading in (wording.WOUNDING, wording.OUT_OF_TUNE, wording.RIGHT):
        found = [term.phrase for term in wording.terms(document, heading)]
        assert found, heading
        assert len(found) == len(set(found)), heading
