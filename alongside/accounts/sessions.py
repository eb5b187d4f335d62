"""Who is in: one cookie, and what it opens (ADR 6).

The cookie is 256 random bits that nobody keeps. Its row is found by one digest of it and
opened with another: whoever reads the store can open nothing and be nobody. The store
lies in memory and in no backup, so a restart locks everyone and loses nothing.
"""

import re
import secrets
from base64 import b32encode
from contextlib import AbstractContextManager
from functools import cached_property
from hashlib import blake2b
from sqlite3 import Connection
from typing import cast
from uuid import UUID

import msgspec
from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import CSRF_SESSION_KEY
from django.utils.timezone import now

from alongside.accounts import handle, memory
from alongside.journal import seal

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS sessions (sid BLOB PRIMARY KEY, whose BLOB, "
    "sealed BLOB, seen REAL, idle_until REAL, hard_until REAL)",
)
HOURS = 8
MINUTES = (2, 5, 10, 20, 30, 60)
# The clock of a session is written once a minute at most, not at each page.
STEP = 60
COOKIE = re.compile(r"[a-z2-7]{52}")


class Inside(msgspec.Struct, frozen=True, kw_only=True):
    """What an open session holds; in clear only for the time of a request.

    `turn` is that of the passphrase which opened it, `told` what the settings page says
    once.
    """

    person: UUID
    secret: bytes
    turn: int
    minutes: int
    code: bytes | None = None
    told: str = ""


class Session:
    """The session of one request. It is looked up when someone asks, never before.

    To Django's check of forms it is a mapping of one secret, which follows from the
    cookie: so there is no second cookie, and none at all for someone without notes.
    """

    def __init__(self, cookie: str = "") -> None:
        self.came_with = cookie
        self.cookie = cookie if COOKIE.fullmatch(cookie) else ""

    @cached_property
    def inside(self) -> Inside | None:
        """What the cookie opens, if it is open still."""
        if not self.cookie:
            return None
        try:
            with _store() as rows:
                return _read(rows, self.cookie)
        except memory.OutOfReach:
            return None

    @property
    def code(self) -> bytes | None:
        """A code for paper that was shown in this session and not yet typed back."""
        return self.inside.code if self.inside else None

    @property
    def whose(self) -> str:
        """By whom it was opened, as a digest; known for a while after it locked."""
        if not self.cookie:
            return ""
        try:
            with _store() as rows:
                found = rows.execute(
                    "SELECT whose FROM sessions WHERE sid = ?", (_sid(self.cookie),)
                ).fetchone()
        except memory.OutOfReach:
            return ""
        return bytes(found[0]).hex() if found else ""

    def open(self, inside: Inside) -> None:
        """A new session under a new cookie. The one that was open here ends.

        Raises memory.OutOfReach.
        """
        made = b32encode(secrets.token_bytes(32)).decode().rstrip("=").lower()
        at = now().timestamp()
        with _store() as rows:
            _end(rows, self.cookie)
            rows.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)",
                (
                    _sid(made),
                    _whose(inside.person),
                    _sealed(inside, made),
                    at,
                    at + inside.minutes * 60,
                    at + HOURS * 3600,
                ),
            )
        self.cookie, self.inside = made, inside

    def change(self, **fields: object) -> None:
        """The same session, holding something else. Raises memory.OutOfReach."""
        if self.inside is None:
            return
        inside = msgspec.structs.replace(self.inside, **fields)
        idle_until = now().timestamp() + inside.minutes * 60
        with _store() as rows:
            rows.execute(
                "UPDATE sessions SET sealed = ?, idle_until = min(?, hard_until)"
                " WHERE sid = ?",
                (_sealed(inside, self.cookie), idle_until, _sid(self.cookie)),
            )
        self.inside = inside

    def hear(self) -> str:
        """What was left to be said once."""
        told = self.inside.told if self.inside else ""
        if told:
            self.change(told="")
        return told

    def end(self) -> None:
        """Lock this browser. Harmless when nothing is open. Raises memory.OutOfReach."""
        if self.cookie:
            with _store() as rows:
                _end(rows, self.cookie)
        self.forget()

    def forget(self) -> None:
        """Let the browser drop a cookie that opens nothing any more.

        A cookie that changes also makes the browser drop the pages it kept for Back.
        """
        self.cookie, self.inside = "", None

    def get(self, key: str, default: str | None = None) -> str | None:
        if key != CSRF_SESSION_KEY or not self.cookie:
            return default
        made = blake2b(self.cookie.encode(), digest_size=20, person=b"alongside-form")
        return b32encode(made.digest()).decode()

    def __setitem__(self, key: str, value: str) -> None:
        """Nothing: a page for someone without a session may ask for a token, which then
        opens nothing. To remember it would need a cookie."""


