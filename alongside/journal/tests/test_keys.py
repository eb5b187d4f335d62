"""From a passphrase to the secret key of an account."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal import keys
from alongside.journal.keys import Pepper, PepperMissing, Recipe
from alongside.journal.seal import DoesNotOpen
from alongside.journal.wraps import Kind, NotAWrap, Wrap, public_of

ACCOUNT = UUID(int=7)
PEPPER = Pepper(1, bytes(range(32)))
RECIPE = Recipe(salt=bytes(16), mib=8, passes=1)
SECRET = bytes(range(1, 33))
PASSPHRASE = "correct horse battery staple"


def stretched(passphrase: str = PASSPHRASE, salt: bytes = RECIPE.salt) -> bytes:
    return keys.stretch(passphrase, salt, mib=8, passes=1)


def wrapped() -> Wrap:
    return keys.wrap(SECRET, stretched(), account=ACCOUNT, recipe=RECIPE, pepper=PEPPER)


def unwrapped(wrap: Wrap, key: bytes | None = None, account: UUID = ACCOUNT) -> bytes:
    return keys.unwrap(
        wrap, key or stretched(), account=account, peppers={PEPPER.id: PEPPER.secret}
    )


def test_the_passphrase_opens_its_wrap() -> None:
    assert unwrapped(wrapped()) == SECRET


def test_at_its_real_cost_it_opens_too() -> None:
    """Every other test pays less, so that the suite stays quick."""
    recipe = Recipe(salt=keys.new_salt(), mib=64, passes=3)
    key = keys.stretch(PASSPHRASE, recipe.salt, mib=recipe.mib, passes=recipe.passes)

    wrap = keys.wrap(SECRET, key, account=ACCOUNT, recipe=recipe, pepper=PEPPER)

    assert unwrapped(wrap, key) == SECRET
    assert (wrap.mib, wrap.passes) == (64, 3)


def test_a_wrap_survives_being_stored() -> None:
    stored = bytes(wrapped())

    assert unwrapped(Wrap.read(stored)) == SECRET


def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(DoesNotOpen):
        unwrapped(wrapped(), stretched("correct horse battery stable"))


def test_a_wrap_opens_for_no_other_account() -> None:
    with pytest.raises(DoesNotOpen):
        unwrapped(wrapped(), account=uuid4())


def test_without_its_pepper_a_wrap_cannot_even_be_guessed_at() -> None:
    with pytest.raises(PepperMissing):
        keys.unwrap(wrapped(), stretched(), account=ACCOUNT, peppers={})
    with pytest.raises(DoesNotOpen):
        keys.unwrap(wrapped(), stretched(), account=ACCOUNT, peppers={1: bytes(32)})


def test_the_same_words_from_another_keyboard_open_it_too() -> None:
    composed, decomposed = "caf\u00e9 au lait", "cafe\u0301 au lait"

    assert stretched(composed) == stretched(decomposed)


def test_nothing_of_a_long_passphrase_is_cut_off() -> None:
    assert stretched("a" * 200) != stretched("a" * 201)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": Kind.RECOVERY},
        {"mib": 9},
        {"passes": 2},
        {"salt": bytes(15) + b"\x01"},
        {"pepper_id": 2},
        {"public": public_of(bytes(32))},
    ],
    ids=str,
)
def test_nothing_about_a_wrap_can_be_changed_unseen(changed: dict[str, object]) -> None:
    wrap = replace(wrapped(), **changed)  # type: ignore[arg-type]
    peppers = {1: PEPPER.secret, 2: PEPPER.secret}

    with pytest.raises(DoesNotOpen):
        keys.unwrap(wrap, stretched(), account=ACCOUNT, peppers=peppers)


def test_the_commitment_must_fit_although_the_seal_would_open() -> None:
    wrap = replace(wrapped(), commitment=bytes(32))

    with pytest.raises(DoesNotOpen):
        unwrapped(wrap)


@given(st.binary(max_size=250))
def test_any_bytes_are_a_wrap_or_are_not(stored: bytes) -> None:
    with pytest.raises(NotAWrap):
        Wrap.read(stored)


@pytest.mark.parametrize("at", [0, 1], ids=["version", "kind"])
def test_a_wrap_of_a_newer_version_is_refused(at: int) -> None:
    stored = bytearray(bytes(wrapped()))
    stored[at] = 9

    with pytest.raises(NotAWrap):
        Wrap.read(bytes(stored))


@given(st.binary(min_size=200, max_size=200))
def test_a_wrap_that_was_read_is_the_one_that_was_stored(stored: bytes) -> None:
    try:
        wrap = Wrap.read(stored)
    except NotAWrap:
        return

    assert bytes(wrap) == stored


@pytest.mark.parametrize("cost", [{"mib": 1025}, {"passes": 17}], ids=str)
def test_a_forged_cost_is_refused_before_it_is_paid(cost: dict[str, int]) -> None:
    stored = bytes(replace(wrapped(), **cost))  # type: ignore[arg-type]

    with pytest.raises(NotAWrap):
        Wrap.read(stored)
