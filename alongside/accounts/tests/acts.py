"""What people of these tests do again and again, and where they look."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client

from alongside.accounts.middleware import SEALED_LINE
from alongside.accounts.sessions import Inside, Session
from alongside.testing.visitor import Visitor

MOOD = "Mood changed fast"
WORDS = "He gave the guitar away, and it was his grandfather’s."


def note(someone: Visitor, words: str = WORDS) -> Visitor:
    """Fill in a note and send it."""
    someone.visit("/signs/note/")
    return filled(someone, words).press("Save this note")


def filled(someone: Visitor, words: str = WORDS) -> Visitor:
    """A note that is written and not yet sent."""
    return someone.choose(MOOD).fill("In your own words", words)


def times_noted(someone: Visitor, words: str = WORDS) -> int:
    """How often these words stand among someone's notes."""
    return str(someone.visit("/signs/").page).count(words)


def is_open(someone: Visitor) -> bool:
    return someone.visit("/settings/").sees("You and your notes")


def cookie(someone: Visitor) -> str:
    return str(someone.client.cookies[SEALED_LINE].value)


def inside(someone: Visitor) -> Inside:
    """What the session of this browser holds."""
    held = Session(cookie(someone)).inside
    assert held, f"The notes of {someone.name} are locked."
    return held


def another_browser(someone: Visitor) -> Visitor:
    return Visitor(Client(), name=someone.name)


@contextmanager
def refusal() -> Iterator[None]:
    """A database that takes nothing in, as when its disk is full.

    PostgreSQL goes on refusing until the test ends; SQLite until the block does.
    """
    on_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(
            "PRAGMA query_only = ON"
            if on_sqlite
            else "SET LOCAL transaction_read_only = on"
        )
        yield
        if on_sqlite:
            cursor.execute("PRAGMA query_only = OFF")


def everything_kept() -> bytes:
    """Every byte of the data folder, of the shared memory and of the database's tables."""
    folders = (Path(settings.DATA), Path(settings.RUNTIME))
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return b"".join(file.read_bytes() for file in files) + rows().encode()


def rows() -> str:
    """Every row of every table, bytes as hexadecimal."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
            for row in cursor.fetchall():
                plain = (bytes(v).hex() if _is_bytes(v) else str(v) for v in row)
                said.append(f"{table}: {' '.join(plain)}")
    return "\n".join(said)


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes | memoryview)
