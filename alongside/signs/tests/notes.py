"""Notes for the tests of thinking: they say what matters, and hide the rest."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

from alongside.signs.entries import Kept, Noticed, Sign

TODAY = date(2026, 12, 5)
NOW = datetime(2026, 12, 5, 9, tzinfo=UTC)
MARA = uuid4()


def noticed(sign: Sign, days_ago: int = 1, what: str = "…") -> Noticed:
    """Mara saw something so many days ago, and wrote it down the same day."""
    on = TODAY - timedelta(days=days_ago)
    at = datetime.combine(on, time(20), tzinfo=UTC)
    return Noticed(at=at, by=MARA, sign=sign, on=on, what=what)


def kept(note: UUID) -> Kept:
    return Kept(at=NOW, by=MARA, note=note)
