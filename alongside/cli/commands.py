"""What can be typed after `alongside`. Exit codes: 0 well, 1 a problem, 2 not understood."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from alongside.cli import (
    checking,
    coaching,
    directing,
    hearing,
    matching,
    rehearsing,
    sample,
    saving,
    serving,
)

DATA = "where the notes lie (also ALONGSIDE_DATA; ~/.local/share/alongside if neither)"
LINES = 'a text a line, {"id", "text"}; an answer a line'


def main(typed: Sequence[str] | None = None) -> int:
    """Do what was typed; what comes back is the exit code."""
    chosen = _parser().parse_args(typed)
    if getattr(chosen, "data", None):
        os.environ["ALONGSIDE_DATA"] = str(chosen.data.expanduser().resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.settings")
    exit_code: int = chosen.act(chosen)
    return exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="alongside",
        description="Help for the families and friends of someone who uses opioids.",
        epilog="Exit codes: 0 all is well, 1 there is a problem, 2 not understood.",
    )
    acts = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = acts.add_parser("serve", help="make ready what is missing, and serve")
    serve.set_defaults(act=serving.serve)
    serve.add_argument("--host", default="127.0.0.1", help="(%(default)s)")
    serve.add_argument("--port", type=_port, default=8000, help="(%(default)s)")
    serve.add_argument("--workers", type=_some, default=2, help="(%(default)s)")

    check = acts.add_parser("check", help="say what is wrong here, and what mends it")
    check.set_defaults(act=checking.check)

    demo = acts.add_parser("demo", help="make a sample family to look at")
    demo.set_defaults(act=sample.demo)

    backup = acts.add_parser("backup", help="save the notes, sealed as they are")
    backup.set_defaults(act=saving.backup)
    backup.add_argument(
        "to", type=Path, metavar="FILE|DIR", help="a new file, or a folder for many"
    )
    backup.add_argument(
        "--days",
        type=_some,
        default=30,
        help="in a folder, drop backups older than this (%(default)s)",
    )

    restore = acts.add_parser("restore", help="put a backup into an empty place")
    restore.set_defaults(act=saving.restore)
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    restore.add_argument(
        "--damaged", action="store_true", help="take one that is not whole as it is"
    )

    urgent = acts.add_parser("urgent", help="say whether a text speaks of danger")
    urgent.set_defaults(act=hearing.listen)
    urgent.add_argument("--jsonl", action="store_true", help=LINES)

    coach = acts.add_parser(
        "coach", help="say how the words on standard input may land"
    )
    coach.set_defaults(act=coaching.look)
    coach.add_argument("--jsonl", action="store_true", help=LINES)

    matches = acts.add_parser("match", help="say what treatment may fit, to ask about")
    matches.set_defaults(act=matching.ask)
    matches.add_argument("--json", action="store_true", help="answer as JSON")

    rehearse = acts.add_parser(
        "rehearse", help="rehearse a talk: your lines in, their answers out"
    )
    rehearse.set_defaults(act=rehearsing.rehearse)
    rehearse.add_argument(
        "--scenario", required=True, metavar="S", help="such as first-talk"
    )
    rehearse.add_argument(
        "--temper",
        choices=rehearsing.TEMPERS,
        default="plain",
        help="how they take things (%(default)s)",
    )
    rehearse.add_argument("--jsonl", action="store_true", help=LINES)

    directory = directing.parser(acts)

    for each in (serve, check, demo, backup, restore, *directory):
        each.add_argument("--data", type=Path, metavar="DIR", help=DATA)
    for each in (check, demo, backup, restore):
        each.add_argument("--json", action="store_true", help="answer as JSON")
    return parser


def _port(said: str) -> int:
    if not said.isdecimal() or not 0 < int(said) < 65536:  # noqa: PLR2004 -- RFC 793
        raise argparse.ArgumentTypeError(f"{said!r} is not a port (1 to 65535)")
    return int(said)


def _some(said: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        raise argparse.ArgumentTypeError(f"{said!r} is not a number from 1 up")
    return int(said)
