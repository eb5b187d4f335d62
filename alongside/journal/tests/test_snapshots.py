"""A snapshot is a cache: it changes nothing, and may vanish at any time."""

from typing import Any

import pytest

from alongside.journal import actions, opening, queries, snapshot
from alongside.journal.chain import Fault
from alongside.journal.entries import TakenBack
from alongside.journal.models import SealedEntry, Snapshot
from alongside.journal.opening import Damage
from alongside.journal.store import RETRY, Journal, saving
from alongside.journal.tests.kinds import Noted
from alongside.journal.tests.making import fill, opened, sealed_rows, whats
from alongside.journal.tests.test_log import FROM_NEWER

pytestmark = pytest.mark.django_db

FULL = snapshot.EVERY


def test_the_append_that_passes_the_mark_writes_a_snapshot() -> None:
    journal, _ = Journal.create()
    fill(journal, FULL - 1)
    assert queries.snapshot_reaches(journal.id) == 0

    journal.write(Noted, what="the last")
    assert queries.snapshot_reaches(journal.id) == FULL

    fill(journal, FULL)
    assert queries.snapshot_reaches(journal.id) == 2 * FULL


def test_a_snapshot_changes_nothing_of_what_is_read() -> None:
    journal, held = Journal.create()
    fill(journal, FULL)
    taken_back = journal.read().of(Noted)[3]
    journal.write(TakenBack, entry=taken_back.id)
    journal.write(Noted, what="since")

    with_snapshot = opened(journal, held).read()
    Snapshot.objects.all().delete()
    without = opened(journal, held).read()

    assert with_snapshot.of(Noted) == without.of(Noted)
    assert with_snapshot.written() == without.written()
    assert len(without.of(Noted)) == FULL


def test_a_dropped_snapshot_is_written_by_the_next_append() -> None:
    journal, _ = Journal.create()
    fill(journal, FULL + RETRY)
    Snapshot.objects.all().delete()

    journal.write(Noted, what="next")

    assert queries.snapshot_reaches(journal.id) == FULL + RETRY + 1


def test_a_snapshot_that_was_missed_is_written_soon_after() -> None:
    journal, _ = Journal.create()
    fill(journal, FULL)
    Snapshot.objects.all().delete()

    for _ in range(RETRY):
        journal.write(Noted, what="next")

    assert queries.snapshot_reaches(journal.id) == FULL + RETRY


@pytest.mark.parametrize("spoilt", [b"", b"\x01" + bytes(400), b"\x09later"])
def test_a_snapshot_that_does_not_open_is_passed_over(spoilt: bytes) -> None:
    journal, held = Journal.create()
    fill(journal, FULL)
    Snapshot.objects.update(sealed=spoilt)

    again = opened(journal, held)

    assert len(whats(again)) == FULL
    assert again.damage() is None


def test_damage_beneath_a_snapshot_is_found_by_looking_at_everything() -> None:
    journal, held = Journal.create()
    fill(journal, FULL)
    SealedEntry.objects.filter(seq=3).update(ct=bytes(500))

    again = opened(journal, held)

    assert again.damage() is None
    assert again.damage(whole=True) == Damage(rows=((3, Fault.ALTERED),))


def test_what_a_newer_version_wrote_survives_snapshots_and_exports() -> None:
    journal, held = Journal.create()
    [row] = sealed_rows(journal.id, [FROM_NEWER], key=held.keys[1])
    with saving():
        actions.add(journal.id, [row], idems=[bytes(16)])
    again = opened(journal, held)
    fill(again, FULL)

    log = opened(journal, held).read()

    assert queries.snapshot_reaches(journal.id) > 0
    assert log.unknown == 1
    assert log.written()[0].entry == FROM_NEWER
    assert b"later.thing" in again.export()


def test_no_snapshot_outlives_the_journal_that_it_summed_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Someone deletes everything while another page of theirs is summing up."""
    journal, held = Journal.create()
    fill(journal, FULL - 1)
    summed_up = opening.summed_up

    def slowly(*of: Any, **how: Any) -> Any:
        made = summed_up(*of, **how)
        opened(journal, held).delete()
        return made

    monkeypatch.setattr(opening, "summed_up", slowly)
    fill(journal, RETRY)

    assert SealedEntry.objects.count() == 0
    assert Snapshot.objects.count() == 0
