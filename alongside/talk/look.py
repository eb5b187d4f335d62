"""What the coach says of a text, as a page shows it: pieces with numbers, and notes.

What helps comes first; of what may land badly at most three things are shown, since
nobody changes ten. There is no score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from alongside.coach import coach
from alongside.coach.kinds import Credit, Credited, Mark, Marked
from alongside.coach.reasons import reasons

MOST_MARKS = 3
MOST_CREDITS = 5
# The gravest first, where there is more than is shown.
GRAVE = (
    *(Mark.THREAT, Mark.ULTIMATUM, Mark.LABEL, Mark.BLAME, Mark.GUILT),
    *(Mark.ACCUSATION, Mark.DISMISSAL, Mark.GENERALISATION, Mark.INTERROGATION),
    Mark.COMMAND,
)


@dataclass(frozen=True)
class Note:
    """One note beside a text. `keeps`: it helps; else it may land badly."""

    number: int
    keeps: bool
    name: str
    words: str
    why: str
    source: str
    instead: str | None = None


@dataclass(frozen=True)
class Piece:
    """Some of the text, and the notes whose words end with it."""

    text: str
    keeps: bool = False
    changes: bool = False
    ends: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Look:
    """A text with its notes. `left`: how many more could be changed."""

    pieces: tuple[Piece, ...]
    keeps: tuple[Note, ...]
    changes: tuple[Note, ...]
    left: int = 0


def look(text: str) -> Look:
    reading = coach.read(text)
    marks = _gravest(reading.marks)
    both: list[Marked | Credited] = [*marks, *_first_of_each(reading.credits)]
    chosen = sorted(both, key=lambda note: (note.start, note.end))
    notes = [(note, _note(number, note, text)) for number, note in enumerate(chosen, 1)]
    return Look(
        _pieces(text, notes),
        tuple(note for _, note in notes if note.keeps),
        tuple(note for _, note in notes if not note.keeps),
        len(reading.marks) - len(marks),
    )


def _gravest(marks: Sequence[Marked]) -> list[Marked]:
    """One of each kind before a second of any; the gravest kinds first."""
    seen: list[Mark] = []
    ranked = []
    for mark in marks:
        ranked.append((seen.count(mark.kind), GRAVE.index(mark.kind), mark.start, mark))
        seen.append(mark.kind)
    return [mark for *_, mark in sorted(ranked, key=lambda it: it[:3])][:MOST_MARKS]


def _first_of_each(credits_: Sequence[Credited]) -> list[Credited]:
    found: dict[Credit, Credited] = {}
    for credit in credits_:
        found.setdefault(credit.kind, credit)
    return list(found.values())[:MOST_CREDITS]


def _note(number: int, note: Marked | Credited, text: str) -> Note:
    name = reasons().of(note.kind).name
    words = text[note.start : note.end]
    instead = note.instead if isinstance(note, Marked) else None
    keeps = isinstance(note, Credited)
    return Note(number, keeps, name, words, note.why, note.source, instead)


def _pieces(
    text: str, notes: Sequence[tuple[Marked | Credited, Note]]
) -> tuple[Piece, ...]:
    """The text cut where a note begins or ends."""
    cuts = sorted({0, len(text), *(n.start for n, _ in notes), *(n.end for n, _ in notes)})  # fmt: skip
    found = []
    for start, end in pairwise(cuts):
        over = [shown for note, shown in notes if note.start < end and note.end > start]
        changes = any(not shown.keeps for shown in over)
        ends = tuple(shown for note, shown in notes if note.end == end)
        found.append(Piece(text[start:end], bool(over) and not changes, changes, ends))
    return tuple(found)
