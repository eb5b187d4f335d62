"""Another wording for what may land badly, in the person's own terms, or none.

Patterns are `content/en/coach/rewording.toml`. A wording is offered only if it keeps
every name, number and day, is not much longer and is easy to read; that it has no mark
itself is checked by the caller, who can read.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from alongside.coach.kinds import Mark
from alongside.coach.rules import CONTENT
from alongside.lib import reading_grade

LONGER = 1.2
HARDEST = 6.0
ENDS = ".!?\u2026 "
APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")
# Beside numbers: what a sentence would lose if it were left out.
FACT = re.compile(
    r"[$€£]?\d+(?:[.,:]\d+)*"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:yesterday|tonight|tomorrow|today|morning|midnight|christmas|birthday)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand)\b",
    re.IGNORECASE,
)  # fmt: skip
NAME = re.compile(r"\b[A-Z][a-z\u00c0-\u024f]+\b")
CONTRACTED = tuple(
    (re.compile(rf"\b{long}\b", re.IGNORECASE), short)
    for long, short in (
        ("(y)ou(?: a|'?)re", r"\1ou're"),
        ("(y)ou(?: ha|'?)ve", r"\1ou've"),
        ("(d)o(?: no|n'?)t", r"\1on't"),
        ("(c)an(?:no| no|'?)t", r"\1an't"),
        ("(w)(?:ill no|on'?)t", r"\1on't"),
        ("i will", "I'll"),
        ("i am", "I'm"),
        ("(w)hat(?: i|'?)s", r"\1hat's"),
    )
)
NOT_A_NAME = frozenset(("I", "Mom", "Mum", "Dad", "God"))


def wordings(kind: Mark, words: str) -> Iterator[str]:
    """The wordings that fit some marked words, best first."""
    said = contracted(APOSTROPHES.sub("'", words).strip(" ,;:"))
    for said_before, to in _wordings()[kind]:
        found = said_before.fullmatch(f"{said.rstrip(ENDS)} ")
        if found:
            offered = _capital(to.format(**found.groupdict()), like=said)
            if fits(offered, words):
                yield offered


def contracted(words: str) -> str:
    """As patterns want it: "you are" and "youre" as "you're"."""
    for long, short in CONTRACTED:
        words = long.sub(short, words)
    return words


def fits(offered: str, words: str) -> bool:
    """Whether a wording keeps the facts, is not much longer, and reads at grade 6."""
    return (
        len(offered) <= LONGER * len(words)
        and facts(words) <= facts(offered)
        and reading_grade.grade(offered) <= HARDEST
    )


def facts(words: str) -> set[str]:
    """The names, numbers and days in some words, in small letters."""
    names = {
        found.group()
        for found in NAME.finditer(words)
        # A capital at the start of a sentence is no name.
        if words[: found.start()].strip() and not words[: found.start()].rstrip().endswith((".", "?", "!", "“", '"'))
    }  # fmt: skip
    numbers = {found.group() for found in FACT.finditer(words)}
    return {each.casefold() for each in (names - NOT_A_NAME) | numbers}


def _capital(offered: str, *, like: str) -> str:
    """A wording that begins as what it stands for does, small or large."""
    if like[:1].isupper():
        return offered[:1].upper() + offered[1:]
    if offered.startswith(("I ", "I'")):
        return offered
    return offered[:1].lower() + offered[1:]


@cache
def _wordings() -> dict[Mark, list[tuple[re.Pattern[str], str]]]:
    told = tomllib.loads((CONTENT / "rewording.toml").read_text(encoding="utf-8"))
    found: dict[Mark, list[tuple[re.Pattern[str], str]]] = {kind: [] for kind in Mark}
    for each in told["wording"]:
        found[Mark(each["kind"])] += [
            (re.compile(_said(phrase), re.IGNORECASE | re.DOTALL), each["to"])
            for phrase in each["from"]
        ]
    return found


def _said(phrase: str) -> str:
    return "".join(_part(part) for part in phrase.rstrip("?").split())


def _part(part: str) -> str:
    match part[0], part.rstrip(","):
        case "{", slot:
            name = slot.strip("{}")
            what = r"[\w'-]+" if name.startswith("w") else r".+?"
            comma = ",?" if part.endswith(",") else ""
            return rf"(?P<{name}>{what}){comma}\s+"
        case "[", maybe:
            return rf"(?:(?:{_either(maybe.strip('[]'))})\s+)?"
        case _, word:
            return rf"(?:{_either(word)}),?\s+"


def _either(words: str) -> str:
    return "|".join(re.escape(word) for word in words.split("/"))
