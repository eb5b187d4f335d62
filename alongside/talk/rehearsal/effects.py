"""What a line moves, and by how much: a fixed table, and what weakens or sharpens it.

All in whole numbers, so that the same line in the same moment moves the same. The sizes
order what is known of such talks; they measure nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from alongside.coach.kinds import Credit, Mark
from alongside.talk.rehearsal.kinds import NOT_NOW, Act, Flag
from alongside.talk.rehearsal.moves import GIVING, LONG, MOST_TONE, Move
from alongside.talk.rehearsal.state import State

# Each raises their guard and closes them by these.
MARKS: dict[Mark, tuple[int, int]] = {
    Mark.LABEL: (12, 8),
    Mark.ULTIMATUM: (12, 8),
    Mark.THREAT: (12, 8),
    Mark.BLAME: (9, 6),
    Mark.ACCUSATION: (9, 6),
    Mark.GUILT: (9, 6),
    Mark.DISMISSAL: (9, 7),
    Mark.INTERROGATION: (6, 4),
    Mark.GENERALISATION: (6, 4),
    Mark.COMMAND: (5, 4),
}
# Each lowers their guard and opens them by these.
CREDITS: dict[Credit, tuple[int, int]] = {
    Credit.UNDERSTANDING: (6, 6),
    Credit.AFFIRMATION: (6, 5),
    Credit.AUTONOMY: (6, 5),
    Credit.OPEN_QUESTION: (4, 5),
    Credit.RESPONSIBILITY: (4, 4),
    Credit.OFFER: (3, 3),
    Credit.FEELING: (3, 3),
    Credit.CARE: (3, 3),
    Credit.I_STATEMENT: (2, 2),
    Credit.OBSERVATION: (2, 2),
}
RESTING = {Credit.UNDERSTANDING, Credit.AFFIRMATION, Credit.AUTONOMY, Credit.CARE}
AT_MOST = 3

# What things weigh in parts of a hundred, by momentum from -2 to 2.
WELCOME = {-2: 60, -1: 80, 0: 100, 1: 115, 2: 130}
SORE = {-2: 130, -1: 115, 0: 100, 1: 95, 2: 85}
# The same one thing, line after line, is worth less each time, then nothing.
SAME_AGAIN = (100, 60, 25, 0)
GUARDED = 60
# In a moment when nothing can be taken in, kind words reach no farther than this.
REACH = 4

LINE = 2
MARKED_LINE = 3


class Reason(StrEnum):
    """Why something moved, besides what the coach reads in a line."""

    AGAIN = "again"
    SILENCE = "silence"
    GAP = "gap"
    LONG = "long"
    MANY = "many"
    FLATTERY = "flattery"
    SAME_KIND = "same-kind"
    EMPTY = "empty"
    FORCED = "forced"
    WARM = "warm"
    EDGE = "edge"
    STOP = "stop"
    STOP_NOW = "stop-now"
    NOT_NOW = "not-now"


@dataclass(frozen=True)
class Part:
    """One cause, the words it was, and what it moved."""

    cause: Mark | Credit | Reason
    guardedness: int
    openness: int
    energy: int = 0
    words: str = ""


# Guard, openness, energy; and by how much more each time it comes back.
UNWELCOME: dict[Act, tuple[Reason, int, int, int]] = {
    Act.AGAIN: (Reason.AGAIN, 3, -2, -6),
    Act.SILENCE: (Reason.SILENCE, 2, -2, -5),
    Act.GAP: (Reason.GAP, 3, -3, -6),
    Act.MANY: (Reason.MANY, 3, -2, -5),
    Act.FLATTERY: (Reason.FLATTERY, 0, 0, -3),
    Act.LONG: (Reason.LONG, 2, -1, 0),
}
MOST_TIMES = 4
UNPAID = frozenset({Act.AGAIN, Act.SILENCE, Act.GAP, Act.FLATTERY})


def parts(
    move: Move, before: Sequence[Move], state: State, flags: frozenset[Flag]
) -> list[Part]:
    """Everything that a line moves, cause by cause, before any end is reached."""
    harm = [*_marks(move, state, flags), *_forced(move)]
    good = [] if move.act in UNPAID else _credits(move, before, state, flags)
    other = [*_unwelcome(move, before), *_same_kind(move, before)]
    other += _stop(move, before, flags)
    if not (harm or other):
        other = _tone(move, before, good)
    return [*harm, *good, *other, _spent(move, good, flags)]


def _marks(move: Move, state: State, flags: frozenset[Flag]) -> list[Part]:
    share = SORE[state.momentum]
    share = share * 125 // 100 if Flag.PUBLIC in flags else share
    share = share * 115 // 100 if Flag.AFTER_OVERDOSE in flags else share
    share = share * 130 // 100 if flags & NOT_NOW else share
    heaviest = sorted(move.reading.marks, key=lambda it: MARKS[it.kind], reverse=True)
    return [
        Part(
            mark.kind,
            _part_of(MARKS[mark.kind][0], share),
            -_part_of(MARKS[mark.kind][1], share),
            -MARKED_LINE,
            move.text[mark.start : mark.end],
        )
        for mark in heaviest[:AT_MOST]
    ]


def _forced(move: Move) -> list[Part]:
    """A yes that is pressed for moves them away, whatever else the line holds."""
    pressed = {Mark.COMMAND, Mark.ULTIMATUM, Mark.THREAT} & move.marks
    return [Part(Reason.FORCED, 6, -5, -4)] if move.forced and not pressed else []


def _credits(
    move: Move, before: Sequence[Move], state: State, flags: frozenset[Flag]
) -> list[Part]:
    share = WELCOME[state.momentum] * SAME_AGAIN[min(streak(move, before), 3)] // 100
    sour = move.harms or move.tone <= -MOST_TONE
    share = share // 2 if sour else share
    share = share * max(15, min(100, 100 + _limit(flags) - move.count)) // 100
    if move.act is Act.MANY:
        share = share * 40 // 100 if move.credits & GIVING else 0
    if not share:
        return []
    ease = share * (40 + state.guardedness) // 100
    room = share * (120 - state.openness) // 100
    room = room // 4 if state.guardedness > GUARDED else room
    room = room // 2 if Flag.PUBLIC in flags else room
    first = {credit.kind: credit for credit in reversed(move.reading.credits)}
    best = sorted(first.values(), key=lambda it: CREDITS[it.kind], reverse=True)
    found = []
    for credit in best[:AT_MOST]:
        often = 100 + 15 * sum(credit.kind in each.credits for each in before)
        lowers, opens = CREDITS[credit.kind]
        found.append(
            Part(
                credit.kind,
                -_part_of(lowers, ease, often),
                _part_of(opens, room, often),
                words=move.text[credit.start : credit.end],
            )
        )
    return found


def streak(move: Move, before: Sequence[Move]) -> int:
    """How many lines right before this one held only the same thing."""
    kinds, run = move.credits, 0
    if not kinds or move.marks:
        return 0
    for each in reversed(before):
        same = each.credits and (each.credits <= kinds or kinds <= each.credits)
        if not same or each.marks or min(len(kinds), len(each.credits)) > AT_MOST - 1:
            break
        run += 1
    return run


def _unwelcome(move: Move, before: Sequence[Move]) -> list[Part]:
    if move.act not in UNWELCOME:
        return []
    reason, guard, openness, energy = UNWELCOME[move.act]
    times = min(MOST_TIMES, sum(each.act is move.act for each in before))
    return [Part(reason, guard + times, openness - (times + 1) // 2, energy - times)]


def _same_kind(move: Move, before: Sequence[Move]) -> list[Part]:
    """One kind of thing and nothing else; or line after line with nothing in it."""
    run = streak(move, before)
    if run >= len(SAME_AGAIN) - 1 and move.act not in UNWELCOME:
        return [Part(Reason.SAME_KIND, min(run - 1, 4), -2, -4)]
    empty = empty_run(move, before)
    if empty >= len(SAME_AGAIN) - 2 and move.act is Act.PLAIN:
        return [Part(Reason.EMPTY, min(empty - 1, 3), -1, -2)]
    return []


def empty_run(move: Move, before: Sequence[Move]) -> int:
    """How many lines right before this one had nothing in them either."""
    run = 0
    for each in reversed(before):
        if move.reading.credits or each.act is not Act.PLAIN:
            break
        run += 1
    return run


def _stop(move: Move, before: Sequence[Move], flags: frozenset[Flag]) -> list[Part]:
    if move.act is not Act.STOP or any(each.act is Act.STOP for each in before):
        return []
    if flags & NOT_NOW:
        return [Part(Reason.STOP_NOW, -8, 6, 4)]
    return [Part(Reason.STOP, -2, 2, 2)]


def _tone(move: Move, before: Sequence[Move], good: list[Part]) -> list[Part]:
    """A little, where the coach has nothing to say; warmth alone wears off at once."""
    if move.tone < 0:
        by = move.tone if good else 2 * move.tone
        return [Part(Reason.EDGE, -by, by)]
    if move.tone and not (good or move.credits) and not empty_run(move, before):
        return [Part(Reason.WARM, -move.tone, move.tone)]
    return []


def _spent(move: Move, good: list[Part], flags: frozenset[Flag]) -> Part:
    """What listening took out of them, and what gave some of it back."""
    over = min(20, max(0, move.count - _limit(flags)) // 4)
    rest = 0 if move.harms else 2 * sum(part.cause in RESTING for part in good)
    tired = 4 if flags & NOT_NOW else 0
    energy = min(4, rest) - LINE - over - tired
    return Part(Reason.LONG, 0, 0, energy)


def _limit(flags: frozenset[Flag]) -> int:
    return LONG - 15 if Flag.TEXT in flags else LONG


def _part_of(value: int, share: int, whole: int = 100) -> int:
    """A share of a value, rounded; at least one where there is any."""
    return max(1, (value * share + whole // 2) // whole)
