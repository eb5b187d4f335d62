"""What a person can say about safety at home. Their answers are kept, never a verdict."""

from datetime import date
from enum import StrEnum

from alongside.journal.entries import Entry


class Told(StrEnum):
    """One thing that is so at home. Every one of them matters; none needs proof."""

    HIT = "hit"
    STRANGLED = "strangled"
    THREATENED = "threatened"
    CONTROLLED = "controlled"
    WEAPON = "weapon"
    WORSE = "worse"
    AFRAID = "afraid"
    CHILDREN = "children"
    UNEASY = "uneasy"


class Limits(StrEnum):
    """How they took it when someone last said no to them."""

    CALM = "calm"
    LOUD = "loud"
    BROKE_THINGS = "broke-things"
    HURT_OR_SCARED = "hurt-or-scared"
    UNKNOWN = "unknown"


class Safe(StrEnum):
    """The answer to one question: are you safe at home?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class SafeAnswered(Entry, tag="safety.safe_answered"):
    """Someone answered the one question of the start."""

    safe: Safe


class SafetyChecked(Entry, tag="safety.checked"):
    """Someone went through the short check on a day. The colour is read from it."""

    on: date
    told: tuple[Told, ...] = ()
    limits: Limits = Limits.UNKNOWN
