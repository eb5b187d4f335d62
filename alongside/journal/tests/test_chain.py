"""Nine ways to tamper with a journal, and what finds each of them.

Eight are found without having seen the journal before. The ninth, a tail that was cut
off together with the head, leaves a whole chain: only the remembered head finds it. In
every case what was not touched stays readable (docs/crypto.md).
"""

from collections.abc import Callable
from itertools import pairwise
from random import Random
from uuid import UUID, uuid4

import pytest

from alongside.journal import chain
from alongside.journal.chain import START, Fault, Link, Row, TooLong
from alongside.journal.entries import encode
from alongside.journal.opening import Damage, Stored, read
from alongside.journal.seal import new_key
from alongside.journal.tests.kinds import Noted
from alongside.journal.tests.making import EPOCH, KEY, noted, rows_of

OURS, THEIRS = UUID(int=1), UUID(int=2)
LENGTH = 12

Tamper = Callable[[list[Row], Random], set[int]]


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- a test does again what it did


def flip(
    bits: bytes, random: Random, *, first: int = 0, last: int | None = None
) -> bytes:
    """The same bytes with one bit changed between two places."""
    bit = random.randrange(first * 8, (last or len(bits)) * 8)
    changed = bytearray(bits)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def flip_text(rows: list[Row], random: Random) -> set[int]:
    at = random.randrange(LENGTH)
    ct = rows[at].ct or b""
    rows[at] = rows[at]._replace(ct=flip(ct, random, first=24))
    return {rows[at].seq}


def flip_nonce(rows: list[Row], random: Random) -> set[int]:
    at = random.randrange(LENGTH)
    ct = rows[at].ct or b""
    rows[at] = rows[at]._replace(ct=flip(ct, random, last=24))
    return {rows[at].seq}


def flip_prev(rows: list[Row], random: Random) -> set[int]:
    at = random.randrange(LENGTH)
    rows[at] = rows[at]._replace(prev=flip(rows[at].prev, random))
    return {rows[at].seq}


def swap_two(rows: list[Row], random: Random) -> set[int]:
    a, b = random.sample(range(LENGTH), 2)
    rows[a], rows[b] = rows[b]._replace(seq=a + 1), rows[a]._replace(seq=b + 1)
    return {a + 1, b + 1}


def delete_one(rows: list[Row], random: Random) -> set[int]:
    at = random.randrange(1, LENGTH - 1)
    del rows[at]
    return {at + 1}


def bring_a_foreign_one(rows: list[Row], random: Random) -> set[int]:
    at = random.randrange(LENGTH)
    rows[at] = rows_of(THEIRS, *(noted(f"theirs {n}") for n in range(LENGTH)))[at]
    return {at + 1}


def replay_an_old_one(rows: list[Row], random: Random) -> set[int]:
    old = rows[random.randrange(LENGTH)]
    rows.append(old._replace(seq=LENGTH + 1))
    return {LENGTH + 1}


def replace_and_recompute(rows: list[Row], random: Random) -> set[int]:
    """Someone without the key writes a row of their own, with a digest that fits it."""
    at = random.randrange(LENGTH)
    after = Link(at, rows[at].prev)
    rows[at] = chain.close(
        new_key(), encode(noted("never")), journal=OURS, epoch=EPOCH, after=after
    )
    return {at + 1}


TAMPERINGS: list[Tamper] = [
    flip_text,
    flip_nonce,
    flip_prev,
    swap_two,
    delete_one,
    bring_a_foreign_one,
    replay_an_old_one,
    replace_and_recompute,
]


def journal() -> list[Row]:
    return rows_of(OURS, *(noted(f"note {n}") for n in range(1, LENGTH + 1)))


def what_is_read(
    rows: list[Row], *, head: Link, seen: Link = START
) -> tuple[set[int], Damage | None]:
    """The numbers of the notes that can be read, and what is said to be wrong."""
    log, damage = read(OURS, {EPOCH: KEY}, Stored(rows), head=head, seen=seen)
    return {int(note.what.split()[1]) for note in log.of(Noted)}, damage


def test_an_untouched_journal_is_read_whole() -> None:
    rows = journal()

    read_, damage = what_is_read(rows, head=rows[-1].link, seen=rows[-1].link)

    assert read_ == set(range(1, LENGTH + 1))
    assert damage is None


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: str(tamper.__name__))
def test_tampering_is_found_and_the_rest_stays_readable(
    tamper: Tamper, seed: int
) -> None:
    rows = journal()
    head = rows[-1].link

    touched = tamper(rows, chance(seed))
    read_, damage = what_is_read(rows, head=head)

    assert damage is not None
    assert touched <= {seq for seq, _ in damage.rows}
    assert set(range(1, LENGTH + 1)) - touched <= read_


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda it: str(it.__name__))
def test_it_is_found_without_a_key(tamper: Tamper, seed: int) -> None:
    rows = journal()
    head = rows[-1].link

    tamper(rows, chance(seed))

    assert list(chain.faults(rows, journal=OURS, head=head))


@pytest.mark.parametrize("left", range(LENGTH))
def test_a_cut_tail_is_found_by_the_remembered_head_and_by_nothing_else(
    left: int,
) -> None:
    rows = journal()
    seen = rows[-1].link
    del rows[left:]
    head = rows[-1].link if rows else START

    read_, unnoticed = what_is_read(rows, head=head)
    _, damage = what_is_read(rows, head=head, seen=seen)

    assert unnoticed is None
    assert damage == Damage(is_older=True)
    assert read_ == set(range(1, left + 1))


def test_another_past_of_the_same_length_is_older_too() -> None:
    seen = journal()[-1].link
    other = journal()

    _, damage = what_is_read(other, head=other[-1].link, seen=seen)

    assert damage == Damage(is_older=True)


def test_a_head_that_was_moved_back_alone_shows_the_rows_anyway() -> None:
    rows = journal()

    read_, damage = what_is_read(rows, head=rows[3].link, seen=rows[-1].link)

    assert len(read_) == LENGTH
    assert damage is None


def test_a_head_that_says_something_else_is_found() -> None:
    rows = journal()

    _, damage = what_is_read(rows, head=Link(LENGTH, bytes(32)))

    assert damage == Damage(rows=((LENGTH, Fault.UNLINKED),))


def test_a_head_that_does_not_fit_the_snapshot_is_found() -> None:
    rows = journal()
    stored = Stored([], at=rows[-1].link)

    _, damage = read(OURS, {EPOCH: KEY}, stored, head=Link(LENGTH, bytes(32)))

    assert damage == Damage(rows=((LENGTH, Fault.UNLINKED),))


def test_an_emptied_row_keeps_the_chain_and_is_damage_without_an_erasure() -> None:
    rows = journal()
    rows[4] = rows[4]._replace(ct=None)

    read_, damage = what_is_read(rows, head=rows[-1].link)

    assert list(chain.faults(rows, journal=OURS, head=rows[-1].link)) == []
    assert damage == Damage(rows=((5, Fault.BLANKED),))
    assert len(read_) == LENGTH - 1


def test_each_row_follows_the_one_before() -> None:
    rows = journal()

    assert all(after.prev == before.digest for before, after in pairwise(rows))
    assert rows[0].prev == START.digest


def test_what_is_longer_than_a_row_takes_is_refused() -> None:
    with pytest.raises(TooLong):
        chain.close(KEY, bytes(65_536), journal=uuid4(), epoch=1, after=START)
