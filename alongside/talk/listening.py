"""Ten exercises in listening: `content/en/talk/listening.toml`, in their order."""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

EXERCISES = Path(__file__).parents[2] / "content" / "en" / "talk" / "listening.toml"


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """A reply to choose, whether it helps, and why."""

    text: str
    helps: bool
    way: str


class Exercise(Struct, frozen=True, forbid_unknown_fields=True):
    """What they say, and the replies."""

    they: str
    replies: tuple[Answer, ...]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    name: str
    year: int


class Listening(Struct, frozen=True, forbid_unknown_fields=True):
    """All exercises, and when they were checked."""

    checked_on: date
    review_due: date
    sources: tuple[Source, ...]
    exercise: tuple[Exercise, ...]


@cache
def listening() -> Listening:
    return msgspec.toml.decode(EXERCISES.read_text(encoding="utf-8"), type=Listening)
