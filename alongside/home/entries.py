"""What a person answers at the start, and what they did with the steps they were given."""

from datetime import date
from enum import StrEnum

from alongside.journal.entries import Entry


class Using(StrEnum):
    """Whether they use now. `again` is after a time without."""

    YES = "yes"
    AGAIN = "again"
    NO = "no"
    UNKNOWN = "unknown"


class Kit(StrEnum):
    """Whether naloxone is at home."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Step(StrEnum):
    """One thing to do next."""

    SEE_A_DOCTOR = "see-a-doctor"
    SAFETY_LINE = "safety-line"
    SUICIDE_LINE = "suicide-line"
    CHILD_LINE = "child-line"
    CARE_TODAY = "care-today"
    QUESTIONS = "questions"
    SAFETY_CHECK = "safety-check"
    KIT = "kit"
    STAY_NEAR = "stay-near"
    AFTER_OVERDOSE = "after-overdose"
    OVERDOSE_STEPS = "overdose-steps"
    KIT_AGAIN = "kit-again"
    HIDE = "hide"
    NOTE = "note"
    SIGNS = "signs"
    TALK = "talk"
    MEDICINES = "medicines"
    CALL = "call"
    REST = "rest"


class StartAnswered(Entry, tag="home.start_answered"):
    """Someone answered the questions of the start; the last answers count.

    Whether they are safe is an entry of its own (`safety.entries.SafeAnswered`), since
    other rooms ask for it too.
    """

    using: Using
    kit: Kit


class StepDone(Entry, tag="home.step_done"):
    """Someone did a step, or has what it asks for."""

    step: Step
    on: date


class StepPutOff(Entry, tag="home.step_put_off"):
    """Not today. The step comes back after a few days, and nobody counts."""

    step: Step
    on: date


class SampleMade(Entry, tag="home.sample_made"):
    """Everything in this journal was invented by `alongside demo`."""
