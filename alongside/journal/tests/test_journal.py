"""Opening a journal, writing in it and reading it again."""

from uuid import uuid4

import pytest

from alongside.journal import snapshot
from alongside.journal.chain import START, Fault, Link, TooLong
from alongside.journal.entries import TakenBack
from alongside.journal.keyring import Held
from alongside.journal.models import JournalHead, SealedEntry, Snapshot
from alongside.journal.opening import Damage
from alongside.journal.seal import new_key
from alongside.journal.store import Journal, NotYours
from alongside.journal.tests.kinds import Noted, Promised
from alongside.journal.tests.making import NOW, fill, opened, whats

pytestmark = pytest.mark.django_db


def test_what_was_written_is_read_in_the_next_request() -> None:
    journal, held = Journal.create()

    first = journal.write(Noted, what="The rent money was gone.", at=NOW)
    second = journal.write(Promised, note=first.id, at=NOW)

    log = opened(journal, held).read()
    assert log.of(Noted, Promised) == [first, second]
    assert (first.at, first.by) == (NOW, held.member)


def test_it_is_read_again_after_it_was_written_in() -> None:
    journal, _ = Journal.create()
    assert whats(journal) == []

    journal.write(Noted, what="one")

    assert whats(journal) == ["one"]


def test_nothing_of_it_stands_outside_the_seal() -> None:
    journal, held = Journal.create()
    journal.write(Noted, what="The rent money was gone.")

    [row] = SealedEntry.objects.values_list()

    stored = b"|".join(value for value in row if isinstance(value, bytes))
    for word in (b"rent", b"noted", held.member.bytes, held.member.hex.encode()):
        assert word not in stored
    assert {field.name for field in SealedEntry._meta.get_fields()} == {  # noqa: SLF001
        *("pk", "journal", "seq", "epoch", "prev", "ct", "digest", "idem")
    }


def test_it_opens_with_its_key_of_today_only() -> None:
    journal, held = Journal.create()
    other, _ = Journal.create()
    stranger = Held(member=uuid4(), keys={1: new_key()})
    of_yesterday = Held(member=uuid4(), keys={0: held.keys[1]})

    for id_, keys in (
        (journal.id, stranger),
        (journal.id, of_yesterday),
        (other.id, held),
        (uuid4(), held),
    ):
        with pytest.raises(NotYours):
            Journal.open(id_, keys)


def test_who_was_shut_out_meanwhile_can_no_longer_write() -> None:
    journal, _ = Journal.create()
    JournalHead.objects.update(epoch=2, access_hash=bytes(32))

    with pytest.raises(NotYours):
        journal.write(Noted, what="too late")
    assert SealedEntry.objects.count() == 0


def test_what_is_too_long_is_refused_whole() -> None:
    journal, _ = Journal.create()

    with pytest.raises(TooLong):
        journal.write_all([(Noted, {"what": "short"}), (Noted, {"what": "x" * 65_536})])

    assert SealedEntry.objects.count() == 0
    assert journal.head == START


def test_the_account_is_told_of_every_new_last_row() -> None:
    journal, held = Journal.create()
    seen: list[Link] = []
    again = Journal.open(journal.id, held, remember=seen.append)

    again.write(Noted, what="one")
    again.write_all([(Noted, {"what": "two"}), (Noted, {"what": "three"})])

    assert [head.seq for head in seen] == [1, 3]
    assert seen[-1] == again.head


def test_if_the_account_cannot_remember_nothing_is_written() -> None:
    journal, held = Journal.create()

    def forget(_: Link) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        Journal.open(journal.id, held, remember=forget).write(Noted, what="one")

    assert whats(opened(journal, held)) == []


def test_one_damaged_row_is_named_and_the_rest_is_read() -> None:
    journal, held = Journal.create()
    fill(journal, 5)
    SealedEntry.objects.filter(seq=3).update(ct=bytes(500))

    again = opened(journal, held)

    assert whats(again) == ["note 0", "note 1", "note 3", "note 4"]
    assert again.damage() == Damage(rows=((3, Fault.ALTERED),))


def test_a_whole_journal_can_be_deleted() -> None:
    journal, held = Journal.create()
    other, others = Journal.create()
    other.write(Noted, what="stays")
    fill(journal, snapshot.EVERY)

    journal.delete()

    with pytest.raises(NotYours):
        opened(journal, held)
    assert not SealedEntry.objects.filter(journal=journal.id).exists()
    assert not Snapshot.objects.filter(journal=journal.id).exists()
    assert whats(opened(other, others)) == ["stays"]


def test_an_export_holds_what_stands_or_what_was_chosen() -> None:
    journal, _ = Journal.create()
    _, two, three = (journal.write(Noted, what=what) for what in ("1", "2", "3"))
    journal.write(TakenBack, entry=two.id)

    assert b'"2"' not in journal.export()
    assert b'"1"' in journal.export()
    assert b'"1"' not in journal.export(only={three.id})
    assert b'"3"' in journal.export(only={three.id})
