"""The short check on violence that stands before any tool that could provoke it.

Colours follow the safety step of CRAFT: green opens every tool, amber
keeps those that only talk, red keeps those that protect. An answer is asked for again
after a month and after an incident; until then an old answer opens less, never more.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from alongside.journal.log import Log
from alongside.safety.entries import Limits, Safe, SafeAnswered, SafetyChecked, Told

ASK_AGAIN = timedelta(days=30)


class Colour(StrEnum):
    """How much is safe to open. The order is from mild to grave."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Tool(StrEnum):
    """What a colour may open."""

    CALL = "call"
    SAFETY_PLAN = "safety-plan"
    NALOXONE = "naloxone"
    SELF_CARE = "self-care"
    LEARN = "learn"
    NOTE = "note"
    TALK = "talk"
    INVITE = "invite"
    REWARDS = "rewards"
    BOUNDARIES = "boundaries"
    CONSEQUENCES = "consequences"


class Reason(StrEnum):
    """Why a colour is what it is: something told, or what was not."""

    HIT = "hit"
    STRANGLED = "strangled"
    THREATENED = "threatened"
    CONTROLLED = "controlled"
    WEAPON = "weapon"
    WORSE = "worse"
    AFRAID = "afraid"
    CHILDREN = "children"
    UNEASY = "uneasy"
    BROKE_THINGS = "broke-things"
    HURT_OR_SCARED = "hurt-or-scared"
    NOT_SAFE = "not-safe"
    NOT_SURE = "not-sure"
    NOT_ASKED = "not-asked"
    INCIDENT = "incident"
    LONG_AGO = "long-ago"


# Nobody's tools: a line to call, and help against an overdose, are never closed.
PROTECTS = frozenset({Tool.CALL, Tool.SAFETY_PLAN, Tool.NALOXONE, Tool.SELF_CARE})
SPEAKS = frozenset({Tool.LEARN, Tool.NOTE, Tool.TALK, Tool.INVITE})
OPENS = {
    Colour.GREEN: frozenset(Tool),
    Colour.AMBER: PROTECTS | SPEAKS,
    Colour.RED: PROTECTS | {Tool.LEARN, Tool.NOTE},
}

GRAVE = frozenset({Told.HIT, Told.STRANGLED, Told.THREATENED, Told.AFRAID})
# Each is a warning alone; two of them together are grave.
WARNS = frozenset({Told.CONTROLLED, Told.WEAPON, Told.WORSE, Told.UNEASY})
STEPS = tuple(Colour)


@dataclass(frozen=True)
class Gate:
    """What is safe to open, and why. `ask` is whether it is time to ask (again)."""

    colour: Colour
    reasons: tuple[Reason, ...] = ()
    ask: bool = False

    def allows(self, tool: Tool) -> bool:
        return tool in OPENS[self.colour]

    @property
    def see_a_doctor(self) -> bool:
        # Being choked can harm or kill days later, with nothing to be seen or felt.
        return Reason.STRANGLED in self.reasons

    @property
    def children(self) -> bool:
        return Reason.CHILDREN in self.reasons


def worse_of(*colours: Colour) -> Colour:
    return max(colours, key=STEPS.index)


def weigh(told: Collection[Told], limits: Limits = Limits.UNKNOWN) -> Gate:
    """The colour of one set of answers. Ticking more never makes it milder."""
    reasons = [Reason(each) for each in Told if each in told]
    if limits in {Limits.BROKE_THINGS, Limits.HURT_OR_SCARED}:
        reasons.append(Reason(limits))
    return Gate(_colour(frozenset(told), limits), tuple(reasons))


def _colour(told: frozenset[Told], limits: Limits) -> Colour:
    warnings = len(told & WARNS) + (limits is Limits.BROKE_THINGS)
    if told & GRAVE or limits is Limits.HURT_OR_SCARED or warnings > 1:
        return Colour.RED
    # Children alone are no danger; beside one, they make waiting worse.
    return Colour.AMBER if warnings else Colour.GREEN


def unchecked(safe: Safe | None) -> Gate:
    """Before any check, by the one question of the start; None where it was not asked.

    Someone who says that they are not safe is believed: red until they say more.
    """
    match safe:
        case Safe.YES:
            return Gate(Colour.GREEN)
        case Safe.NO:
            return Gate(Colour.RED, (Reason.NOT_SAFE,), ask=True)
        case Safe.UNKNOWN:
            return Gate(Colour.AMBER, (Reason.NOT_SURE,), ask=True)
        case None:
            return Gate(Colour.AMBER, (Reason.NOT_ASKED,), ask=True)


def checked(weighed: Gate, safe: Safe | None) -> Gate:
    """After a check, by what was answered before it. Who said that they are not safe, or
    not sure, may mean what nobody asked: then it is never all clear.
    """
    if safe in {Safe.NO, Safe.UNKNOWN}:
        return both(weighed, Gate(Colour.AMBER, unchecked(safe).reasons))
    return weighed


def read(log: Log, today: date, *, incident_at: datetime | None = None) -> Gate:
    """What is open today: by the last check, and by what was told before and since.

    `incident_at` is when violence was last written down.
    """
    checks, answers = log.of(SafetyChecked), log.of(SafeAnswered)
    last = checks[-1] if checks else None
    answer = answers[-1] if answers else None
    gate = unchecked(answer.safe if answer else None)
    if last and not (answer and answer.at > last.at):
        gate = checked(_of(last, today), answer.safe if answer else None)
    elif last:
        gate = both(_of(last, today), gate)
    if incident_at and not (last and last.at >= incident_at):
        gate = both(gate, Gate(Colour.RED, (Reason.INCIDENT,), ask=True))
    return gate


def _of(last: SafetyChecked, today: date) -> Gate:
    """What a check opens today. An old one opens less, and is asked for again."""
    gate = weigh(last.told, last.limits)
    if today - last.on > ASK_AGAIN:
        return both(gate, Gate(Colour.AMBER, (Reason.LONG_AGO,), ask=True))
    return gate


def both(one: Gate, other: Gate) -> Gate:
    """Both at once: what is open in each of them."""
    colour = worse_of(one.colour, other.colour)
    reasons = dict.fromkeys((*one.reasons, *other.reasons))
    return Gate(colour, tuple(reasons), ask=one.ask or other.ask)
