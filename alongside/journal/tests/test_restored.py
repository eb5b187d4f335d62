"""A backup was put back: one is told, nothing is sealed alike, and writing goes on."""

import pytest

from alongside.journal.chain import Link
from alongside.journal.keyring import Held, Keyring
from alongside.journal.models import JournalHead, SealedEntry, Snapshot
from alongside.journal.opening import Damage
from alongside.journal.seal import NONCE_BYTES
from alongside.journal.store import Journal
from alongside.journal.tests.kinds import Noted

pytestmark = pytest.mark.django_db

KEPT, LOST = 10, 20


def put_back(journal: Journal, to: int) -> None:
    """The database as it was when the journal ended with this row."""
    row = SealedEntry.objects.get(journal=journal.id, seq=to)
    SealedEntry.objects.filter(journal=journal.id, seq__gt=to).delete()
    Snapshot.objects.filter(journal=journal.id).delete()
    JournalHead.objects.filter(journal=journal.id).update(seq=to, digest=row.digest)


def nonces() -> list[bytes]:
    rows = SealedEntry.objects.order_by("seq").values_list("ct", flat=True)
    return [bytes(ct or b"")[:NONCE_BYTES] for ct in rows]


def a_restored_journal() -> tuple[Journal, Held, list[bytes]]:
    """A journal of ten rows that once had thirty, and the nonces of those thirty."""
    journal, held = Journal.create()
    seen: list[Link] = []
    remembering = Journal.open(journal.id, held, remember=seen.append)
    for n in range(KEPT + LOST):
        remembering.write(Noted, what=f"note {n}")
    ring = Keyring().holding(journal.id, held).seeing(journal.id, seen[-1])
    used = nonces()
    put_back(journal, KEPT)
    held = ring.journals[journal.id]
    return Journal.open(journal.id, held), held, used


def test_one_is_told_that_it_is_older_than_what_one_last_saw() -> None:
    journal, _, _ = a_restored_journal()

    assert len(journal.read().of(Noted)) == KEPT
    assert journal.damage() == Damage(is_older=True)


def test_the_same_places_are_written_again_and_no_nonce_is_used_twice() -> None:
    journal, held, used = a_restored_journal()

    for n in range(LOST):
        journal.write(Noted, what=f"other {n}")

    again = nonces()[KEPT:]
    assert len(again) == LOST
    assert len({*used, *again}) == len(used) + LOST
    assert len(Journal.open(journal.id, held).read().of(Noted)) == KEPT + LOST


def test_another_past_is_told_although_it_is_as_long() -> None:
    journal, held, _ = a_restored_journal()

    journal.write_all([(Noted, {"what": f"other {n}"}) for n in range(LOST)])

    assert Journal.open(journal.id, held).damage() == Damage(is_older=True)


def test_who_never_saw_the_lost_rows_sees_a_whole_journal() -> None:
    journal, held, _ = a_restored_journal()
    newcomer = Held(member=held.member, keys=held.keys)

    assert Journal.open(journal.id, newcomer).damage() is None
