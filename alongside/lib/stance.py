"""What our texts never say or do, as far as a machine can tell.

The last part of `docs/words.md` in a form that can be checked: a sentence that touches a
subject is a fault unless it also says what makes it right ("do not", "the prescriber").
They read our own guides and pages, never what a person wrote. A text without a fault is
not thereby good: a reader who knows the field still has to read it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.lib import markdown
from alongside.lib.wording import QUOTED

DENIED = (
    r"\b(?:not|never|no|none|nobody|nothing|without|against|neither|seldom)\b|n't\b"
)


@dataclass(frozen=True)
class Rule:
    """A sentence that says `touches` is a fault, unless it says `unless` as well."""

    name: str
    touches: str
    unless: str = r"(?!)"

    def breaks(self, sentence: str) -> bool:
        return _has(self.touches, sentence) and not _has(self.unless, sentence)


@dataclass(frozen=True)
class Company:
    """Where a text says `this`, it says `that` too: in the section or anywhere in it."""

    name: str
    this: str
    that: str
    in_section: bool = False


SENTENCES = (
    Rule(
        "a dose of a medicine",
        r"\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|ml|milligrams?)\b",
        r"naloxone|\bspray",
    ),
    Rule("a percentage", r"\d\s?%|\bper ?cent\b"),
    Rule(
        "a promise",
        r"\b(?:cure[sd]?|guarantee[sd]?|success rates?|always works?|will recover)\b",
        DENIED,
    ),
    Rule(
        "a diagnosis",
        r"\b(?:diagnos\w+|they are addicted|has an addiction|signs of addiction found)\b",
        DENIED,
    ),
    Rule(
        "watching someone",
        r"\b(?:search(?:es|ing)? (?:their|your|the) (?:room|bag|phone|car|things)"
        r"|track(?:s|ing)?|spy\w*|gps|follows? (?:you|them)|drug tests?"
        r"|reads? (?:their|your) messages|go(?:ing)? through their"
        r"|tests? (?:you|them|him|her))\b",
        DENIED,
    ),
    Rule(
        "a threat",
        r"\b(?:ultimatums?|threats?|threaten|evict\w*|get out|leave for the night"
        r"|(?:kick|throw|put) (?:them|him|her) out)\b",
        DENIED,
    ),
    Rule(
        "stopping suddenly",
        r"\b(?:cold turkey|stop\w* (?:\w+ )?suddenly|suddenly stop\w*"
        r"|taper\w*|wean\w*)\b",
        rf"{DENIED}|dangerous|prescriber",
    ),
    Rule(
        "changing a dose",
        r"\b(?:start|raise|lower|skip|double|halve|increase|reduce|cut|change)\w* "
        r"(?:the |a |their |your )?(?:first )?dose",
        r"prescriber|they will time",
    ),
    Rule(
        "a safe amount",
        r"\b(?:safer? (?:dose|amount|way to use|to use)|use less|smaller amount"
        r"|how to inject)\b",
    ),
    Rule(
        "blame",
        r"\b(?:your fault|because of you|if (?:only )?you had"
        r"|you (?:caused|failed|let this)|their own (?:fault|doing))\b",
        DENIED,
    ),
    Rule(
        "naltrexone as the safer one",
        r"naltrexone.*\b(?:safer?|safest|best|better)\b"
        r"|\b(?:safer?|safest|best|better)\b.*naltrexone",
    ),
    Rule(
        "medicine as a lesser way",
        r"\b(?:crutch|one (?:drug|addiction) for another|substitutes?"
        r"|(?:medication|medicine|drug)-free|off the medicine)\b",
        DENIED,
    ),
    Rule(
        "force",
        r"\b(?:forc(?:e|ing) (?:them|him|her)|section 35|marchman|call the police (?:on|over|if they)"
        r"|have them committed)\b",
        rf"{DENIED}|last resort",
    ),
    Rule(
        "a legal conclusion",
        r"\b(?:you (?:can|cannot|will) be (?:arrested|charged)"
        r"|is (?:legal|illegal|a crime))\b",
        r"differ|ask",
    ),
    Rule("naloxone as the end of it", r"naloxone (?:fixes|cures|solves)"),
    Rule(
        "withdrawal as harmless",
        r"withdrawal is (?:harmless|(?:never|not) (?:dangerous|deadly))",
    ),
    Rule(
        "a phone number",
        r"\b(?:1-)?\d{3}[- ]\d{3}[- ]\d{4}\b|(?<![\d,])(?:911|988|112|999|000)\b",
    ),
)

COMPANY = (
    Company(
        "a lapse without tolerance",
        r"\b(?:laps(?:e|es|ed)|setbacks?|us(?:e|ed|ing) again)\b",
        r"\btolerance\b",
    ),
    Company(
        "naloxone without wearing off",
        r"naloxone can bring back|breath can come back",
        r"\bwears? off\b",
    ),
    Company(
        "a test strip as proof",
        r"test strips?",
        r"cannot tell you that something is safe",
    ),
    Company(
        "detox without medicine",
        r"\bdetox\b",
        r"\b(?:medicines?|methadone|buprenorphine)\b",
        in_section=True,
    ),
)


def faults(body: str) -> list[str]:
    """What a text of ours says that it may not, each with the words where it stands."""
    return [*_in_sentences(body), *_in_company(body)]


def _in_sentences(body: str) -> Iterator[str]:
    for block in markdown.prose(_without_examples(body)):
        for sentence in markdown.sentences(block):
            for rule in SENTENCES:
                if rule.breaks(sentence):
                    yield f"{rule.name}: {sentence}"


def _in_company(body: str) -> Iterator[str]:
    whole = _without_examples(body)
    for rule in COMPANY:
        for stretch in markdown.sections(whole) if rule.in_section else [whole]:
            if _has(rule.this, stretch) and not _has(rule.that, stretch):
                yield f"{rule.name}: {stretch.strip().splitlines()[0]}"


def _without_examples(text: str) -> str:
    return QUOTED.sub("", text).replace("’", "'")


def _has(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, text, re.IGNORECASE))
