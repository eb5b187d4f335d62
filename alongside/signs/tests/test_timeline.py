"""The last twelve weeks by part of life. Pure: no database, no clock."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.journal.log import Log
from alongside.signs import timeline
from alongside.signs.entries import Group, Noticed, Sign
from alongside.signs.tests.notes import TODAY, noticed

any_notes = st.lists(
    st.builds(noticed, st.sampled_from(Sign), st.integers(-1, 200)), max_size=20
)


def test_twelve_weeks_end_today() -> None:
    weeks = timeline.read(Log(), TODAY).weeks

    assert len(weeks) == 12
    assert weeks[-1].begins == TODAY - timedelta(days=6)
    assert weeks[0].begins == date(2026, 9, 13)


def test_the_edges_of_a_week_are_kept() -> None:
    notes = [noticed(Sign.MOOD, 0), noticed(Sign.LAW, 6), noticed(Sign.FOIL, 7)]

    *_, before, last = timeline.read(Log(notes), TODAY).weeks

    assert last.signs == {Group.BEHAVIOUR: (Sign.MOOD,), Group.MONEY: (Sign.LAW,)}
    assert before.signs == {Group.HOME: (Sign.FOIL,)}


def test_a_sign_seen_nine_times_in_a_week_is_one_mark() -> None:
    [row] = timeline.read(Log([noticed(Sign.MOOD)] * 9), TODAY).rows

    assert len(row.across) == 1


def test_what_is_older_than_twelve_weeks_is_not_drawn() -> None:
    notes = [noticed(Sign.MOOD, 83), noticed(Sign.LAW, 84)]

    assert timeline.read(Log(notes), TODAY).groups == (Group.BEHAVIOUR,)


def test_a_day_that_has_begun_elsewhere_belongs_to_this_week() -> None:
    last = timeline.read(Log([noticed(Sign.MOOD, -1)]), TODAY).weeks[-1]

    assert Group.BEHAVIOUR in last.signs


@given(any_notes)
def test_every_mark_lies_on_the_sheet_and_says_a_week_that_holds_it(
    notes: list[Noticed],
) -> None:
    drawn = timeline.read(Log(notes), TODAY)

    for row in drawn.rows:
        assert 0 < row.down < drawn.height
        assert all(0 < x < drawn.width for x in row.across)
        weeks = [drawn.weeks[x // timeline.WIDE] for x in row.across]
        assert all(row.group in week.signs for week in weeks)
