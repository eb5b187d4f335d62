"""What helps next, and why: each rule both ways. No database, no clock."""

from datetime import date, timedelta

import pytest

from alongside.home import rules
from alongside.home.entries import Kit, Step, Using
from alongside.home.rules import Rule
from alongside.home.situation import Situation
from alongside.home.steps import Suggestion, Why
from alongside.safety import gate
from alongside.safety.entries import Safe, Told
from alongside.safety.gate import Colour, Gate, Reason
from alongside.safety.urgent import Danger

TODAY = date(2026, 12, 5)
GREEN = Gate(Colour.GREEN)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def someone(**knows: object) -> Situation:
    """Someone safe, whose son uses, with naloxone at home; and what else is so."""
    usual = {"gate": GREEN, "using": Using.YES, "kit": Kit.YES}
    return Situation(today=TODAY, **(usual | knows))  # type: ignore[arg-type]


RULES_THAT_SAY: list[tuple[Rule, Situation, Suggestion | None]] = [
    # Someone choked them: whatever else is so.
    (
        rules.see_a_doctor,
        someone(gate=gate.weigh([Told.STRANGLED])),
        Suggestion(Step.SEE_A_DOCTOR, Why.CHOKED),
    ),
    (rules.see_a_doctor, someone(gate=gate.weigh([Told.HIT])), None),
    (
        rules.see_a_doctor,
        someone(gate=gate.weigh([Told.STRANGLED]), done={Step.SEE_A_DOCTOR: ago(200)}),
        None,
    ),
    # Not safe: the line for violence, until it was called this week.
    (
        rules.safety_line,
        someone(gate=gate.unchecked(Safe.NO)),
        Suggestion(Step.SAFETY_LINE, Why.SAID_UNSAFE),
    ),
    (
        rules.safety_line,
        someone(gate=gate.weigh([Told.HIT, Told.CHILDREN])),
        Suggestion(Step.SAFETY_LINE, Why.CHECK_SAYS),
    ),
    (
        rules.safety_line,
        someone(gate=Gate(Colour.RED, (Reason.INCIDENT,), ask=True)),
        Suggestion(Step.SAFETY_LINE, Why.VIOLENCE_NOTED),
    ),
    (rules.safety_line, someone(gate=gate.weigh([Told.UNEASY])), None),
    (
        rules.safety_line,
        someone(gate=gate.weigh([Told.HIT]), done={Step.SAFETY_LINE: ago(6)}),
        None,
    ),
    (
        rules.safety_line,
        someone(gate=gate.weigh([Told.HIT]), done={Step.SAFETY_LINE: ago(7)}),
        Suggestion(Step.SAFETY_LINE, Why.CHECK_SAYS),
    ),
    # A danger that was noted stays first until something was done about it.
    (
        rules.suicide_line,
        someone(dangers={Danger.SUICIDE: ago(2)}),
        Suggestion(Step.SUICIDE_LINE, Why.SUICIDE_NOTED),
    ),
    (rules.suicide_line, someone(dangers={Danger.CHILD: ago(2)}), None),
    (
        rules.suicide_line,
        someone(dangers={Danger.SUICIDE: ago(2)}, done={Step.SUICIDE_LINE: ago(2)}),
        None,
    ),
    (
        rules.suicide_line,
        someone(dangers={Danger.SUICIDE: ago(1)}, done={Step.SUICIDE_LINE: ago(2)}),
        Suggestion(Step.SUICIDE_LINE, Why.SUICIDE_NOTED),
    ),
    (
        rules.child_line,
        someone(dangers={Danger.CHILD: ago(0)}),
        Suggestion(Step.CHILD_LINE, Why.CHILD_NOTED),
    ),
    (
        rules.child_line,
        someone(gate=gate.weigh([Told.HIT, Told.CHILDREN])),
        Suggestion(Step.CHILD_LINE, Why.CHILDREN_THERE),
    ),
    (rules.child_line, someone(gate=gate.weigh([Told.CHILDREN])), None),
    (
        rules.care_today,
        someone(dangers={Danger.MEDICAL: ago(0)}),
        Suggestion(Step.CARE_TODAY, Why.ILL_NOTED),
    ),
    (rules.care_today, someone(), None),
    # Nobody asked yet.
    (rules.questions, someone(using=None), Suggestion(Step.QUESTIONS, Why.NOT_ASKED)),
    (rules.questions, someone(using=Using.UNKNOWN), None),
    (
        rules.safety_check,
        someone(gate=gate.unchecked(Safe.UNKNOWN)),
        Suggestion(Step.SAFETY_CHECK, Why.NOT_SURE),
    ),
    (
        rules.safety_check,
        someone(gate=Gate(Colour.AMBER, (Reason.LONG_AGO,), ask=True)),
        Suggestion(Step.SAFETY_CHECK, Why.ASK_AGAIN),
    ),
    (rules.safety_check, someone(gate=gate.unchecked(None)), None),
    (rules.safety_check, someone(gate=gate.weigh([Told.HIT])), None),
    (
        rules.hide,
        someone(gate=gate.unchecked(Safe.NO)),
        Suggestion(Step.HIDE, Why.WATCHED),
    ),
    (rules.hide, someone(), None),
    # They used again: tolerance is named at once.
    (
        rules.stay_near,
        someone(using=Using.AGAIN),
        Suggestion(Step.STAY_NEAR, Why.TOLERANCE),
    ),
    (rules.stay_near, someone(using=Using.YES), None),
    (rules.stay_near, someone(using=Using.AGAIN, done={Step.STAY_NEAR: ago(3)}), None),
    # Naloxone, for each way of not having it.
    (rules.kit, someone(kit=Kit.NO), Suggestion(Step.KIT, Why.NO_KIT)),
    (rules.kit, someone(kit=Kit.UNKNOWN), Suggestion(Step.KIT, Why.KIT_UNKNOWN)),
    (
        rules.kit,
        someone(kit=Kit.NO, using=Using.NO),
        Suggestion(Step.KIT, Why.KIT_FOR_LATER),
    ),
    (rules.kit, someone(kit=Kit.YES), None),
    (rules.kit, someone(kit=Kit.NO, done={Step.KIT: ago(400)}), None),
    (
        rules.after_overdose,
        someone(dangers={Danger.OVERDOSE: ago(1)}),
        Suggestion(Step.AFTER_OVERDOSE, Why.OVERDOSE_NOTED),
    ),
    (rules.after_overdose, someone(), None),
    (
        rules.overdose_steps,
        someone(),
        Suggestion(Step.OVERDOSE_STEPS, Why.BEFORE_YOU_NEED_IT),
    ),
    (rules.overdose_steps, someone(done={Step.OVERDOSE_STEPS: ago(89)}), None),
    (
        rules.overdose_steps,
        someone(done={Step.OVERDOSE_STEPS: ago(90)}),
        Suggestion(Step.OVERDOSE_STEPS, Why.THREE_MONTHS),
    ),
    (rules.kit_again, someone(done={Step.KIT: ago(89)}), None),
    (
        rules.kit_again,
        someone(done={Step.KIT: ago(90)}),
        Suggestion(Step.KIT_AGAIN, Why.THREE_MONTHS),
    ),
    (
        rules.kit_again,
        someone(done={Step.KIT: ago(200), Step.KIT_AGAIN: ago(10)}),
        None,
    ),
    # Seeing clearly.
    (
        rules.signs,
        someone(using=Using.UNKNOWN),
        Suggestion(Step.SIGNS, Why.NOT_KNOWN),
    ),
    (rules.signs, someone(using=Using.YES), None),
    (
        rules.note,
        someone(signed_in=True),
        Suggestion(Step.NOTE, Why.NOTHING_NOTED),
    ),
    (rules.note, someone(signed_in=True, has_notes=True), None),
    (rules.note, someone(signed_in=False), None),
    (rules.note, someone(signed_in=True, using=Using.NO), None),
    # Talking, and what a yes needs.
    (rules.talk, someone(), Suggestion(Step.TALK, Why.USING)),
    (
        rules.talk,
        someone(using=Using.UNKNOWN, adds_up=True),
        Suggestion(Step.TALK, Why.ADDS_UP),
    ),
    (rules.talk, someone(using=Using.UNKNOWN), None),
    (rules.talk, someone(done={Step.TALK: ago(13)}), None),
    (rules.medicines, someone(), Suggestion(Step.MEDICINES, Why.READY_FOR_A_YES)),
    (
        rules.medicines,
        someone(using=Using.NO),
        Suggestion(Step.MEDICINES, Why.HELPS_IT_LAST),
    ),
    (rules.medicines, someone(using=Using.UNKNOWN), None),
    (rules.medicines, someone(done={Step.MEDICINES: ago(500)}), None),
    # People, and oneself.
    (rules.call, someone(), Suggestion(Step.CALL, Why.NOT_ALONE)),
    (rules.call, someone(done={Step.CALL: ago(13)}), None),
    (rules.rest, someone(), Suggestion(Step.REST, Why.YOU_TOO)),
    (rules.rest, someone(done={Step.REST: ago(0)}), None),
]


@pytest.mark.parametrize(("rule", "at", "says"), RULES_THAT_SAY)
def test_a_rule_says_what_helps_or_nothing(
    rule: Rule, at: Situation, says: Suggestion | None
) -> None:
    assert rule(at) == says


def test_every_rule_is_tried_both_ways() -> None:
    for rule in rules.RULES:
        said = [says for tried, _, says in RULES_THAT_SAY if tried is rule]
        assert any(said), rule
        assert None in said, rule
