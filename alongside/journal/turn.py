"""Waiting one's turn: writers go one after the other, in the order in which they came.

SQLite lets writers try again and again by chance, so that with eight of them one may wait
for seconds (docs/adr/0004-a-sqlite-that-keeps-its-wal.md). A lock on a file makes a queue
of them. The kernel gives it back when a process ends, however it ends.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class TooLate(OSError):
    """The turn came after more seconds than one would wait."""


@contextmanager
def turn(file: Path, *, within: float) -> Iterator[None]:
    """One's turn at this file. Raises TooLate, or OSError where no file can be made."""
    came = time.monotonic()
    with file.open("ab") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        # Whoever stood before us may have waited for the database until it gave up.
        if time.monotonic() - came > within:
            raise TooLate
        yield
