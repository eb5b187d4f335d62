"""Two stretches of a passphrase at once, on the whole machine; sixteen may wait.

A stretch takes 64 MiB on purpose. Unbounded, a handful of people signing in, or one
attacker, could take all the memory there is. Places are locked files in a folder that
all workers share: whatever happens to a worker, the kernel gives its place back.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

AT_ONCE = 2
WAITING = 16
# Long enough for sixteen slow stretches before ours; then it is kinder to say so.
PATIENCE = 20.0
PAUSE = 0.02


class TooBusy(Exception):
    """All places are taken, also those to wait in."""


@contextmanager
def turn(folder: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """A place at the gate, for as long as the block runs. Raises TooBusy."""
    with place(folder, "waiting", AT_ONCE + WAITING):
        for _ in range(max(1, round(patience / PAUSE))):
            taken = _try_places(folder, "stretching", AT_ONCE)
            if taken is not None:
                break
            sleep(PAUSE)
        else:
            raise TooBusy
        try:
            yield
        finally:
            os.close(taken)


@contextmanager
def place(folder: Path, kind: str, places: int) -> Iterator[None]:
    """One of so many places, without waiting. Raises TooBusy."""
    taken = _try_places(folder, kind, places)
    if taken is None:
        raise TooBusy
    try:
        yield
    finally:
        os.close(taken)


def _try_places(folder: Path, kind: str, places: int) -> int | None:
    """An open file that is locked for us, or None if all are taken."""
    for number in range(places):
        opened = os.open(folder / f"{kind}-{number}", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(opened)
        else:
            return opened
    return None
