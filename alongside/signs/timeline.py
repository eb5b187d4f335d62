"""The last twelve weeks by part of life, so that a combination can be seen.

A week either holds a sign or does not. How often is left out on purpose: a taller bar
would read as a grade.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.journal.log import Log
from alongside.signs.entries import Group, Noticed, Seen, Sign

WEEKS = 12
WEEK = timedelta(weeks=1)

# The drawing in its own units: one week is so wide, one group so high.
WIDE = 10
HIGH = 30


@dataclass(frozen=True)
class Week:
    """Seven days: the first of them, and the signs of each group, each once."""

    begins: date
    signs: dict[Group, tuple[Sign, ...]]


@dataclass(frozen=True)
class Row:
    """One group as it is drawn: how far down its line lies, and where weeks hold it."""

    group: Group
    down: int
    across: tuple[int, ...]


@dataclass(frozen=True)
class Timeline:
    """Twelve weeks, oldest first; the last one ends today."""

    weeks: tuple[Week, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that hold anything, in the order of the form."""
        held = {group for week in self.weeks for group in week.signs}
        return tuple(group for group in Group if group in held)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is drawn, on a sheet of `width` by `height`."""
        return tuple(
            Row(group, number * HIGH + HIGH // 2, self._across(group))
            for number, group in enumerate(self.groups)
        )

    @property
    def width(self) -> int:
        return len(self.weeks) * WIDE

    @property
    def height(self) -> int:
        return len(self.groups) * HIGH

    def _across(self, group: Group) -> tuple[int, ...]:
        return tuple(
            number * WIDE + WIDE // 2
            for number, week in enumerate(self.weeks)
            if group in week.signs
        )


def read(log: Log, today: date) -> Timeline:
    """Every standing note whose day lies in the last twelve weeks."""
    first = today - WEEKS * WEEK + timedelta(days=1)
    weeks: list[list[Seen]] = [[] for _ in range(WEEKS)]
    for note in log.glance(Noticed, Seen):
        if note.on >= first:
            # A day that has begun elsewhere belongs to this week.
            weeks[min((note.on - first) // WEEK, WEEKS - 1)].append(note)
    return Timeline(
        tuple(Week(first + i * WEEK, _by_group(notes)) for i, notes in enumerate(weeks))
    )


def _by_group(notes: list[Seen]) -> dict[Group, tuple[Sign, ...]]:
    by_group: dict[Group, dict[Sign, None]] = {}
    for note in sorted(notes, key=lambda note: note.on):
        by_group.setdefault(note.group, {})[note.sign] = None
    return {group: tuple(by_group[group]) for group in Group if group in by_group}
