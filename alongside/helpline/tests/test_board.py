"""What the page of lines shows, today and when nobody has looked after it for years."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from alongside.helpline import board, packs
from alongside.helpline.board import DANGERS, Subject
from alongside.helpline.hours import Answered
from alongside.helpline.lines import Freshness
from alongside.helpline.packs import Pack
from alongside.helpline.tests.test_lines import LINE

FOLDER = settings.CONTENT / "lines"
AT = datetime(2026, 12, 5, 9, tzinfo=UTC)
TODAY = AT.date()
COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ", "")
LATER = (0, 91, 400, 1000)


def part(pack: Pack, subject: Subject, *, at: datetime = AT) -> board.Section:
    [found] = [s for s in board.sections(pack, at, at.date()) if s.subject is subject]
    return found


@pytest.mark.parametrize("days", LATER)
@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_keeps_a_number_to_ring_however_long_nobody_looks(
    country: str, days: int
) -> None:
    at = AT + timedelta(days=days)
    pack = packs.read(FOLDER, country)

    sections = board.sections(pack, at, at.date())

    assert {s.subject for s in sections} >= DANGERS
    assert pack.emergency.numbers
    if country:
        assert board.first_lines(pack, at.date())
        assert any(board.reachable(section.lines) for section in sections)
    for section in sections:
        if section.is_danger:
            assert section.ambulance_first or board.reachable(section.first)


@pytest.mark.parametrize("days", LATER[1:])
@pytest.mark.parametrize("country", COUNTRIES)
def test_nothing_past_its_day_is_sure_or_open(country: str, days: int) -> None:
    at = AT + timedelta(days=days)

    for section in board.sections(packs.read(FOLDER, country), at, at.date()):
        for shown in section.lines:
            late = at.date() >= shown.line.review_due
            assert not (late and shown.is_sure)
            assert shown.is_sure or shown.opening is None


def test_some_lines_are_old_in_january() -> None:
    """5 January 2027: what was seen on 1 October is three months old."""
    at = datetime(2027, 1, 5, 9, tzinfo=UTC)
    [lifeline, *_] = part(packs.read(FOLDER, "US"), Subject.SUICIDE, at=at).lines

    assert lifeline.line.id == "us-988"
    assert lifeline.is_dated


def test_each_danger_starts_with_the_one_to_ring() -> None:
    pack = packs.read(FOLDER, "US")

    assert [shown.line.id for shown in part(pack, Subject.SUICIDE).first] == ["us-988"]
    assert [shown.line.id for shown in part(pack, Subject.VIOLENCE).first] == ["us-dv"]
    assert [s.line.id for s in part(pack, Subject.CHILD).first] == ["us-childhelp"]
    assert part(pack, Subject.OVERDOSE).ambulance_first
    assert part(pack, Subject.MEDICAL).ambulance_first


def test_where_no_phone_line_is_known_the_ambulance_comes_first() -> None:
    """Canada's shelters are a site; Ireland's dossier names no line for a child."""
    assert part(packs.read(FOLDER, "CA"), Subject.VIOLENCE).ambulance_first
    assert part(packs.read(FOLDER, "IE"), Subject.CHILD).ambulance_first


def test_a_part_with_no_line_is_left_out_unless_it_is_a_danger() -> None:
    subjects = {s.subject for s in board.sections(packs.read(FOLDER, ""), AT, TODAY)}

    assert subjects == DANGERS


def test_what_is_not_confirmed_comes_last_and_claims_nothing() -> None:
    family = part(packs.read(FOLDER, "US"), Subject.FAMILY).lines
    fresh = [shown.freshness for shown in family]

    assert fresh == sorted(fresh, key=lambda f: f is Freshness.NOT_CONFIRMED)
    assert Freshness.NOT_CONFIRMED in fresh
    assert all(shown.opening is None for shown in family if not shown.is_sure)


def test_a_line_with_hours_says_whether_it_is_open() -> None:
    """Nine on a Saturday in Dublin, and ten on the Monday after."""
    pack = packs.read(FOLDER, "IE")
    monday = datetime(2026, 12, 7, 10, tzinfo=UTC)

    [closed] = part(pack, Subject.DRUGS).lines
    [is_open] = part(pack, Subject.DRUGS, at=monday).lines

    assert closed.opening
    assert closed.opening.answered is Answered.CLOSED
    assert closed.opening.opens == datetime(2026, 12, 7, 9, 30, tzinfo=UTC)
    assert is_open.opening
    assert is_open.opening.answered is Answered.OPEN


def test_the_hosts_line_is_first_while_it_is_sure_and_last_when_not() -> None:
    pack = packs.read(FOLDER, "US")
    own = replace(LINE, id="host", checked_on=date(2026, 11, 20))
    old = replace(own, checked_on=date(2026, 9, 1))

    assert [line.id for line in board.first_lines(pack, TODAY, host=own)] == [
        "host",
        "us-988",
        "us-samhsa",
    ]
    assert board.first_lines(pack, TODAY, host=old)[-1].id == "host"


@given(
    country=st.sampled_from([c for c in COUNTRIES if c]),
    dead=st.sets(st.integers(0, 30)),
    days=st.integers(0, 3000),
)
def test_the_short_list_is_never_empty_while_a_line_lives(
    country: str, dead: set[int], days: int
) -> None:
    pack = packs.read(FOLDER, country)
    some = [replace(line, dead=i in dead) for i, line in enumerate(pack.lines)]
    dying = replace(pack, lines=tuple(some))

    first = board.first_lines(dying, TODAY + timedelta(days=days))

    assert len(first) <= 3
    assert all(not line.dead for line in first)
    assert bool(first) or not any(line.can_be_reached for line in some)
