"""A day as pages show it: its steps with their words, their places and their sources."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from alongside.home import today, words
from alongside.home.entries import Step
from alongside.home.situation import Situation
from alongside.home.sources import GROUNDS
from alongside.home.steps import PLACES, SAYS_ITSELF, Suggestion
from alongside.home.today import Today


@dataclass(frozen=True)
class Shown:
    """One step, and why."""

    suggestion: Suggestion

    @property
    def step(self) -> str:
        return self.suggestion.step.value

    @property
    def title(self) -> Promise:
        return words.STEPS[self.suggestion.step]

    @property
    def lead(self) -> Promise:
        return words.LEADS[self.suggestion.step]

    @property
    def go(self) -> Promise:
        return words.GO[self.suggestion.step]

    @property
    def done(self) -> Promise | None:
        """What someone says who has done it; None where doing it says so by itself."""
        step = self.suggestion.step
        return None if step in SAYS_ITSELF else words.DONE[step]

    @property
    def why(self) -> Promise:
        return words.WHYS[self.suggestion.why]

    @property
    def minutes(self) -> int | None:
        return self.suggestion.minutes

    @property
    def cost(self) -> Promise:
        return words.COSTS[self.suggestion.cost]

    @property
    def address(self) -> str:
        page, _, part = PLACES[self.suggestion.step].partition("#")
        name, *arguments = page.split()
        return reverse(name, args=arguments) + (f"#{part}" if part else "")


# What the page for someone unsafe shows itself, in full and first.
SHOWN_IN_FULL = (Step.SEE_A_DOCTOR, Step.SAFETY_LINE, Step.CHILD_LINE)


def day(found: Today) -> dict[str, Any]:
    """The next step and the short list, and what the words of the step stand on."""
    step = found.next.step if found.next else None
    return {
        "next": Shown(found.next) if found.next else None,
        "then": [Shown(each) for each in found.then],
        **_grounds(step, found.situation),
    }


def unsafe(at: Situation) -> dict[str, Any]:
    """What may follow the lines for someone who is not safe, and what those stand on."""
    rest = today.of(replace(at, done=dict.fromkeys(SHOWN_IN_FULL, at.today)))
    first = (rest.next,) if rest.next else ()
    return {
        "then": [Shown(each) for each in (*first, *rest.then)][: today.LISTED],
        **_grounds(Step.SAFETY_LINE, at),
    }


def _grounds(step: Step | None, at: Situation) -> dict[str, Any]:
    grounds = GROUNDS.get(step) if step else None
    return {
        "grounds": grounds,
        "is_current": bool(grounds and grounds.is_current(at.today)),
    }
