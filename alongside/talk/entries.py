"""What is written down about a talk: the plan for it, how it went, and whom to tell."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.journal.entries import Entry


class Check(StrEnum):
    """What makes a moment fit for a talk (facts 4.5)."""

    QUIET = "quiet"
    RESTED = "rested"
    CALM = "calm"
    TIME = "time"
    NO_CHILDREN = "no-children"
    NOT_DRIVING = "not-driving"


class Offer(StrEnum):
    """One specific thing that someone can do."""

    LIFT = "lift"
    CHILDCARE = "childcare"
    CALLS = "calls"
    COME_ALONG = "come-along"
    PAPERWORK = "paperwork"


class How(StrEnum):
    """How a talk went, as far as anyone can say."""

    LISTENED = "listened"
    SHORT = "short"
    HEATED = "heated"
    NOT_YET = "not-yet"


class Planned(Entry, tag="talk.planned"):
    """A plan for one talk, in the writer's words. A revision names what it stands for."""

    who: str = ""
    when: str = ""
    where: str = ""
    checks: tuple[Check, ...] = ()
    saw: str = ""
    feel: str = ""
    understand: str = ""
    my_part: str = ""
    ask: str = ""
    offers: tuple[Offer, ...] = ()
    offer: str = ""
    leave: str = ""
    instead_of: UUID | None = None


class Held(Entry, tag="talk.held"):
    """A talk took place, or did not. `unsafe`: someone was hurt, threatened or afraid."""

    on: date
    how: How
    plan: UUID | None = None
    said: str = ""
    went_well: str = ""
    next_time: str = ""
    unsafe: bool = False


class TellPlanned(Entry, tag="talk.tell_planned"):
    """Whether and how to tell a loved one that one gets help here."""

    reasons: str = ""
    worries: str = ""
    words: str = ""
    when: str = ""
