"""Kinds that only our tests write."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.journal.entries import Entry


class Mood(StrEnum):
    CALM = "calm"
    LOW = "low"


class Noted(Entry, tag="tests.noted"):
    """Someone noted something."""

    what: str
    on: date | None = None
    mood: Mood = Mood.CALM
    seen: tuple[int, ...] = ()


class Promised(Entry, tag="tests.promised"):
    """Someone promised something about an earlier note."""

    note: UUID
    until: datetime | None = None
    kept: bool = False
