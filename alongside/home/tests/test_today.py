"""Today, read from what was written down. No database, no clock."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from alongside.home import situation, today
from alongside.home.entries import (
    Kit,
    StartAnswered,
    Step,
    StepDone,
    StepPutOff,
    Using,
)
from alongside.home.steps import Why
from alongside.home.today import Today
from alongside.journal.entries import Entry, TakenBack
from alongside.journal.log import Log
from alongside.safety.entries import Safe, SafeAnswered, SafetyChecked, Told
from alongside.safety.gate import Colour
from alongside.signs.entries import Noticed, Sign

DAY = date(2026, 12, 5)
MARA = uuid4()


def at(days_ago: int) -> datetime:
    return datetime(2026, 12, 5, 9, tzinfo=UTC) - timedelta(days=days_ago)


def answers(
    using: Using = Using.YES,
    kit: Kit = Kit.NO,
    safe: Safe = Safe.YES,
    days_ago: int = 9,
) -> list[Entry]:
    return [
        StartAnswered(at=at(days_ago), by=MARA, using=using, kit=kit),
        SafeAnswered(at=at(days_ago), by=MARA, safe=safe),
    ]


def done(step: Step, days_ago: int = 0) -> StepDone:
    ago = timedelta(days=days_ago)
    return StepDone(at=at(days_ago), by=MARA, step=step, on=DAY - ago)


def put_off(step: Step, days_ago: int = 0) -> StepPutOff:
    ago = timedelta(days=days_ago)
    return StepPutOff(at=at(days_ago), by=MARA, step=step, on=DAY - ago)


def noticed(sign: Sign, days_ago: int = 1) -> Noticed:
    on = DAY - timedelta(days=days_ago)
    return Noticed(at=at(days_ago), by=MARA, sign=sign, on=on)


def read(*entries: Entry) -> Today:
    return today.read(Log(entries), DAY)


def test_an_empty_journal_is_asked_three_questions() -> None:
    day = read()

    assert day.next
    assert (day.next.step, day.next.why) == (Step.QUESTIONS, Why.NOT_ASKED)


def test_naloxone_comes_first_where_there_is_none() -> None:
    day = read(*answers())

    assert day.next
    assert (day.next.step, day.next.why) == (Step.KIT, Why.NO_KIT)
    assert day.next.minutes == 10


def test_naloxone_that_was_got_is_remembered() -> None:
    day = read(*answers(), done(Step.KIT))

    assert day.next
    assert day.next.step is Step.OVERDOSE_STEPS
    assert Step.KIT not in [each.step for each in day.then]


def test_having_naloxone_can_be_taken_back() -> None:
    had = done(Step.KIT)

    day = read(*answers(), had, TakenBack(at=at(0), by=MARA, entry=had.id))

    assert day.next
    assert day.next.step is Step.KIT


def test_a_kit_that_was_used_up_is_asked_for_again() -> None:
    day = read(*answers(), done(Step.KIT, days_ago=5), *answers(days_ago=1))

    assert day.next
    assert day.next.step is Step.KIT


def test_what_was_put_off_makes_room_for_the_next_step() -> None:
    day = read(*answers(), put_off(Step.KIT))

    assert day.next
    assert day.next.step is Step.OVERDOSE_STEPS


def test_the_last_answers_count() -> None:
    found = situation.read(
        Log([*answers(Using.YES), *answers(Using.AGAIN, Kit.YES, days_ago=1)]), DAY
    )

    assert (found.using, found.kit) == (Using.AGAIN, Kit.YES)


def test_an_unsafe_answer_is_the_first_thing_on_every_day_after() -> None:
    day = read(*answers(safe=Safe.NO, days_ago=200))

    assert day.next
    assert day.next.step is Step.SAFETY_LINE
    assert day.situation.gate.colour is Colour.RED


def test_violence_that_was_noted_comes_first_though_the_check_was_green() -> None:
    checked = SafetyChecked(at=at(5), by=MARA, on=DAY - timedelta(days=5))

    day = read(*answers(), checked, noticed(Sign.VIOLENCE))

    assert day.next
    assert (day.next.step, day.next.why) == (Step.SAFETY_LINE, Why.VIOLENCE_NOTED)


def test_a_green_check_becomes_amber_after_a_month_and_is_asked_again() -> None:
    checked = SafetyChecked(at=at(31), by=MARA, on=DAY - timedelta(days=31))

    day = read(*answers(days_ago=40), checked)

    assert day.situation.gate.colour is Colour.AMBER
    assert day.next
    assert (day.next.step, day.next.why) == (Step.SAFETY_CHECK, Why.ASK_AGAIN)


def test_signs_in_several_parts_of_life_suggest_a_talk() -> None:
    notes = [noticed(Sign.MOOD), noticed(Sign.NODDING), noticed(Sign.MONEY_SHORT)]

    day = read(
        *answers(Using.UNKNOWN, Kit.YES), *notes, done(Step.SIGNS), done(Step.KIT)
    )

    talks = [each for each in (day.next, *day.then) if each and each.step is Step.TALK]
    assert [each.why for each in talks] == [Why.ADDS_UP]


def test_nobody_is_asked_to_talk_to_someone_who_hurts_them() -> None:
    notes = [noticed(Sign.MOOD), noticed(Sign.NODDING), noticed(Sign.MONEY_SHORT)]
    checked = SafetyChecked(at=at(1), by=MARA, on=DAY, told=(Told.HIT,))

    day = read(*answers(Using.YES, Kit.YES), *notes, checked)

    assert Step.TALK not in [each.step for each in (day.next, *day.then) if each]


def test_an_overdose_that_was_noted_asks_for_care_after_it() -> None:
    day = read(*answers(Using.YES, Kit.YES), noticed(Sign.NOT_WAKING))

    assert day.next
    assert day.next.step is Step.AFTER_OVERDOSE


@given(st.permutations([*answers(), done(Step.KIT), put_off(Step.CALL)]))
def test_the_order_of_writing_does_not_matter(entries: list[Entry]) -> None:
    in_order = read(*answers(), done(Step.KIT), put_off(Step.CALL))

    assert read(*entries).next == in_order.next
