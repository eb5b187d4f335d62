"""Which backups of a folder go: those past their days, and nothing else."""

from datetime import timedelta
from pathlib import Path

from alongside.home import backup
from alongside.testing.world import NOW


def test_only_backups_past_their_days_are_dropped(tmp_path: Path) -> None:
    new = tmp_path / backup.named(NOW)
    kept = tmp_path / backup.named(NOW - timedelta(days=30))
    old = tmp_path / backup.named(NOW - timedelta(days=30, seconds=1))
    letter = tmp_path / "alongside-letter.sqlite3"
    for each in (new, kept, old, letter):
        each.touch()

    dropped = backup.drop_older(tmp_path, new, days=30, now=NOW)

    assert dropped == [old]
    assert sorted(tmp_path.iterdir()) == sorted([new, kept, letter])


def test_the_new_backup_stays_whatever_the_clock_says(tmp_path: Path) -> None:
    new = tmp_path / backup.named(NOW)
    new.touch()

    assert backup.drop_older(tmp_path, new, days=1, now=NOW + timedelta(days=9)) == []
    assert new.exists()
