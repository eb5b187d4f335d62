"""The coach's data: every kind has what it needs, and the model is of these examples."""

import hashlib
import json
from pathlib import Path

import pytest

from alongside.coach import nearest, reasons, rewording, rules
from alongside.coach.kinds import Credit, Mark
from alongside.coach.model import model
from alongside.lib import reading_grade

KINDS = {*map(str, Mark), *map(str, Credit)}
SETS = sorted(rules.CONTENT.glob("*/*.jsonl"))


def test_every_kind_has_a_rule_and_a_reason() -> None:
    ruled = {str(phrase.rule.kind) for each in rules.book().anchored.values() for phrase in each}  # fmt: skip

    assert ruled == KINDS
    for kind in (*Mark, *Credit):
        assert reasons.reasons().of(kind).why


def test_every_reason_is_easy_to_read() -> None:
    told = reasons.reasons()
    whys = [each.why for each in (*told.marks.values(), *told.credits.values())]

    assert [why for why in whys if reading_grade.grade(why) > 8] == []


def test_every_mark_has_examples_to_be_near_to() -> None:
    for kind in Mark:
        assert nearest.example(kind, "you always lie to me, why")


def test_the_model_was_trained_on_the_examples_that_lie_here() -> None:
    found = hashlib.sha256()
    for path in sorted((rules.CONTENT / "examples").glob("*.jsonl")):
        found.update(path.read_bytes())

    assert model().trained_on == found.hexdigest()
    assert set(model().kinds) == KINDS


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.name)
def test_every_labelled_message_names_kinds_and_words_of_its_own(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        message = json.loads(line)
        for kind, words in (*message["marks"], *message["credits"]):
            assert kind in KINDS, line
            assert words in message["text"], line


def test_no_message_of_the_held_out_set_is_among_the_examples() -> None:
    texts: dict[str, set[str]] = {"examples": set(), "held-out": set()}
    for path in SETS:
        texts[path.parent.name] |= {
            json.loads(line)["text"].casefold()
            for line in path.read_text("utf-8").splitlines()
        }

    assert not texts["examples"] & texts["held-out"]


@pytest.mark.parametrize(
    ("kind", "words", "wording"),
    [
        (Mark.GENERALISATION, "You always", "At times you"),
        (Mark.LABEL, "stay clean", "stay well"),
        (Mark.ACCUSATION, "You stole $60 from my purse", "$60 is gone from my purse"),
        (Mark.ACCUSATION, "you are lying to me", "I'm not sure of that"),
        (
            Mark.COMMAND,
            "You need to call the clinic on Monday",
            "I hope you'll call the clinic on Monday",
        ),
        (Mark.INTERROGATION, "Why did you take it?", "What made you take it"),
    ],
)
def test_a_wording_in_their_own_terms(kind: Mark, words: str, wording: str) -> None:
    assert next(rewording.wordings(kind, words)).rstrip("?") == wording


@pytest.mark.parametrize(
    ("offered", "words"),
    [
        ("I worry.", "You lied to Sam"),
        ("I worry about it.", "You took 60 dollars on Friday"),
        ("I worry about you so very much today.", "You lied."),
        ("Unquestionably heartbreaking circumstances.", "You lied to me about all of it, I know."),
    ],
)  # fmt: skip
def test_a_wording_that_loses_a_fact_or_is_long_or_hard_is_not_offered(
    offered: str, words: str
) -> None:
    assert not rewording.fits(offered, words)
