"""Hiding is not erasing: what was erased is gone from rows, snapshot and files."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from alongside.journal import queries, snapshot
from alongside.journal.chain import Fault
from alongside.journal.entries import Erased, Reason, TakenBack
from alongside.journal.keyring import Held
from alongside.journal.models import SealedEntry, Snapshot
from alongside.journal.opening import Damage
from alongside.journal.store import Journal
from alongside.journal.tests.kinds import Noted

pytestmark = pytest.mark.django_db(transaction=True)

in_files = pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="PostgreSQL overwrites its files in its own time (docs/crypto.md)",
)


def files() -> bytes:
    """Every byte that SQLite keeps on disk."""
    name = Path(connection.settings_dict["NAME"])
    beside = (name, name.with_name(f"{name.name}-wal"))
    return b"".join(file.read_bytes() for file in beside if file.exists())


def row(seq: int) -> bytes:
    return bytes(SealedEntry.objects.get(seq=seq).ct or b"")


def standing(journal: Journal, held: Held) -> bytes:
    """All that the snapshot says, opened."""
    stored = queries.snapshot_of(journal.id)
    assert stored
    opened = snapshot.open_stored(
        stored.sealed,
        held.keys[stored.epoch],
        journal=journal.id,
        epoch=stored.epoch,
        at=stored.at,
    )
    assert opened
    return b"".join(shelf.entries for shelf in opened.shelves.values())


def test_an_erased_entry_leaves_its_row_empty_and_the_chain_whole() -> None:
    journal, _ = Journal.create()
    first, second = (journal.write(Noted, what=what) for what in ("one", "two"))

    assert journal.erase(first.id) == 1

    assert [bool(one) for one in (row(1), row(2))] == [False, True]
    assert journal.read().of(Noted) == [second]
    assert [erased.rows for erased in journal.read().of(Erased)] == [(1,)]
    assert journal.damage(whole=True) is None


def test_what_was_only_taken_back_is_still_there_until_it_is_erased() -> None:
    journal, held = Journal.create()
    note = journal.write(Noted, what="gone")
    journal.write(TakenBack, entry=note.id)
    assert row(1)

    assert journal.erase(note.id) == 2

    assert (row(1), row(2)) == (b"", b"")
    assert Journal.open(journal.id, held).read().of(Noted, TakenBack) == []


def test_an_erased_entry_is_in_no_snapshot() -> None:
    journal, held = Journal.create()
    notes = journal.write_all(
        [(Noted, {"what": f"note {n} of many"}) for n in range(snapshot.EVERY)]
    )
    assert b"note 7 of many" in standing(journal, held)

    journal.erase(notes[7].id)

    assert b"note 7 of many" not in standing(journal, held)
    assert b"note 8 of many" in standing(journal, held)
    assert len(Journal.open(journal.id, held).read().of(Noted)) == snapshot.EVERY - 1


def test_a_snapshot_that_was_begun_before_an_erasure_is_not_kept() -> None:
    """Another request summed up what stood, and comes to save it a moment too late."""
    journal, held = Journal.create()
    notes = journal.write_all(
        [(Noted, {"what": f"note {n} of many"}) for n in range(snapshot.EVERY)]
    )
    Snapshot.objects.all().delete()
    late = Journal.open(journal.id, held)
    as_it_was = late._stored()  # noqa: SLF001 -- what the late request had read

    journal.erase(notes[7].id)
    Snapshot.objects.all().delete()
    late._stored = lambda **_: as_it_was  # type: ignore[method-assign]  # noqa: SLF001
    late._keep_snapshot()  # noqa: SLF001

    assert queries.snapshot_of(journal.id) is None


@in_files
def test_an_erased_entry_is_in_no_file() -> None:
    journal, _ = Journal.create()
    note = journal.write(Noted, what="The rent money was gone.")
    journal.write(Noted, what="stays")
    gone, stays = row(1), row(2)
    assert gone in files()

    journal.erase(note.id)

    found = files()
    assert stays in found
    assert all(gone[at : at + 16] not in found for at in range(0, len(gone), 16))


@in_files
def test_a_snapshot_with_an_erased_entry_is_in_no_file() -> None:
    journal, _ = Journal.create()
    notes = journal.write_all(
        [(Noted, {"what": f"note {n} of many"}) for n in range(snapshot.EVERY)]
    )
    before = bytes(Snapshot.objects.get().sealed)
    # A page of the file holds less than its 4,096 bytes, so each window is found whole.
    windows = [before[at : at + 64] for at in range(0, len(before) - 64, 997)]
    stored = files()
    assert sum(window in stored for window in windows) > len(windows) * 0.9

    journal.erase(notes[7].id)

    found = files()
    assert not any(window in found for window in windows)


@in_files
def test_a_deleted_journal_is_in_no_file() -> None:
    journal, _ = Journal.create()
    journal.write_all([(Noted, {"what": f"note {n}"}) for n in range(20)])
    gone = [row(seq) for seq in range(1, 21)]
    assert all(one in files() for one in gone)

    journal.delete()

    found = files()
    assert not any(one[at : at + 16] in found for one in gone for at in (0, 64, 128))
    assert journal.id.hex.encode() not in found


def test_one_erases_what_one_wrote_oneself() -> None:
    journal, held = Journal.create()
    note = journal.write(Noted, what="mine")
    tom = Journal.open(journal.id, Held(member=uuid4(), keys=held.keys))

    assert tom.erase(note.id) == 0
    assert row(1)


def test_what_has_expired_goes_whoever_wrote_it() -> None:
    journal, held = Journal.create()
    note = journal.write(Noted, what="mine")
    tom = Journal.open(journal.id, Held(member=uuid4(), keys=held.keys))

    assert tom.erase(note.id, why=Reason.EXPIRED) == 1

    assert [erased.why for erased in tom.read().of(Erased)] == [Reason.EXPIRED]


def test_an_erasure_cannot_be_erased() -> None:
    journal, _ = Journal.create()
    journal.erase(journal.write(Noted, what="gone").id)
    [erased] = journal.read().of(Erased)

    assert journal.erase(erased.id) == 0
    assert journal.damage(whole=True) is None


def test_nothing_to_erase_writes_nothing() -> None:
    journal, _ = Journal.create()

    assert journal.erase(uuid4()) == 0
    assert journal.head.seq == 0


def test_a_row_that_someone_else_emptied_is_damage() -> None:
    journal, held = Journal.create()
    journal.write_all([(Noted, {"what": what}) for what in ("one", "two", "three")])

    SealedEntry.objects.filter(seq=2).update(ct=None)

    again = Journal.open(journal.id, held)
    assert [note.what for note in again.read().of(Noted)] == ["one", "three"]
    assert again.damage() == Damage(rows=((2, Fault.BLANKED),))
