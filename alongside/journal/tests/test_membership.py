"""A second member reads all they were granted, and no row is touched for it.

Roster, invitations and mailbox come later. What they will stand on holds today: a key is
sealed to another account's public key and put on its keyring, and that is all.
"""

from uuid import UUID, uuid4

import pytest
from nacl.public import PrivateKey, PublicKey, SealedBox

from alongside.journal import keyring, keys, snapshot
from alongside.journal.chain import Fault
from alongside.journal.entries import TakenBack
from alongside.journal.keyring import Held, Keyring, access_hash
from alongside.journal.models import JournalHead, SealedEntry, Snapshot
from alongside.journal.seal import new_key
from alongside.journal.store import Journal, NotYours
from alongside.journal.tests.kinds import Noted
from alongside.journal.tests.making import whats
from alongside.journal.wraps import public_of

pytestmark = pytest.mark.django_db

TOM = UUID(int=12)
TOMS_SECRET = keys.new_secret()


def handed_over(key: bytes) -> bytes:
    """The key as Tom takes it out of what was sealed to his public key."""
    drop = SealedBox(PublicKey(public_of(TOMS_SECRET))).encrypt(key)
    assert key not in drop
    return SealedBox(PrivateKey(TOMS_SECRET)).decrypt(drop)


def toms(journal: Journal, granted: dict[int, bytes]) -> Journal:
    """The journal as Tom opens it from a keyring that was stored and opened again."""
    held = Held(
        member=uuid4(), keys={epoch: handed_over(key) for epoch, key in granted.items()}
    )
    ring = Keyring().holding(journal.id, held)
    stored = keyring.seal(ring, TOMS_SECRET, account=TOM)
    again = keyring.unseal(stored, TOMS_SECRET, account=TOM)
    return Journal.open(journal.id, again.journals[journal.id])


def turn_the_page(journal: Journal, held: Held) -> Held:
    """A new epoch, as it begins when a member leaves."""
    epoch, key = max(held.keys) + 1, new_key()
    JournalHead.objects.filter(journal=journal.id).update(
        epoch=epoch, access_hash=access_hash(key)
    )
    return Held(member=held.member, keys={**held.keys, epoch: key})


def rows() -> list[tuple[object, ...]]:
    return list(SealedEntry.objects.order_by("seq").values_list())


def test_a_second_member_reads_everything_and_no_row_is_rewritten() -> None:
    mara, held = Journal.create()
    mara.write_all([(Noted, {"what": f"note {n}"}) for n in range(snapshot.EVERY + 3)])
    before = rows(), list(Snapshot.objects.values_list())

    tom = toms(mara, dict(held.keys))

    assert tom.read().of(Noted) == mara.read().of(Noted)
    assert tom.damage() is None
    assert (rows(), list(Snapshot.objects.values_list())) == before


def test_each_entry_says_who_wrote_it_and_only_they_take_it_back() -> None:
    mara, held = Journal.create()
    hers = mara.write(Noted, what="hers")
    tom = toms(mara, dict(held.keys))

    his = tom.write(Noted, what="his")
    tom.write(TakenBack, entry=hers.id)

    assert hers.by != his.by
    assert whats(Journal.open(mara.id, held)) == ["hers", "his"]


def test_who_was_given_no_key_opens_nothing() -> None:
    mara, _ = Journal.create()
    mara.write(Noted, what="hers")

    with pytest.raises(NotYours):
        toms(mara, {1: new_key()})


def test_who_is_let_in_from_today_on_reads_from_today_on() -> None:
    mara, held = Journal.create()
    mara.write(Noted, what="before")
    both = turn_the_page(mara, held)
    Journal.open(mara.id, both).write(Noted, what="since")

    tom = toms(mara, {2: both.keys[2]})

    assert whats(tom) == ["since"]
    assert tom.damage() is None
    assert whats(Journal.open(mara.id, both)) == ["before", "since"]


@pytest.mark.parametrize("old", [3, snapshot.EVERY], ids=["rows", "a snapshot"])
def test_a_snapshot_gives_nothing_older_away_and_hides_nothing_from_who_holds_it(
    old: int,
) -> None:
    mara, held = Journal.create()
    mara.write_all([(Noted, {"what": f"old {n}"}) for n in range(old)])
    both = turn_the_page(mara, held)
    again = Journal.open(mara.id, both)
    again.write_all([(Noted, {"what": f"new {n}"}) for n in range(snapshot.EVERY)])
    assert Snapshot.objects.get().epoch == 2

    tom = toms(mara, {2: both.keys[2]})

    assert whats(tom) == [f"new {n}" for n in range(snapshot.EVERY)]
    assert tom.damage() is None
    both_epochs = Journal.open(mara.id, both)
    assert len(whats(both_epochs)) == old + snapshot.EVERY
    assert both_epochs.damage() is None


def test_damage_in_an_older_epoch_is_still_seen_by_who_can_read_it() -> None:
    mara, held = Journal.create()
    mara.write(Noted, what="before")
    both = turn_the_page(mara, held)
    Journal.open(mara.id, both).write(Noted, what="since")
    SealedEntry.objects.filter(seq=1).update(ct=bytes(300))

    damage = Journal.open(mara.id, both).damage()

    assert damage is not None
    assert damage.rows == ((1, Fault.ALTERED),)


def test_who_was_removed_holds_only_yesterdays_key() -> None:
    mara, held = Journal.create()
    tom = toms(mara, dict(held.keys))
    turn_the_page(mara, held)

    with pytest.raises(NotYours):
        tom.write(Noted, what="too late")
    with pytest.raises(NotYours):
        toms(mara, dict(held.keys))
