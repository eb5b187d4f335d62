"""What the coach can say of a text: marks, credits, and where they stand.

The names follow CRAFT's communication elements and the codes of motivational
interviewing (MITI 4.2). Offsets count Unicode code points; the end is exclusive.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What is likely to land badly."""

    LABEL = "label"
    BLAME = "blame"
    ACCUSATION = "accusation"
    GENERALISATION = "generalisation"
    ULTIMATUM = "ultimatum"
    THREAT = "threat"
    INTERROGATION = "interrogation"
    COMMAND = "command"
    DISMISSAL = "dismissal"
    GUILT = "guilt"


class Credit(StrEnum):
    """What is likely to help."""

    I_STATEMENT = "i_statement"
    FEELING = "feeling"
    OBSERVATION = "observation"
    OPEN_QUESTION = "open_question"
    UNDERSTANDING = "understanding"
    AFFIRMATION = "affirmation"
    AUTONOMY = "autonomy"
    OFFER = "offer"
    RESPONSIBILITY = "responsibility"
    CARE = "care"


@dataclass(frozen=True)
class Marked:
    """Words that may land badly, why, and another wording if a good one is known."""

    kind: Mark
    start: int
    end: int
    why: str
    source: str
    instead: str | None = None


@dataclass(frozen=True)
class Credited:
    """Words that are likely to help, and why."""

    kind: Credit
    start: int
    end: int
    why: str
    source: str


@dataclass(frozen=True)
class Reading:
    """What the coach has to say of one text, each list in the order of the text."""

    marks: tuple[Marked, ...] = ()
    credits: tuple[Credited, ...] = ()

    @property
    def notes(self) -> tuple["Marked | Credited", ...]:
        """Marks and credits together, in the order of the text."""
        both: list[Marked | Credited] = [*self.marks, *self.credits]
        return tuple(sorted(both, key=lambda note: (note.start, note.end, note.kind)))
