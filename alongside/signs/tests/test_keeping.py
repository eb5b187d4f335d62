"""Which notes leave, and when. Pure: no database, no clock."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal.entries import TakenBack
from alongside.journal.log import Log
from alongside.signs import keeping
from alongside.signs.entries import Leaving, Sign
from alongside.signs.tests.notes import MARA, NOW, TODAY, kept, noticed


@pytest.mark.parametrize(("days", "gone"), [(89, False), (90, True), (91, True)])
def test_a_note_leaves_after_ninety_days(days: int, *, gone: bool) -> None:
    note = noticed(Sign.MOOD, days_ago=0)

    over = keeping.expired(Log([note]), TODAY + timedelta(days=days))

    assert over == ((note.id,) if gone else ())


@given(st.integers(min_value=0, max_value=4_000))
def test_a_note_kept_by_hand_never_leaves(days: int) -> None:
    note = noticed(Sign.MOOD, days_ago=0)

    assert (
        keeping.expired(Log([note, kept(note.id)]), TODAY + timedelta(days=days)) == ()
    )


def test_keeping_one_note_keeps_no_other() -> None:
    note, other = noticed(Sign.MOOD, 100), noticed(Sign.MOOD, 100)

    assert keeping.expired(Log([note, other, kept(note.id)]), TODAY) == (other.id,)


def test_days_are_counted_from_the_day_of_writing() -> None:
    """What was remembered late does not vanish at once."""
    note = noticed(Sign.MOOD, 0)
    late = type(note)(at=NOW, by=MARA, sign=Sign.MOOD, on=TODAY - timedelta(days=200))

    assert keeping.leaves_on(late) == keeping.leaves_on(note)
    assert keeping.expired(Log([late]), TODAY) == ()


def test_a_note_that_was_taken_back_is_erased_on_its_day_with_its_mark() -> None:
    note = noticed(Sign.MOOD, 0)
    day = keeping.leaves_on(note)
    mark = Leaving(at=NOW, by=MARA, note=note.id, on=day)
    log = Log([note, TakenBack(at=NOW, by=MARA, entry=note.id), mark])

    assert keeping.expired(log, day - timedelta(days=1)) == ()
    assert keeping.expired(log, day) == (note.id, mark.id)
