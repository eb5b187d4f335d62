"""What the options must say and must never say, and that each says who says so."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine

from alongside.testing.visitor import Visitor
from alongside.treatment.options import Cell, Option, Row, Strength, options

DOSE = re.compile(
    r"\b\d+(?:\.\d+)?\s*(?:mg|milligram|ml|mcg|tablets?|pills?)\b", re.IGNORECASE
)
WHEN_TO_START = re.compile(
    r"\b\d+(?:\s*(?:to|-|–)\s*\d+)?\s*(?:hours?|days?)\b", re.IGNORECASE
)
PROMISE = re.compile(
    r"\b(?:cure[sd]?|guarantee\w*|will recover|success rate)\b", re.IGNORECASE
)


def cells() -> Iterator[tuple[Option, Row, Cell]]:
    for option in options().option:
        for row in Row:
            if cell := option.cell(row):
                yield option, row, cell


def one(name: str) -> Option:
    return next(each for each in options().option if each.id == name)


def test_medicines_come_first_and_the_two_that_protect_life_lead() -> None:
    assert options().group[0].id == "medicines"
    assert [each.id for each in options().option[:2]] == ["methadone", "buprenorphine"]


def test_every_option_fills_each_row_of_its_table() -> None:
    for group in options().group:
        for option in options().of(group):
            filled = {row for row in Row if option.cell(row)}
            assert filled == set(group.rows), option.id


def test_every_cell_names_sources_that_are_there_and_every_source_is_used() -> None:
    known = {source.key for source in options().source}
    named = {key for _, _, cell in cells() for key in cell.sources}

    assert all(cell.sources for _, _, cell in cells())
    assert named == known
    assert all(source.url.startswith("https://") for source in options().source)


@pytest.mark.parametrize("never", [DOSE, WHEN_TO_START, PROMISE])
def test_no_cell_gives_a_dose_a_timing_or_a_promise(never: re.Pattern[str]) -> None:
    assert [cell.text for _, _, cell in cells() if never.search(cell.text)] == []


def test_help_with_withdrawal_is_never_shown_as_a_whole_plan() -> None:
    withdrawal = one("withdrawal")

    assert withdrawal.strength is Strength.NOT_ALONE
    assert "first step" in withdrawal.what.text
    assert "tolerance" in withdrawal.does.text
    for row in (Row.LONG, Row.CAREFUL, Row.ASK):
        cell = withdrawal.cell(row)
        assert cell
        assert re.search(r"[Mm]edicine|methadone", cell.text), row


def test_naltrexone_is_for_nobody_who_uses_now_or_is_pregnant() -> None:
    naltrexone = one("naltrexone")

    assert "Not someone who uses now" in naltrexone.suits.text
    assert "not begun in pregnancy" in naltrexone.suits.text
    assert naltrexone.careful
    assert "Tolerance is gone" in naltrexone.careful.text
    assert "naloxone" in naltrexone.careful.text


def test_in_pregnancy_the_two_medicines_are_named() -> None:
    for name in ("methadone", "buprenorphine"):
        assert "Also in pregnancy" in one(name).suits.text


def test_counselling_is_no_condition_of_medicine() -> None:
    careful = one("visits").careful

    assert careful
    assert "no reason to refuse or delay" in careful.text


def test_a_stay_names_tolerance_and_asks_about_medicine() -> None:
    stay = one("stay")

    assert stay.careful
    assert "tolerance is lower" in stay.careful.text
    assert "methadone or buprenorphine" in stay.ask.text


def test_withdrawal_from_drink_or_benzodiazepines_needs_doctors() -> None:
    assert "that withdrawal needs doctors" in one("withdrawal").suits.text


def test_the_page_shows_tables_with_sources_and_that_nobody_reviewed_it(
    stranger: Visitor,
) -> None:
    stranger.visit("/find/").follow("First: which treatments there are, side by side")

    heads = [h.get_text(" ", strip=True) for h in stranger.page.select("thead th")]
    assert heads[0].startswith("Methadone")
    assert len(stranger.page.select("table")) == len(options().group)
    levels = [int(tag.name[1]) for tag in stranger.page.select("h1, h2, h3")]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert stranger.sees("Not yet reviewed by a clinician.")
    assert stranger.sees("Sources read on 23 Nov 2026.")
    for link in stranger.page.select("td a"):
        assert stranger.page.select_one(str(link["href"])), link


def test_past_its_day_the_page_stands_and_says_so(
    stranger: Visitor, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=400))

    stranger.visit("/find/options/")

    assert stranger.sees("past the day of its next check")
    assert stranger.sees("Methadone")
