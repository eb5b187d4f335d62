"""The web server: gunicorn's threads in this process, told to say nothing of readers."""

import errno
import logging
import os
import resource
import socket
import threading
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from alongside.web.logs import Plain

# What one person at home needs; a page waits for the disk more than for a core.
THREADS = 4
# How often a worker looks whether a new day has begun, in seconds.
HOUR = 3600
# Readers who may wait at the door while all threads are busy.
QUEUE = 256


class PortTaken(Exception):
    """The address cannot be had. Says why, and what would help."""


class _Sparing(Plain):
    """Lines of gunicorn's overseer have words; lines about a request have only a kind."""

    def format(self, record: logging.LogRecord) -> str:
        said = super().format(record)
        if record.module == "arbiter" and not record.exc_info:
            said += f" {record.getMessage()}"
        return said


class Quiet(Logger):  # type: ignore[misc]
    """Gunicorn's log, which would otherwise print addresses and queries of requests."""

    def _set_handler(self, *args: Any, **kwargs: Any) -> None:
        super()._set_handler(*args, **kwargs)
        for handler in self.error_log.handlers:
            handler.setFormatter(_Sparing())

    # The stack level makes a record name the module that spoke, not gunicorn's wrapper.
    def critical(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.error_log.critical(msg, *args, stacklevel=2, **kwargs)

    def error(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.error_log.error(msg, *args, stacklevel=2, **kwargs)

    def exception(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.error_log.exception(msg, *args, stacklevel=2, **kwargs)


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, chosen: dict[str, Any]) -> None:
        self.chosen = chosen
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from alongside.wsgi import application

        return application


def door(host: str, port: int) -> socket.socket:
    """The address, ours before anything else is done. Raises PortTaken."""
    try:
        family, kind, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return _listening(socket.socket(family, kind), address)
    except OSError as refused:
        raise PortTaken(_why(refused, host, port)) from refused


def _listening(bound: socket.socket, address: Any) -> socket.socket:
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        # Bound alone is not ours yet: another may bind it too until one of us listens.
        bound.listen(QUEUE)
    except OSError:
        bound.close()
        raise
    return bound


def keep_to_ourselves() -> None:
    """Files are ours alone, and a crash leaves no picture of memory (keys) on a disk."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(
    bound: socket.socket,
    *,
    workers: int,
    opened: Callable[[], None],
    hourly: Callable[[], None],
) -> None:
    """Serve until told to stop.

    `opened` is called once the address really listens, `hourly` by each worker.
    """
    _Server(
        {
            "backlog": QUEUE,
            "bind": f"fd://{bound.detach()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS,
            # A page that was loaded once is shared by all workers.
            "preload_app": True,
            "umask": 0o077,
            "timeout": 60,
            "graceful_timeout": 15,
            "max_requests": 10_000,
            "max_requests_jitter": 1_000,
            "accesslog": None,
            "loglevel": "error",
            "logger_class": Quiet,
            "control_socket_disable": True,
            # Django alone decides whom to believe about HTTPS (settings).
            "forwarded_allow_ips": "",
            "secure_scheme_headers": {},
            "proc_name": "alongside",
            "when_ready": lambda _: opened(),
            "post_worker_init": lambda _: _every(HOUR, hourly),
        }
    ).run()


def _every(seconds: float, act: Callable[[], None]) -> threading.Thread:
    """Do something again and again beside the answers, until this process ends."""

    def again() -> None:
        pause = threading.Event()
        while not pause.wait(seconds):
            act()

    thread = threading.Thread(target=again, name="every", daemon=True)
    thread.start()
    return thread


def _why(refused: OSError, host: str, port: int) -> str:
    place = f"{host}:{port}"
    match refused.errno:
        case errno.EADDRINUSE:
            return (
                f"{place} is taken by another program. Stop that one, "
                f"or choose another port, such as --port {port + 1}."
            )
        case errno.EACCES:
            return f"{place} may only be used by root. Choose a port above 1023."
        case _:
            return f"{place} is not an address of this machine ({refused.strerror})."
