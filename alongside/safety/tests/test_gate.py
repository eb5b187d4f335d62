"""What the short check opens and closes. No database, no clock."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal.log import Log
from alongside.safety import gate
from alongside.safety.entries import Limits, Safe, SafeAnswered, SafetyChecked, Told
from alongside.safety.gate import OPENS, STEPS, Colour, Gate, Reason, Tool

TODAY = date(2026, 12, 5)
NOON = datetime(2026, 12, 5, 12, tzinfo=UTC)
MARA = uuid4()
# From calm to worst; not having been asked is no worse than calm.
MILD_TO_BAD = (
    Limits.UNKNOWN,
    Limits.CALM,
    Limits.LOUD,
    Limits.BROKE_THINGS,
    Limits.HURT_OR_SCARED,
)


def checked(*told: Told, days_ago: int = 0) -> SafetyChecked:
    ago = timedelta(days=days_ago)
    return SafetyChecked(at=NOON - ago, by=MARA, on=TODAY - ago, told=told)


def answered(safe: Safe, hours_ago: int = 0) -> SafeAnswered:
    return SafeAnswered(at=NOON - timedelta(hours=hours_ago), by=MARA, safe=safe)


def opened(
    *told: SafetyChecked | SafeAnswered, incident_at: datetime | None = None
) -> Gate:
    return gate.read(Log(told), TODAY, incident_at=incident_at)


def rank(colour: Colour) -> int:
    return STEPS.index(colour)


@pytest.mark.parametrize(
    ("told", "colour"),
    [
        ([], Colour.GREEN),
        ([Told.CHILDREN], Colour.GREEN),
        ([Told.UNEASY], Colour.AMBER),
        ([Told.WEAPON], Colour.AMBER),
        ([Told.CONTROLLED], Colour.AMBER),
        ([Told.WORSE], Colour.AMBER),
        ([Told.CONTROLLED, Told.CHILDREN], Colour.AMBER),
        ([Told.CONTROLLED, Told.WORSE], Colour.RED),
        ([Told.WEAPON, Told.UNEASY], Colour.RED),
        ([Told.HIT], Colour.RED),
        ([Told.THREATENED], Colour.RED),
        ([Told.AFRAID], Colour.RED),
        ([Told.STRANGLED], Colour.RED),
    ],
)
def test_a_danger_gives_its_colour(told: list[Told], colour: Colour) -> None:
    assert gate.weigh(told).colour is colour


@pytest.mark.parametrize(
    ("limits", "colour"),
    [
        (Limits.CALM, Colour.GREEN),
        (Limits.LOUD, Colour.GREEN),
        (Limits.BROKE_THINGS, Colour.AMBER),
        (Limits.HURT_OR_SCARED, Colour.RED),
    ],
)
def test_how_they_took_a_no_counts(limits: Limits, colour: Colour) -> None:
    assert gate.weigh([], limits).colour is colour


@given(st.sets(st.sampled_from(Told)), st.sampled_from(Told), st.sampled_from(Limits))
def test_telling_more_never_makes_it_milder(
    told: set[Told], more: Told, limits: Limits
) -> None:
    before, after = gate.weigh(told, limits), gate.weigh(told | {more}, limits)

    assert rank(after.colour) >= rank(before.colour)
    assert OPENS[after.colour] <= OPENS[before.colour]
    assert set(before.reasons) <= set(after.reasons)


@given(st.sets(st.sampled_from(Told)), st.integers(0, 3))
def test_a_worse_answer_to_a_no_never_makes_it_milder(told: set[Told], at: int) -> None:
    mild, bad = MILD_TO_BAD[at : at + 2]

    assert rank(gate.weigh(told, bad).colour) >= rank(gate.weigh(told, mild).colour)


@given(st.sets(st.sampled_from(Told)))
def test_choking_is_red_and_asks_for_a_doctor_whatever_else_is_told(
    told: set[Told],
) -> None:
    with_it = gate.weigh(told | {Told.STRANGLED})

    assert with_it.colour is Colour.RED
    assert with_it.see_a_doctor
    assert not gate.weigh(told - {Told.STRANGLED}).see_a_doctor


@pytest.mark.parametrize("colour", Colour)
def test_what_protects_is_open_in_every_colour(colour: Colour) -> None:
    protects = {Tool.CALL, Tool.SAFETY_PLAN, Tool.NALOXONE, Tool.SELF_CARE}

    assert protects <= OPENS[colour]


def test_amber_talks_and_closes_all_that_could_provoke() -> None:
    assert Gate(Colour.AMBER).allows(Tool.TALK)
    for tool in (Tool.REWARDS, Tool.BOUNDARIES, Tool.CONSEQUENCES):
        assert not Gate(Colour.AMBER).allows(tool)


def test_red_does_not_even_talk() -> None:
    for tool in (Tool.TALK, Tool.INVITE, Tool.BOUNDARIES, Tool.CONSEQUENCES):
        assert not Gate(Colour.RED).allows(tool)


@pytest.mark.parametrize(
    ("safe", "colour", "reasons", "ask"),
    [
        (Safe.YES, Colour.GREEN, (), False),
        (Safe.UNKNOWN, Colour.AMBER, (Reason.NOT_SURE,), True),
        (None, Colour.AMBER, (Reason.NOT_ASKED,), True),
        (Safe.NO, Colour.RED, (Reason.NOT_SAFE,), True),
    ],
)
def test_before_the_check_the_answer_at_the_start_is_believed(
    safe: Safe | None, colour: Colour, reasons: tuple[Reason, ...], *, ask: bool
) -> None:
    told = [answered(safe)] if safe else []

    assert opened(*told) == Gate(colour, reasons, ask=ask)


def test_a_check_settles_what_was_not_sure_but_is_never_all_clear_after_a_no() -> None:
    found = opened(answered(Safe.NO, hours_ago=1), checked())

    assert found == Gate(Colour.AMBER, (Reason.NOT_SAFE,))
    assert gate.checked(gate.weigh([]), Safe.NO) == found


def test_who_feels_unsafe_after_the_check_is_believed_and_asked_again() -> None:
    found = opened(checked(days_ago=1), answered(Safe.NO))

    assert found == Gate(Colour.RED, (Reason.NOT_SAFE,), ask=True)


def test_feeling_safe_does_not_undo_a_check() -> None:
    found = opened(checked(Told.HIT, days_ago=1), answered(Safe.YES))

    assert found == Gate(Colour.RED, (Reason.HIT,))


def test_the_last_check_counts() -> None:
    found = opened(checked(Told.HIT, days_ago=3), checked(Told.UNEASY, days_ago=1))

    assert found.colour is Colour.AMBER


@pytest.mark.parametrize(("days_ago", "ask"), [(30, False), (31, True)])
def test_it_is_asked_again_after_a_month(days_ago: int, *, ask: bool) -> None:
    assert opened(checked(days_ago=days_ago)).ask is ask


def test_an_old_answer_opens_less_and_never_more() -> None:
    assert opened(checked(days_ago=31)).colour is Colour.AMBER
    assert opened(checked(Told.HIT, days_ago=31)).colour is Colour.RED


def test_it_is_asked_again_after_an_incident() -> None:
    found = opened(checked(days_ago=2), incident_at=NOON - timedelta(days=1))

    assert found == Gate(Colour.RED, (Reason.INCIDENT,), ask=True)


def test_a_check_after_the_incident_settles_it() -> None:
    found = opened(checked(), incident_at=NOON - timedelta(hours=1))

    assert found == Gate(Colour.GREEN)


def test_an_incident_counts_before_any_check() -> None:
    assert opened(incident_at=NOON).colour is Colour.RED
