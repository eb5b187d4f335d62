"""From single notes to what they add up to: a combination over time, never a score.

No list that a relative fills in is known to find or rule out an opioid use disorder, so
a pattern only says which step makes sense now. Why these thresholds:
docs/adr/0009-when-signs-add-up.md.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from alongside.journal.log import Log
from alongside.safety import gate
from alongside.safety.gate import Gate, Tool
from alongside.safety.urgent import Danger
from alongside.signs import danger
from alongside.signs.entries import Group, Noticed, Seen, Sign

N = TypeVar("N", Noticed, Seen)

RECENT = timedelta(weeks=6)
PARTS_OF_LIFE = (Group.BEHAVIOUR, Group.BODY, Group.MONEY, Group.HOME)
PARTS_THAT_ADD_UP = 3
PARTS_WITH_A_FIND = 2

# Signs with fewer everyday explanations: two parts of life with one of them add up.
FINDS = frozenset(
    {
        Sign.MARKS,
        Sign.FOIL,
        Sign.STRAWS,
        Sign.BAGS,
        Sign.PILLS,
        Sign.SPOONS,
        Sign.SYRINGES,
    }
)


class NextStep(StrEnum):
    """What makes sense now."""

    KEEP_NOTING = "keep-noting"
    CARING_TALK = "caring-talk"
    STAY_SAFE = "stay-safe"
    GET_HELP_NOW = "get-help-now"


@dataclass(frozen=True)
class Pattern:
    """The notes of the last six weeks, newest first, and what is safe to open."""

    notes: tuple[Seen, ...]
    gate: Gate

    @property
    def parts(self) -> tuple[Group, ...]:
        """The parts of life that show signs. Good signs are no reason to worry."""
        seen = {note.group for note in self.notes}
        return tuple(part for part in PARTS_OF_LIFE if part in seen)

    @property
    def dangers(self) -> tuple[Danger, ...]:
        """Each kind of danger once, the newest first."""
        kinds = (danger.kind_of(note.sign) for note in self.notes)
        return tuple(dict.fromkeys(kind for kind in kinds if kind))

    @property
    def adds_up(self) -> bool:
        """Whether several parts of life show signs together."""
        found = any(note.sign in FINDS for note in self.notes)
        needed = PARTS_WITH_A_FIND if found else PARTS_THAT_ADD_UP
        return len(self.parts) >= needed

    @property
    def next_step(self) -> NextStep:
        # Danger comes first: one such sign outweighs any number of others.
        if self.dangers:
            return NextStep.GET_HELP_NOW
        if not self.adds_up:
            return NextStep.KEEP_NOTING
        # Where someone may be hurt for it, no talk is suggested.
        return (
            NextStep.CARING_TALK if self.gate.allows(Tool.TALK) else NextStep.STAY_SAFE
        )


def newest_first(notes: list[N]) -> tuple[N, ...]:
    """By the day it was seen; of one day, the note written last comes first."""
    return tuple(sorted(notes, key=lambda note: note.on)[::-1])


def read(log: Log, today: date) -> Pattern:
    """What was seen in the last six weeks.

    There is no upper end: where it is tomorrow already, a note may carry that day.
    """
    since = today - RECENT
    recent = [note for note in log.glance(Noticed, Seen) if note.on >= since]
    opened = gate.read(log, today, incident_at=danger.incident_at(log))
    return Pattern(newest_first(recent), opened)
