"""What must be there before the first answer, made only where it is missing or old."""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django import __version__ as django_version
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def make() -> Iterator[str]:
    """Make ready what is missing; yields a sentence for each thing that was."""
    with _one_at_a_time(settings.DATA / "ready.lock"):
        # A database of a later release is left as it is; `check` says so.
        if not is_newer() and (steps := missing_steps()):
            call_command("migrate", verbosity=0, interactive=False)
            yield f"The database took {steps} steps to this version."
        if _gather_static():
            yield "Style sheets, pictures and scripts were gathered."
        write_public()


def write_public() -> None:
    """Lay out the pages that a web server shows while we are down, as of today.

    They hold dates: a line past its day must not be shown as sure, whoever shows it.
    """
    call_command("write_public", verbosity=0)
    # Ours alone is the rule here (umask), but a web server has another user.
    settings.PUBLIC.chmod(0o755)


def missing_steps() -> int:
    """How many migrations the database still lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_newer() -> bool:
    """Whether a later release than this one has written in the database."""
    loader = MigrationExecutor(connection).loader
    ours = {app for app, _ in loader.disk_migrations}
    return any(
        step not in loader.disk_migrations
        for step in loader.applied_migrations
        if step[0] in ours
    )


def _gather_static() -> bool:
    """Gather the static files, unless they are those that were gathered last."""
    seen, mark = settings.DATA / "static.seen", _mark_of_static()
    if seen.exists() and seen.read_text() == mark and settings.STATIC_ROOT.is_dir():
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    seen.write_text(mark)
    return True


def _mark_of_static() -> str:
    """One mark of all static files, their names and their bytes."""
    digest = hashlib.blake2b(django_version.encode(), digest_size=16)
    for finder in get_finders():
        for name, storage in finder.list(None):
            digest.update(name.encode() + b"\0" + Path(storage.path(name)).read_bytes())
    return digest.hexdigest()


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """Two starts at the same moment: the second waits, then finds all of it done."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
