"""What may fit: options to ask about, each with reasons and cautions, and what to ask.

Never a verdict. The rules are `content/en/treatment/rules.toml`; some things hold whatever
they say: methadone and buprenorphine lead every list, help with withdrawal never stands
there alone, naltrexone never while someone uses or may be pregnant, and danger is first.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct, field

from alongside.treatment.options import Option, options

FILE = Path(__file__).parents[2] / "content" / "en" / "treatment" / "rules.toml"
ALWAYS = ("methadone", "buprenorphine", "visits")
NALTREXONE = "naltrexone"

# What may be asked, and what may be answered. Those of MANY may have several answers.
FIELDS: dict[str, tuple[str, ...]] = {
    "danger": ("overdose", "suicide", "violence", "infection"),
    "age": ("under-16", "16-17", "18-25", "26-64", "65-up"),
    "using": ("now", "stopped", "unsure"),
    "substances": ("heroin", "pills", "stimulants", "alcohol", "benzodiazepines", "other"),
    "fentanyl": ("yes", "no", "unsure"),
    "injecting": ("yes", "no", "unsure"),
    "withdrawal": ("alcohol", "benzodiazepines", "seizures"),
    "pregnant": ("yes", "no", "unsure"),
    "earlier": ("none", "methadone", "buprenorphine", "naltrexone", "detox", "stay", "visits"),
    "ended": ("helped", "stopped", "used-again", "side-effects", "put-out", "waiting"),
    "conditions": ("depression", "psychosis", "trauma", "heart", "lungs", "liver", "hiv", "hepatitis"),
    "pain": ("yes", "no"),
    "housing": ("safe", "unsafe", "none"),
    "life": ("works", "court", "jail", "just-out"),
    "insurance": ("medicaid", "medicare", "private", "military", "none", "unsure"),
    "ready": ("no", "thinking", "yes"),
    "distance": ("near", "far", "no-transport"),
    "children": ("yes", "no"),
    "wishes": ("no-daily-visits", "daily-support", "no-opioid-medicine", "at-home", "a-stay", "by-video", "family-part"),
    "language": ("english", "spanish", "another"),
}  # fmt: skip
MANY = frozenset(
    (
        *("danger", "substances", "withdrawal", "earlier", "ended", "conditions"),
        *("life", "wishes"),
    )
)

Answers = Mapping[str, tuple[str, ...]]


class NotUnderstood(Exception):
    """An answer is none of those that a question has. The message says which."""


class Says(StrEnum):
    FIRST = "first"
    REASON = "reason"
    CAUTION = "caution"
    QUESTION = "question"


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to say, and the answers that make it worth saying."""

    id: str
    when: dict[str, tuple[str, ...]]
    says: Says
    text: str
    sources: tuple[str, ...] = field(name="from")
    options: tuple[str, ...] = field(name="for", default=())
    adds: tuple[str, ...] = ()

    def holds(self, answers: Answers) -> bool:
        return all(
            set(values) & set(answers.get(name, ()))
            for name, values in self.when.items()
        )


class Suggested(Struct, frozen=True, kw_only=True):
    """An option to ask about, and the rules that speak of it."""

    option: Option
    reasons: tuple[Rule, ...]
    cautions: tuple[Rule, ...]


class Match(Struct, frozen=True, kw_only=True):
    """What comes first, what to ask about, and what to ask."""

    first: tuple[Rule, ...]
    options: tuple[Suggested, ...]
    questions: tuple[Rule, ...]


@cache
def rules() -> tuple[Rule, ...]:
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return msgspec.convert(told["rule"], tuple[Rule, ...])


def understood(given: object) -> Answers:
    """Answers as they are used; each may be left out. Raises NotUnderstood."""
    if not isinstance(given, Mapping):
        raise NotUnderstood("The answers are no object of fields.")
    found: dict[str, tuple[str, ...]] = {}
    for name, said in given.items():
        if name not in FIELDS:
            raise NotUnderstood(f"{str(name)[:40]!r} is not asked.")
        values = said if isinstance(said, list | tuple) else [said]
        values = [value for value in values if value not in (None, "")]
        if len(values) > 1 and name not in MANY:
            raise NotUnderstood(f"{name} takes one answer.")
        for value in values:
            if value not in FIELDS[name]:
                known = ", ".join(FIELDS[name])
                raise NotUnderstood(
                    f"{str(value)[:40]!r} is no answer to {name}. Known: {known}."
                )
        found[name] = tuple(dict.fromkeys(values))
    return found


def match(answers: Answers) -> Match:
    """What may fit these answers. The same answers are answered the same."""
    held = [rule for rule in rules() if rule.holds(answers)]
    listed = {*ALWAYS, *(name for rule in held for name in rule.adds)}
    if not _may_take_naltrexone(answers):
        listed.discard(NALTREXONE)
    return Match(
        first=_of(held, Says.FIRST),
        options=tuple(
            Suggested(
                option=option,
                reasons=_of(held, Says.REASON, option.id),
                cautions=_of(held, Says.CAUTION, option.id),
            )
            for option in options().option
            if option.id in listed
        ),
        questions=_of(held, Says.QUESTION),
    )


def _may_take_naltrexone(answers: Answers) -> bool:
    """Only someone who is known to use no opioids now, and known not to be pregnant."""
    return answers.get("using") == ("stopped",) and answers.get("pregnant") == ("no",)


def _of(held: list[Rule], says: Says, option: str = "") -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in held
        if rule.says is says and (not option or option in rule.options)
    )
