"""The checks of our texts can fail: each finds the fault that is planted for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from alongside.lib.markdown import FrontMatter, Next, Source, Text
from tests import content_checks as checks

SOUND = Text(
    FrontMatter(
        title="A title",
        tab="A tab",
        summary="A summary.",
        checked_on=date(2026, 11, 23),
        review_due=date(2027, 2, 21),
        sources=(
            Source("one", "NIDA", "A page", "https://a.example/", days=90, seen=True),
        ),
        next=Next("learn:guides", "Read on", "It helps."),
    ),
    "It helps. [^one]\n\nRead [more](/learn/) or [call](/call/#suicide).\n",
)
EVERY = [
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


def body(added: str) -> Text:
    return replace(SOUND, body=f"{SOUND.body}\n{added}\n")


def front(**changed: object) -> Text:
    return replace(SOUND, front=msgspec.structs.replace(SOUND.front, **changed))


def source(**changed: object) -> Text:
    [one] = SOUND.front.sources
    return front(sources=(msgspec.structs.replace(one, **changed),))


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.__name__)
def test_a_sound_text_passes(check: Callable[[Text], list[str]]) -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize(
    ("check", "planted"),
    [
        (checks.dates, front(review_due=date(2027, 5, 22))),
        (checks.dates, source(days=100)),
        (checks.sources, front(sources=())),
        (checks.sources, front(sources=SOUND.front.sources * 2)),
        (checks.sources, source(key="two")),
        (checks.sources, source(url="http://a.example/")),
        (checks.sources, body("It does. [^three]")),
        (checks.outside_links, body("[There](https://b.example/).")),
        (checks.inside_links, body("[There](/not-here/).")),
        (checks.inside_links, body("[There](/learn/not-here/).")),
        (checks.inside_links, body("[There](/call/#nothing).")),
        (checks.inside_links, body("[There](/learn/?who=mara).")),
        (checks.long_sentences, body("word " * 21 + "end.")),
        (checks.long_paragraphs, body("One.\nTwo.\nThree.\nFour.\nFive.")),
        (checks.long_lists, body("- one\n" * 8)),
        (checks.crowded_lines, body("One sentence. Another one.")),
        (checks.crowded_lines, body("- A point. [^one] Another one.")),
        (checks.words, body("He is an addict.")),
        (checks.words, front(summary="You should read this.")),
        (checks.our_stance, body("Take 8 mg of it.")),
        (checks.our_stance, front(title="A cure for it")),
        (checks.marks, body("<b>Bold</b>")),
        (checks.marks, body("# Title")),
        (checks.marks, body("It's here.")),
        (checks.marks, body("![A](/a.png)")),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_a_planted_fault_is_found(
    check: Callable[[Text], list[str]], planted: Text
) -> None:
    assert check(planted)


def test_a_hard_text_has_a_high_grade() -> None:
    hard = (
        "Pharmacological interventions demonstrably attenuate physiological dependency."
    )

    assert checks.grade(body(f"{hard} {hard} {hard}")) > 8
    assert checks.grade(SOUND) < 6


def test_a_blunt_name_is_found() -> None:
    assert checks.blunt("naloxone-kit")
    assert checks.blunt("The kit") == []
