"""The boot check finds a database that would not keep what it says it kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import connection

from alongside.journal import checks
from alongside.journal.models import JournalHead, SealedEntry
from alongside.journal.sqlite import keeps_its_wal
from alongside.journal.store import Journal
from alongside.journal.tests.kinds import Noted

pytestmark = pytest.mark.django_db(transaction=True)

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own")
on_postgres = pytest.mark.skipif(connection.vendor == "sqlite", reason="PostgreSQL's")

# A test's own cluster may be made without checksums; that only warns.
MAY_WARN = {"journal.no_checksums"}


def found(**how: int) -> set[str]:
    return {problem.id for problem in checks.problems(**how)} - MAY_WARN


def set_to(said: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(said)


@pytest.fixture
def spoilt() -> Iterator[None]:
    """What a test sets on its connection goes with the connection."""
    yield
    connection.close()


def test_our_own_settings_pass() -> None:
    assert found() == set()


@on_sqlite
@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("PRAGMA synchronous=NORMAL", "journal.synchronous"),
        ("PRAGMA synchronous=OFF", "journal.synchronous"),
        ("PRAGMA foreign_keys=OFF", "journal.foreign_keys"),
        ("PRAGMA secure_delete=OFF", "journal.secure_delete"),
        ("PRAGMA secure_delete=FAST", "journal.secure_delete"),
    ],
)
def test_a_setting_that_loses_something_closes_the_journal(
    spoilt: None, said: str, problem: str
) -> None:
    set_to(said)

    assert found() == {problem}
    assert all(one.closes for one in checks.problems())


@on_sqlite
def test_without_a_wal_the_journal_is_closed(spoilt: None) -> None:
    set_to("PRAGMA journal_mode=DELETE")
    try:
        assert found() == {"journal.journal_mode"}
    finally:
        set_to("PRAGMA journal_mode=WAL")


@on_postgres
def test_a_postgres_that_does_not_wait_for_its_disk_closes_the_journal(
    spoilt: None,
) -> None:
    set_to("SET synchronous_commit = off")

    assert found() == {"journal.synchronous_commit"}


def test_a_database_that_does_not_answer_closes_the_journal(
    spoilt: None, tmp_path: Path
) -> None:
    on_file = connection.vendor == "sqlite"
    name, nothing = connection.settings_dict["NAME"], tmp_path / "nothing.sqlite3"
    nothing.write_bytes(b"not a database of any kind" * 100)
    connection.close()
    connection.settings_dict["NAME"] = str(nothing) if on_file else "no_such_database"
    try:
        assert found() == {"journal.no_answer"}
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name


@on_sqlite
def test_django_is_told_the_same(spoilt: None) -> None:
    set_to("PRAGMA synchronous=OFF")

    messages = run_checks(tags=["database"], databases=["default"])

    assert [message.id for message in messages] == ["journal.synchronous"]


@pytest.mark.parametrize(
    ("version", "keeps"),
    [
        ((3, 6, 23), True),
        ((3, 7, 0), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_which_sqlite_keeps_its_wal(
    version: tuple[int, int, int], *, keeps: bool
) -> None:
    assert keeps_its_wal(version) is keeps


@on_sqlite
def test_this_one_keeps_its_wal() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        [version] = cursor.fetchone()

    assert keeps_its_wal(tuple(map(int, version.split("."))))  # type: ignore[arg-type]


@on_sqlite
def test_a_library_with_the_fault_closes_the_journal(spoilt: None) -> None:
    connection.ensure_connection()
    connection.connection.create_function("sqlite_version", 0, lambda: "3.40.1")

    assert found() == {"journal.sqlite_fault"}


@on_sqlite
def test_a_damaged_file_closes_the_journal(spoilt: None, tmp_path: Path) -> None:
    a_journal()
    name, copy = connection.settings_dict["NAME"], tmp_path / "damaged.sqlite3"
    set_to(f"VACUUM INTO '{copy}'")
    connection.close()
    pages = bytearray(copy.read_bytes())
    pages[4096 * 2 :: 64] = b"\xff" * len(pages[4096 * 2 :: 64])
    copy.write_bytes(pages)
    connection.settings_dict["NAME"] = str(copy)
    try:
        assert found() & {"journal.damaged", "journal.no_answer"}
        assert any(problem.closes for problem in checks.problems())
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name


def a_journal() -> Journal:
    journal, _ = Journal.create()
    journal.write_all([(Noted, {"what": f"note {n}"}) for n in range(5)])
    return journal


def test_a_row_that_was_changed_is_found_without_a_key() -> None:
    a_journal()
    SealedEntry.objects.filter(seq=3).update(ct=bytes(300))

    assert found() == {"journal.broken_chain"}
    assert not any(problem.closes for problem in checks.problems())
    assert found(chains=0) == set()


def test_a_row_that_is_gone_is_found() -> None:
    a_journal()
    SealedEntry.objects.filter(seq=5).delete()

    assert found() == {"journal.broken_chain"}


def test_rows_beyond_the_head_are_found() -> None:
    journal = a_journal()
    row = SealedEntry.objects.get(seq=4)
    JournalHead.objects.filter(journal=journal.id).update(seq=4, digest=row.digest)

    assert found() == {"journal.broken_chain"}


def test_of_many_journals_the_broken_one_is_counted() -> None:
    for _ in range(3):
        a_journal()
    SealedEntry.objects.filter(journal=a_journal().id, seq=1).update(digest=bytes(32))

    [problem] = [one for one in checks.problems() if one.id not in MAY_WARN]

    assert "1 of 4 journals" in problem.what
