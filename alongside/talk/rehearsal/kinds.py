"""The names of a rehearsal: what a line is to them, how they are, how it can end."""

from enum import StrEnum


class Act(StrEnum):
    """What a line is to the one who hears it; a reply answers one of these."""

    HURT = "hurt"
    CORNERED = "cornered"
    PUSHED = "pushed"
    MIXED = "mixed"
    ASKED = "asked"
    SEEN = "seen"
    TOLD = "told"
    OFFERED = "offered"
    FREE = "free"
    OWNED = "owned"
    LOVED = "loved"
    PLAIN = "plain"
    AGAIN = "again"
    SILENCE = "silence"
    LONG = "long"
    MANY = "many"
    GAP = "gap"
    FLATTERY = "flattery"
    TIRED = "tired"
    STOP = "stop"
    LEAVING = "leaving"


class Temper(StrEnum):
    """How they take things today."""

    PLAIN = "plain"
    HEATED = "heated"
    WITHDRAWN = "withdrawn"


class Band(StrEnum):
    """How high their guard is, in words."""

    CLOSED = "closed"
    WARY = "wary"
    OPEN = "open"


class Level(StrEnum):
    """How much there is of something, in words."""

    LOW = "low"
    SOME = "some"
    MUCH = "much"


class Flag(StrEnum):
    """What is so in this moment, whatever is said."""

    WITHDRAWAL = "withdrawal"
    HIGH = "high"
    PUBLIC = "public"
    AFTER_OVERDOSE = "after_overdose"
    TEXT = "text"


class Ending(StrEnum):
    """How it ended. None of them is a win, and none a failure."""

    LEFT = "left"
    STOPPED_KINDLY = "stopped-kindly"
    DOOR_OPEN = "door-open"
    SMALL_YES = "small-yes"
    STUCK = "stuck"


# In these moments nothing can be taken in; the best move is to stop kindly.
NOT_NOW = frozenset({Flag.WITHDRAWAL, Flag.HIGH})
