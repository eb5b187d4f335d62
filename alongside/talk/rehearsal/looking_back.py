"""What a run adds up to: how it ended, where it turned, and what is worth taking along."""

from dataclasses import dataclass

from alongside.coach import coach
from alongside.coach.kinds import Credit, Mark
from alongside.talk.rehearsal.course import Course, Turn
from alongside.talk.rehearsal.effects import Reason
from alongside.talk.rehearsal.kinds import NOT_NOW, Act, Ending
from alongside.talk.rehearsal.replies import digest
from alongside.talk.rehearsal.scenarios import Close, Pair

DOOR_OPEN = 6
# Where a small yes becomes possible, as far as a talk can bring it about.
OPEN_ENOUGH = 45
EASY_ENOUGH = 40
INVITING = frozenset({Credit.OFFER, Credit.OPEN_QUESTION, Credit.AUTONOMY})
PRESSING = frozenset({Mark.COMMAND, Mark.ULTIMATUM, Mark.THREAT})


@dataclass(frozen=True)
class Back:
    """A run that is over. `best` is a line to take along, `turning` where it turned."""

    ending: Ending
    close: Close
    pair: Pair
    turning: Turn | None
    best: Turn | None
    better: bool


def look(course: Course) -> Back:
    ended = ending(course)
    return Back(
        ended,
        course.scenario.close(ended),
        pair(course),
        turning(course),
        best(course),
        better=course.state.ease > course.start.ease,
    )


def ending(course: Course) -> Ending:
    """How it ended. A yes is small, and none that was pressed for."""
    if course.left:
        return Ending.LEFT
    if course.turns and course.turns[-1].move.act is Act.STOP:
        return Ending.STOPPED_KINDLY
    if course.state.ease <= course.start.ease + DOOR_OPEN:
        return Ending.STUCK
    return Ending.SMALL_YES if _said_yes(course) else Ending.DOOR_OPEN


def _said_yes(course: Course) -> bool:
    given = {credit for move in course.moves for credit in move.credits}
    pressed = any(move.forced or move.marks & PRESSING for move in course.moves)
    return (
        not pressed
        and not course.scenario.flags & NOT_NOW
        and course.state.openness >= OPEN_ENOUGH
        and course.state.guardedness <= EASY_ENOUGH
        and Credit.OFFER in given
        and len(given & INVITING) > 1
    )


def turning(course: Course) -> Turn | None:
    """The line after which it went the way it went."""
    if not course.turns:
        return None
    if course.state.ease > course.start.ease:
        return max(course.turns, key=lambda turn: turn.gain)
    return min(course.turns, key=lambda turn: turn.gain)


def best(course: Course) -> Turn | None:
    """The line that did most good and no harm: one to take into a real talk."""
    good = [
        turn
        for turn in course.turns
        if turn.gain > 0 and not turn.move.harms and turn.move.credits
    ]
    return max(good, key=lambda turn: turn.gain, default=None)


def pair(course: Course) -> Pair:
    """A stronger and a weaker way to say a line, as near as we have to what went badly."""
    heard = {mark for move in course.moves for mark in move.marks}
    lines = [move.text for move in course.moves]
    pairs = course.scenario.pairs
    turn = digest([course.scenario.id, *lines]) % len(pairs)
    in_turn = (*pairs[turn:], *pairs[:turn])
    if not heard:
        return in_turn[0]
    return max(in_turn, key=lambda each: len(heard & _marks_of(each.weak)))


def _marks_of(line: str) -> set[Mark]:
    return {mark.kind for mark in coach.read(line).marks}


def advice(course: Course) -> bool:
    """Whether the run was one in which stopping kindly is the best move, and was not."""
    stopped = any(
        part.cause is Reason.STOP_NOW for turn in course.turns for part in turn.parts
    )
    return bool(course.scenario.flags & NOT_NOW) and not stopped
