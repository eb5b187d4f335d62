"""Today: one next step, then a short list. Read from the log each time, and kept nowhere."""

from dataclasses import dataclass
from datetime import date

from alongside.home import rules, situation
from alongside.home.situation import Situation
from alongside.home.steps import Suggestion
from alongside.journal.log import Log

# A list that is longer is not read by someone who is afraid.
LISTED = 4


@dataclass(frozen=True)
class Today:
    """What to do next and why; `then` is what may follow, most needed first.

    `next` is None on a day on which everything was done or put off.
    """

    next: Suggestion | None
    then: tuple[Suggestion, ...]
    situation: Situation


def of(at: Situation) -> Today:
    """What helps in a situation, of someone with an account or without."""
    found = rules.suggested(at)
    return Today(found[0] if found else None, tuple(found[1 : 1 + LISTED]), at)


def read(log: Log, today: date) -> Today:
    return of(situation.read(log, today))
