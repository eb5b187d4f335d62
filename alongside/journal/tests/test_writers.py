"""Writers that are killed, and writers that come all at once."""

import os
import signal
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from django.db import connection

from alongside.journal.keyring import Held
from alongside.journal.models import SealedEntry
from alongside.journal.store import Journal
from alongside.journal.tests.kinds import Noted
from alongside.journal.tests.writer import Order, nursery

pytestmark = pytest.mark.django_db(transaction=True)

CYCLES, WRITERS, EACH = 20, 8, 25


def order(journal: Journal, held: Held, many: int = 0) -> Order:
    database = str(connection.settings_dict["NAME"])
    return Order(database=database, journal=journal.id, held=held, many=many)


def told(files: Iterable[Path]) -> list[str]:
    """What the writers were told is saved. A line that was cut was told to nobody."""
    lines = [file.read_text().split("\n")[:-1] for file in files if file.exists()]
    return [line for of_one in lines for line in of_one]


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not true():
        assert time.monotonic() < until
        time.sleep(0.002)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def are_at_work(pids: list[int], files: list[Path]) -> bool:
    """Each was told of something saved; or one gave up, and the end will show it."""
    return all(told([file]) for file in files) or any(map(is_gone, pids))


def in_threads(act: Callable[[int], object]) -> None:
    """Eight at once, each with a connection of its own. An error in one is an error."""

    def each(number: int) -> None:
        try:
            act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(each, range(WRITERS)))


def assert_whole(journal: Journal, held: Held, whats: list[str]) -> None:
    """These notes are in it, each once, and the chain has no gap."""
    again = Journal.open(journal.id, held)
    written = [note.what for note in again.read().of(Noted)]

    assert again.damage(whole=True) is None
    assert len(written) == len(set(written))
    assert set(whats) <= set(written)
    assert again.head.seq == SealedEntry.objects.count() == len(written)


def test_twenty_times_two_writers_are_killed_and_nothing_saved_is_lost(
    tmp_path: Path,
) -> None:
    journal, held = Journal.create()
    chance = Random(20)  # noqa: S311 -- when to kill
    files: list[Path] = []

    with nursery(order(journal, held)) as writers:
        for cycle in range(CYCLES):
            pair = [tmp_path / f"{cycle}{name}" for name in "ab"]
            pids = writers.start(pair)
            wait_until(lambda: are_at_work(pids, pair))  # noqa: B023 -- at once
            time.sleep(chance.uniform(0, 0.1))
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            wait_until(lambda: all(is_gone(pid) for pid in pids))  # noqa: B023
            files += pair

    assert all(told([file]) for file in files)
    assert_whole(journal, held, told(files))


def test_eight_processes_at_once_make_no_error_and_no_gap(tmp_path: Path) -> None:
    journal, held = Journal.create()
    files = [tmp_path / f"writer {n}" for n in range(WRITERS)]

    with nursery(order(journal, held, many=EACH)) as writers:
        pids = writers.start(files)
        wait_until(lambda: all(is_gone(pid) for pid in pids))

    assert len(told(files)) == WRITERS * EACH
    assert_whole(journal, held, told(files))


def test_eight_threads_at_once_make_no_error_and_no_gap() -> None:
    journal, held = Journal.create()

    def act(number: int) -> None:
        mine = Journal.open(journal.id, held)
        for n in range(EACH):
            mine.write(Noted, what=f"{number} {n}")

    in_threads(act)

    whats = [f"{number} {n}" for number in range(WRITERS) for n in range(EACH)]
    assert_whole(journal, held, whats)


def test_eight_taps_at_the_same_moment_make_one_entry() -> None:
    journal, held = Journal.create()
    once = uuid4().hex

    def act(number: int) -> None:
        Journal.open(journal.id, held).write(Noted, what="one", once=once)

    in_threads(act)

    assert_whole(journal, held, ["one"])
    assert journal.read().of(Noted) == Journal.open(journal.id, held).read().of(Noted)
    assert SealedEntry.objects.count() == 1
