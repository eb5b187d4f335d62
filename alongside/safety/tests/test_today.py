"""Help is put before someone once for a sentence, and for what can wait once a day."""

import json
from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from alongside.safety import cues, today, urgent
from alongside.safety.today import Day
from alongside.safety.urgent import Danger
from alongside.testing.visitor import Visitor

NOT_BREATHING = "He is not breathing."
WANTS_TO_DIE = "My brother says he wants to die."
ALSO = "My sister says she wants to die."
NOTES = cues.CONTENT / "examples" / "notes"
# One banner in 25 ordinary notes, at most.
CALM = 25


def digest(said: str) -> bytes:
    return blake2b(said.encode(), digest_size=8).digest()


def after(*texts: str) -> Day:
    return today.listen(texts, Day(), digest)[1]


def heard(day: Day, *texts: str) -> Danger | None:
    return today.listen(texts, day, digest)[0]


def test_of_several_dangers_the_one_that_kills_first_is_heard() -> None:
    messages = ["he hit me", "I want to die", "he is not breathing", "chest pain"]

    assert heard(Day(), *messages) is Danger.OVERDOSE
    assert heard(Day(), *messages[:2]) is Danger.SUICIDE
    assert heard(Day(), *reversed(messages)) is Danger.OVERDOSE


def test_texts_are_heard_apart() -> None:
    assert heard(Day(), "he is not", "breathing exercises help") is None
    assert heard(Day()) is None


def test_a_sentence_is_not_heard_twice_whatever_stands_around_it() -> None:
    said = after(NOT_BREATHING)

    assert heard(said, NOT_BREATHING) is None
    assert heard(said, f"We had soup. {NOT_BREATHING} Then it rained.") is None


def test_what_cannot_wait_is_heard_in_each_new_sentence() -> None:
    said = after(NOT_BREATHING)

    assert heard(said, "Her lips are blue and she won't wake up.") is Danger.OVERDOSE


def test_what_can_wait_is_heard_once_a_day_for_each_kind() -> None:
    assert urgent.listen(ALSO).level is urgent.Level.AMBER
    said = after(WANTS_TO_DIE)

    assert heard(said, ALSO) is None
    assert heard(said, "He punched me and I am afraid of him.") is Danger.VIOLENCE
    assert heard(said, "I took all the pills to kill myself.") is not None


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_can_be_remembered(texts: list[str]) -> None:
    found, day = today.listen(texts, Day(), digest)

    assert len(day.sentences) <= today.MOST
    again, same = today.listen(texts, day, digest)
    assert again is None or found is not None
    assert set(same.kinds) >= set(day.kinds)


def test_someone_without_notes_is_helped_each_time(stranger: Visitor) -> None:
    for _ in range(2):
        stranger.visit("/talk/check/")
        stranger.fill("Your words", NOT_BREATHING)
        stranger.press("Look at my words")
        assert stranger.sees("Call 911")


def test_ordinary_notes_of_such_families_are_rarely_interrupted() -> None:
    every = NOTES.joinpath("learned-from.jsonl"), NOTES.joinpath("apart.jsonl")
    texts = [
        json.loads(line)["text"]
        for path in every
        for line in path.read_text("utf-8").splitlines()
    ]
    assert len(texts) == 500

    interrupted = [text for text in texts if urgent.hear(text)]

    assert len(interrupted) <= len(texts) / CALM, interrupted
