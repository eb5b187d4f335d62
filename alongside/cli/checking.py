"""`alongside check`: everything that is wrong with this installation, and what mends it."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime

from alongside.cli import server
from alongside.cli.saying import PROBLEM, WELL, answer
from alongside.lib import machine
from alongside.lib.problems import Level, Problem


def check(chosen: argparse.Namespace) -> int:
    import django

    server.keep_to_ourselves()
    django.setup()
    found = problems()
    closed = any(problem.closes for problem in found)
    answer(
        {"ok": not closed, "problems": [asdict(problem) for problem in found]},
        as_json=chosen.json,
        sentences=[f"{p.level}: {p.what} {p.mend} ({p.id})" for p in found]
        or ["All is well."],
    )
    return PROBLEM if closed else WELL


def problems() -> list[Problem]:
    """What every floor has to say, from the machine up. Django is set up before."""
    from django.conf import settings

    from alongside.accounts import checks as accounts
    from alongside.helpline import checks as helpline
    from alongside.journal import checks as journal

    now = datetime.now(UTC)
    return [
        *machine.problems(settings.DATA, now),
        *_steps(),
        *journal.problems(),
        *accounts.problems(),
        *helpline.problems(),
    ]


def _steps() -> list[Problem]:
    """Whether the database and this release are of one age."""
    from alongside.cli import ready

    if ready.is_newer():
        return [
            Problem(
                id="database.newer",
                level=Level.CLOSED,
                what="A later release of Alongside has written in this database.",
                mend="Install that release again, or restore a backup made before it.",
            )
        ]
    if steps := ready.missing_steps():
        return [
            Problem(
                id="database.behind",
                level=Level.CLOSED,
                what=f"The database lacks {steps} steps to this release.",
                mend="Run `alongside serve`, which takes them first.",
            )
        ]
    return []
