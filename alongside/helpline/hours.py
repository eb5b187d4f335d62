"""When a line is answered, on the clock of its own place.

Hours are written as `always`, as `unknown`, or as spans of weekdays such as
`Mon-Fri 08:00-18:00` in a time zone. A span that ends at or before its start runs past
midnight into the next day. The moment asked about is always an argument.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from itertools import product
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SPAN = re.compile(
    rf"(?P<first>{'|'.join(DAYS)})(?:-(?P<last>{'|'.join(DAYS)}))? "
    r"(?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)"
)
SHAPE = "always, unknown, or a zone with spans such as Mon-Fri 08:00-18:00"


class Answered(StrEnum):
    """Whether anyone answers at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Opening:
    """A line at one moment. `there` is that moment, and `opens` the next opening, on the
    clock of the line's place; None where they mean nothing."""

    answered: Answered
    there: datetime | None = None
    opens: datetime | None = None


@dataclass(frozen=True)
class Span:
    """Weekdays (0 is Monday) and the wall-clock times between which people answer."""

    days: frozenset[int]
    start: time
    end: time

    @property
    def past_midnight(self) -> bool:
        return self.end <= self.start

    def holds(self, there: datetime) -> bool:
        """Whether a moment of the line's place lies in this span."""
        day, clock = there.weekday(), there.time()
        if not self.past_midnight:
            return day in self.days and self.start <= clock < self.end
        begun_today = day in self.days and clock >= self.start
        begun_yesterday = (day - 1) % 7 in self.days and clock < self.end
        return begun_today or begun_yesterday


@dataclass(frozen=True)
class Hours:
    """Always, not known (no spans), or the spans of a week in a zone."""

    always: bool = False
    zone: ZoneInfo | None = None
    spans: tuple[Span, ...] = ()

    def at(self, moment: datetime) -> Opening:
        """Whether anyone answers at a moment (aware), and if not, when next."""
        if self.always:
            return Opening(Answered.OPEN)
        if self.zone is None:
            return Opening(Answered.NOT_KNOWN)
        there = moment.astimezone(self.zone)
        if self._open(there):
            return Opening(Answered.OPEN, there)
        return Opening(Answered.CLOSED, there, min(self._openings_after(there)))

    def _open(self, there: datetime) -> bool:
        return any(span.holds(there) for span in self.spans)

    def _openings_after(self, there: datetime) -> Iterator[datetime]:
        """The openings of the next two weeks, as moments of the line's place."""
        # In UTC: two times of one zone are told apart by their wall clocks alone.
        since = there.astimezone(UTC)
        # Two weeks, because a weekly span may fall into the hour that the clocks skip.
        days = [there.date() + timedelta(days=ahead) for ahead in range(15)]
        for day, span, fold in product(days, self.spans, (0, 1)):
            # The second fold is the hour that comes twice when the clocks go back.
            start = datetime.combine(day, span.start, there.tzinfo).replace(fold=fold)
            # A time that the clocks skip that night comes out an hour later.
            opens = start.astimezone(UTC).astimezone(there.tzinfo)
            if opens > since and day.weekday() in span.days and self._open(opens):
                yield opens


def read(written: object) -> Hours:
    """The hours as a pack or a setting writes them. ValueError says what is unclear."""
    match written:
        case "always":
            return Hours(always=True)
        case "unknown":
            return Hours()
        case {"zone": str(zone), "spans": [_, *_] as spans, **other} if not other:
            return Hours(zone=_zone(zone), spans=tuple(_span(each) for each in spans))
    raise ValueError(f"{written!r} is not {SHAPE}")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"there is no time zone {name!r} on this machine") from None


def _span(written: object) -> Span:
    found = SPAN.fullmatch(written) if isinstance(written, str) else None
    if not found:
        raise ValueError(f"{written!r} is not a span such as Mon-Fri 08:00-18:00")
    first = DAYS.index(found["first"])
    last = DAYS.index(found["last"] or found["first"])
    days = frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    return Span(
        days, time.fromisoformat(found["start"]), time.fromisoformat(found["end"])
    )
