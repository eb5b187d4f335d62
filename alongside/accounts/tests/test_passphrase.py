"""Passphrases that we offer, and what may be one."""

import random

import pytest

from alongside.accounts import passphrase
from alongside.accounts.forms import SignUpForm


def complaints(said: str, name: str = "mara") -> list[str]:
    form = SignUpForm({"name": name, "passphrase": said})
    return [str(each) for each in form.errors.get("passphrase", [])]


def test_the_list_is_whole() -> None:
    assert len(set(passphrase.words())) == 7776


def test_six_words_are_offered_and_they_would_be_taken() -> None:
    offered = passphrase.offered(random.Random(5).choice)  # noqa: S311 -- of nobody

    assert len(offered.split()) == 6
    assert set(offered.split()) <= set(passphrase.words())
    assert complaints(offered) == []


def test_every_visit_is_offered_another() -> None:
    offers = {SignUpForm()["passphrase"].value() for _ in range(20)}

    assert len(offers) == 20


@pytest.mark.parametrize(
    "said",
    [
        "twelveletter",
        "ü" * 12,
        "1" * 200,
        "no capitals no digits no signs",
        "😀 and a few words of mine",
        " " * 3 + "b" * 60,
    ],
)
def test_length_is_the_only_rule(said: str) -> None:
    assert complaints(said) == []


@pytest.mark.parametrize("said", ["short", "eleven char", " " * 40, "abcdefghijk "])
def test_what_is_short_is_sent_back_with_what_would_do(said: str) -> None:
    [complaint] = complaints(said)

    assert complaint in {
        "Use 12 characters or more. Several words are easiest.",
        "Enter a passphrase.",
    }


@pytest.mark.parametrize("said", ["1q2w3e4r5t6y", "Qwerty123456789", "123456789abc"])
def test_what_many_people_use_is_refused(said: str) -> None:
    assert complaints(said) == [
        "Many people use this one, so it is tried first. Choose another."
    ]


@pytest.mark.parametrize(
    "typed", ["six quiet words\n", "\r\nsix quiet words", "six \nquiet words"]
)
def test_a_broken_line_is_not_part_of_it(typed: str) -> None:
    form = SignUpForm({"name": "mara", "passphrase": typed})

    assert form.is_valid()
    assert form.cleaned_data["passphrase"] == "six quiet words"


def test_a_name_is_no_passphrase() -> None:
    assert complaints("Maria Magdalena", name="maria magdalena") == [
        "This is your name. Choose something else."
    ]
