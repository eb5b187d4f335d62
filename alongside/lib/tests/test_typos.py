"""One slip of the thumb, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.lib import typos

WORDS = typos.known(
    ["breathing", "strangled", "suicide", "choked"], never=["choke", "breather"]
)
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("breathin", "breathing"),  # lost
        ("breatthing", "breathing"),  # added
        ("braething", "breathing"),  # swapped
        ("breathimg", "breathing"),  # hit beside it
        ("strangeld", "strangled"),
        ("suicde", "suicide"),
    ],
)
def test_one_slip_is_understood(typed: str, word: str) -> None:
    assert WORDS.meant(typed) == word


@pytest.mark.parametrize(
    "other", ["breeding", "btreahing", "reathing", "choke", "breather", "joked", "hit"]
)
def test_another_word_is_left_as_it_is(other: str) -> None:
    assert WORDS.meant(other) == other


def test_a_slip_of_two_words_is_neither() -> None:
    assert typos.known(["pushed", "pushes"]).meant("pushe") == "pushe"


def test_short_words_are_never_corrected() -> None:
    assert typos.known(["kill"]).meant("kil") == "kil"


@given(LETTERS, st.data())
def test_a_lost_letter_is_always_understood(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    typed = word[:at] + word[at + 1 :]

    assert typos.known([word]).meant(typed) == word


@given(LETTERS, LETTERS)
def test_a_slip_is_never_longer_than_one_letter(word: str, other: str) -> None:
    if typos.is_slip(other, word):
        assert abs(len(word) - len(other)) <= 1
        assert other[0] == word[0]


def test_what_is_longer_than_any_word_is_left_as_it_is() -> None:
    """To look for a slip in it would take the square of its length."""
    long = "breathing" * 5

    assert typos.known([long]).meant(long[:-1]) == long[:-1]
