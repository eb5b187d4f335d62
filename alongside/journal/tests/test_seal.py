"""The seal opens with its key, in its place, unchanged; and in no other case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal.seal import NONCE_BYTES, DoesNotOpen, new_key, seal, unseal

KEY = bytes(range(32))


@given(st.binary(), st.binary())
def test_what_was_sealed_comes_back_in_its_place(plain: bytes, place: bytes) -> None:
    assert unseal(KEY, seal(KEY, plain, bound_to=place), bound_to=place) == plain


@given(st.binary(max_size=64), st.data())
def test_any_changed_bit_is_found(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, plain, bound_to=b"here"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(DoesNotOpen):
        unseal(KEY, bytes(sealed), bound_to=b"here")


def test_another_key_or_another_place_opens_nothing() -> None:
    sealed = seal(KEY, b"the rent money was gone", bound_to=b"here")

    for key, place in ((new_key(), b"here"), (KEY, b"there")):
        with pytest.raises(DoesNotOpen):
            unseal(key, sealed, bound_to=place)


@given(st.binary(max_size=60))
def test_any_bytes_either_open_or_do_not(sealed: bytes) -> None:
    with pytest.raises(DoesNotOpen):
        unseal(KEY, sealed, bound_to=b"")


def test_the_same_words_are_never_sealed_the_same() -> None:
    sealed = {seal(KEY, b"again", bound_to=b"") for _ in range(200)}

    assert len({one[:NONCE_BYTES] for one in sealed}) == 200
