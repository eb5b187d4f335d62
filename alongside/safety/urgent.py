"""A first listening for danger in what someone typed: which kind of help is needed now.

It looks for the phrases of `content/safety/urgent.toml`, whatever their case, accents or
a slip of the thumb, and stays silent where they are denied, past or quoted. It is a first
check: it misses what is said in other words, so nothing may depend on its silence. The
text is read and forgotten; only the kind is answered.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from alongside.lib import phrases as phrasing
from alongside.lib import typed, typos

PHRASES = Path(__file__).parents[2] / "content" / "safety" / "urgent.toml"
# More than a person types by hand; what comes after it is not looked at.
LONGEST = 20_000
OVERDOSED = re.compile(
    r"\b(?:OD|[Oo]\.[Dd]\.?|od(?=['’]))['’]?(?P<ending>d|ed|s|ing)?(?!\w)"
    r"|\bod(?P<plain>ed|ing)\b"
)

# How far back a denial or an "if" reaches, in words; a new subject stops it.
DENIAL_REACH = 3
IF_REACH = 5
DENIALS = frozenset(
    ("not", "no", "never", "nor", "neither", "without", "nobody", "denies", "nunca")
)
NOT_A_DENIAL = frozenset(("only", "just", "stop", "stops", "stopping", "sure", "doubt"))
# fmt: off
NEW_SUBJECT = frozenset((
    ",", "but", "and", "because", "so", "that", "who", "when", "then", "pero", "y",
    "he", "she", "they", "it", "we", "you", "i",
))
# fmt: on
SILENCERS = ("past", "long_past", "present", "supposed", "quoted")


class Danger(StrEnum):
    """The kinds of danger, each with its own page. Those heard first come first."""

    OVERDOSE = "overdose"
    SUICIDE = "suicide"
    VIOLENCE = "violence"
    CHILD = "child"
    MEDICAL = "medical"


@dataclass(frozen=True)
class Group:
    """Phrases of one kind, and what silences them."""

    kind: Danger
    said: re.Pattern[str]
    silent: frozenset[str]


@dataclass(frozen=True)
class Ear:
    """Everything that is listened for, ready to use."""

    groups: tuple[Group, ...]
    harmless: re.Pattern[str]
    silencers: dict[str, re.Pattern[str]]
    spellings: dict[str, str]
    words: typos.Known

    def meant(self, word: str) -> str:
        return self.spellings.get(word) or self.words.meant(word)


def hear(text: str) -> Danger | None:
    """The gravest kind of danger that a text speaks of, if it speaks of one."""
    heard = set()
    ear = _ear()
    for sentence in typed.sentences(_od(text[:LONGEST]), meant=ear.meant):
        said = ear.harmless.sub("_ ", f" {' '.join(sentence)} ")
        heard |= {group.kind for group in ear.groups if _speaks(group, said, ear)}
    return next((kind for kind in Danger if kind in heard), None)


def hear_all(texts: Iterable[str]) -> Danger | None:
    """The gravest kind of danger in any of several texts."""
    return hear("\n".join(texts))


def _speaks(group: Group, said: str, ear: Ear) -> bool:
    if _is_silent(group, said, ear):
        return False
    return any(
        not _is_unsaid(group, said[: found.start()].split(), ear)
        for found in group.said.finditer(said)
    )


def _is_silent(group: Group, said: str, ear: Ear) -> bool:
    """Whether the sentence speaks of long ago, or of what a song or a leaflet says."""
    reasons = group.silent & {"past", "long_past", "quoted"}
    if ear.silencers["present"].search(said):
        reasons = reasons & {"quoted"}
    return any(ear.silencers[reason].search(said) for reason in reasons)


def _is_unsaid(group: Group, before: list[str], ear: Ear) -> bool:
    """Whether the words before a phrase take it back: "never", or an "if"."""
    if "denied" in group.silent and _denied(before):
        return True
    near = f" {' '.join(before[-IF_REACH:])} "
    return "supposed" in group.silent and bool(ear.silencers["supposed"].search(near))


def _denied(before: list[str]) -> bool:
    """Whether a "not" or "never" reaches what follows these words."""
    after = ""
    for word in reversed(before[-DENIAL_REACH:]):
        if word in NEW_SUBJECT:
            return False
        if word in DENIALS:
            return after not in NOT_A_DENIAL
        after = word
    return False


def _od(text: str) -> str:
    """ "OD'd" and its kin as words, before their marks are lost ("odd" is another)."""
    return OVERDOSED.sub(_overdosed, text)


def _overdosed(found: re.Match[str]) -> str:
    match found["ending"] or found["plain"]:
        case "d" | "ed" | "s":
            return "overdosed"
        case "ing":
            return "overdosing"
        case _:
            return "od"


@cache
def _ear() -> Ear:
    told = tomllib.loads(PHRASES.read_text(encoding="utf-8"))

    def search_for(phrases: list[str]) -> re.Pattern[str]:
        return phrasing.search_for(phrases, named=told["words"])

    return Ear(
        groups=tuple(
            Group(Danger(g["kind"]), search_for(g["phrases"]), frozenset(g["silent"]))
            for g in told["group"]
        ),
        harmless=search_for(told["harmless"]["phrases"]),
        silencers={name: search_for(told[name]["phrases"]) for name in SILENCERS},
        spellings=told["spellings"],
        words=typos.known(told["mistyped"]["words"], never=_words_of(told)),
    )


def _words_of(told: dict[str, Any]) -> set[str]:
    """Words never taken for a slip: those we listen for, and those near them."""
    listened_for = " ".join(p for group in told["group"] for p in group["phrases"])
    return {*re.findall(r"[a-z]+", listened_for), *told["mistyped"]["not"]}
