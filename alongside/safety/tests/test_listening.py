"""Kinds and levels of danger, and what must hold for any text."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.safety import cues, urgent
from alongside.safety.urgent import Level, Urgent

MADE_FROM = sorted((cues.CONTENT / "examples" / "made-from").glob("*.jsonl"))
TEXTS = [json.loads(line) for p in MADE_FROM for line in p.read_text("utf-8").splitlines()]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("he is blue and not breathing", Urgent.OVERDOSE_NOW, Level.RED),
        ("she says she will kill herself", Urgent.SUICIDE_LOVED_ONE, Level.RED),
        ("i want to kill myself", Urgent.SUICIDE_SUPPORTER, Level.RED),
        ("he hit me in the face", Urgent.VIOLENCE, Level.RED),
        ("she left the baby alone to go and buy", Urgent.CHILD_DANGER, Level.RED),
        ("he had a seizure in the kitchen", Urgent.MEDICAL, Level.RED),
        ("no despierta y tiene los labios azules", Urgent.OVERDOSE_NOW, Level.RED),
    ],
)
def test_a_danger_has_its_kind_and_level(text: str, kind: Urgent, level: Level) -> None:
    heard = urgent.listen(text)

    assert kind in heard.kinds
    assert heard.level is level


def test_no_danger_has_no_level() -> None:
    assert urgent.listen("We had soup, and he told me about his day.") == urgent.Heard()


@pytest.mark.often
def test_what_it_was_made_from_is_mostly_heard() -> None:
    """A floor, so that a change that breaks hearing is seen; no proof of anything."""
    heard = [(text, bool(urgent.listen(text["text"]).kinds)) for text in TEXTS]
    dangers = [found for text, found in heard if text["urgent"]]
    others = [found for text, found in heard if not text["urgent"]]

    assert len(TEXTS) >= 600
    assert sum(dangers) >= 0.93 * len(dangers)
    assert sum(others) <= 0.08 * len(others)


def test_the_model_was_trained_on_the_texts_that_lie_here() -> None:
    found = hashlib.sha256()
    for path in MADE_FROM:
        found.update(path.read_bytes())

    assert cues.model().trained_on == found.hexdigest()


@given(st.text(max_size=300))
def test_any_text_is_heard_without_fault_and_always_the_same(text: str) -> None:
    heard = urgent.listen(text)

    assert heard == urgent.listen(text)
    assert bool(heard.kinds) == (heard.level is not None)
