"""What a family can note, named as things seen or heard and never as motives."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.journal.entries import Entry, Glance


class Group(StrEnum):
    """The part of life in which a sign shows."""

    BEHAVIOUR = "behaviour"
    BODY = "body"
    MONEY = "money"
    HOME = "home"
    GOOD = "good"
    DANGER = "danger"


class Sign(StrEnum):
    """One thing that can be seen or heard."""

    PULLED_AWAY = "pulled-away"
    BEHIND_DOORS = "behind-doors"
    MOOD = "mood"
    PLANS_DROPPED = "plans-dropped"
    UPKEEP = "upkeep"
    BEHAVIOUR_OTHER = "behaviour-other"

    NODDING = "nodding"
    SMALL_PUPILS = "small-pupils"
    SLURRED = "slurred"
    MARKS = "marks"
    CONSTIPATION = "constipation"
    BODY_OTHER = "body-other"

    MONEY_SHORT = "money-short"
    THINGS_GONE = "things-gone"
    LAW = "law"
    MONEY_OTHER = "money-other"

    FOIL = "foil"
    STRAWS = "straws"
    BAGS = "bags"
    PILLS = "pills"
    SPOONS = "spoons"
    SYRINGES = "syringes"
    HOME_OTHER = "home-other"

    GOOD_MOMENT = "good-moment"
    NALOXONE = "naloxone"

    NOT_WAKING = "not-waking"
    BLUE_LIPS = "blue-lips"
    SLOW_BREATHING = "slow-breathing"
    SUICIDE_TALK = "suicide-talk"
    VIOLENCE = "violence"
    CHILD = "child"
    VERY_ILL = "very-ill"


# Within a group, what families meet most often stands first.
SIGNS_OF: dict[Group, tuple[Sign, ...]] = {
    Group.BEHAVIOUR: (
        Sign.PULLED_AWAY,
        Sign.BEHIND_DOORS,
        Sign.MOOD,
        Sign.PLANS_DROPPED,
        Sign.UPKEEP,
        Sign.BEHAVIOUR_OTHER,
    ),
    Group.BODY: (
        Sign.NODDING,
        Sign.SMALL_PUPILS,
        Sign.SLURRED,
        Sign.MARKS,
        Sign.CONSTIPATION,
        Sign.BODY_OTHER,
    ),
    Group.MONEY: (
        Sign.MONEY_SHORT,
        Sign.THINGS_GONE,
        Sign.LAW,
        Sign.MONEY_OTHER,
    ),
    Group.HOME: (
        Sign.FOIL,
        Sign.STRAWS,
        Sign.BAGS,
        Sign.PILLS,
        Sign.SPOONS,
        Sign.SYRINGES,
        Sign.HOME_OTHER,
    ),
    Group.GOOD: (
        Sign.GOOD_MOMENT,
        Sign.NALOXONE,
    ),
    Group.DANGER: (
        Sign.NOT_WAKING,
        Sign.BLUE_LIPS,
        Sign.SLOW_BREATHING,
        Sign.SUICIDE_TALK,
        Sign.VIOLENCE,
        Sign.CHILD,
        Sign.VERY_ILL,
    ),
}
GROUP_OF: dict[Sign, Group] = {
    sign: group for group, signs in SIGNS_OF.items() for sign in signs
}

# These say nothing until someone says it in words.
IN_OWN_WORDS = frozenset(
    {Sign.BEHAVIOUR_OTHER, Sign.BODY_OTHER, Sign.MONEY_OTHER, Sign.HOME_OTHER}
)


class SeenBy(StrEnum):
    """Whose eyes or ears it was."""

    ME = "me"
    TOLD = "told"


class Sure(StrEnum):
    """How sure the writer is that it was so."""

    SURE = "sure"
    FAIRLY = "fairly"
    UNSURE = "unsure"


class Noticed(Entry, tag="signs.noticed"):
    """Someone saw or heard one thing on a day. A guess stands apart from the fact.

    `what` and `guess` are the writer's own words and may be empty; `told_by` says, if
    the writer wants to, who told them; `sure` is None where it was not said.
    """

    sign: Sign
    on: date
    what: str = ""
    seen_by: SeenBy = SeenBy.ME
    told_by: str = ""
    sure: Sure | None = None
    guess: str = ""

    @property
    def group(self) -> Group:
        return GROUP_OF[self.sign]


class Seen(Glance, frozen=True):
    """What a pattern needs of a note: which one, when it was written, which sign, its day.

    `id` stays the 16 bytes as which it is stored: few of thousands are asked for theirs.
    """

    id: bytes
    at: datetime
    sign: Sign
    on: date

    @property
    def group(self) -> Group:
        return GROUP_OF[self.sign]


class Kept(Entry, tag="signs.kept"):
    """The writer keeps one note beyond its ninety days."""

    note: UUID


class Leaving(Entry, tag="signs.leaving"):
    """A note was taken back. No page shows it any more; on this day it is erased too."""

    note: UUID
    on: date
