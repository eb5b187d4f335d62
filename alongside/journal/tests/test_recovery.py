"""The recovery code: printed, read back by eye and hand, and enough by itself."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal import recovery
from alongside.journal.recovery import SIGNS, Misread, Why
from alongside.journal.seal import DoesNotOpen
from alongside.journal.wraps import Wrap

ACCOUNT = UUID(int=7)
SECRET = bytes(range(1, 33))
CODES = st.binary(min_size=20, max_size=20)


@given(CODES)
def test_a_printed_code_reads_back(code: bytes) -> None:
    assert recovery.read(recovery.written(code)) == code


@given(CODES)
def test_a_code_is_eight_groups_of_four_and_a_pair(code: bytes) -> None:
    *groups, pair = recovery.written(code).split("-")

    assert tuple(groups) == recovery.groups(code)
    assert [len(group) for group in groups] == [4] * 8
    assert len(pair) == 2


@given(CODES)
def test_it_is_read_whatever_case_blanks_and_mistaken_signs_it_has(code: bytes) -> None:
    sloppy = recovery.written(code).lower().replace("0", "o").replace("1", "l")

    assert recovery.read("  " + sloppy.replace("-", " – ") + "\n") == code
    assert recovery.read(sloppy.replace("l", "i").replace("-", "")) == code


@given(CODES, st.integers(0, 33), st.sampled_from(SIGNS))
def test_any_one_wrong_sign_is_found(code: bytes, place: int, sign: str) -> None:
    signs = recovery.written(code).replace("-", "")
    wrong = signs[:place] + sign + signs[place + 1 :]

    if wrong != signs:
        with pytest.raises(Misread) as misread:
            recovery.read(wrong)
        assert misread.value.why is Why.CHECK


@given(CODES, st.integers(0, 30))
def test_any_two_neighbours_in_the_wrong_order_are_found(
    code: bytes, place: int
) -> None:
    signs = recovery.written(code).replace("-", "")
    wrong = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]

    if wrong != signs:
        with pytest.raises(Misread):
            recovery.read(wrong)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Why.LENGTH),
        ("ABCD-EFGH", Why.LENGTH),
        ("U" * 34, Why.SIGN),
        ("A" * 33 + "?", Why.SIGN),
        ("Ä" * 34, Why.SIGN),
        ("0" * 33 + "1", Why.CHECK),
    ],
)
def test_it_says_what_to_look_for(typed: str, why: Why) -> None:
    with pytest.raises(Misread) as misread:
        recovery.read(typed)

    assert misread.value.why is why


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_is_misread(typed: str) -> None:
    with pytest.raises(Misread):
        recovery.read(typed)


@given(CODES, st.integers(1, 8))
def test_a_group_can_be_asked_back(code: bytes, number: int) -> None:
    asked = recovery.groups(code)[number - 1]

    assert recovery.is_group(code, number, f" {asked.lower()} ")
    assert not recovery.is_group(code, number, asked[:3])
    assert not recovery.is_group(code, number, "")


def test_the_code_alone_opens_the_account() -> None:
    code = recovery.new_code()
    stored = bytes(recovery.wrap(SECRET, code, account=ACCOUNT))

    assert recovery.unwrap(Wrap.read(stored), code, account=ACCOUNT) == SECRET


def test_another_code_or_account_opens_nothing() -> None:
    code = recovery.new_code()
    wrap = recovery.wrap(SECRET, code, account=ACCOUNT)

    for other, account in ((recovery.new_code(), ACCOUNT), (code, uuid4())):
        with pytest.raises(DoesNotOpen):
            recovery.unwrap(wrap, other, account=account)
