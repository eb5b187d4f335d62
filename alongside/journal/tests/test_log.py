"""What stands in a journal: a fold of its rows, with or without a snapshot."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal import entries, opening, snapshot
from alongside.journal.chain import Row
from alongside.journal.entries import Entry, Erased, Glance, Reason, TakenBack, encode
from alongside.journal.log import Log, Written
from alongside.journal.opening import Stored
from alongside.journal.tests.kinds import Mood, Noted, Promised
from alongside.journal.tests.making import (
    EPOCH,
    KEY,
    MARA,
    NOW,
    TOM,
    noted,
    sealed_rows,
)

JOURNAL = UUID(int=1)
FROM_NEWER = msgspec.msgpack.encode(
    {"kind": "later.thing", "id": str(uuid4()), "by": str(MARA), "at": NOW, "more": [1]}
)
NEWER_CHOICE = encode(noted("a new mood")).replace(b"\xa4calm", b"\xa4glad")
NOT_AN_ENTRY = b"\x93\x01\x02\x03"


def taken_back(entry: Entry, by: UUID = MARA) -> TakenBack:
    return TakenBack(at=NOW, by=by, entry=entry.id)


def test_entries_of_one_kind_come_oldest_first() -> None:
    notes = [noted("one"), noted("two")]

    assert Log([notes[0], taken_back(noted("other")), notes[1]]).of(Noted) == notes


def test_entries_of_several_kinds_come_in_the_order_of_writing() -> None:
    first, last = noted("first"), noted("last")
    between = Promised(at=NOW, by=MARA, note=first.id)

    assert Log([first, between, last]).of(Promised, Noted) == [first, between, last]
    assert list(Log([first, between, last])) == [first, between, last]


def test_what_the_writer_took_back_no_longer_stands() -> None:
    note, other = noted("gone"), noted("stays")

    assert Log([note, other, taken_back(note)]).of(Noted) == [other]


def test_only_the_writer_can_take_it_back() -> None:
    note = noted("stays", by=MARA)

    assert Log([note, taken_back(note, by=TOM)]).of(Noted) == [note]


def test_taking_back_cannot_be_taken_back() -> None:
    note = noted("gone")
    back = taken_back(note)

    assert Log([note, back, taken_back(back)]).of(Noted) == []


def test_what_a_newer_version_wrote_stands_untouched_and_is_counted() -> None:
    written = [FROM_NEWER, encode(noted("known")), NEWER_CHOICE, NOT_AN_ENTRY]

    log = Log(rows=[Written(n, one) for n, one in enumerate(written, 1)])

    assert [note.what for note in log.of(Noted)] == ["known"]
    assert log.unknown == 3
    assert [row.entry for row in log.written()] == written


def test_an_erasure_for_a_reason_of_a_newer_version_stands_untouched() -> None:
    erased = encode(Erased(at=NOW, by=MARA, rows=(1,), why=Reason.ASKED))
    newer = erased.replace(b"\xa5asked", b"\xa5judge")

    log = Log(rows=[Written(1, encode(noted("one"))), Written(2, newer)])

    assert log.of(Erased) == []
    assert log.unknown == 1
    assert [row.entry for row in log.shelves["journal.erased"]] == [newer]


# A journal: what members note, take back and erase, some of it by newer versions.
IDS = [UUID(int=n) for n in range(100, 108)]
MEMBERS = st.sampled_from([MARA, TOM])
NOTES = st.builds(
    Noted,
    id=st.sampled_from(IDS),
    at=st.just(NOW),
    by=MEMBERS,
    what=st.text(max_size=9),
    mood=st.sampled_from(Mood),
)
PROMISES = st.builds(
    Promised, id=st.sampled_from(IDS), at=st.just(NOW), by=MEMBERS, note=st.uuids()
)
BACKS = st.builds(TakenBack, at=st.just(NOW), by=MEMBERS, entry=st.sampled_from(IDS))
ERASURES = st.builds(
    Erased,
    at=st.just(NOW),
    by=MEMBERS,
    rows=st.lists(st.integers(1, 20), max_size=3).map(tuple),
    why=st.just(Reason.ASKED),
)
WRITTEN = st.one_of(NOTES, PROMISES, BACKS, ERASURES).map(encode) | st.sampled_from(
    [FROM_NEWER, NEWER_CHOICE, NOT_AN_ENTRY]
)


def said(log: Log) -> tuple[object, ...]:
    """Everything that a room, a count or an export can learn from a log."""
    return (
        log.of(Noted),
        log.of(TakenBack, Promised),
        list(log),
        log.unknown,
        log.written(),
        log.shelves,
    )


def folded(stored: Stored) -> Log:
    log, _ = opening.read(JOURNAL, {EPOCH: KEY}, stored)
    return log


def with_snapshot(stored: Stored, since: list[Row]) -> Stored:
    """The same journal from a snapshot that was sealed, stored and opened again."""
    if not stored.rows:
        return stored._replace(rows=since)
    made, at = opening.summed_up(JOURNAL, KEY, stored, epoch=EPOCH)
    place = {"journal": JOURNAL, "epoch": EPOCH, "at": at}
    sealed = snapshot.close(made, KEY, **place)  # type: ignore[arg-type]
    opened = snapshot.open_stored(sealed, KEY, **place)  # type: ignore[arg-type]
    assert opened is not None
    return Stored(since, opened, EPOCH, at)


@given(st.lists(WRITTEN, max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_snapshot_and_the_rows_since_say_what_all_rows_say(
    written: list[bytes], cut: int, again: int
) -> None:
    rows = sealed_rows(JOURNAL, written)
    first, second = sorted((cut, again))

    once = with_snapshot(Stored(rows[:first]), rows[first:])
    twice = (
        with_snapshot(once._replace(rows=rows[first:second]), rows[second:])
        if rows[first:second]
        else once
    )

    assert said(folded(once)) == said(folded(Stored(rows)))
    assert said(folded(twice)) == said(folded(Stored(rows)))


@given(st.lists(st.one_of(NOTES, BACKS), max_size=12), st.data())
def test_the_order_of_asking_changes_nothing(
    found: list[Entry], data: st.DataObject
) -> None:
    kinds: list[type[Entry]] = [Noted, TakenBack, Promised]
    log = Log(found)
    log.of(data.draw(st.sampled_from(kinds)))

    assert said(log) == said(Log(found))


def test_a_snapshot_says_which_rows_were_damaged_when_it_was_made() -> None:
    rows = sealed_rows(JOURNAL, [encode(noted(f"note {n}")) for n in range(6)])
    rows[2] = rows[2]._replace(ct=bytes(300))

    _, before = opening.read(JOURNAL, {EPOCH: KEY}, Stored(rows))
    _, after = opening.read(
        JOURNAL, {EPOCH: KEY}, with_snapshot(Stored(rows[:4]), rows[4:])
    )

    assert before is not None
    assert after == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sealed: b"\x02" + sealed[1:],
        lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
        lambda sealed: b"",
    ],
    ids=["another version", "a flipped bit", "nothing"],
)
def test_a_snapshot_that_does_not_open_is_of_no_use_and_no_harm(
    spoil: Callable[[bytes], bytes],
) -> None:
    made, at = opening.summed_up(
        JOURNAL, KEY, Stored(sealed_rows(JOURNAL, [encode(noted("one"))])), epoch=EPOCH
    )
    sealed = snapshot.close(made, KEY, journal=JOURNAL, epoch=EPOCH, at=at)

    opened = snapshot.open_stored(
        spoil(sealed), KEY, journal=JOURNAL, epoch=EPOCH, at=at
    )

    assert opened is None


def test_an_entry_that_would_not_come_back_is_never_written() -> None:
    without_a_zone = Noted(at=datetime(2026, 12, 5), by=MARA, what="")  # noqa: DTZ001
    of_no_kind = Noted(at=NOW, by=MARA, what=3)  # type: ignore[arg-type]

    for entry in (without_a_zone, of_no_kind):
        with pytest.raises(TypeError):
            entries.written(entry)


def test_two_kinds_cannot_share_a_name() -> None:
    with pytest.raises(TypeError, match=r"tests\.noted"):

        class Again(Entry, tag="tests.noted"):
            pass


def test_an_entry_is_never_changed() -> None:
    note = noted("as it was")

    with pytest.raises(AttributeError):
        note.what = "as it never was"


def test_a_moment_keeps_its_instant() -> None:
    note = Promised(
        at=NOW, by=MARA, note=uuid4(), until=datetime(2027, 1, 1, tzinfo=UTC)
    )

    assert entries.decode(encode(note)) == note


class Brief(Glance, frozen=True):
    id: bytes
    what: str


def test_a_glance_shows_what_reading_whole_shows() -> None:
    written = [noted(f"{number}") for number in range(5)]
    gone = TakenBack(at=written[0].at, by=written[0].by, entry=written[2].id)

    for log in (Log(written), Log([*written, gone])):
        seen = log.glance(Noted, Brief)

        assert [(it.id, it.what) for it in seen] == [
            (it.id.bytes, it.what) for it in log.of(Noted)
        ]
    assert len(seen) == 4
