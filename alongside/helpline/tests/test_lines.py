"""How a line may be shown on a day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from alongside.helpline import hours, lines
from alongside.helpline.lines import (
    Confidence,
    Freshness,
    Kind,
    Language,
    Line,
    Number,
    Texting,
)

CHECKED = date(2026, 10, 1)
LINE = Line(
    id="xx-line",
    name="A line",
    owner="Its owner",
    kinds=(Kind.DRUGS, Kind.FAMILY),
    about="Someone to talk to.",
    hours=hours.read("always"),
    languages=(Language.EN,),
    source="https://www.line.example/contact",
    confidence=Confidence.SEEN,
    checked_on=CHECKED,
    numbers=("1-800-555-0100",),
)

# From the best to the worst.
WORSE = [Freshness.SURE, Freshness.DATED]


@pytest.mark.parametrize(
    ("day", "fresh"),
    [
        (CHECKED, Freshness.SURE),
        (date(2026, 12, 29), Freshness.SURE),
        (date(2026, 12, 30), Freshness.DATED),
        (date(2029, 6, 27), Freshness.DATED),
    ],
)
def test_a_line_is_sure_until_its_day(day: date, fresh: Freshness) -> None:
    assert lines.freshness(LINE, day) is fresh


@given(days=st.lists(st.integers(0, 2000), min_size=2).map(sorted))
def test_time_never_makes_a_line_surer(days: list[int]) -> None:
    found = [lines.freshness(LINE, CHECKED + timedelta(days=d)) for d in days]

    assert all(WORSE.index(a) <= WORSE.index(b) for a, b in pairwise(found))


@given(day=st.dates(), checked_on=st.dates(max_value=date(9999, 1, 1)))
def test_what_is_only_probable_is_never_sure(day: date, checked_on: date) -> None:
    line = replace(LINE, confidence=Confidence.MEDIUM, checked_on=checked_on)

    assert lines.freshness(line, day) is Freshness.NOT_CONFIRMED


@given(day=st.dates(), confidence=st.sampled_from(Confidence))
def test_a_dead_line_is_gone_on_every_day(day: date, confidence: Confidence) -> None:
    line = replace(LINE, dead=True, confidence=confidence)

    assert lines.freshness(line, day) is Freshness.GONE
    assert not line.can_be_reached
    assert lines.for_kind([line], Kind.DRUGS) == []


def test_lines_are_found_by_what_they_are_for() -> None:
    other = replace(LINE, id="xx-other", kinds=(Kind.CHILD,))

    assert lines.for_kind([LINE, other], Kind.FAMILY) == [LINE]
    assert lines.for_kind([LINE, other], Kind.CHILD) == [other]


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("988", "tel:988"),
        ("1-800-662-4357", "tel:18006624357"),
        ("0300 123 6600", "tel:03001236600"),
        ("+353 1 809 2166", "tel:+35318092166"),
    ],
)
def test_a_number_is_dialled_as_in_its_own_country(number: str, address: str) -> None:
    assert Number(number=number).address == address


def test_a_word_is_sent_as_it_is_and_other_words_are_left_to_write() -> None:
    home = Texting(number="741741", send="HOME")
    place = Texting(number="435748", say="your ZIP code")

    assert (home.address, home.words) == ("sms:741741?body=HOME", "HOME")
    assert (place.address, place.words) == ("sms:435748", "your ZIP code")


def test_the_nearest_way_is_a_call_then_a_text_then_a_page() -> None:
    text = Texting(number="741741", send="HOME")
    by_text = replace(LINE, numbers=(), text=text)
    by_page = replace(LINE, numbers=(), url="https://www.line.example/talk")

    assert (LINE.address, LINE.goes_by) == ("tel:18005550100", "1-800-555-0100")
    assert (by_text.address, by_text.goes_by) == (text.address, "741741")
    assert (by_page.address, by_page.goes_by) == (by_page.url, "line.example")


def test_a_page_is_named_as_people_say_it() -> None:
    assert LINE.source_site == "line.example"
