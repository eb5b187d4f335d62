"""The rules of the coach: patterns of words that anyone can read, matched in a sentence.

They are `content/en/coach/rules.toml`, over the word classes of `classes.toml`.
"""

import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from alongside.coach.kinds import Credit, Mark
from alongside.coach.tokens import Sentence, Word
from alongside.lib import phrases

CONTENT = Path(__file__).parents[2] / "content" / "en" / "coach"
START = "^"
KINDS: dict[str, Mark | Credit] = {str(each): each for each in (*Mark, *Credit)}


@dataclass(frozen=True)
class Rule:
    """What is listened for. `sure`: given whatever else is heard in the sentence."""

    name: str
    kind: Mark | Credit
    unless: re.Pattern[str] | None
    sure: bool


class Phrase:
    """One pattern of a rule, made ready only when a sentence has its anchor word."""

    def __init__(self, rule: Rule, written: str) -> None:
        self.rule = rule
        self.written = written

    @cached_property
    def said(self) -> re.Pattern[str]:
        return phrases.search_for([self.written], named=classes())


@dataclass(frozen=True)
class Book:
    """All phrases, by the words that a sentence needs for them to be tried."""

    anchored: dict[str, tuple[Phrase, ...]]
    always: tuple[Phrase, ...]

    def worth_trying(self, words: set[str]) -> list[Phrase]:
        found = dict.fromkeys(self.always)
        for word in sorted(words & self.anchored.keys()):
            found.update(dict.fromkeys(self.anchored[word]))
        return list(found)


@dataclass(frozen=True)
class Hit:
    """Where a rule found its words: positions of words in the sentence, end exclusive.

    `rule` is the kind and how many rules of that kind stand before it.
    """

    rule: str
    kind: Mark | Credit
    first: int
    last: int
    sure: bool


def kind(name: str) -> Mark | Credit:
    """The mark or credit of that name; KeyError if there is none."""
    return KINDS[name]


@cache
def classes() -> dict[str, str]:
    """Each word class, its words joined by a slash as patterns want them."""
    told = tomllib.loads((CONTENT / "classes.toml").read_text(encoding="utf-8"))
    return {
        name: "/".join(dict.fromkeys(words.split())) for name, words in told.items()
    }


@cache
def book() -> Book:
    told = tomllib.loads((CONTENT / "rules.toml").read_text(encoding="utf-8"))
    counted: Counter[str] = Counter()
    every: list[Phrase] = []
    for each in told["rule"]:
        unless = each.get("unless")
        rule = Rule(
            f"{each['kind']}{counted[each['kind']]}",
            kind(each["kind"]),
            phrases.search_for(unless, named=classes()) if unless else None,
            each.get("sure", False),
        )
        counted[each["kind"]] += 1
        every += [Phrase(rule, written) for written in each["say"]]
    return _indexed(every)


def _indexed(every: list[Phrase]) -> Book:
    """Each phrase by its rarest part, so that few are tried on a sentence."""
    parts = [_parts(phrase.written) for phrase in every]
    common = Counter(word for each in parts for part in each for word in part)
    anchored: dict[str, list[Phrase]] = defaultdict(list)
    always = []
    for phrase, each in zip(every, parts, strict=True):
        if not each:
            always.append(phrase)
            continue
        for word in min(each, key=lambda part: sum(common[w] for w in part)):
            anchored[word].append(phrase)
    return Book({word: tuple(found) for word, found in anchored.items()}, tuple(always))


def _parts(written: str) -> list[list[str]]:
    """The words that a sentence must have one of, for each needed part of a phrase."""
    found = []
    for part in written.split():
        if part == ".." or part[0] in "[!" or "*" in part:
            continue
        words = classes()[part.strip("{}")] if part[0] == "{" else part
        found.append(words.split("/"))
    return found


def hits(sentence: Sentence) -> list[Hit]:
    """What the rules find in a sentence, marks not inside quotation marks."""
    whole = _Line(sentence, quoted=True)
    unquoted = _Line(sentence, quoted=False) if whole.has_quotes else whole
    found = []
    silent: dict[str, bool] = {}
    for phrase in book().worth_trying(whole.plain):
        rule = phrase.rule
        line = unquoted if isinstance(rule.kind, Mark) else whole
        for match in phrase.said.finditer(line.text):
            if rule.name not in silent:
                silent[rule.name] = bool(rule.unless and rule.unless.search(whole.text))
            if not silent[rule.name]:
                first, last = line.words(*match.span())
                found.append(Hit(rule.name, rule.kind, first, last, rule.sure))
    return found


class _Line:
    """A sentence as one line for patterns, and the way back to its words."""

    def __init__(self, sentence: Sentence, *, quoted: bool) -> None:
        plain = [START, *(_shown(word, quoted=quoted) for word in sentence)]
        self.text = f" {' '.join(plain)} "
        self.plain = set(plain)
        self.has_quotes = any(word.quoted for word in sentence)
        self.begins = []
        at = 1
        for word in plain:
            self.begins.append(at)
            at += len(word) + 1

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The positions in the sentence of the words between two places in the line."""
        within = [n for n, at in enumerate(self.begins) if start <= at < end and n]
        if not within:
            return 0, 1
        return within[0] - 1, within[-1]


def _shown(word: Word, *, quoted: bool) -> str:
    return word.plain if quoted or not word.quoted else '"'
