"""What a suggested step is: its reason, how long it takes, what it costs, its tool."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.home.entries import Step
from alongside.safety.gate import Tool


class Why(StrEnum):
    """Why a step is suggested now."""

    CHOKED = "choked"
    SAID_UNSAFE = "said-unsafe"
    CHECK_SAYS = "check-says"
    VIOLENCE_NOTED = "violence-noted"
    SUICIDE_NOTED = "suicide-noted"
    CHILD_NOTED = "child-noted"
    CHILDREN_THERE = "children-there"
    ILL_NOTED = "ill-noted"
    NOT_ASKED = "not-asked"
    NOT_SURE = "not-sure"
    ASK_AGAIN = "ask-again"
    WATCHED = "watched"
    TOLERANCE = "tolerance"
    NO_KIT = "no-kit"
    KIT_UNKNOWN = "kit-unknown"
    KIT_FOR_LATER = "kit-for-later"
    OVERDOSE_NOTED = "overdose-noted"
    BEFORE_YOU_NEED_IT = "before-you-need-it"
    THREE_MONTHS = "three-months"
    NOT_KNOWN = "not-known"
    NOTHING_NOTED = "nothing-noted"
    USING = "using"
    ADDS_UP = "adds-up"
    READY_FOR_A_YES = "ready-for-a-yes"
    HELPS_IT_LAST = "helps-it-last"
    NOT_ALONE = "not-alone"
    YOU_TOO = "you-too"


class Cost(StrEnum):
    FREE = "free"
    OFTEN_FREE = "often-free"
    DEPENDS = "depends"


# The tool that each step is, to the safety gate: what a colour closes is not suggested.
TOOLS: dict[Step, Tool] = {
    Step.SEE_A_DOCTOR: Tool.SAFETY_PLAN,
    Step.SAFETY_LINE: Tool.CALL,
    Step.SUICIDE_LINE: Tool.CALL,
    Step.CHILD_LINE: Tool.CALL,
    Step.CARE_TODAY: Tool.CALL,
    Step.QUESTIONS: Tool.SAFETY_PLAN,
    Step.SAFETY_CHECK: Tool.SAFETY_PLAN,
    Step.KIT: Tool.NALOXONE,
    # To stay close to someone is safe only where talking is.
    Step.STAY_NEAR: Tool.TALK,
    Step.AFTER_OVERDOSE: Tool.NALOXONE,
    Step.OVERDOSE_STEPS: Tool.NALOXONE,
    Step.KIT_AGAIN: Tool.NALOXONE,
    Step.HIDE: Tool.SAFETY_PLAN,
    # Notes may be found. They stay open in red, and are not suggested there.
    Step.NOTE: Tool.TALK,
    Step.SIGNS: Tool.LEARN,
    Step.TALK: Tool.TALK,
    # It makes ready for a yes, which someone unsafe does not have to wait for.
    Step.MEDICINES: Tool.INVITE,
    Step.CALL: Tool.CALL,
    Step.REST: Tool.SELF_CARE,
}

# Where a step is done: the name of a page, what it takes, and a place on it.
PLACES: dict[Step, str] = {
    Step.SEE_A_DOCTOR: "helpline:call#violence",
    Step.SAFETY_LINE: "helpline:call#violence",
    Step.SUICIDE_LINE: "helpline:call#suicide",
    Step.CHILD_LINE: "helpline:call#child",
    Step.CARE_TODAY: "helpline:call#medical",
    Step.QUESTIONS: "home:answers",
    Step.SAFETY_CHECK: "home:check",
    Step.KIT: "learn:guide kit#get-it-this-week",
    Step.STAY_NEAR: "learn:guide before-you-talk#if-they-used-again",
    Step.AFTER_OVERDOSE: "learn:guide kit#after-an-overdose",
    Step.OVERDOSE_STEPS: "safety:now",
    Step.KIT_AGAIN: "learn:guide kit#keep-it-ready",
    Step.HIDE: "safety:hide",
    Step.NOTE: "signs:notice",
    Step.SIGNS: "learn:guide what-you-may-see",
    Step.TALK: "talk:overview",
    Step.MEDICINES: "learn:guide medicines",
    Step.CALL: "helpline:call",
    Step.REST: "learn:guide you#tonight-choose-one",
}

# These are done on a page of their own, so nobody has to say that they did them.
SAYS_ITSELF = frozenset({Step.QUESTIONS, Step.SAFETY_CHECK, Step.NOTE})

# Minutes that a step takes; nobody can say how long a visit to a doctor lasts.
MINUTES: dict[Step, int] = {
    Step.SAFETY_LINE: 10,
    Step.SUICIDE_LINE: 10,
    Step.CHILD_LINE: 10,
    Step.CARE_TODAY: 10,
    Step.QUESTIONS: 1,
    Step.SAFETY_CHECK: 2,
    Step.KIT: 10,
    Step.STAY_NEAR: 5,
    Step.AFTER_OVERDOSE: 5,
    Step.OVERDOSE_STEPS: 3,
    Step.KIT_AGAIN: 5,
    Step.HIDE: 3,
    Step.NOTE: 2,
    Step.SIGNS: 5,
    Step.TALK: 10,
    Step.MEDICINES: 10,
    Step.CALL: 10,
    Step.REST: 5,
}

COSTS: dict[Step, Cost] = {
    Step.SEE_A_DOCTOR: Cost.DEPENDS,
    Step.CARE_TODAY: Cost.DEPENDS,
    Step.KIT: Cost.OFTEN_FREE,
}


@dataclass(frozen=True)
class Suggestion:
    """One step, and why now."""

    step: Step
    why: Why

    @property
    def minutes(self) -> int | None:
        return MINUTES.get(self.step)

    @property
    def cost(self) -> Cost:
        return COSTS.get(self.step, Cost.FREE)
