"""Copies of the database: what is in them, and when they are not believed.

The databases are made by our own migrations, and their rows by the journal's own chain.
Nobody here has a key that opens anything, as nobody has who makes a backup.
"""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from uuid import UUID, uuid4

import pytest

from alongside.home import backup
from alongside.home.backup import Contents, NotADatabase, NotWhole, PlaceTaken
from alongside.journal import chain, seal
from alongside.journal.chain import START, Link

ENTRY = (
    "INSERT INTO journal_sealedentry (journal, idem, seq, epoch, prev, ct, digest) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
HEAD = (
    "REPLACE INTO journal_journalhead (journal, seq, digest, epoch, access_hash) "
    "VALUES (?, ?, ?, 1, zeroblob(32))"
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the first start makes it, beside its pepper and secret key."""
    folder = tmp_path_factory.mktemp("first")
    environment = {
        "ALONGSIDE_DATA": str(folder),
        "ALONGSIDE_RUNTIME": str(folder / "runtime"),
        "PATH": os.environ["PATH"],
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        env=environment,
        check=True,
    )
    return folder / backup.DATABASE


@pytest.fixture
def database(first: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "pepper").write_text("1 " + "ab" * 32)
    copyfile(first, folder / backup.DATABASE)
    return folder / backup.DATABASE


@pytest.fixture
def open_database(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        yield connection


def write(
    connection: sqlite3.Connection, journal: UUID, after: Link, entries: int
) -> Link:
    """Add sealed entries to a journal, each with its head, in a transaction of its own."""
    key = seal.new_key()
    for _ in range(entries):
        row = chain.close(key, b"a note", journal=journal, epoch=1, after=after)
        after = row.link
        with connection:
            connection.execute(ENTRY, (journal.hex, os.urandom(16), *row))
            connection.execute(HEAD, (journal.hex, *row.link))
    return after


def test_it_holds_what_the_database_holds(
    database: Path, open_database: sqlite3.Connection, tmp_path: Path
) -> None:
    journal = uuid4()
    last = write(open_database, journal, START, 3)

    contents = backup.save(database, tmp_path / "copy")

    assert contents == Contents(0, 3, 0, ((journal, last),))
    assert backup.look_into(tmp_path / "copy") == contents


def test_it_holds_what_lies_in_the_log_beside_the_file(
    database: Path, open_database: sqlite3.Connection, tmp_path: Path
) -> None:
    """What a plain copy of the file would miss."""
    write(open_database, uuid4(), START, 1)
    copyfile(database, tmp_path / "plain")

    saved = backup.save(database, tmp_path / "copy")

    assert backup.look_into(tmp_path / "plain").entries == 0
    assert saved.entries == 1


def test_it_is_one_file_for_its_owner_alone_and_holds_no_pepper(
    database: Path, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()

    backup.save(database, place / "copy")
    backup.look_into(place / "copy")

    assert [each.name for each in place.iterdir()] == ["copy"]
    assert (place / "copy").stat().st_mode & 0o777 == 0o600
    held = (place / "copy").read_bytes()
    assert b"ab" * 32 not in held
    assert bytes.fromhex("ab" * 32) not in held


def test_it_has_no_table_of_sessions_or_limits(database: Path, tmp_path: Path) -> None:
    backup.save(database, tmp_path / "copy")

    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        tables = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {name for (name,) in tables} - {"sqlite_sequence"} == {
            "accounts_person",
            "directory_importrun",
            "directory_listing",
            "directory_source",
            "directory_sourcerecord",
            "django_migrations",
            "journal_journalhead",
            "journal_sealedentry",
            "journal_snapshot",
        }


def test_nothing_is_written_over(database: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Sam")

    with pytest.raises(PlaceTaken):
        backup.save(database, tmp_path / "letter")

    assert (tmp_path / "letter").read_text() == "Dear Sam"


@pytest.mark.parametrize("words", ["", "no database at all" * 500])
def test_what_is_no_database_leaves_no_file(tmp_path: Path, words: str) -> None:
    (tmp_path / "words").write_text(words)

    for wrong in ("words", "not there"):
        with pytest.raises(NotADatabase):
            backup.save(tmp_path / wrong, tmp_path / "copy")

    assert [each.name for each in tmp_path.iterdir()] == ["words"]


def test_a_database_of_another_program_is_not_ours(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "theirs")) as theirs:
        theirs.execute("CREATE TABLE photos (id)")

    with pytest.raises(NotADatabase):
        backup.look_into(tmp_path / "theirs")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("DELETE FROM journal_sealedentry WHERE seq = 2", "row 2 is missing"),
        ("DELETE FROM journal_sealedentry WHERE seq = 3", "row 3 is missing"),
        ("DELETE FROM journal_sealedentry", "row 1 is missing"),
        ("UPDATE journal_sealedentry SET ct = x'00' WHERE seq = 2", "row 2 is altered"),
        ("UPDATE journal_sealedentry SET prev = zeroblob(32)", "row 2 is unlinked"),
        ("DELETE FROM journal_journalhead", "belong to no journal"),
        ("UPDATE journal_journalhead SET seq = 2", "rows beyond its last one"),
    ],
)
def test_a_damaged_chain_is_seen_without_a_key(
    database: Path,
    open_database: sqlite3.Connection,
    tmp_path: Path,
    change: str,
    fault: str,
) -> None:
    write(open_database, uuid4(), START, 3)
    with open_database:
        open_database.execute(change)

    contents = backup.save(database, tmp_path / "copy")

    assert not contents.whole
    assert fault in "\n".join(contents.faults)


def test_an_erased_entry_is_counted_and_no_fault(
    database: Path, open_database: sqlite3.Connection, tmp_path: Path
) -> None:
    write(open_database, uuid4(), START, 3)
    with open_database:
        open_database.execute("UPDATE journal_sealedentry SET ct = NULL WHERE seq = 2")

    contents = backup.save(database, tmp_path / "copy")

    assert (contents.entries, contents.erased, contents.whole) == (3, 1, True)


def test_a_backup_while_people_write_holds_all_that_was_saved_before_it_began(
    database: Path, tmp_path: Path
) -> None:
    """Fifteen copies beside a writer: each whole, none without a row that was promised."""
    journal, promised, done = uuid4(), [START], threading.Event()

    def keep_writing() -> None:
        with closing(sqlite3.connect(database, timeout=20)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            while not done.is_set():
                promised.append(write(connection, journal, promised[-1], 1))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        for number in range(15):
            saved_before = promised[-1].seq
            contents = backup.save(database, tmp_path / f"copy-{number}")
            assert contents.whole, contents.faults
            assert contents.entries >= saved_before
    finally:
        done.set()
        writer.join()
    assert promised[-1].seq > 15


def test_a_restore_brings_back_the_same(
    database: Path, open_database: sqlite3.Connection, tmp_path: Path
) -> None:
    write(open_database, uuid4(), START, 3)
    saved = backup.save(database, tmp_path / "copy")

    restored = backup.restore(tmp_path / "copy", tmp_path / "new" / "place")

    assert restored == saved
    assert (tmp_path / "new" / "place").stat().st_mode & 0o777 == 0o700
    assert [each.name for each in (tmp_path / "new" / "place").iterdir()] == [
        backup.DATABASE
    ]


def test_a_restore_touches_nothing_that_is_there(
    database: Path, tmp_path: Path
) -> None:
    backup.save(database, tmp_path / "copy")
    before = database.read_bytes()

    with pytest.raises(PlaceTaken):
        backup.restore(tmp_path / "copy", database.parent)

    assert database.read_bytes() == before


def test_a_damaged_backup_is_restored_only_if_that_is_wanted(
    database: Path, open_database: sqlite3.Connection, tmp_path: Path
) -> None:
    write(open_database, uuid4(), START, 3)
    with open_database:
        open_database.execute("DELETE FROM journal_sealedentry WHERE seq = 2")
    backup.save(database, tmp_path / "copy")

    with pytest.raises(NotWhole, match="row 2 is missing"):
        backup.restore(tmp_path / "copy", tmp_path / "new")

    assert not (tmp_path / "new").exists()
    assert (
        backup.restore(tmp_path / "copy", tmp_path / "new", damaged=True).entries == 2
    )


def test_a_torn_file_is_not_restored(
    database: Path, open_database: sqlite3.Connection, tmp_path: Path
) -> None:
    write(open_database, uuid4(), START, 300)
    backup.save(database, tmp_path / "copy")
    whole = (tmp_path / "copy").read_bytes()
    (tmp_path / "copy").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(NotADatabase):
        backup.restore(tmp_path / "copy", tmp_path / "new")
