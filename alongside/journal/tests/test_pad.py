"""Padding hides lengths, and is taken back in one way only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal.pad import NotPadded, pad, strip


@given(st.binary(max_size=70_000))
def test_what_was_padded_comes_back(plain: bytes) -> None:
    assert strip(pad(plain)) == plain


@pytest.mark.parametrize(
    ("length", "size"),
    [
        (0, 256),
        (255, 256),
        (256, 512),
        (511, 512),
        (512, 1024),
        (32_767, 32_768),
        (65_535, 65_536),
        (65_536, 131_072),
        (131_072, 196_608),
    ],
)
def test_a_length_is_rounded_up_the_ladder(length: int, size: int) -> None:
    assert len(pad(bytes(length))) == size


@given(st.binary(max_size=400))
def test_only_our_own_pattern_is_taken_back(padded: bytes) -> None:
    try:
        plain = strip(padded)
    except NotPadded:
        return

    assert pad(plain) == padded


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        bytes(256),
        b"a\x80".ljust(255, b"\x00"),
        b"a\x80".ljust(512, b"\x00"),
        b"a\x80\x01".ljust(256, b"\x00"),
        b"a".ljust(256, b"\x00"),
    ],
    ids=["nothing", "no end", "too short", "too long", "after the end", "unmarked"],
)
def test_another_pattern_is_refused(padded: bytes) -> None:
    with pytest.raises(NotPadded):
        strip(padded)
