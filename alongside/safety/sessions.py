"""Remembering, until the day is over, what help was already put before someone.

Only for someone whose notes are open. Their row lies in memory and in no backup, sealed
with what their session opens; it holds kinds and digests, never a word.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import blake2b
from sqlite3 import Connection

import msgspec
from django.conf import settings
from django.http import HttpRequest

from alongside.accounts import memory
from alongside.accounts import sessions as browsers
from alongside.accounts.sessions import Inside
from alongside.journal import seal
from alongside.safety import today
from alongside.safety.today import Day
from alongside.safety.urgent import Danger

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS heard (whose TEXT PRIMARY KEY, day TEXT, sealed BLOB)",
)
BYTES = 8


@dataclass(frozen=True)
class Told:
    """What is new in a form: the page for its gravest danger, and how to remember it."""

    heard: Danger | None
    remember: Callable[[], None] = lambda: None


def listen(request: HttpRequest, texts: list[str], on: date) -> Told:
    """What is urgent in these texts and was not put before this person today."""
    inside = _inside(request)
    key = _key(inside) if inside else b""
    digest = _digest(key)
    plainly, _ = today.listen(texts, Day(), digest)
    # Most forms say nothing urgent: then nothing is looked up.
    if plainly is None or inside is None:
        return Told(plainly)
    whose = browsers.whose_of(inside.person)
    try:
        with _store() as rows:
            heard, after = today.listen(texts, _read(rows, whose, key, on), digest)
    except memory.OutOfReach:
        return Told(plainly)
    return Told(heard, partial(_remember, whose, key, on, after))


def _remember(whose: str, key: bytes, on: date, day: Day) -> None:
    # Where nothing can be remembered, help comes once too often.
    with suppress(memory.OutOfReach), _store() as rows:
        _write(rows, whose, key, on, day)


def _store() -> AbstractContextManager[Connection]:
    return memory.opened(settings.RUNTIME / "heard.sqlite3", *SCHEMA)


def _key(inside: Inside) -> bytes:
    return blake2b(inside.secret, digest_size=32, person=b"alongside-heard").digest()


def _inside(request: HttpRequest) -> Inside | None:
    return browsers.of(request).inside if hasattr(request, "session") else None


def _digest(key: bytes) -> today.Digest:
    made = partial(blake2b, digest_size=BYTES, key=key, person=b"alongside-said")
    return lambda said: made(" ".join(said.casefold().split()).encode()).digest()


def _read(rows: Connection, whose: str, key: bytes, on: date) -> Day:
    rows.execute("DELETE FROM heard WHERE day != ?", (str(on),))
    found = rows.execute("SELECT sealed FROM heard WHERE whose = ?", (whose,))
    for (sealed,) in found:
        try:
            plain = seal.unseal(key, sealed, bound_to=whose.encode())
        except seal.DoesNotOpen:
            break
        return msgspec.msgpack.decode(plain, type=Day)
    return Day()


def _write(rows: Connection, whose: str, key: bytes, on: date, day: Day) -> None:
    sealed = seal.seal(key, msgspec.msgpack.encode(day), bound_to=whose.encode())
    rows.execute(
        "INSERT OR REPLACE INTO heard VALUES (?, ?, ?)",
        (whose, str(on), sealed),
    )
