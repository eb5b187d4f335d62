"""Whether passphrases open and cost what they should, and the site keeps its secrets."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError

from alongside.accounts import pepper, queries
from alongside.lib.problems import Level, Problem

# RFC 9106's second choice is 64 MiB and three passes; a thief pays it for each guess.
LEAST_MIB = 64
LEAST_PASSES = 3
# As many signs as Django itself asks for.
LEAST_SIGNS = 50
IN_MEMORY = ("django.core.files.uploadhandler.MemoryFileUploadHandler",)


def problems() -> list[Problem]:
    """All that is wrong with the secrets here, the cost of a guess, and the site."""
    return [
        *_of_pepper(settings.PEPPER_FILE),
        *_of_secret_key(settings.DATA / "secret_key"),
        *_of_cost(),
        *_of_sessions(),
        *_of_site(),
    ]


def _of_pepper(file: Path) -> Iterator[Problem]:
    try:
        here = {each.id for each in pepper.read(file)}
    except (OSError, pepper.PepperDamaged):
        yield Problem(
            id="accounts.pepper_damaged",
            level=Level.CLOSED,
            what="The pepper file cannot be read.",
            mend="Put back the copy that you keep apart from the backups.",
        )
        return
    if _used() - here:
        # Printed codes open without a pepper, so the door stays open for them.
        yield Problem(
            id="accounts.pepper_missing",
            level=Level.WARNING,
            what="A pepper is missing: passphrases that need it open nothing.",
            mend="Put back the file, or let people come in with their printed codes.",
        )
    if here and file.stat().st_mode & 0o077:
        yield Problem(
            id="accounts.pepper_open",
            level=Level.WARNING,
            what="Other users of this machine may read the pepper.",
            mend="Run: chmod 400 on the file `pepper` in the data folder.",
        )


def _of_secret_key(file: Path) -> Iterator[Problem]:
    if len(settings.SECRET_KEY) < LEAST_SIGNS:
        yield Problem(
            id="accounts.short_secret",
            level=Level.CLOSED,
            what="The secret key is too short.",
            mend="Delete the file `secret_key` in the data folder and start again.",
        )
    if file.exists() and file.stat().st_mode & 0o077:
        yield Problem(
            id="accounts.secret_open",
            level=Level.WARNING,
            what="Other users of this machine may read the secret key.",
            mend="Run: chmod 400 on the file `secret_key` in the data folder.",
        )


def _of_site() -> Iterator[Problem]:
    if settings.DEBUG:
        yield Problem(
            id="accounts.debug",
            level=Level.CLOSED,
            what="DEBUG is on: a fault would show what was typed.",
            mend="Set DEBUG to False.",
        )
    if any("*" in host for host in settings.ALLOWED_HOSTS):
        yield Problem(
            id="accounts.any_host",
            level=Level.CLOSED,
            what="The site answers to any name, so another site can pose as it.",
            mend="Name the hosts in ALONGSIDE_HOSTS, each in full.",
        )
    behind_a_proxy = getattr(settings, "SECURE_PROXY_SSL_HEADER", None)
    if behind_a_proxy and not settings.PROXY_HEADER:
        yield Problem(
            id="accounts.proxy_hides_all",
            level=Level.WARNING,
            what="A proxy stands in front, and tries at the door cannot be told apart.",
            mend="Set ALONGSIDE_PROXY_HEADER to the header with the reader's address.",
        )
    if tuple(settings.FILE_UPLOAD_HANDLERS) != IN_MEMORY:
        yield Problem(
            id="accounts.uploads_on_disk",
            level=Level.CLOSED,
            what="What is uploaded would lie in clear in a folder for passing files.",
            mend="Leave FILE_UPLOAD_HANDLERS as it is delivered.",
        )


def _used() -> frozenset[int]:
    try:
        return queries.peppers_used()
    except (DatabaseError, InterfaceError):
        # The journal's check says that the database does not answer, or is behind.
        return frozenset()


def _of_cost() -> Iterator[Problem]:
    if settings.KDF_MIB < LEAST_MIB or settings.KDF_PASSES < LEAST_PASSES:
        yield Problem(
            id="accounts.cheap_guess",
            level=Level.CLOSED,
            what="A guess at a passphrase costs less than it has to.",
            mend=f"Set ALONGSIDE_KDF_MIB to {LEAST_MIB} and ALONGSIDE_KDF_PASSES to "
            f"{LEAST_PASSES} at least, or unset both.",
        )


def _of_sessions() -> Iterator[Problem]:
    there = settings.RUNTIME.stat() if settings.RUNTIME.exists() else None
    if there and (there.st_uid != os.getuid() or there.st_mode & 0o077):
        yield Problem(
            id="accounts.sessions_of_others",
            level=Level.CLOSED,
            what="The folder of sessions and limits is open to other users here.",
            mend="Set ALONGSIDE_RUNTIME to a folder of your own, with chmod 700.",
        )
    if settings.RUNTIME.resolve().is_relative_to(settings.DATA.resolve()):
        yield Problem(
            id="accounts.sessions_on_disk",
            level=Level.WARNING,
            what="Sessions lie on a disk, beside the notes, and not in memory.",
            mend="Set ALONGSIDE_RUNTIME to a folder in memory, such as one in /dev/shm.",
        )
