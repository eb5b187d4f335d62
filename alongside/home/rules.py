"""The rules for what helps next, in the order in which they are asked.

Each rule looks at the situation and answers with a step and its reason, or with nothing.
Safety comes first, then naloxone, then seeing clearly, talking, people, and oneself
(docs/adr/0012-what-comes-next.md). Numbers of days are ours.
"""

from collections.abc import Callable
from datetime import timedelta

from alongside.home.entries import Kit, Step, Using
from alongside.home.situation import Situation
from alongside.home.steps import TOOLS, Suggestion, Why
from alongside.safety.gate import Reason
from alongside.safety.urgent import Danger

WEEK = timedelta(weeks=1)
FORTNIGHT = timedelta(weeks=2)
# A drill is forgotten and a kit goes missing: look again after three months.
QUARTER = timedelta(days=90)

Rule = Callable[[Situation], Suggestion | None]


def see_a_doctor(at: Situation) -> Suggestion | None:
    if at.gate.see_a_doctor and not at.was_done(Step.SEE_A_DOCTOR):
        return Suggestion(Step.SEE_A_DOCTOR, Why.CHOKED)
    return None


def safety_line(at: Situation) -> Suggestion | None:
    if not at.is_unsafe or at.was_done(Step.SAFETY_LINE, within=WEEK):
        return None
    if Reason.INCIDENT in at.gate.reasons:
        return Suggestion(Step.SAFETY_LINE, Why.VIOLENCE_NOTED)
    told = set(at.gate.reasons) - {Reason.NOT_SAFE, Reason.CHILDREN}
    why = Why.CHECK_SAYS if told else Why.SAID_UNSAFE
    return Suggestion(Step.SAFETY_LINE, why)


def suicide_line(at: Situation) -> Suggestion | None:
    if at.is_unmet(Danger.SUICIDE, Step.SUICIDE_LINE):
        return Suggestion(Step.SUICIDE_LINE, Why.SUICIDE_NOTED)
    return None


def child_line(at: Situation) -> Suggestion | None:
    if at.is_unmet(Danger.CHILD, Step.CHILD_LINE):
        return Suggestion(Step.CHILD_LINE, Why.CHILD_NOTED)
    if at.is_unsafe and at.gate.children and not at.was_done(Step.CHILD_LINE):
        return Suggestion(Step.CHILD_LINE, Why.CHILDREN_THERE)
    return None


def care_today(at: Situation) -> Suggestion | None:
    if at.is_unmet(Danger.MEDICAL, Step.CARE_TODAY):
        return Suggestion(Step.CARE_TODAY, Why.ILL_NOTED)
    return None


def questions(at: Situation) -> Suggestion | None:
    if at.using is None:
        return Suggestion(Step.QUESTIONS, Why.NOT_ASKED)
    return None


def safety_check(at: Situation) -> Suggestion | None:
    """Asked of someone unsafe or unsure, and again after a while; never of a newcomer."""
    if not at.gate.ask or at.gate.reasons == (Reason.NOT_ASKED,):
        return None
    again = {Reason.LONG_AGO, Reason.INCIDENT} & set(at.gate.reasons)
    return Suggestion(Step.SAFETY_CHECK, Why.ASK_AGAIN if again else Why.NOT_SURE)


def hide(at: Situation) -> Suggestion | None:
    if at.is_unsafe and not at.was_done(Step.HIDE):
        return Suggestion(Step.HIDE, Why.WATCHED)
    return None


def stay_near(at: Situation) -> Suggestion | None:
    if at.using is Using.AGAIN and not at.was_done(Step.STAY_NEAR, within=FORTNIGHT):
        return Suggestion(Step.STAY_NEAR, Why.TOLERANCE)
    return None


def kit(at: Situation) -> Suggestion | None:
    if at.has_kit:
        return None
    if at.using is Using.NO:
        # Who has stopped is in more danger than before, if they ever use again.
        return Suggestion(Step.KIT, Why.KIT_FOR_LATER)
    return Suggestion(Step.KIT, Why.NO_KIT if at.kit is Kit.NO else Why.KIT_UNKNOWN)


def after_overdose(at: Situation) -> Suggestion | None:
    if at.is_unmet(Danger.OVERDOSE, Step.AFTER_OVERDOSE):
        return Suggestion(Step.AFTER_OVERDOSE, Why.OVERDOSE_NOTED)
    return None


def overdose_steps(at: Situation) -> Suggestion | None:
    if at.was_done(Step.OVERDOSE_STEPS, within=QUARTER):
        return None
    again = at.was_done(Step.OVERDOSE_STEPS)
    why = Why.THREE_MONTHS if again else Why.BEFORE_YOU_NEED_IT
    return Suggestion(Step.OVERDOSE_STEPS, why)


def kit_again(at: Situation) -> Suggestion | None:
    """Naloxone is remembered; after three months it is looked at once more."""
    seen = [on for step, on in at.done.items() if step in {Step.KIT, Step.KIT_AGAIN}]
    if seen and at.today - max(seen) >= QUARTER:
        return Suggestion(Step.KIT_AGAIN, Why.THREE_MONTHS)
    return None


def signs(at: Situation) -> Suggestion | None:
    if at.using is Using.UNKNOWN and not at.was_done(Step.SIGNS):
        return Suggestion(Step.SIGNS, Why.NOT_KNOWN)
    return None


def note(at: Situation) -> Suggestion | None:
    """Notes need a journal. Who has one note is never asked for more."""
    if not at.signed_in or at.using is Using.NO or at.has_notes:
        return None
    return Suggestion(Step.NOTE, Why.NOTHING_NOTED)


def talk(at: Situation) -> Suggestion | None:
    if at.was_done(Step.TALK, within=FORTNIGHT):
        return None
    if at.adds_up:
        return Suggestion(Step.TALK, Why.ADDS_UP)
    if at.using in {Using.YES, Using.AGAIN}:
        return Suggestion(Step.TALK, Why.USING)
    return None


def medicines(at: Situation) -> Suggestion | None:
    if at.was_done(Step.MEDICINES) or at.using in {None, Using.UNKNOWN}:
        return None
    why = Why.HELPS_IT_LAST if at.using is Using.NO else Why.READY_FOR_A_YES
    return Suggestion(Step.MEDICINES, why)


def call(at: Situation) -> Suggestion | None:
    if at.was_done(Step.CALL, within=FORTNIGHT):
        return None
    return Suggestion(Step.CALL, Why.NOT_ALONE)


def rest(at: Situation) -> Suggestion | None:
    if at.was_done(Step.REST, within=timedelta(days=1)):
        return None
    return Suggestion(Step.REST, Why.YOU_TOO)


# The order is the sequence of care: nobody is asked to talk before they are safe.
RULES: tuple[Rule, ...] = (
    see_a_doctor,
    safety_line,
    suicide_line,
    child_line,
    care_today,
    questions,
    safety_check,
    hide,
    stay_near,
    kit,
    after_overdose,
    overdose_steps,
    kit_again,
    signs,
    note,
    talk,
    medicines,
    call,
    rest,
)


def suggested(at: Situation) -> list[Suggestion]:
    """All that helps now, the most needed first. What the gate closes is left out, and
    so is what was put off.
    """
    found = [each for rule in RULES if (each := rule(at))]
    return [
        each
        for each in found
        if at.gate.allows(TOOLS[each.step]) and not at.is_put_off(each.step)
    ]
