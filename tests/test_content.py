"""Every text of ours is held to account, as a nurse who reads it would.

A machine can count, look up and compare. It cannot know whether a sentence is kind or
right: that is what the reader at the end of the list is for, and there is none yet.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import resolve

from alongside.lib import markdown
from alongside.lib.markdown import Text
from alongside.web import content
from tests import content_checks as checks

TEXTS = sorted(Path("content").glob("*/*/*.md"))
NAMES = [f"{path.parent.name}/{path.stem}" for path in TEXTS]
# Read while someone may be dying, or by the one who may: grade 6, else 8.
CRISIS = {"kit", "handout"}

# What each text has to say (facts behind them: the sources of the text).
MUSTS = {
    "what-it-is": [
        "can be treated",
        "no single cause",
        "not the same as addiction",
        "it can kill",
        "the amount that was usual before can kill",
        r"promise nothing about one person",
        "do not stop suddenly",
        r"\(/learn/medicines/\)",
    ],
    "what-you-may-see": [
        "A single sign says little",
        "several come together",
        "Only a clinician",
        "worry without proof",
        "It may also be",
        "Do not search",
        r"\(/now\)",
        "content if they read it",
    ],
    "kit": [
        r"^\{steps\}$",
        "wears off in 30 to 90 minutes",
        "does not hurt someone",
        "at least two doses",
        "old naloxone is far better than none",
        "on the day this page was checked",
        "Free",
        "tolerance is lower",
        "every time",
        "buprenorphine here, today",
    ],
    "before-you-talk": [
        "are you safe with them",
        r"\(/call/#violence\)",
        "not high, and not ill from withdrawal",
        "no threat",
        "what you will do yourself",
        "Do not plan a surprise meeting",
        "killing yourself",
        "If they say no",
        "tolerance is lower",
        "The studies were small",
    ],
    "medicines": [
        "half the risk of dying",
        "They come first",
        "Detox alone is not a plan",
        "Only the prescriber",
        "more overdoses with it",
        "nobody has to earn medicine",
        "locked box",
        "promise results",
        "no best day to stop",
        "Call the clinic the same day",
    ],
    "you": [
        "did not cause this",
        r"\(/call/#suicide\)",
        r"\(/call/#violence\)",
        "for its own sake",
        "not a way to get someone into treatment",
        "keeps someone alive",
        "two weeks",
    ],
    "handout": [
        r"^\{lines\}$",
        r"^\{crisis\}$",
        "does not follow you",
        "does not read your messages",
        "erased after 90 days",
        "tolerance is lower",
        "methadone or buprenorphine today",
        "You have no file here",
        r"\(/now\)",
    ],
}

Check = Callable[[Text], list[str]]
HELD_TO: list[Check] = [
    checks.dates,
    checks.sources,
    checks.outside_links,
    checks.inside_links,
    checks.long_sentences,
    checks.long_paragraphs,
    checks.long_lists,
    checks.crowded_lines,
    checks.words,
    checks.our_stance,
    checks.marks,
]


def text(path: Path) -> Text:
    return markdown.split(path.read_text(encoding="utf-8"))


def test_the_first_six_guides_and_the_handout_are_there() -> None:
    assert {path.stem for path in TEXTS if path.parts[1] == "en"} == set(MUSTS)


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
@pytest.mark.parametrize("check", HELD_TO, ids=lambda check: check.__name__)
def test_a_text_has_no_fault(path: Path, check: Check) -> None:
    assert check(text(path)) == []


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_a_text_can_be_read_by_someone_tired(path: Path) -> None:
    assert checks.grade(text(path)) <= (6 if path.stem in CRISIS else 8)


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_an_address_and_a_tab_say_nothing_of_drugs(path: Path) -> None:
    assert checks.blunt(path.stem) == []
    assert checks.blunt(text(path).front.tab) == []


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_a_text_ends_in_something_to_do(path: Path) -> None:
    assert resolve(content.address(text(path).front.next)).view_name


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_nobody_has_signed_a_text_yet(path: Path) -> None:
    """A signature is a named clinician's. When there is one, this test goes, by ADR."""
    assert text(path).front.reviewed is None


@pytest.mark.parametrize("slug", MUSTS)
def test_a_text_says_what_it_has_to_say(slug: str) -> None:
    [path] = [p for p in TEXTS if p.stem == slug and p.parts[1] == "en"]
    body = text(path).body

    missing = [
        must
        for must in MUSTS[slug]
        if not re.search(must, body, re.MULTILINE | re.IGNORECASE)
    ]

    assert missing == []
