"""What the workers of this machine share and nobody backs up: small files in memory.

Each file is an SQLite database in the runtime folder. It may vanish or be damaged at any
moment: then everyone is locked out of their notes for now, and nothing is lost. To open
these files is the job of the module.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

TIMEOUT = 5.0


class OutOfReach(Exception):
    """The file cannot be read or written now: the disk is full, or it stays locked."""


@contextmanager
def opened(file: Path, *schema: str) -> Iterator[sqlite3.Connection]:
    """A connection inside one writing transaction. Raises OutOfReach.

    It is opened anew each time, so that a file that was wiped is seen as wiped by all.
    """
    try:
        with closing(_connected(file, *schema)) as connection, connection:
            yield connection
    except (sqlite3.Error, OSError) as fault:
        raise OutOfReach from fault


def _connected(file: Path, *schema: str) -> sqlite3.Connection:
    try:
        return _begun(file, *schema)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        # Not a database any more. What it held is gone either way.
        file.unlink(missing_ok=True)
        return _begun(file, *schema)


def _begun(file: Path, *schema: str) -> sqlite3.Connection:
    file.touch(mode=0o600)
    connection = sqlite3.connect(file, timeout=TIMEOUT)
    try:
        # What is lost in a power cut was to be lost in it anyway.
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("BEGIN IMMEDIATE")
        for table in schema:
            connection.execute(table)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
