"""In which order help is suggested, and what never is. No database, no clock."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.home import rules, today
from alongside.home.entries import Kit, Step, Using
from alongside.home.situation import Situation
from alongside.home.steps import TOOLS
from alongside.safety import gate
from alongside.safety.entries import Limits, Safe, Told
from alongside.safety.gate import Colour
from alongside.safety.urgent import Danger

TODAY = date(2026, 12, 5)
GREEN = gate.unchecked(Safe.YES)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def someone(**knows: object) -> Situation:
    """Someone safe, whose son uses, with naloxone at home; and what else is so."""
    usual = {"gate": GREEN, "using": Using.YES, "kit": Kit.YES}
    return Situation(today=TODAY, **(usual | knows))  # type: ignore[arg-type]


def steps_for(at: Situation) -> list[Step]:
    return [each.step for each in rules.suggested(at)]


def test_the_order_is_the_sequence_of_care() -> None:
    at = someone(kit=Kit.NO, signed_in=True)

    assert steps_for(at) == [
        Step.KIT,
        Step.OVERDOSE_STEPS,
        Step.NOTE,
        Step.TALK,
        Step.MEDICINES,
        Step.CALL,
        Step.REST,
    ]


def test_after_a_setback_staying_near_comes_even_before_naloxone() -> None:
    at = someone(using=Using.AGAIN, kit=Kit.NO)

    assert steps_for(at)[:2] == [Step.STAY_NEAR, Step.KIT]


def test_where_it_is_not_safe_the_line_comes_first_and_nothing_provokes() -> None:
    at = someone(gate=gate.unchecked(Safe.NO), using=Using.AGAIN, signed_in=True)

    found = steps_for(at)

    assert found[0] is Step.SAFETY_LINE
    assert not {Step.TALK, Step.NOTE, Step.STAY_NEAR} & set(found)


def test_amber_may_talk() -> None:
    assert Step.TALK in steps_for(someone(gate=gate.weigh([Told.UNEASY])))


@pytest.mark.parametrize(("days", "offered"), [(0, False), (2, False), (3, True)])
def test_what_was_put_off_comes_back_after_a_few_days(
    days: int, *, offered: bool
) -> None:
    at = someone(put_off={Step.CALL: ago(days)})

    assert (Step.CALL in steps_for(at)) is offered


@pytest.mark.parametrize(("days", "offered"), [(0, False), (1, True)])
def test_what_may_save_a_life_comes_back_tomorrow(days: int, *, offered: bool) -> None:
    at = someone(
        dangers={Danger.SUICIDE: ago(3)}, put_off={Step.SUICIDE_LINE: ago(days)}
    )

    assert (Step.SUICIDE_LINE in steps_for(at)) is offered


DAYS = st.dates(ago(400), TODAY)
SITUATIONS = st.builds(
    Situation,
    today=st.just(TODAY),
    gate=st.one_of(
        st.builds(gate.weigh, st.sets(st.sampled_from(Told)), st.sampled_from(Limits)),
        st.builds(gate.unchecked, st.one_of(st.none(), st.sampled_from(Safe))),
    ),
    using=st.one_of(st.none(), st.sampled_from(Using)),
    kit=st.one_of(st.none(), st.sampled_from(Kit)),
    done=st.dictionaries(st.sampled_from(Step), DAYS),
    put_off=st.dictionaries(st.sampled_from(Step), DAYS),
    dangers=st.dictionaries(st.sampled_from(Danger), DAYS),
    has_notes=st.booleans(),
    adds_up=st.booleans(),
    signed_in=st.booleans(),
)


@given(SITUATIONS)
def test_nothing_is_ever_suggested_that_the_gate_closes(at: Situation) -> None:
    found = steps_for(at)

    assert all(at.gate.allows(TOOLS[step]) for step in found)
    if at.gate.colour is Colour.RED:
        assert not {Step.TALK, Step.NOTE, Step.STAY_NEAR} & set(found)


@given(SITUATIONS)
def test_a_day_holds_one_step_and_a_short_list_without_repeats(at: Situation) -> None:
    day = today.of(at)

    all_steps = [each.step for each in (day.next, *day.then) if each]
    assert len(day.then) <= today.LISTED
    assert len(set(all_steps)) == len(all_steps)
    assert not any(at.is_put_off(step) for step in all_steps)
    if day.next is None:
        assert day.then == ()


@given(SITUATIONS, st.sampled_from(Step))
def test_what_is_put_off_today_leaves_today(at: Situation, step: Step) -> None:
    later = Situation(**{**vars(at), "put_off": {**at.put_off, step: TODAY}})

    assert step not in steps_for(later)
