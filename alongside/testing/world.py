"""When our tests take place: nine in the morning of 5 December 2026, a Saturday."""

from datetime import UTC, datetime

NOW = datetime(2026, 12, 5, 9, tzinfo=UTC)
# A month on: by then some lines are past the day they were to be checked again.
LATER = datetime(2027, 1, 5, 9, tzinfo=UTC)
