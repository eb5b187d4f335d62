"""When a line is answered, on the clock of its own place, whatever ours does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.helpline import hours
from alongside.helpline.hours import DAYS, Answered, Hours

QUARTER = timedelta(minutes=15)
WEEK = 7 * 24 * 60
# Places whose clocks change on four different nights, and one whose never do.
ZONES = (
    "America/New_York",
    "Europe/Dublin",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Africa/Johannesburg",
)

clocks = st.builds(
    "{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 15, 30, 45))
)
spans = st.builds(
    "{}-{} {}-{}".format, st.sampled_from(DAYS), st.sampled_from(DAYS), clocks, clocks
)
weeks = st.builds(
    lambda zone, some: hours.read({"zone": zone, "spans": some}),
    st.sampled_from(ZONES),
    st.lists(spans, min_size=1, max_size=3),
)
moments = st.integers(0, 3 * 365 * 96).map(
    lambda quarters: datetime(2026, 1, 1, tzinfo=UTC) + quarters * QUARTER
)


def minute_of_the_week(there: datetime) -> int:
    return there.weekday() * 24 * 60 + there.hour * 60 + there.minute


def minutes(week: Hours) -> set[int]:
    """The same week told another way: every minute in which people answer."""
    found: set[int] = set()
    for span in week.spans:
        start = span.start.hour * 60 + span.start.minute
        end = span.end.hour * 60 + span.end.minute
        length = (end - start) % (24 * 60) or 24 * 60
        for day in span.days:
            found |= {(day * 24 * 60 + start + m) % WEEK for m in range(length)}
    return found


@given(week=weeks, moment=moments)
def test_a_line_is_open_exactly_when_its_own_clock_says_so(
    week: Hours, moment: datetime
) -> None:
    assert week.zone
    there = moment.astimezone(week.zone)

    is_open = week.at(moment).answered is Answered.OPEN

    assert is_open == (minute_of_the_week(there) in minutes(week))


# Up to two weeks of quarters of an hour are looked at: no test of speed.
@settings(deadline=None)
@given(week=weeks, moment=moments)
def test_a_closed_line_opens_next_when_it_says(week: Hours, moment: datetime) -> None:
    opening = week.at(moment)
    if opening.answered is Answered.OPEN:
        return
    opens = opening.opens
    assert opens
    assert opens > moment

    assert week.at(opens).answered is Answered.OPEN
    # Where the clocks skip the start of a span, the line may open within that hour.
    skipped = opens.time() not in {span.start for span in week.spans}
    between = opens.astimezone(UTC) - QUARTER - (timedelta(hours=1) * skipped)
    while between > moment:
        assert week.at(between).answered is Answered.CLOSED
        between -= QUARTER


@pytest.mark.parametrize(
    ("zone", "closed_at", "opens_at"),
    [
        # The clocks go forward between a Friday evening and the next Monday.
        ("Europe/Dublin", (2026, 3, 27, 18), (2026, 3, 30, 8, 30)),
        # They go back: the same wall clock is an hour later for the rest of us.
        ("Europe/Dublin", (2026, 10, 23, 18), (2026, 10, 26, 9, 30)),
        ("America/New_York", (2026, 3, 6, 23), (2026, 3, 9, 13, 30)),
        ("Pacific/Auckland", (2026, 9, 25, 6), (2026, 9, 27, 20, 30)),
    ],
)
def test_monday_morning_is_monday_morning_there(
    zone: str, closed_at: tuple[int, ...], opens_at: tuple[int, ...]
) -> None:
    week = hours.read({"zone": zone, "spans": ["Mon-Fri 09:30-17:30"]})

    opening = week.at(datetime(*closed_at, tzinfo=UTC))  # type: ignore[misc,arg-type]

    assert opening.opens == datetime(*opens_at, tzinfo=UTC)  # type: ignore[misc,arg-type]
    assert f"{opening.opens:%a %H:%M}" == "Mon 09:30"


def test_a_start_that_the_clocks_skip_comes_an_hour_later() -> None:
    """At two in the morning of 8 March 2026 it is three in New York."""
    week = hours.read({"zone": "America/New_York", "spans": ["Sun 02:30-05:00"]})

    opening = week.at(datetime(2026, 3, 8, 6, tzinfo=UTC))

    assert opening.opens == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_opens_twice() -> None:
    """At two in the morning of 1 November 2026 it is one again in New York."""
    week = hours.read({"zone": "America/New_York", "spans": ["Sun 01:30-01:45"]})

    opening = week.at(datetime(2026, 11, 1, 5, 50, tzinfo=UTC))

    assert opening.opens
    assert opening.opens.astimezone(UTC) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_a_span_that_the_clocks_swallow_waits_a_week() -> None:
    week = hours.read({"zone": "America/New_York", "spans": ["Sun 02:15-02:45"]})

    opening = week.at(datetime(2026, 3, 1, 12, tzinfo=UTC))

    assert opening.opens == datetime(
        2026, 3, 15, 2, 15, tzinfo=ZoneInfo("America/New_York")
    )


@pytest.mark.parametrize(
    ("hour", "answered"), [(21, "closed"), (23, "open"), (25, "open"), (26, "closed")]
)
def test_a_night_line_runs_past_midnight(hour: int, answered: str) -> None:
    week = hours.read({"zone": "Europe/London", "spans": ["Fri 22:00-02:00"]})
    friday = datetime(2026, 12, 4, tzinfo=UTC)

    assert week.at(friday + timedelta(hours=hour)).answered == answered


def test_always_is_open_and_unknown_is_neither() -> None:
    at = datetime(2026, 12, 5, 9, tzinfo=UTC)

    assert hours.read("always").at(at).answered is Answered.OPEN
    assert hours.read("unknown").at(at).answered is Answered.NOT_KNOWN


@pytest.mark.parametrize(
    "unclear",
    [
        "sometimes",
        None,
        {"zone": "Europe/London", "spans": []},
        {"zone": "Europe/London"},
        {"zone": "Europe/Nowhere", "spans": ["Mon 09:00-17:00"]},
        {"zone": "../../etc/passwd", "spans": ["Mon 09:00-17:00"]},
        {"zone": "Europe/London", "spans": ["Mo 09:00-17:00"]},
        {"zone": "Europe/London", "spans": ["Mon 9-17"]},
        {"zone": "Europe/London", "spans": ["Mon 09:00-25:00"]},
        {"zone": "Europe/London", "spans": [9]},
        {"zone": "Europe/London", "spans": ["Mon 09:00-17:00"], "words": "?"},
    ],
)
def test_hours_that_are_not_clear_are_refused(unclear: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        hours.read(unclear)
