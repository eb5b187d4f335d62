"""Writers in processes of their own, which a test may kill at any moment.

Run as a program it sets Django up once. For each line on its input, a JSON list of files,
it starts one writer a file and answers with their process ids. A writer adds a line to
its file only after the journal has said that the entry is saved.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from uuid import UUID

import msgspec

from alongside.journal.keyring import Held


class Order(msgspec.Struct):
    """What a writer needs to know; `many` is how often it writes, 0 without an end."""

    database: str
    journal: UUID
    held: Held
    many: int = 0


class Nursery:
    """Where writers are started."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def start(self, files: list[Path]) -> list[int]:
        """A writer for each file; their process ids."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([str(file) for file in files]) + "\n")
        self.process.stdin.flush()
        return [int(pid) for pid in self.process.stdout.readline().split()]


@contextmanager
def nursery(order: Order) -> Iterator[Nursery]:
    """In the same data folder and database as the test."""
    settings = {**os.environ, "DJANGO_SETTINGS_MODULE": "alongside.settings"}
    command = [sys.executable, "-m", __name__, msgspec.json.encode(order).decode()]
    with subprocess.Popen(
        command, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Nursery(process)


def write(order: Order, file: Path) -> None:
    """Write notes, and tell the file of each one that is saved."""
    from alongside.journal.store import Journal
    from alongside.journal.tests.kinds import Noted

    journal = Journal.open(order.journal, order.held)
    told = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    for number in islice(count(), order.many or None):
        what = f"{file.name} {number}"
        journal.write(Noted, what=what)
        os.write(told, f"{what}\n".encode())


def main(order: Order) -> None:
    import django

    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = order.database
    # Nobody waits for a writer that was killed.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pids = [start(order, Path(file)) for file in json.loads(line)]
        sys.stdout.write(f"{' '.join(map(str, pids))}\n")
        sys.stdout.flush()


def start(order: Order, file: Path) -> int:
    if pid := os.fork():
        return pid
    try:
        write(order, file)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(msgspec.json.decode(sys.argv[1], type=Order))
