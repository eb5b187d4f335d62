"""`alongside backup` and `restore`, as a host types them.

What they save and when they refuse is told in home/tests/test_backup.py, and the whole
way in test_drill.py. Here it is about folders of many, words and exit codes.
"""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from alongside.cli.commands import main
from alongside.home import backup
from alongside.testing.world import NOW

Said = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the sample family, made by `alongside demo` in another process."""
    folder = tmp_path_factory.mktemp("sample")
    subprocess.run(
        [sys.executable, "-m", "alongside.cli", "demo", "--data", folder],
        env={
            "ALONGSIDE_KDF_MIB": "8",
            "ALONGSIDE_KDF_PASSES": "1",
            "ALONGSIDE_RUNTIME": str(folder / "runtime"),
            "PATH": os.environ["PATH"],
        },
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return folder / backup.DATABASE


@pytest.fixture
def data(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test, with the sample family in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    copyfile(sample, folder / backup.DATABASE)
    monkeypatch.setenv("ALONGSIDE_DATA", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return folder


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def damage(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM journal_sealedentry WHERE seq = 2")


def told(capsys: Said) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def test_it_says_what_it_saved_and_what_it_left_out(
    data: Path, tmp_path: Path, capsys: Said
) -> None:
    assert main(["backup", str(tmp_path / "copy")]) == 0

    said = capsys.readouterr().out
    assert f"Saved to {tmp_path / 'copy'}." in said
    assert "1 people, 1 journals, 33 entries (0 erased)." in said
    assert "Every chain holds." in said
    assert "Pepper not included" in said


def test_heads_are_told_as_data(data: Path, tmp_path: Path, capsys: Said) -> None:
    main(["backup", str(tmp_path / "copy"), "--json"])

    said = told(capsys)
    [head] = said["heads"]
    assert head["seq"] == said["entries"] == 33
    assert len(bytes.fromhex(head["digest"])) == 32


def test_into_a_folder_each_backup_is_a_file_of_its_own(
    data: Path, backups: Path, capsys: Said
) -> None:
    assert main(["backup", str(backups)]) == 0

    assert [each.name for each in backups.iterdir()] == [backup.named(NOW)]


def test_an_old_one_goes_once_there_is_a_new_one(
    data: Path, backups: Path, capsys: Said
) -> None:
    old = backups / backup.named(NOW - timedelta(days=31))
    young = backups / backup.named(NOW - timedelta(days=29))
    for each in (old, young):
        each.touch()

    main(["backup", str(backups), "--json"])

    assert told(capsys)["dropped"] == [old.name]
    assert sorted(each.name for each in backups.iterdir()) == sorted(
        [young.name, backup.named(NOW)]
    )


def test_an_old_one_stays_if_the_new_one_is_not_whole(
    data: Path, backups: Path, capsys: Said
) -> None:
    damage(data / backup.DATABASE)
    old = backups / backup.named(datetime(2020, 1, 1, tzinfo=UTC))
    old.touch()

    assert main(["backup", str(backups)]) == 1

    assert old.exists()
    said = capsys.readouterr().out
    assert "It is not whole:" in said
    assert "row 2 is missing" in said


def test_an_old_one_stays_if_there_is_no_new_one(
    data: Path, backups: Path, capsys: Said
) -> None:
    (data / backup.DATABASE).write_text("torn")
    old = backups / backup.named(datetime(2020, 1, 1, tzinfo=UTC))
    old.touch()

    assert main(["backup", str(backups)]) == 1

    assert list(backups.iterdir()) == [old]
    assert "not a database of Alongside" in capsys.readouterr().err


def test_what_is_there_is_never_written_over(
    data: Path, tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "letter").write_text("Dear Sam")

    assert main(["backup", str(tmp_path / "letter")]) == 1

    assert "There is something at" in capsys.readouterr().err
    assert (tmp_path / "letter").read_text() == "Dear Sam"


def test_a_place_that_cannot_be_written_is_named(
    data: Path, tmp_path: Path, capsys: Said
) -> None:
    assert main(["backup", str(tmp_path / "no" / "such" / "place")]) == 1

    assert "could not be written: No such file" in capsys.readouterr().err


def test_postgresql_has_a_tool_of_its_own(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres:///alongside")

    assert main(["backup", str(tmp_path / "copy")]) == 1

    assert "pg_dump" in capsys.readouterr().err
    assert not (tmp_path / "copy").exists()


def restore(
    file: Path, to: Path, monkeypatch: pytest.MonkeyPatch, *options: str
) -> int:
    monkeypatch.setenv("ALONGSIDE_DATA", str(to))
    return main(["restore", str(file), *options])


def test_a_restore_says_what_is_back(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    main(["backup", str(tmp_path / "copy"), "--json"])
    before = told(capsys)

    assert restore(tmp_path / "copy", tmp_path / "new", monkeypatch, "--json") == 0

    assert told(capsys) == before


def test_a_restore_refuses_a_place_with_anything_in_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    main(["backup", str(tmp_path / "copy")])

    assert restore(tmp_path / "copy", data, monkeypatch) == 1

    assert "is not empty. Nothing in it was touched." in capsys.readouterr().err


def test_a_damaged_backup_is_taken_if_that_is_said(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    damage(data / backup.DATABASE)
    main(["backup", str(tmp_path / "copy")])

    assert restore(tmp_path / "copy", tmp_path / "new", monkeypatch) == 1
    assert "--damaged restores it" in capsys.readouterr().err
    assert restore(tmp_path / "copy", tmp_path / "new", monkeypatch, "--damaged") == 1
    assert (tmp_path / "new" / backup.DATABASE).exists()


def test_what_is_no_backup_is_not_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    (tmp_path / "letter").write_text("Dear Sam")

    assert restore(tmp_path / "letter", tmp_path / "new", monkeypatch) == 1

    assert "not a backup of Alongside" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_place_that_cannot_be_made_is_named(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    main(["backup", str(tmp_path / "copy")])

    assert restore(tmp_path / "copy", tmp_path / "copy" / "in", monkeypatch) == 1

    assert "could not be written: Not a directory" in capsys.readouterr().err
