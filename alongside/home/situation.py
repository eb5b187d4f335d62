"""Where someone stands today: all that the rules for the next step may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from alongside.home.entries import Kit, StartAnswered, Step, StepDone, StepPutOff, Using
from alongside.journal.log import Log
from alongside.safety import gate
from alongside.safety.gate import Colour, Gate
from alongside.safety.urgent import Danger
from alongside.signs import danger, pattern
from alongside.signs.entries import Noticed, Seen
from alongside.signs.pattern import Pattern
from alongside.talk import plan

# A step that was put off is offered again after this. Long enough to be left alone.
COMES_BACK = timedelta(days=3)
# Where a life may be at risk, tomorrow is soon enough.
COMES_BACK_TOMORROW = timedelta(days=1)
AT_RISK = frozenset(
    {
        Step.SEE_A_DOCTOR,
        Step.SAFETY_LINE,
        Step.SUICIDE_LINE,
        Step.CHILD_LINE,
        Step.CARE_TODAY,
        Step.STAY_NEAR,
        Step.AFTER_OVERDOSE,
    }
)


@dataclass(frozen=True)
class Situation:
    """`using` and `kit` are None where nobody asked.

    `done` and `put_off` have the last day of each step; `dangers` the last day on which
    each kind was noted; `has_notes` is whether there is any note, and `noted_lately` how
    many there are in the weeks that count (`signs.pattern.RECENT`).
    """

    today: date
    gate: Gate
    using: Using | None = None
    kit: Kit | None = None
    done: Mapping[Step, date] = field(default_factory=dict)
    put_off: Mapping[Step, date] = field(default_factory=dict)
    dangers: Mapping[Danger, date] = field(default_factory=dict)
    has_notes: bool = False
    noted_lately: int = 0
    adds_up: bool = False
    signed_in: bool = False

    @property
    def is_unsafe(self) -> bool:
        return self.gate.colour is Colour.RED

    @property
    def has_kit(self) -> bool:
        return self.kit is Kit.YES or Step.KIT in self.done

    def is_put_off(self, step: Step) -> bool:
        on = self.put_off.get(step)
        wait = COMES_BACK_TOMORROW if step in AT_RISK else COMES_BACK
        return on is not None and self.today - on < wait

    def was_done(self, step: Step, *, within: timedelta | None = None) -> bool:
        """Whether a step was done, or done lately."""
        on = self.done.get(step)
        return on is not None and (within is None or self.today - on < within)

    def is_unmet(self, kind: Danger, step: Step) -> bool:
        """Whether a danger was noted, and its step was not done since."""
        noted = self.dangers.get(kind)
        done = self.done.get(step)
        return noted is not None and (done is None or done < noted)


def answered(today: date, using: Using, kit: Kit, found: Gate) -> Situation:
    """The situation of someone without an account, from the answers they gave."""
    return Situation(today=today, gate=found, using=using, kit=kit)


def read(log: Log, today: date) -> Situation:
    """The situation of a person, from everything they wrote down."""
    answers = log.of(StartAnswered)
    last = answers[-1] if answers else None
    seen = pattern.read(log, today)
    talked = gate.read(log, today, incident_at=plan.incident_at(log))
    return Situation(
        today=today,
        gate=gate.both(seen.gate, talked),
        using=last.using if last else None,
        kit=last.kit if last else None,
        done=_done(log, last),
        put_off={each.step: each.on for each in log.of(StepPutOff)},
        dangers=_dangers(seen),
        has_notes=bool(log.glance(Noticed, Seen)),
        noted_lately=len(seen.notes),
        adds_up=seen.adds_up,
        signed_in=True,
    )


def _done(log: Log, last: StartAnswered | None) -> dict[Step, date]:
    """The last day of each step. A kit that was there is gone if they say so later."""
    gone_at = last.at if last and last.kit is Kit.NO else None
    return {
        each.step: each.on
        for each in log.of(StepDone)
        if not (each.step is Step.KIT and gone_at and each.at < gone_at)
    }


def _dangers(seen: Pattern) -> dict[Danger, date]:
    """The newest day of each kind of danger in the recent notes."""
    found: dict[Danger, date] = {}
    for note in seen.notes:
        if kind := danger.kind_of(note.sign):
            found.setdefault(kind, note.on)
    return found
