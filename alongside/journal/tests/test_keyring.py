"""The keyring: what an account can open, and what it saw last."""

from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal import keyring, pad
from alongside.journal.chain import Link
from alongside.journal.keyring import FromNewerVersion, Held, Keyring
from alongside.journal.seal import DoesNotOpen, new_key, seal

ACCOUNT = UUID(int=7)
SECRET = bytes(range(32))
JOURNAL = UUID(int=9)

MAPS = st.dictionaries(
    st.text(max_size=5), st.text(max_size=5) | st.integers(0, 9) | st.booleans()
)
LINKS = st.builds(Link, st.integers(0, 2**40), st.binary(min_size=32, max_size=32))
HELD = st.builds(
    Held,
    member=st.uuids(),
    keys=st.dictionaries(st.integers(1, 9), st.binary(min_size=32, max_size=32)),
    seen=LINKS,
    nickname=st.text(max_size=9),
    settings=MAPS,
)
KEYRINGS = st.builds(
    Keyring,
    own=st.none() | st.uuids(),
    journals=st.dictionaries(st.uuids(), HELD, max_size=4),
    settings=MAPS,
)


def opened(sealed: bytes) -> Keyring:
    return keyring.unseal(sealed, SECRET, account=ACCOUNT)


@given(KEYRINGS)
def test_a_keyring_comes_back_whole(ring: Keyring) -> None:
    assert opened(keyring.seal(ring, SECRET, account=ACCOUNT)) == ring


def test_it_opens_for_nobody_else() -> None:
    sealed = keyring.seal(Keyring(), SECRET, account=ACCOUNT)

    for secret, account in ((new_key(), ACCOUNT), (SECRET, uuid4())):
        with pytest.raises(DoesNotOpen):
            keyring.unseal(sealed, secret, account=account)


def test_how_many_journals_it_holds_does_not_show() -> None:
    few = Keyring().holding(JOURNAL, Held(member=uuid4(), keys={1: new_key()}))
    more = few.holding(uuid4(), Held(member=uuid4(), keys={1: new_key()}))

    lengths = {len(keyring.seal(ring, SECRET, account=ACCOUNT)) for ring in (few, more)}

    assert len(lengths) == 1


@given(LINKS, LINKS)
def test_it_remembers_the_newest_head_it_saw(first: Link, second: Link) -> None:
    held = Held(member=uuid4(), keys={1: new_key()})
    ring = Keyring().holding(JOURNAL, held)

    ring = ring.seeing(JOURNAL, first).seeing(JOURNAL, second)

    assert ring.journals[JOURNAL].seen.seq == max(first.seq, second.seq)


def test_a_journal_that_was_left_is_gone_from_it() -> None:
    ring = Keyring(own=JOURNAL).holding(JOURNAL, Held(member=uuid4(), keys={}))

    assert ring.without(JOURNAL) == Keyring()


def test_one_from_a_newer_version_is_left_alone() -> None:
    said = msgspec.msgpack.encode({"journals": {}, "circles": 3})
    newer = pad.pad(said, smallest=keyring.SMALLEST)
    key = keyring._key(SECRET)  # noqa: SLF001 -- what a newer version would seal with
    sealed = b"\x01" + seal(key, newer, bound_to=b"keyring/v1" + ACCOUNT.bytes)

    for stored in (sealed, b"\x02" + sealed[1:]):
        with pytest.raises(FromNewerVersion):
            opened(stored)


@given(st.binary(max_size=400))
def test_any_bytes_open_or_do_not(stored: bytes) -> None:
    with pytest.raises((DoesNotOpen, FromNewerVersion)):
        opened(stored)
