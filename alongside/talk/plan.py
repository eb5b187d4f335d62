"""The plans that stand, and what the last talk says for the next one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.journal.log import Log
from alongside.talk.entries import Held, Planned

# What is said aloud, in the order of a good talk (CRAFT's elements; facts 4.3).
SPOKEN = ("saw", "feel", "understand", "my_part", "ask", "offer")


@dataclass(frozen=True)
class Talks:
    """Plans that nothing has replaced, newest first, and the talks that were held."""

    plans: tuple[Planned, ...]
    held: tuple[Held, ...]

    @property
    def last_next_time(self) -> str:
        """What was written for the next time, after the newest talk that says so."""
        return next((held.next_time for held in self.held if held.next_time), "")

    def plan(self, wanted: UUID) -> Planned | None:
        return next((plan for plan in self.plans if plan.id == wanted), None)

    def after(self, plan: Planned) -> tuple[Held, ...]:
        return tuple(held for held in self.held if held.plan == plan.id)


def read(log: Log) -> Talks:
    every = log.of(Planned)
    replaced = {plan.instead_of for plan in every if plan.instead_of}
    return Talks(
        tuple(_newest(plan for plan in every if plan.id not in replaced)),
        tuple(sorted(log.of(Held), key=lambda held: (held.on, held.at), reverse=True)),
    )


def incident_at(log: Log) -> datetime | None:
    """When someone last wrote that a talk had not been safe."""
    return max((held.at for held in log.of(Held) if held.unsafe), default=None)


def spoken(fields: dict[str, str]) -> str:
    """What is said aloud of a plan, a line for each part."""
    return "\n".join(said for name in SPOKEN if (said := fields.get(name, "").strip()))


def _newest(plans: Iterable[Planned]) -> list[Planned]:
    return sorted(plans, key=lambda plan: plan.at, reverse=True)
