"""`alongside backup` and `alongside restore`: what was saved, counted and told."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alongside.cli import server
from alongside.cli.saying import PROBLEM, WELL, answer, whisper
from alongside.journal import sqlite
from alongside.lib import env

if TYPE_CHECKING:
    from alongside.home.backup import Contents

WHICH_IS = "--damaged restores it as it is; the other rows can still be read."
FOR_SQLITE = "This is for SQLite. PostgreSQL has pg_dump: see docs/self-hosting.md."
LEFT_OUT = "Pepper not included; nor secret key, sessions or logs."


# Django is set up for neither: it would make a secret key in a place that must be empty,
# and a backup has to work when little else does.


def backup(chosen: argparse.Namespace) -> int:
    server.keep_to_ourselves()
    if env.text("DATABASE_URL"):
        return _refuse(FOR_SQLITE)
    sqlite.swap_in()
    from alongside.home import backup

    now = datetime.now(UTC)
    many = chosen.to.is_dir()
    file = chosen.to / backup.named(now) if many else chosen.to
    database = env.data_folder() / backup.DATABASE
    try:
        contents = backup.save(database, file)
    except backup.NotADatabase:
        return _refuse(f"{database} is not there, or not a database of Alongside.")
    except backup.PlaceTaken:
        return _refuse(f"There is something at {file} already. Choose a new name.")
    except OSError as refused:
        return _refuse(f"{file} could not be written: {refused.strerror}.")
    # An older backup goes only once there is a newer one that is whole.
    old = (
        backup.drop_older(chosen.to, file, days=chosen.days, now=now)
        if many and contents.whole
        else []
    )
    return _tell(chosen, f"Saved to {file}.", contents, old)


def restore(chosen: argparse.Namespace) -> int:
    server.keep_to_ourselves()
    sqlite.swap_in()
    from alongside.home import backup

    folder = env.data_folder()
    try:
        contents = backup.restore(chosen.file, folder, damaged=chosen.damaged)
    except backup.NotADatabase:
        return _refuse(f"{chosen.file} is not there, or not a backup of Alongside.")
    except backup.PlaceTaken:
        return _refuse(f"{folder} is not empty. Nothing in it was touched.")
    except backup.NotWhole as faults:
        return _refuse(f"{chosen.file} is not whole:\n{faults}\n{WHICH_IS}")
    except OSError as refused:
        return _refuse(f"{folder} could not be written: {refused.strerror}.")
    return _tell(chosen, f"Restored to {folder}.", contents, [])


def _refuse(why: str) -> int:
    whisper(why)
    return PROBLEM


def _tell(
    chosen: argparse.Namespace, done: str, contents: "Contents", dropped: list[Path]
) -> int:
    heads = [
        f"journal {journal.hex[:8]}: {head.seq} entries, head {head.digest.hex()[:16]}"
        for journal, head in contents.heads
    ]
    answer(
        _as_data(contents, dropped),
        as_json=chosen.json,
        sentences=[
            done,
            f"{contents.people} people, {len(contents.heads)} journals, "
            f"{contents.entries} entries ({contents.erased} erased).",
            *heads,
            "Every chain holds." if contents.whole else "It is not whole:",
            *contents.faults,
            LEFT_OUT,
            *(f"Dropped {each.name}." for each in dropped),
        ],
    )
    return WELL if contents.whole else PROBLEM


def _as_data(contents: "Contents", dropped: list[Path]) -> dict[str, Any]:
    return {
        "people": contents.people,
        "entries": contents.entries,
        "erased": contents.erased,
        "heads": [
            {"journal": journal.hex, "seq": head.seq, "digest": head.digest.hex()}
            for journal, head in contents.heads
        ],
        "whole": contents.whole,
        "faults": list(contents.faults),
        "pepper": "not included",
        "dropped": [each.name for each in dropped],
    }
