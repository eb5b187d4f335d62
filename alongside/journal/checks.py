"""Whether the database keeps what it says it kept, and whether the chains hold."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.apps import AppConfig
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import DatabaseError, InterfaceError, connection

from alongside.journal import chain, queries
from alongside.journal.chain import START
from alongside.journal.sqlite import keeps_its_wal
from alongside.lib.problems import Level, Problem

CHAINS = 100
TABLE = "journal_journalhead"
# What each setting of a connection has to be, and what is lost if it is not.
PRAGMAS = {
    "synchronous": (
        (2, 3),
        "An entry that was called saved may be lost if power fails.",
    ),
    "journal_mode": (("wal",), "Reading and writing block each other."),
    "foreign_keys": ((1,), "Rows may be left behind that belong to nothing."),
    "secure_delete": ((1,), "What was erased can still be found in the file."),
}
SETTINGS = {
    "fsync": (("on",), "Entries may be lost, or all of them, if power fails."),
    "full_page_writes": (("on",), "A page may be torn if power fails."),
    "synchronous_commit": (
        ("on", "remote_write", "remote_apply"),
        "An entry that was called saved may be lost if power fails.",
    ),
}
NO_ANSWER = Problem(
    id="journal.no_answer",
    level=Level.CLOSED,
    what="The database does not answer, or its file is damaged.",
    mend="Start it, or restore the newest backup into an empty folder.",
)
NO_CHECKSUMS = Problem(
    id="journal.no_checksums",
    level=Level.WARNING,
    what="PostgreSQL keeps no checksums, so a failing disk shows late.",
    mend="Stop PostgreSQL and run `pg_checksums --enable` on its folder.",
)


def problems(*, chains: int = CHAINS) -> list[Problem]:
    """All that is wrong with the database, and with the chains of so many journals."""
    try:
        return [*_of_settings(), *_of_file(), *_of_chains(chains)]
    except (DatabaseError, InterfaceError):
        return [NO_ANSWER]


@register(Tags.database)
def check_database(
    *,
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 -- Django hands it over
    databases: Sequence[str] | None,
    **_: Any,
) -> list[CheckMessage]:
    """What Django's own `check --database` and `migrate` are told: the settings."""
    if not databases:
        return []
    try:
        found = list(_of_settings())
    except (DatabaseError, InterfaceError):
        found = [NO_ANSWER]
    return [_message(problem) for problem in found]


def _of_settings() -> Iterator[Problem]:
    if connection.vendor == "sqlite":
        yield from _of_library(_sqlite_version())
        yield from _unlike(PRAGMAS, lambda name: _asked(f"PRAGMA {name}"))
    else:
        yield from _unlike(SETTINGS, lambda name: _asked(f"SHOW {name}"))
        if _asked("SHOW data_checksums") != "on":
            yield NO_CHECKSUMS


def _of_library(version: tuple[int, int, int]) -> Iterator[Problem]:
    if not keeps_its_wal(version):
        yield Problem(
            id="journal.sqlite_fault",
            level=Level.CLOSED,
            what="This SQLite can damage a database that two processes write in.",
            mend="Run script/setup, which installs pysqlite3 (docs/adr/0004).",
        )


def _unlike(
    wanted: dict[str, tuple[tuple[Any, ...], str]], asked: Callable[[str], Any]
) -> Iterator[Problem]:
    for name, (good, lost) in wanted.items():
        if asked(name) not in good:
            yield Problem(
                id=f"journal.{name}",
                level=Level.CLOSED,
                what=lost,
                mend=f"Set {name} to {good[0]} in the settings of the database.",
            )


def _of_file() -> Iterator[Problem]:
    if connection.vendor == "sqlite" and _asked("PRAGMA quick_check(1)") != "ok":
        yield Problem(
            id="journal.damaged",
            level=Level.CLOSED,
            what="The file of the database is damaged.",
            mend="Keep it, and restore the newest backup into an empty folder.",
        )


def _of_chains(many: int) -> Iterator[Problem]:
    """By the hundred and at random: where no hour is kept, no journal is the latest."""
    if TABLE not in connection.introspection.table_names():
        return
    journals = queries.journals()
    some = secrets.SystemRandom().sample(journals, min(many, len(journals)))
    broken = sum(not _holds(journal) for journal in some)
    if broken:
        yield Problem(
            id="journal.broken_chain",
            level=Level.WARNING,
            what=f"In {broken} of {len(some)} journals, rows were changed or are gone.",
            mend="Their owners see which. Compare the newest backup before you restore.",
        )


def _holds(journal: UUID) -> bool:
    """Whether the chain holds, seen without a key. The rows may grow meanwhile."""
    before = queries.head_of(journal)
    head, last = before.link if before else START, START

    def passed() -> Iterator[chain.Row]:
        nonlocal last
        for row in queries.each_row_of(journal):
            last = row.link
            yield row

    whole = not any(chain.faults(passed(), journal=journal, head=head))
    after = queries.head_of(journal)
    return whole and (after is None or last.seq <= after.link.seq)


def _sqlite_version() -> tuple[int, int, int]:
    major, minor, patch = str(_asked("SELECT sqlite_version()")).split(".")[:3]
    return int(major), int(minor), int(patch)


def _asked(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        [answer] = cursor.fetchone()
        return answer


def _message(problem: Problem) -> CheckMessage:
    kind = checks.Error if problem.closes else checks.Warning
    return kind(problem.what, hint=problem.mend, id=problem.id)
