"""The SQLite library that this program opens its database with.

A WAL that two connections check at the same instant can be damaged by SQLite 3.7.0 to
3.51.2, and Debian 12 ships 3.40.1. So the one that `pysqlite3` carries takes its place
before anything opens a database (docs/adr/0004-a-sqlite-that-keeps-its-wal.md).
"""

import sys

FIRST_WITH_FAULT = (3, 7, 0)
MENDED = (3, 51, 3)
# The two older lines that got the mend as well: (from, up to but without).
MENDED_EARLIER = (((3, 44, 6), (3, 45, 0)), ((3, 50, 7), (3, 51, 0)))


def swap_in() -> None:
    """Let `import sqlite3` mean pysqlite3, where it is installed.

    Call it before Django is imported. Where the package cannot be had (it has no wheel
    outside Linux) Python's own library stays, and the check says what that means.
    """
    try:
        import pysqlite3
        import pysqlite3.dbapi2
    except ModuleNotFoundError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def keeps_its_wal(version: tuple[int, int, int]) -> bool:
    """Whether this version of SQLite is free of the WAL-reset fault."""
    if version < FIRST_WITH_FAULT or version >= MENDED:
        return True
    return any(since <= version < until for since, until in MENDED_EARLIER)
