"""`alongside serve`, in a process of its own as a host runs it. It has the real clock."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

MARKER = "he-took-my-ring"


@dataclass
class Served:
    """A server that runs: its process, its port, its folder, and what it has said."""

    process: "subprocess.Popen[str]"
    port: int
    folder: Path
    said: list[str]

    def ask(self, path: str) -> tuple[int, str]:
        with contextlib.closing(HTTPConnection("127.0.0.1", self.port)) as asking:
            asking.request("GET", path)
            answer = asking.getresponse()
            return answer.status, answer.read().decode()

    def stop(self) -> int:
        """Ask it to end, as systemd does. What comes back is the exit code."""
        self.process.send_signal(signal.SIGTERM)
        said, _ = self.process.communicate(timeout=30)
        self.said.append(said)
        return self.process.returncode


def start(folder: Path, port: int, **settings: str) -> "subprocess.Popen[str]":
    environment = {
        "ALONGSIDE_COUNTRY": "US",
        "ALONGSIDE_DATA": str(folder / "data"),
        "ALONGSIDE_RUNTIME": str(folder / "runtime"),
        "PATH": os.environ["PATH"],
        **settings,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "alongside.cli", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextlib.contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Served]:
    port = free_port()
    process = start(folder, port, **settings)
    served = Served(process, port, folder, [])
    assert process.stdout
    try:
        for line in process.stdout:
            served.said.append(line)
            if line.startswith("Ctrl-C"):
                break
        assert process.poll() is None, served.said
        yield served
    finally:
        if process.poll() is None:
            served.stop()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The first start in an empty place."""
    with serving(tmp_path_factory.mktemp("first")) as served:
        yield served


def test_it_makes_what_is_missing_and_names_the_address(first: Served) -> None:
    said = "".join(first.said)

    assert "The database took" in said
    assert "were gathered" in said
    assert f"Alongside answers at http://127.0.0.1:{first.port}/" in said
    assert "closed:" not in said


@pytest.mark.parametrize("path", ["/", "/now", "/ahora", "/call/", "/sign-up/"])
def test_it_answers(first: Served, path: str) -> None:
    assert first.ask(path)[0] == 200


def test_what_it_writes_is_its_owners_alone(first: Served) -> None:
    data = first.folder / "data"
    # Style sheets and the overdose steps are the same for everyone.
    private = [each for each in data.iterdir() if each.name not in {"public", "static"}]

    assert private
    assert [each for each in private if each.stat().st_mode & 0o077] == []
    assert data.stat().st_mode & 0o777 == 0o700


def test_a_web_server_of_another_user_may_read_the_public_pages(first: Served) -> None:
    public = first.folder / "data" / "public"

    assert public.stat().st_mode & 0o777 == 0o755
    assert all(each.stat().st_mode & 0o044 for each in public.iterdir())


def test_a_crash_leaves_no_memory_on_a_disk(first: Served) -> None:
    limits = Path(f"/proc/{first.process.pid}/limits").read_text()

    [core] = [line for line in limits.splitlines() if line.startswith("Max core")]
    assert core.split()[4:6] == ["0", "0"]


def test_a_port_that_is_taken_ends_it_before_anything_is_made(
    first: Served, tmp_path: Path
) -> None:
    second = start(tmp_path, first.port)
    said, _ = second.communicate(timeout=30)

    assert second.returncode == 1
    assert f"127.0.0.1:{first.port} is taken" in said
    assert f"--port {first.port + 1}" in said
    assert not (tmp_path / "data").exists()


def test_a_second_server_on_the_same_notes_finds_all_of_it_done(first: Served) -> None:
    with serving(first.folder) as second:
        assert "The database took" not in "".join(second.said)
        assert "were gathered" not in "".join(second.said)
        assert second.ask("/")[0] == 200


def test_two_first_starts_at_once_both_answer(tmp_path: Path) -> None:
    with serving(tmp_path) as one, serving(tmp_path) as other:
        assert one.ask("/now")[0] == other.ask("/now")[0] == 200


def test_it_ends_when_it_is_told_and_says_nothing_of_what_was_asked(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as served:
        served.ask(f"/{MARKER}/?note={MARKER}")
        served.ask(f"/sign-up/?next={MARKER}")
        for nonsense in (f"GET /?{MARKER} NONSENSE\r\n\r\n", f"{MARKER}\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", served.port)) as line:
                line.sendall(nonsense.encode())
                line.recv(100)
        began = time.monotonic()

        assert served.stop() == 0

        assert time.monotonic() - began < 15
    assert MARKER not in "".join(served.said)
    kept = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert [each for each in kept if MARKER.encode() in each.read_bytes()] == []


def test_a_problem_that_closes_the_notes_leaves_help_open(tmp_path: Path) -> None:
    with serving(tmp_path, ALONGSIDE_KDF_MIB="8") as served:
        assert "closed: A guess at a passphrase" in "".join(served.said)
        assert served.ask("/now")[0] == 200
        assert served.ask("/sign-up/")[0] == 503
