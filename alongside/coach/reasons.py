"""Why the coach says what it says: `content/en/coach/reasons.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from alongside.coach.kinds import Credit, Mark
from alongside.coach.rules import CONTENT


@dataclass(frozen=True)
class Reason:
    """What a kind is called on a page, why it matters, and who says so."""

    name: str
    why: str
    source: str


@dataclass(frozen=True)
class Reasons:
    marks: dict[Mark, Reason]
    credits: dict[Credit, Reason]
    checked_on: date
    review_due: date

    def of(self, kind: Mark | Credit) -> Reason:
        return self.marks[kind] if isinstance(kind, Mark) else self.credits[kind]


@cache
def reasons() -> Reasons:
    told = tomllib.loads((CONTENT / "reasons.toml").read_text(encoding="utf-8"))

    def reason(each: dict[str, str]) -> Reason:
        return Reason(each["name"], each["why"], told["sources"][each["source"]])

    return Reasons(
        {kind: reason(told["mark"][kind]) for kind in Mark},
        {kind: reason(told["credit"][kind]) for kind in Credit},
        told["checked_on"],
        told["review_due"],
    )
