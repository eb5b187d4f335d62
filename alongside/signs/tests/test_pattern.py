"""When signs add up. Pure: no database, no clock."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal.entries import Entry
from alongside.journal.log import Log
from alongside.safety.entries import Limits, SafetyChecked, Told
from alongside.safety.urgent import Danger
from alongside.signs import danger, pattern
from alongside.signs.entries import GROUP_OF, SIGNS_OF, Group, Noticed, Sign
from alongside.signs.pattern import FINDS, PARTS_OF_LIFE, NextStep
from alongside.signs.tests.notes import MARA, NOW, TODAY, noticed

DANGERS = SIGNS_OF[Group.DANGER]
WORRIES = [sign for sign in Sign if GROUP_OF[sign] in PARTS_OF_LIFE]
any_sign = st.sampled_from(Sign)
any_day = st.integers(min_value=-1, max_value=120)
any_notes = st.lists(st.builds(noticed, any_sign, any_day), max_size=12)


def next_step(*written: Entry) -> NextStep:
    return pattern.read(Log(written), TODAY).next_step


def checked(*told: Told) -> SafetyChecked:
    return SafetyChecked(at=NOW, by=MARA, on=TODAY, told=told, limits=Limits.CALM)


def test_without_notes_nothing_has_to_happen() -> None:
    assert next_step() is NextStep.KEEP_NOTING


@pytest.mark.parametrize("sign", WORRIES)
def test_one_sign_asks_for_nothing(sign: Sign) -> None:
    assert next_step(noticed(sign)) is NextStep.KEEP_NOTING


@given(st.sampled_from(WORRIES), st.integers(min_value=1, max_value=30))
def test_the_same_sign_again_is_still_one_part_of_life(sign: Sign, times: int) -> None:
    notes = [noticed(sign, days_ago) for days_ago in range(times)]

    assert next_step(*notes) is NextStep.KEEP_NOTING


def test_three_parts_of_life_make_a_talk_worth_it() -> None:
    notes = [noticed(Sign.MOOD), noticed(Sign.CONSTIPATION), noticed(Sign.MONEY_SHORT)]

    assert next_step(*notes) is NextStep.CARING_TALK


def test_two_parts_of_life_do_not() -> None:
    notes = [noticed(Sign.MOOD), noticed(Sign.UPKEEP), noticed(Sign.MONEY_SHORT)]

    assert next_step(*notes) is NextStep.KEEP_NOTING


@pytest.mark.parametrize("find", sorted(FINDS))
def test_two_parts_are_enough_with_a_sign_that_says_more(find: Sign) -> None:
    assert next_step(noticed(find), noticed(Sign.LAW)) is NextStep.CARING_TALK


@pytest.mark.parametrize("good", SIGNS_OF[Group.GOOD])
def test_good_signs_are_no_reason_to_worry(good: Sign) -> None:
    notes = [noticed(good), noticed(Sign.MOOD), noticed(Sign.LAW)]

    assert next_step(*notes) is NextStep.KEEP_NOTING


def test_a_combination_is_told_over_six_weeks() -> None:
    early, late = noticed(Sign.SYRINGES, days_ago=42), noticed(Sign.NODDING)

    assert next_step(early, late) is NextStep.CARING_TALK


@pytest.mark.parametrize("sign", DANGERS)
def test_what_is_older_than_six_weeks_no_longer_counts(sign: Sign) -> None:
    assert next_step(noticed(sign, days_ago=42)) is NextStep.GET_HELP_NOW
    assert next_step(noticed(sign, days_ago=43)) is NextStep.KEEP_NOTING


@given(any_notes, st.sampled_from(DANGERS))
def test_danger_outweighs_any_number_of_other_signs(
    notes: list[Noticed], sign: Sign
) -> None:
    seen = pattern.read(Log([*notes, noticed(sign)]), TODAY)

    assert seen.next_step is NextStep.GET_HELP_NOW
    assert danger.kind_of(sign) in seen.dangers


@given(any_notes, st.randoms())
def test_the_order_of_writing_does_not_matter(
    notes: list[Noticed], random: Random
) -> None:
    shuffled = random.sample(notes, len(notes))
    seen, seen_again = (pattern.read(Log(order), TODAY) for order in (notes, shuffled))

    assert [note.on for note in seen.notes] == sorted(
        (note.on for note in seen.notes), reverse=True
    )
    assert seen.next_step is seen_again.next_step
    assert set(seen.dangers) == set(seen_again.dangers)


@given(any_notes, st.builds(noticed, st.sampled_from(WORRIES), any_day))
def test_one_more_worry_never_makes_the_step_smaller(
    notes: list[Noticed], more: Noticed
) -> None:
    steps = list(NextStep)

    before, after = next_step(*notes), next_step(*notes, more)

    assert steps.index(after) >= steps.index(before)


def test_the_newest_kind_of_danger_comes_first() -> None:
    notes = [
        noticed(Sign.VIOLENCE, 9),
        noticed(Sign.BLUE_LIPS, 2),
        noticed(Sign.CHILD, 5),
    ]

    seen = pattern.read(Log(notes), TODAY)

    assert seen.dangers == (Danger.OVERDOSE, Danger.CHILD, Danger.VIOLENCE)


@pytest.mark.parametrize("sign", Sign)
def test_every_danger_sign_has_its_kind_and_no_other_sign_has_one(sign: Sign) -> None:
    assert (danger.kind_of(sign) is not None) == (GROUP_OF[sign] is Group.DANGER)


def test_each_kind_of_danger_can_be_noted() -> None:
    assert {danger.kind_of(sign) for sign in DANGERS} == set(Danger)


def test_every_sign_stands_in_one_group() -> None:
    listed = [sign for signs in SIGNS_OF.values() for sign in signs]

    assert sorted(listed) == sorted(Sign)
    assert all(len(signs) <= 7 for signs in SIGNS_OF.values())


def test_no_talk_is_suggested_where_it_is_not_safe() -> None:
    notes = [noticed(Sign.MOOD), noticed(Sign.FOIL)]

    assert next_step(*notes, checked()) is NextStep.CARING_TALK
    assert next_step(*notes, checked(Told.HIT)) is NextStep.STAY_SAFE


def test_violence_long_ago_still_closes_the_talk_until_it_is_asked_about() -> None:
    notes = [noticed(Sign.VIOLENCE, 80), noticed(Sign.MOOD), noticed(Sign.FOIL)]

    assert next_step(*notes) is NextStep.STAY_SAFE
    assert next_step(*notes, checked()) is NextStep.CARING_TALK
