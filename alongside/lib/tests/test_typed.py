"""What someone typed, as plain sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.lib import typed


def said(text: str) -> list[str]:
    return [" ".join(words) for words in typed.sentences(text)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("He's NOT breathing", "he is not breathing"),
        ("He isn’t breathing", "he is not breathing"),
        ("I can't, I won't", "i can not , i will not"),
        ("he cant and wont", "he can not and will not"),
        ("Sam's ill", "sam is ill"),
        ("Mamá está aquí", "mama esta aqui"),
        ("I'd rather", "i would rather"),
        ("she’ll come; they’ve gone", "she will come|they have gone"),
        ("the old shed", "the old shed"),
        ("what the hell", "what the hell"),
    ],
)
def test_short_forms_are_spelled_out(text: str, plain: str) -> None:
    assert said(text) == plain.split("|")


def test_a_sentence_ends_at_a_mark_or_a_line_and_not_at_a_comma() -> None:
    assert said("One, two. Three! Four\nfive?") == [
        "one , two",
        "three",
        "four",
        "five",
    ]


def test_a_word_may_stand_for_others() -> None:
    meant = {"rn": "right now"}

    found = typed.sentences("help rn", meant=lambda word: meant.get(word, word))

    assert found == [["help", "right", "now"]]


@given(st.text())
def test_any_text_becomes_small_words(text: str) -> None:
    for words in typed.sentences(text):
        assert words
        assert all(word == word.lower() and " " not in word for word in words)