def of(request: HttpRequest) -> Session:
    """The session of a request, as `middleware.Sessions` has put it there."""
    return cast(Session, request.session)


def end_all(person: UUID) -> None:
    """Lock every browser of a person. Raises memory.OutOfReach."""
    with _store() as rows:
        rows.execute("DELETE FROM sessions WHERE whose = ?", (_whose(person),))


def count(person: UUID) -> int:
    """In how many browsers someone's notes are open now."""
    with _store() as rows:
        _tidy(rows, now().timestamp())
        (found,) = rows.execute(
            "SELECT count(sealed) FROM sessions WHERE whose = ?", (_whose(person),)
        ).fetchone()
    return int(found)


def is_of(person: UUID, whose: str) -> bool:
    """Whether a digest that `Session.whose` gave is that of this person."""
    return secrets.compare_digest(whose_of(person).encode(), whose.encode())


def whose_of(person: UUID) -> str:
    """The digest by which this person is known, as `Session.whose` gives it."""
    return _whose(person).hex()


def _store() -> AbstractContextManager[Connection]:
    return memory.opened(settings.RUNTIME / "sessions.sqlite3", *SCHEMA)


def _read(rows: Connection, cookie: str) -> Inside | None:
    at = now().timestamp()
    _tidy(rows, at)
    found = rows.execute(
        "SELECT sealed, seen, hard_until FROM sessions WHERE sid = ?", (_sid(cookie),)
    ).fetchone()
    if not found or found[0] is None:
        return None
    sealed, seen, hard_until = found
    try:
        opened = seal.unseal(_key(cookie), sealed, bound_to=_sid(cookie))
    except seal.DoesNotOpen:
        return None
    inside = msgspec.msgpack.decode(opened, type=Inside)
    if at - seen >= STEP:
        idle_until = min(at + inside.minutes * 60, hard_until)
        rows.execute(
            "UPDATE sessions SET seen = ?, idle_until = ? WHERE sid = ?",
            (at, idle_until, _sid(cookie)),
        )
    return inside


def _tidy(rows: Connection, at: float) -> None:
    """Empty what was idle too long; drop what is old. A clock set back locks, too."""
    rows.execute("DELETE FROM sessions WHERE hard_until <= ?", (at,))
    rows.execute(
        "UPDATE sessions SET sealed = NULL WHERE sealed IS NOT NULL"
        " AND (idle_until <= ? OR seen > ?)",
        (at, at + STEP),
    )


def _end(rows: Connection, cookie: str) -> None:
    rows.execute("DELETE FROM sessions WHERE sid = ?", (_sid(cookie),))


def _sealed(inside: Inside, cookie: str) -> bytes:
    plain = msgspec.msgpack.encode(inside)
    return seal.seal(_key(cookie), plain, bound_to=_sid(cookie))


def _sid(cookie: str) -> bytes:
    return blake2b(cookie.encode(), digest_size=32, person=b"alongside-sid").digest()


def _key(cookie: str) -> bytes:
    return blake2b(cookie.encode(), digest_size=32, person=b"alongside-inside").digest()


def _whose(person: UUID) -> bytes:
    key = blake2b(settings.SECRET_KEY.encode(), digest_size=32).digest()
    return handle.whose(person, key=key)
