"""The sample family: twelve weeks, through the same code that people use."""

from datetime import date, timedelta

import pytest

from alongside.home import demo, today
from alongside.home.entries import SampleMade
from alongside.journal.log import Log
from alongside.journal.store import Journal
from alongside.signs import keeping, pattern
from alongside.signs.entries import Noticed

DAY = date(2026, 12, 5)


@pytest.fixture
def journal(db: None) -> Journal:
    made, _ = Journal.create()
    return made


def test_it_covers_twelve_weeks_and_says_that_it_is_a_sample(journal: Journal) -> None:
    written = demo.fill(journal, DAY)

    log = journal.read()
    notes = log.of(Noticed)
    assert written == sum(1 for _ in log)
    assert len(log.of(SampleMade)) == 1
    assert min(entry.at.date() for entry in log) == DAY - timedelta(weeks=12)
    assert all(note.what.startswith("Sample.") for note in notes)
    assert all(note.at.date() == note.on for note in notes)


def test_its_notes_add_up_and_none_of_them_has_expired(journal: Journal) -> None:
    demo.fill(journal, DAY)

    log = journal.read()
    assert pattern.read(log, DAY).adds_up
    assert not keeping.expired(log, DAY)


def test_today_has_a_step_for_it(journal: Journal) -> None:
    demo.fill(journal, DAY)

    found = today.read(journal.read(), DAY)
    assert found.next
    assert found.then


def test_it_never_mixes_with_what_someone_wrote(journal: Journal) -> None:
    journal.write(SampleMade)

    with pytest.raises(demo.NotEmpty):
        demo.fill(journal, DAY)

    assert len(list(journal.read())) == 1


def test_a_log_that_is_empty_is_no_sample() -> None:
    assert Log().of(SampleMade) == []
