"""How a name is known, and what follows from it."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.accounts import handle

PEPPER = bytes(range(32))


@pytest.mark.parametrize(
    "typed", ["mara", "Mara", " MARA ", "ｍａｒａ", "mara\u00a0", "\tmara\n"]
)
def test_a_name_is_the_same_however_it_was_typed(typed: str) -> None:
    assert handle.blinded(typed, pepper=PEPPER) == handle.blinded("mara", pepper=PEPPER)


@pytest.mark.parametrize(
    ("one", "other"), [("Straße", "STRASSE"), ("Zoë", "Zoe\u0308"), ("Ana  M", "ana m")]
)
def test_letters_have_one_form(one: str, other: str) -> None:
    assert handle.blinded(one, pepper=PEPPER) == handle.blinded(other, pepper=PEPPER)


def test_without_the_pepper_nothing_leads_to_a_name() -> None:
    assert handle.blinded("mara", pepper=PEPPER) != handle.blinded(
        "mara", pepper=PEPPER[::-1]
    )


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_names_share_a_handle_only_if_they_are_one(one: str, other: str) -> None:
    same = handle.blinded(one, pepper=PEPPER) == handle.blinded(other, pepper=PEPPER)

    assert same == (handle.plain(one) == handle.plain(other))


@given(st.text(max_size=40))
def test_how_a_passphrase_is_stretched_follows_from_the_name_alone(name: str) -> None:
    known = handle.blinded(name, pepper=PEPPER)

    assert len(handle.salt(known, pepper=PEPPER)) == handle.SALT_LENGTH
    assert handle.salt(known, pepper=PEPPER) == handle.salt(known, pepper=PEPPER)
    assert handle.salt(known, pepper=PEPPER) != handle.salt(known, pepper=bytes(32))


def test_whose_a_session_is_cannot_be_told_without_the_key() -> None:
    person = uuid4()

    assert handle.whose(person, key=PEPPER) != handle.whose(person, key=PEPPER[::-1])
    assert person.bytes not in handle.whose(person, key=PEPPER)
