"""The words we do not use, and whether a text has one of them.

The lists are the tables of `docs/words.md`; reading that one file is the job of this
module. A quotation marked by the word Not (Not “…”) shows what not to say, so it is
left out. Nothing here judges what a person writes: it is for our own sentences.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LISTS = Path(__file__).resolve().parents[2] / "docs" / "words.md"
WOUNDING = "Words that wound"
OUT_OF_TUNE = "Words out of tune"
RIGHT = "Where such a word is right"

QUOTED = re.compile(r"\bNot:? [“\"][^”\"]*[”\"]")
PHRASE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Term:
    """A word or phrase of a list, and what we say instead. A star is any ending."""

    phrase: str
    instead: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _pattern(self.phrase)


@dataclass(frozen=True)
class Found:
    """A word that stood in a text, and what we say instead."""

    words: str
    instead: str


def wounding(text: str) -> list[Found]:
    """The wounding words in a text of ours, in the order of the list."""
    return _found(text, WOUNDING)


def out_of_tune(text: str) -> list[Found]:
    """The words in a text of ours that lecture, soften or shout."""
    return _found(text, OUT_OF_TUNE)


def terms(document: str, heading: str) -> tuple[Term, ...]:
    """The terms of the table under a heading of `docs/words.md`, in its order."""
    _, _, after = document.partition(f"\n## {heading}\n")
    table, _, _ = after.partition("\n## ")
    found = []
    for row in table.splitlines():
        first, *others = (cell.strip() for cell in row.strip("| ").split(" | "))
        instead = others[0] if others else ""
        if row.startswith("| `"):
            found += [Term(phrase, instead) for phrase in PHRASE.findall(first)]
    return tuple(found)


@cache
def _terms(heading: str) -> tuple[Term, ...]:
    return terms(LISTS.read_text(encoding="utf-8"), heading)


def _found(text: str, heading: str) -> list[Found]:
    plain = QUOTED.sub(" ", text).replace("’", "'")
    for right in _terms(RIGHT):
        plain = right.pattern.sub(" ", plain)
    return [
        Found(match.group(), term.instead)
        for term in _terms(heading)
        for match in term.pattern.finditer(plain)
    ]


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    escaped = re.escape(phrase.removesuffix("*")).replace(r"\ ", r"\s+")
    opening = r"\b" if phrase[0].isalnum() else ""
    closing = r"\w*" if phrase.endswith("*") else r"\b" if phrase[-1].isalnum() else ""
    return re.compile(f"{opening}{escaped}{closing}", re.IGNORECASE)
