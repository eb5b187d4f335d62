"""What someone without an account has answered so far, and what to ask next.

It travels in the page and is kept nowhere.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from alongside.home import situation
from alongside.home.entries import Kit, StartAnswered, Using
from alongside.home.situation import Situation
from alongside.journal.entries import Entry
from alongside.safety import gate
from alongside.safety.entries import Limits, Safe, SafeAnswered, SafetyChecked, Told
from alongside.safety.gate import Gate


class Question(StrEnum):
    """A question of the start, by the name of its field, in the order of asking."""

    USING = "using"
    KIT = "kit"
    SAFE = "safe"
    CHECK = "checked"


ORDER = tuple(Question)


@dataclass(frozen=True)
class Answers:
    """`checked` is None until the short check was gone through, or skipped (False)."""

    using: Using | None = None
    kit: Kit | None = None
    safe: Safe | None = None
    checked: bool | None = None
    told: tuple[Told, ...] = ()
    limits: Limits = Limits.UNKNOWN

    @property
    def question(self) -> Question | None:
        """The next question; None when there is enough for a first step.

        The short check is asked only of someone who is not safe, or not sure.
        """
        given = (self.using, self.kit, self.safe)
        for question, answer in zip(ORDER, given, strict=False):
            if answer is None:
                return question
        if self.safe is not Safe.YES and self.checked is None:
            return Question.CHECK
        return None

    @property
    def before(self) -> Question | None:
        """The question before the next one, to go back to."""
        at = ORDER.index(self.question) if self.question else len(ORDER)
        asked = [it for it in ORDER[:at] if it is not Question.CHECK or self.is_unsure]
        return asked[-1] if asked else None

    @property
    def is_unsure(self) -> bool:
        return self.safe in {Safe.NO, Safe.UNKNOWN}

    @property
    def gate(self) -> Gate:
        if self.checked:
            return gate.checked(gate.weigh(self.told, self.limits), self.safe)
        # Whoever skipped the check was asked, and is not asked again on the next page.
        return replace(gate.unchecked(self.safe), ask=False)

    def back_to(self, question: Question) -> "Answers":
        """As it was before a question was answered."""
        place = ORDER.index(question)
        kept = {each.value: getattr(self, each) for each in ORDER[:place]}
        return Answers(**kept)

    def situation(self, today: date) -> Situation:
        """Where they stand. Only whole answers make a situation."""
        if self.using is None or self.kit is None:
            raise ValueError("Two questions have no answer yet.")
        return situation.answered(today, self.using, self.kit, self.gate)

    def entries(self, today: date) -> list[tuple[type[Entry], dict[str, Any]]]:
        """What is written down of them: each question to the room that asks for it."""
        found: list[tuple[type[Entry], dict[str, Any]]] = []
        if self.using and self.kit and self.safe:
            found.append((StartAnswered, {"using": self.using, "kit": self.kit}))
            found.append((SafeAnswered, {"safe": self.safe}))
        if self.checked:
            check = {"on": today, "told": self.told, "limits": self.limits}
            found.append((SafetyChecked, check))
        return found

    def fields(self) -> list[tuple[str, str]]:
        """The answers as the fields of a form."""
        given = (("using", self.using), ("kit", self.kit), ("safe", self.safe))
        found = [(name, str(answer)) for name, answer in given if answer is not None]
        if self.checked is not None:
            found.append(("checked", "yes" if self.checked else "no"))
        if self.checked:
            found += [("told", str(each)) for each in self.told]
            found.append(("limits", str(self.limits)))
        return found
