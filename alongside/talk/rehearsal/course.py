"""A run: each line moves them a little, and they answer. The same lines, the same run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alongside.coach import coach
from alongside.coach.kinds import Reading
from alongside.talk.rehearsal import effects, moves, replies, telling
from alongside.talk.rehearsal.effects import Part, Reason
from alongside.talk.rehearsal.kinds import NOT_NOW, Act, Temper
from alongside.talk.rehearsal.moves import Move
from alongside.talk.rehearsal.replies import Cell
from alongside.talk.rehearsal.scenarios import Scenario
from alongside.talk.rehearsal.state import State
from alongside.talk.rehearsal.telling import TIRED_AT

Read = Callable[[str], Reading]

# So guarded twice in a row, and they go.
TOO_MUCH = 85
# A line that lowers their guard by this keeps them in the room.
SOFTENED = 3
HARD = frozenset({Act.AGAIN, Act.SILENCE, Act.GAP, Act.MANY, Act.FLATTERY, Act.LONG})


@dataclass(frozen=True)
class Turn:
    """One line of the supporter, what it moved, and what came back."""

    move: Move
    before: State
    after: State
    parts: tuple[Part, ...]
    reply: str
    why: str

    @property
    def gain(self) -> int:
        return self.after.ease - self.before.ease


@dataclass(frozen=True)
class Course:
    """A run so far."""

    scenario: Scenario
    temper: Temper
    turns: tuple[Turn, ...] = ()
    left: bool = False

    @property
    def start(self) -> State:
        return self.scenario.begins(self.temper)

    @property
    def state(self) -> State:
        return self.turns[-1].after if self.turns else self.start

    @property
    def moves(self) -> tuple[Move, ...]:
        return tuple(turn.move for turn in self.turns)

    def say(self, text: str, read: Read = coach.read) -> "Course":
        """The run with one more line."""
        move = moves.understand(text, read(text), self.moves)
        turn = self._unheard(move) if self.left else self._heard(move)
        return Course(
            self.scenario,
            self.temper,
            (*self.turns, turn),
            left=self.left or turn.move.act is Act.LEAVING,
        )

    def _unheard(self, move: Move) -> Turn:
        """They are gone: nothing moves."""
        since = [turn.move.act for turn in self.turns].index(Act.LEAVING)
        name = self.scenario.who.split(",")[0]
        reply, why = telling.after_end(name, len(self.turns) - since)
        return Turn(move, self.state, self.state, (), reply, why)

    def _heard(self, move: Move) -> Turn:
        before = self.state
        parts = effects.parts(move, self.moves, before, self.scenario.flags)
        after, parts = self._moved(parts)
        if self._leaves(move, before, after):
            move = move.as_act(Act.LEAVING)
        elif after.energy <= TIRED_AT and move.act in PATIENT:
            move = move.as_act(Act.TIRED)
        return Turn(
            move,
            before,
            after,
            tuple(parts),
            self._reply(move, after),
            telling.why(parts, before, after),
        )

    def _moved(self, parts: list[Part]) -> tuple[State, list[Part]]:
        """Where the parts lead. In some moments kind words reach only so far."""
        now, start = self.state, self.start
        guard = sum(part.guardedness for part in parts)
        openness = sum(part.openness for part in parts)
        energy = sum(part.energy for part in parts)
        stopped = any(part.cause is Reason.STOP_NOW for part in parts)
        if self.scenario.flags & NOT_NOW and not stopped:
            lowest = min(now.guardedness, start.guardedness - effects.REACH)
            highest = max(now.openness, start.openness + effects.REACH)
            guard = max(guard, lowest - now.guardedness)
            openness = min(openness, highest - now.openness)
            parts = [*parts, Part(Reason.NOT_NOW, 0, 0)]
        momentum = (openness > 0 > guard) - (guard > 0 > openness)
        return now.moved(guard, openness, energy, momentum), parts

    def _leaves(self, move: Move, before: State, after: State) -> bool:
        if after.energy == 0:
            return True
        softened = before.guardedness - after.guardedness >= SOFTENED
        harsh = move.harms or move.act in HARD or not softened
        return harsh and min(before.guardedness, after.guardedness) >= TOO_MUCH

    def _reply(self, move: Move, after: State) -> str:
        return replies.choose(
            self.scenario,
            Cell(self.temper, after.band, move.act),
            used=[turn.reply for turn in self.turns],
            told=[t.reply for t in self.turns if moves.alike(t.move, move)],
            history=[" ".join(m.plain) for m in (*self.moves, move)],
        )


PATIENT = (
    frozenset(Act)
    - HARD
    - {
        Act.HURT,
        Act.CORNERED,
        Act.PUSHED,
        Act.MIXED,
        Act.STOP,
    }
)


def run(
    scenario: Scenario, temper: Temper, lines: Iterable[str], read: Read = coach.read
) -> Course:
    """The whole run of these lines."""
    course = Course(scenario, temper)
    for line in lines:
        course = course.say(line, read)
    return course
