"""Which signs are a danger, of which kind, and which look like one.

Each kind opens its own help: nobody reads overdose steps because of a threat.
"""

from datetime import datetime

from alongside.journal.log import Log
from alongside.safety.urgent import Danger
from alongside.signs.entries import Noticed, Seen, Sign

KINDS: dict[Sign, Danger] = {
    Sign.NOT_WAKING: Danger.OVERDOSE,
    Sign.BLUE_LIPS: Danger.OVERDOSE,
    Sign.SLOW_BREATHING: Danger.OVERDOSE,
    Sign.SUICIDE_TALK: Danger.SUICIDE,
    Sign.VIOLENCE: Danger.VIOLENCE,
    Sign.CHILD: Danger.CHILD,
    Sign.VERY_ILL: Danger.MEDICAL,
}

# Someone who is very drowsy and someone who is dying of an overdose can look alike.
LIKE_AN_OVERDOSE = frozenset({Sign.SMALL_PUPILS, Sign.NODDING, Sign.SLURRED})


def kind_of(sign: Sign) -> Danger | None:
    """What kind of danger a sign is; None for a sign that is none by itself."""
    return KINDS.get(sign)


def incident_at(log: Log) -> datetime | None:
    """When violence was last written down."""
    notes = log.glance(Noticed, Seen)
    told = (note.at for note in notes if note.sign is Sign.VIOLENCE)
    return max(told, default=None)
