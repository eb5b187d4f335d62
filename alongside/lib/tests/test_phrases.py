"""Patterns of words that anyone can read."""

import pytest

from alongside.lib import phrases

NAMED = {"kid": "baby/toddler", "pill": "pill/pills"}


def finds(phrase: str, text: str) -> bool:
    return bool(phrases.search_for([phrase], named=NAMED).search(f" {text} "))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("not breathing", "he is not breathing"),
        ("stop/stops breathing", "she stops breathing"),
        ("not [really] breathing", "not breathing"),
        ("not [really] breathing", "not really breathing"),
        ("overdos*", "he overdosed"),
        ("{kid} .. {pill}", "the baby ate one of the pills"),
        ("{kid} .. {pill}", "baby pill"),
        ("hit her !head/arm", "hit her hard"),
        ("[{kid}] sleeps", "toddler sleeps"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    assert finds(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("not breathing", "not a breathing"),
        ("breathing", "breathings"),
        ("stop breathing", "stops breathing"),
        ("{kid} .. {pill}", "the baby saw her and then ate one pill"),
        ("hit her !head/arm", "hit her head"),
        ("he", "she"),
    ],
)
def test_another_phrase_is_not(phrase: str, text: str) -> None:
    assert not finds(phrase, text)
