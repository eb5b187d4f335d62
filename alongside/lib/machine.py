"""What must be true of a machine before families write on it.

Reads the machine's own accounts of itself (Linux: `/proc`) and answers with problems.
The bounds are those of a small home server: writes fail whole when a disk is full, but
a host would rather hear of it before.
"""

import os
import shutil
from datetime import date, datetime
from pathlib import Path

from alongside.lib.problems import Level, Problem

# The day this release was made; set with each release. A clock before it is wrong.
RELEASED = date(2026, 11, 23)
# Room for a day of writing and for SQLite's own working files.
ENOUGH_ROOM = 200 * 1024 * 1024
# Locks, and memory shared between processes, are not kept by these (sqlite.org/wal.html).
OVER_A_NETWORK = frozenset(
    [
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    ]
)


def problems(folder: Path, now: datetime) -> list[Problem]:
    """What keeps `folder` on this machine from being a good place for notes."""
    mounts = _account_of("/proc/self/mountinfo")
    found = [
        little_room(shutil.disk_usage(folder).free),
        over_a_network(folder.resolve(), mounts),
        wrong_clock(now),
        written_to_swap(_account_of("/proc/swaps")),
        open_to_others(folder),
    ]
    return [problem for problem in found if problem]


def little_room(free: int) -> Problem | None:
    """Whether fewer bytes are free than a day of writing may need."""
    if free > ENOUGH_ROOM:
        return None
    return Problem(
        id="machine.little_room",
        level=Level.CLOSED,
        what=f"The disk that holds the notes has {free // 1024**2} MB left.",
        mend=f"Make room until more than {ENOUGH_ROOM // 1024**2} MB are free.",
    )


def over_a_network(folder: Path, mounts: str) -> Problem | None:
    """Whether `folder` lies on a disk of another machine; `mounts` is a mountinfo."""
    kind = _kind_of_mount(folder, mounts)
    if kind not in OVER_A_NETWORK:
        return None
    return Problem(
        id="machine.over_a_network",
        level=Level.CLOSED,
        what=f"The notes lie on a network file system ({kind}), which can lose them.",
        mend="Set ALONGSIDE_DATA to a folder on a disk of this machine.",
    )


def wrong_clock(now: datetime) -> Problem | None:
    """Whether it is said to be earlier than the day this release was made."""
    if now.date() >= RELEASED:
        return None
    return Problem(
        id="machine.wrong_clock",
        level=Level.CLOSED,
        what=f"This machine's clock says {now.date()}, which is before this release.",
        mend="Set the clock; notes and expiry dates follow it.",
    )


def written_to_swap(swaps: str) -> Problem | None:
    """Whether memory, and keys in it, may be written to a disk; `swaps` is /proc/swaps."""
    on_disk = [
        line for line in swaps.splitlines()[1:] if not line.startswith("/dev/zram")
    ]
    if not on_disk:
        return None
    return Problem(
        id="machine.written_to_swap",
        level=Level.WARNING,
        what="This machine has swap: keys of open journals may be written to its disk.",
        mend="Encrypt the swap, or set MemorySwapMax=0 as deploy/alongside.service does.",
    )


def open_to_others(folder: Path) -> Problem | None:
    """Whether other users of this machine may look into `folder`."""
    if not folder.stat().st_mode & 0o077:
        return None
    return Problem(
        id="machine.open_to_others",
        level=Level.WARNING,
        what="Other users of this machine may read the folder that holds the notes.",
        mend="Run: chmod 700 on the folder that ALONGSIDE_DATA names.",
    )


def _account_of(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except OSError:
        # Not Linux, or hidden from us: nothing is known, so nothing is said.
        return ""


def _kind_of_mount(folder: Path, mounts: str) -> str:
    """The file system of the innermost mount that holds `folder` (proc(5))."""
    innermost, kind = "", ""
    for line in mounts.splitlines():
        mount, _, rest = line.partition(" - ")
        place = mount.split()[4].replace("\\040", " ")
        holds = os.path.commonpath([folder, place]) == place
        # Of two mounts on one place, the later one hides the earlier.
        if holds and len(place) >= len(innermost):
            innermost, kind = place, rest.split()[0]
    return kind
