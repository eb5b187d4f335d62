"""What leaves a journal as a file or on paper, and what stays unless it is chosen.

What was noticed about someone else stays, line by line, until the writer chooses it: a
page that is found or asked for is read by people it was not written for
(docs/adr/0013-what-leaves-a-journal.md).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.home.entries import StartAnswered, StepDone, StepPutOff
from alongside.journal.entries import Entry
from alongside.journal.log import Log
from alongside.safety.entries import SafeAnswered, SafetyChecked
from alongside.signs.entries import Noticed
from alongside.talk.entries import Held, Planned, TellPlanned

# Entries that a page can show, each in its own words.
ABOUT_OTHERS = (Noticed, StartAnswered, SafetyChecked, Planned, Held, TellPlanned)
ABOUT_ME = (SafeAnswered, StepDone, StepPutOff)


class Choice(StrEnum):
    """What goes into a file."""

    WITHOUT_OTHERS = "without-others"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Line:
    """One entry as a page can show it, and the day it is about."""

    entry: Entry
    on: date
    is_about_others: bool

    @property
    def id(self) -> UUID:
        return self.entry.id


def lines(log: Log) -> tuple[Line, ...]:
    """What stands in a journal and can be read by a person, oldest first."""
    found = [
        Line(entry, _day(entry), isinstance(entry, ABOUT_OTHERS))
        for entry in log
        if isinstance(entry, ABOUT_OTHERS + ABOUT_ME)
    ]
    return tuple(sorted(found, key=lambda line: (line.on, line.entry.at)))


def chosen(log: Log, wanted: frozenset[UUID]) -> tuple[Line, ...]:
    """One's own lines, and of those about others the ones that were chosen."""
    return tuple(
        line for line in lines(log) if not line.is_about_others or line.id in wanted
    )


def without_others(log: Log) -> frozenset[UUID]:
    """The ids of a file that says nothing about anyone else. In doubt, left out."""
    return frozenset(line.id for line in lines(log) if not line.is_about_others)


def _day(entry: Entry) -> date:
    on = getattr(entry, "on", None)
    return on if isinstance(on, date) else entry.at.date()
