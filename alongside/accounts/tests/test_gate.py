"""Two stretches at once on the whole machine, sixteen may wait, the rest is told so."""

import multiprocessing
import os
from contextlib import ExitStack
from pathlib import Path
from signal import SIGKILL
from threading import Barrier, Event, Lock, Thread

import pytest
from pytest_django.fixtures import Settings

from alongside.accounts import gate
from alongside.testing.people import PASSPHRASE
from alongside.testing.visitor import Visitor


def test_a_third_waits_until_a_place_is_free(tmp_path: Path) -> None:
    got_in = Event()

    def third() -> None:
        with gate.turn(tmp_path):
            got_in.set()

    with gate.turn(tmp_path):
        with gate.turn(tmp_path):
            waiting = Thread(target=third)
            waiting.start()
            assert not got_in.wait(0.2)
        assert got_in.wait(10)
    waiting.join()


def test_of_a_hundred_at_once_never_more_than_two_are_in(tmp_path: Path) -> None:
    count, most, turned_away, lock = [0], [0], [0], Lock()
    together = Barrier(100)

    def one() -> None:
        together.wait()
        try:
            with gate.turn(tmp_path):
                with lock:
                    count[0] += 1
                    most[0] = max(most[0], count[0])
                with lock:
                    count[0] -= 1
        except gate.TooBusy:
            with lock:
                turned_away[0] += 1

    crowd = [Thread(target=one) for _ in range(100)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()

    assert 1 <= most[0] <= gate.AT_ONCE
    assert turned_away[0] < 100


def test_who_would_be_the_nineteenth_is_told_at_once(tmp_path: Path) -> None:
    with ExitStack() as queue:
        for _ in range(gate.AT_ONCE + gate.WAITING):
            queue.enter_context(gate.place(tmp_path, "waiting", 18))

        with pytest.raises(gate.TooBusy), gate.turn(tmp_path):
            pass


def test_patience_ends(tmp_path: Path) -> None:
    with (
        gate.turn(tmp_path),
        gate.turn(tmp_path),
        pytest.raises(gate.TooBusy),
        gate.turn(tmp_path, patience=0.1),
    ):
        pass


def _stay(folder: Path, is_in: "multiprocessing.synchronize.Event") -> None:
    with gate.turn(folder), gate.turn(folder):
        is_in.set()
        Event().wait()


def test_a_worker_that_dies_gives_its_places_back(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    is_in = context.Event()
    worker = context.Process(target=_stay, args=(tmp_path, is_in))
    worker.start()
    assert is_in.wait(10)
    assert worker.pid

    os.kill(worker.pid, SIGKILL)
    worker.join()

    with gate.turn(tmp_path, patience=1):
        pass


def test_someone_at_a_full_gate_is_asked_to_try_again_soon(
    mara: Visitor, settings: Settings
) -> None:
    mara.visit("/settings/").press("Lock my notes now")
    with ExitStack() as queue:
        for _ in range(gate.AT_ONCE + gate.WAITING):
            queue.enter_context(gate.place(settings.RUNTIME, "waiting", 18))

        mara.fill("Your name here", "mara").fill("Passphrase", PASSPHRASE)
        mara.press("Open my notes")

    assert mara.status == 429
    assert mara.sees("Try again in a few seconds.")
