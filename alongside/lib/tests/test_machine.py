"""What a machine must be before families write on it."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from alongside.lib import machine
from alongside.lib.problems import Level

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 22 0:35 / /srv/family rw - nfs4 nas:/family rw
41 22 0:36 / /srv/two\\040words rw - fuse.sshfs nas: rw
42 40 254:1 / /srv/family/disk rw shared:1 - ext4 /dev/vdb rw
"""
SWAP = "Filename Type Size Used Priority\n"


@pytest.mark.parametrize(
    ("folder", "refused"),
    [
        ("/srv", False),
        ("/srv/family", True),
        ("/srv/family/notes", True),
        ("/srv/family-photos", False),
        ("/srv/two words/notes", True),
        ("/srv/family/disk/notes", False),
    ],
)
def test_notes_are_not_kept_on_a_disk_of_another_machine(
    folder: str, *, refused: bool
) -> None:
    assert bool(machine.over_a_network(Path(folder), MOUNTS)) is refused


def test_a_later_mount_hides_an_earlier_one_on_the_same_place() -> None:
    hidden = MOUNTS + "43 22 0:37 / /srv/family rw - ext4 /dev/vdc rw\n"

    assert machine.over_a_network(Path("/srv/family"), hidden) is None


def test_two_hundred_megabytes_are_not_enough_and_one_byte_more_is() -> None:
    full = machine.little_room(machine.ENOUGH_ROOM)

    assert full
    assert full.level is Level.CLOSED
    assert "200 MB left" in full.what
    assert machine.little_room(machine.ENOUGH_ROOM + 1) is None


def test_a_clock_before_the_release_is_wrong() -> None:
    first = datetime.combine(machine.RELEASED, time(), UTC)

    assert machine.wrong_clock(first) is None
    assert machine.wrong_clock(first - timedelta(seconds=1))
    assert machine.wrong_clock(datetime(1970, 1, 1, tzinfo=UTC))


def test_the_release_is_not_of_a_day_to_come() -> None:
    assert date(2026, 11, 23) <= machine.RELEASED <= date(2026, 12, 5)


def test_swap_on_a_disk_is_told_and_closes_nothing() -> None:
    on_disk = machine.written_to_swap(SWAP + "/dev/sda2 partition 8 0 -2\n")

    assert on_disk
    assert not on_disk.closes
    assert machine.written_to_swap(SWAP) is None
    assert machine.written_to_swap(SWAP + "/dev/zram0 partition 8 0 100\n") is None


def test_a_folder_open_to_others_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    assert machine.open_to_others(tmp_path)

    tmp_path.chmod(0o700)
    assert machine.open_to_others(tmp_path) is None


def test_problems_name_what_is_wrong_here(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    found = machine.problems(tmp_path, datetime(2020, 1, 1, tzinfo=UTC))

    assert {"machine.open_to_others", "machine.wrong_clock"} <= {p.id for p in found}
    assert all(problem.what and problem.mend for problem in found)
