"""A server in a process of its own, in the fixed morning, that a test can really stop.

`python -m tests.journeys.serving PORT` serves a new and empty world until it is killed.
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HOST = "127.0.0.1"
NOW = "2026-12-05T09:00:00+00:00"
PATIENCE = 30


class Server:
    """An address, and a process behind it."""

    def __init__(self, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.url = f"http://{HOST}:{port}"
        self.port = port
        self.process = process

    def stop(self) -> None:
        """Dead at once, with every line that a browser held open."""
        self.process.kill()
        self.process.wait(timeout=10)

    @property
    def answers(self) -> bool:
        with (
            contextlib.suppress(OSError),
            socket.create_connection((HOST, self.port), timeout=1),
        ):
            return True
        return False


@contextlib.contextmanager
def served(*, port: int = 0, **settings: str) -> Iterator[Server]:
    """A server that answers, with more `settings` if need be. Its world ends with it."""
    port = port or free_port()
    environment = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.serving", str(port)],
        env=environment,
        cwd=Path(__file__).parents[2],
        stderr=subprocess.DEVNULL,
    )
    server = Server(port, process)
    try:
        for _ in range(PATIENCE * 10):
            assert process.poll() is None, "the server did not start"
            if server.answers:
                break
            time.sleep(0.1)
        yield server
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


def _serve(port: int) -> None:
    import django
    import time_machine
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    with time_machine.travel(NOW, tick=True):
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        server = ThreadedWSGIServer((HOST, port), WSGIRequestHandler)
        server.set_app(get_wsgi_application())
        server.serve_forever()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
