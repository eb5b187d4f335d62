"""Listening for danger in what someone typed: which kind of help is needed, and how soon.

It looks for the phrases of `content/safety/urgent.toml`, whatever their case, accents or
a slip of the thumb, and stays silent where they are denied, past or quoted. Beside them a
small model weighs cues (`cues.py`): it hears what no phrase says, and can only add. It
still misses what is said in other words, so nothing may depend on its silence. The text
is read and forgotten; only kinds and how soon are answered.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from alongside.lib import phrases as phrasing
from alongside.lib import typed, typos
from alongside.safety import cues

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


class Urgent(StrEnum):
    """What may be happening, the gravest first."""

    OVERDOSE_NOW = "overdose_now"
    SUICIDE_LOVED_ONE = "suicide_loved_one"
    SUICIDE_SUPPORTER = "suicide_supporter"
    VIOLENCE = "violence"
    CHILD_DANGER = "child_danger"
    MEDICAL = "medical"


class Level(StrEnum):
    """How soon: call now, or talk to someone tonight."""

    RED = "red"
    AMBER = "amber"


# The page that helps with each kind.
PAGE: dict[Urgent, Danger] = {
    Urgent.OVERDOSE_NOW: Danger.OVERDOSE,
    Urgent.SUICIDE_LOVED_ONE: Danger.SUICIDE,
    Urgent.SUICIDE_SUPPORTER: Danger.SUICIDE,
    Urgent.VIOLENCE: Danger.VIOLENCE,
    Urgent.CHILD_DANGER: Danger.CHILD,
    Urgent.MEDICAL: Danger.MEDICAL,
}
OF_PAGE = {page: kind for kind, page in reversed(PAGE.items())}
# What the model answers beside the kinds: is it any of them, and is it now.
ANY, RED = "any", "red"
RED_FROM = 0.5
KIND_FROM = 0.4
# Three words or fewer say too little to be weighed.
FEWEST = 4


@dataclass(frozen=True)
class Heard:
    """What was heard in a text: kinds, the gravest first; no level where there is none."""

    kinds: tuple[Urgent, ...] = ()
    level: Level | None = None


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


def listen(text: str) -> Heard:
    """All kinds of danger that a text speaks of, and how soon help is needed."""
    said = sentences(text)
    chances = _weighed(without_harmless(said))
    pages = _phrased(said)
    model = cues.model()
    least = model.sure_from[model.kinds.index(ANY)]
    kinds = {_of(page, chances) for page in pages}
    if chances[ANY] >= least:
        kinds |= {kind for kind in Urgent if chances[kind] >= KIND_FROM}
        kinds = kinds or {max(Urgent, key=lambda kind: chances[kind])}
    if not kinds:
        return Heard()
    red = chances[RED] >= RED_FROM or Danger.OVERDOSE in pages
    level = Level.RED if red else Level.AMBER
    return Heard(tuple(kind for kind in Urgent if kind in kinds), level)


def sentences(text: str) -> list[list[str]]:
    """The sentences of a text in plain words, as all listening here has them."""
    return typed.sentences(_od(text[:LONGEST]), meant=_ear().meant)


def phrased(text: str) -> set[Danger]:
    """What is said in a phrase that is listened for."""
    return _phrased(sentences(text))


def hear(text: str) -> Danger | None:
    """The page that helps with the gravest danger that a text speaks of, if any."""
    heard = listen(text).kinds
    return PAGE[heard[0]] if heard else None


def _phrased(said: list[list[str]]) -> set[Danger]:
    ear = _ear()
    found = set()
    for sentence in said:
        plain = _plain(sentence, ear)
        found |= {group.kind for group in ear.groups if _speaks(group, plain, ear)}
    return found


def without_harmless(said: list[list[str]]) -> list[list[str]]:
    """What the model weighs: no sentence whose phrase was taken back, no harmless words."""
    ear = _ear()
    weighed = []
    for sentence in said:
        plain = _plain(sentence, ear)
        spoken = {group for group in ear.groups if group.said.search(plain)}
        if spoken and not any(_speaks(group, plain, ear) for group in spoken):
            continue
        weighed.append(plain.replace("_", " ").split())
    return [words for words in weighed if len(words) >= FEWEST] or [[]]


def _plain(sentence: list[str], ear: Ear) -> str:
    return ear.harmless.sub("_ ", f" {' '.join(sentence)} ")


def _weighed(said: list[list[str]]) -> dict[str, float]:
    """The chances of each kind in the sentences of a text.

    Where no sentence says enough alone, those beside each other are weighed together.
    """
    alone = _most([[sentence] for sentence in said])
    if alone[ANY] >= cues.model().sure_from[0] or len(said) == 1:
        return alone
    return _most(cues.windows(said))


def _most(parts: Sequence[cues.Said]) -> dict[str, float]:
    """The highest chance of each kind in any of these parts."""
    most = dict.fromkeys(cues.model().kinds, 0.0)
    for part in parts:
        for kind, chance in cues.model().chances(cues.features(part)).items():
            most[kind] = max(most[kind], chance)
    return most


def _of(page: Danger, chances: dict[str, float]) -> Urgent:
    """The kind of a page. For suicide: whose it more likely is."""
    if page is not Danger.SUICIDE:
        return OF_PAGE[page]
    both = (Urgent.SUICIDE_LOVED_ONE, Urgent.SUICIDE_SUPPORTER)
    return max(both, key=lambda kind: chances[kind])


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
