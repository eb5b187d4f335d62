"""A database that refuses: nothing is half done, the rest works, and it goes on after."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from django.conf import settings
from django.db import connection, connections, transaction

from alongside.journal import queries, snapshot, store
from alongside.journal.chain import START
from alongside.journal.keyring import Held
from alongside.journal.models import SealedEntry
from alongside.journal.store import Journal, NotSaved
from alongside.journal.tests.kinds import Noted
from alongside.journal.turn import turn

pytestmark = pytest.mark.django_db(transaction=True)

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own")
on_postgres = pytest.mark.skipif(connection.vendor == "sqlite", reason="PostgreSQL's")


def ask(said: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(said)
        return list(cursor.fetchall()) if cursor.description else []


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """A test does not wait twenty seconds; what it sets goes with its connection."""
    ask(
        "PRAGMA busy_timeout = 50"
        if connection.vendor == "sqlite"
        else "SET lock_timeout = '50ms'"
    )
    yield
    connection.close()


def elsewhere(hold: Callable[[], None]) -> tuple[Thread, Event]:
    """Another connection that holds what it took until the event is set."""
    taken, give_back = Event(), Event()

    def act() -> None:
        try:
            with transaction.atomic():
                hold()
                taken.set()
                give_back.wait(30)
        finally:
            connections.close_all()

    thread = Thread(target=act)
    thread.start()
    assert taken.wait(30)
    return thread, give_back


def assert_refused(journal: Journal, held: Held) -> None:
    """Nothing was written, not even half of it, and what there is can be read."""
    before = SealedEntry.objects.count()

    with pytest.raises(NotSaved):
        journal.write_all([(Noted, {"what": "x" * 9000}) for _ in range(40)])

    assert SealedEntry.objects.count() == before
    again = Journal.open(journal.id, held)
    assert len(again.read().of(Noted)) == before
    assert again.damage(whole=True) is None


def assert_goes_on(journal: Journal, held: Held) -> None:
    journal.write(Noted, what="after")

    again = Journal.open(journal.id, held)
    assert again.read().of(Noted)[-1].what == "after"
    assert again.damage(whole=True) is None


def a_journal() -> tuple[Journal, Held]:
    journal, held = Journal.create()
    journal.write(Noted, what="before")
    return journal, held


def test_while_someone_else_holds_the_database_nothing_is_saved_and_all_is_read() -> (
    None
):
    journal, held = a_journal()
    thread, give_back = elsewhere(
        lambda: queries.head_of(journal.id, to_write=True) and None
    )
    try:
        assert_refused(journal, held)
    finally:
        give_back.set()
        thread.join()

    assert_goes_on(journal, held)


@on_sqlite
@pytest.mark.parametrize(
    ("spoil", "mend"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000"),
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
    ],
    ids=["full", "read only"],
)
def test_a_disk_that_takes_no_more_refuses_whole(spoil: str, mend: str) -> None:
    journal, held = a_journal()
    ask(spoil)
    assert_refused(journal, held)
    ask(mend)

    assert_goes_on(journal, held)


@on_sqlite
def test_an_entry_is_saved_although_there_is_no_room_for_its_snapshot() -> None:
    # Pages that earlier tests gave back would make room.
    ask("VACUUM")
    journal, held = Journal.create()
    many = [(Noted, {"what": f"note {n}"}) for n in range(snapshot.EVERY - 1)]
    journal.write_all(many)
    [(pages,)] = ask("PRAGMA page_count")
    ask(f"PRAGMA max_page_count = {int(str(pages)) + 3}")

    journal.write(Noted, what="the last")

    assert queries.snapshot_of(journal.id) is None
    assert len(Journal.open(journal.id, held).read().of(Noted)) == snapshot.EVERY
    ask("PRAGMA max_page_count = 1000000")
    for _ in range(store.RETRY):
        assert_goes_on(journal, held)
    assert queries.snapshot_reaches(journal.id) == snapshot.EVERY + store.RETRY


@on_sqlite
def test_a_turn_that_comes_too_late_is_not_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal, held = a_journal()
    monkeypatch.setattr(store, "PATIENCE", -1.0)
    assert_refused(journal, held)
    monkeypatch.undo()

    assert_goes_on(journal, held)


@on_sqlite
def test_without_a_place_for_the_queue_nothing_is_saved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    journal, held = a_journal()
    monkeypatch.setattr(settings, "DATA", tmp_path / "gone")
    assert_refused(journal, held)
    monkeypatch.undo()

    assert_goes_on(journal, held)


@on_postgres
def test_a_database_that_goes_away_in_flight_saves_nothing() -> None:
    journal, held = a_journal()
    [(mine,)] = ask("SELECT pg_backend_pid()")

    def act() -> None:
        with store.saving():
            journal.write(Noted, what="half")
            end_elsewhere(str(mine))
            journal.write(Noted, what="the other half")

    with pytest.raises(NotSaved):
        act()
    connection.close()

    assert [note.what for note in Journal.open(journal.id, held).read().of(Noted)] == [
        "before"
    ]


def end_elsewhere(backend: str) -> None:
    """As an operator would, from another connection."""

    def act() -> None:
        ask(f"SELECT pg_terminate_backend({int(backend)})")
        connections.close_all()

    thread = Thread(target=act)
    thread.start()
    thread.join()


def test_what_fails_beside_a_write_takes_the_write_with_it() -> None:
    journal, held = Journal.create()

    def act() -> None:
        with store.saving():
            journal.write(Noted, what="half")
            raise LookupError

    with pytest.raises(LookupError):
        act()

    assert Journal.open(journal.id, held).read().of(Noted) == []
    assert Journal.open(journal.id, held).head == START


def test_writers_take_their_turns(tmp_path: Path) -> None:
    """Whoever waits is let in when the one before is done, and not sooner."""
    file, order = tmp_path / "turn.lock", []

    def wait() -> None:
        with turn(file, within=30):
            order.append("second")

    with turn(file, within=30):
        thread = Thread(target=wait)
        thread.start()
        thread.join(0.05)
        order.append("first")
    thread.join()

    assert order == ["first", "second"]
