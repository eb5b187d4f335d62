"""`alongside serve`: make ready what is missing, say what is wrong, and open the door."""

import argparse
import ipaddress
import os

from alongside.cli import server
from alongside.cli.saying import PROBLEM, WELL, say, whisper


def serve(chosen: argparse.Namespace) -> int:
    server.keep_to_ourselves()
    try:
        bound = server.door(chosen.host, chosen.port)
    except server.PortTaken as taken:
        whisper(str(taken))
        return PROBLEM
    _answer_to(chosen.host)
    _make_ready()
    server.run(
        bound,
        workers=chosen.workers,
        opened=lambda: _opened(chosen.host, chosen.port),
        hourly=_renew,
    )
    return WELL


def _answer_to(host: str) -> None:
    """Let pages be asked for under the address that was asked for."""
    if not _is_everywhere(host):
        named = os.environ.get("ALONGSIDE_HOSTS", "")
        os.environ["ALONGSIDE_HOSTS"] = f"{named} {_in_address(host)}"


def _make_ready() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    from alongside.cli import checking, ready

    for sentence in ready.make():
        say(sentence)
    found = checking.problems()
    for problem in found:
        whisper(f"{problem.level}: {problem.what} {problem.mend}")
    settings.NOTES_CLOSED = any(problem.closes for problem in found)
    # Workers are copies of this process, and must not share what it has open.
    connections.close_all()


def _renew() -> None:
    """The pages with dates, as of today. A disk that is full is tried again later."""
    from alongside.cli import ready

    try:
        ready.write_public()
    except OSError:
        whisper("The pages for the web server in front could not be renewed.")


def _opened(host: str, port: int) -> None:
    shown = "127.0.0.1" if _is_everywhere(host) else _in_address(host)
    say(f"Alongside answers at http://{shown}:{port}/")
    if _is_everywhere(host):
        say("It listens to other machines too; docs/at-home.md says how they reach it.")
    say("Ctrl-C ends it.")


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_everywhere(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host == ""
