"""The drill: an empty place, the backup and the printed code, and nothing else.

What was beside the database is gone: pepper, secret key, sessions. The commands are those
that a host types (docs/self-hosting.md), each in a process of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def run(folder: Path, module: str, *words: str | Path) -> str:
    environment = {
        # A guess costs little here; everything else is as it is delivered.
        "ALONGSIDE_KDF_MIB": "8",
        "ALONGSIDE_KDF_PASSES": "1",
        "ALONGSIDE_DATA": str(folder / "data"),
        "ALONGSIDE_RUNTIME": str(folder / "runtime"),
        "PATH": os.environ["PATH"],
    }
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def act(folder: Path, *words: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run(folder, "alongside.cli.tests.drill", *words))
    return told


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Mara saw before, what she saw after, and what the commands said between."""
    here, there = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("there")
    run(here, "alongside.cli", "demo")
    before = act(here, "begin")
    saved = json.loads(run(here, "alongside.cli", "backup", there / "copy", "--json"))
    brought = ["restore", str(there / "copy"), "--json"]
    restored = json.loads(run(there, "alongside.cli", *brought))
    beside = sorted(each.name for each in (there / "data").iterdir())
    after = act(there, "return", before["code"])
    return {
        "before": before,
        "saved": saved,
        "restored": restored,
        "beside": beside,
        "after": after,
    }


def test_only_the_database_comes_out_of_a_backup(drill: dict[str, Any]) -> None:
    assert drill["beside"] == ["alongside.sqlite3"]
    assert drill["saved"]["pepper"] == "not included"


def test_both_commands_count_the_same(drill: dict[str, Any]) -> None:
    assert drill["saved"] == drill["restored"]
    assert drill["saved"]["people"] == 2
    assert len(drill["saved"]["heads"]) == 2
    assert drill["saved"]["whole"] is True


def test_without_the_pepper_the_passphrase_opens_nothing(drill: dict[str, Any]) -> None:
    assert "He shouted, then he cried." not in str(drill["after"]["with passphrase"])
    assert drill["after"]["with passphrase"] != 200


def test_the_printed_code_opens_every_entry(drill: dict[str, Any]) -> None:
    assert drill["before"]["notes"].count("He shouted, then he cried.") == 3
    assert drill["after"]["notes"] == drill["before"]["notes"]
