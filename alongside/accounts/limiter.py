"""Guessing takes longer and longer; there is no lock, and from afar nobody makes one.

What is kept, in memory and for an hour: digests under a key of the day that is thrown
away with the day, and a number of tries. No name, no address. A lock after so many tries
would let whoever shares the home lock a person out of her own notes. Whoever tries
without rest from the very same network can still make them wait, a minute at most.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import ip_address, ip_network
from math import ceil
from sqlite3 import Connection

from django.conf import settings
from django.http import HttpRequest
from django.utils.timezone import now

from alongside.accounts import memory

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS tries (key BLOB PRIMARY KEY, level REAL, at REAL)",
    "CREATE TABLE IF NOT EXISTS day (day INTEGER, key BLOB)",
)
REMEMBERED = 3600
MOST_ROWS = 20_000
DOUBLINGS = 6


class TooSoon(Exception):
    """There were too many tries; the next one is heard after some seconds."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds


@dataclass(frozen=True)
class Limit:
    """So many tries are free; each further one doubles the wait, from 1 to `longest` s.

    One try is forgotten every `healing` seconds.
    """

    subject: bytes
    free: int
    healing: float
    longest: float = 60.0

    def wait(self, level: float) -> float:
        """Seconds from the last try to the next, after so many tries."""
        over = min(level - self.free, DOUBLINGS + 1)
        return min(2.0 ** (over - 1), self.longest) if over > 0 else 0.0

    def healed(self, level: float, seconds: float) -> float:
        """The tries that still count after some seconds, with no more than can matter."""
        return max(0.0, min(level, self.free + DOUBLINGS) - seconds / self.healing)


def limits(request: HttpRequest, handle: bytes = b"") -> list[Limit]:
    """What a try to get in counts against: the name, the network, and everyone."""
    network = _network(_address(request)).encode()
    everyone = [Limit(b"all", free=60, healing=1, longest=2)]
    if network:
        everyone.append(Limit(b"net" + network, free=10, healing=60))
    if handle:
        # Strict where the name is tried from; loose for the name itself, so that
        # tries from elsewhere cannot keep its owner out.
        here = b"here" + network + handle
        everyone.append(Limit(here, free=2, healing=300))
        everyone.append(Limit(b"name" + handle, free=20, healing=60))
    return everyone


def attempt(counted: Sequence[Limit]) -> None:
    """Count a try before its outcome is known, so that many at once are no way round.

    Raises TooSoon, and then counts nothing: impatience is not punished.
    """
    at = now().timestamp()
    with memory.opened(settings.RUNTIME / "limits.sqlite3", *SCHEMA) as rows:
        _forget(rows, at)
        tries = [(limit, *_tries(rows, limit, at)) for limit in counted]
        # Whoever comes from where hardly anyone tried this name is heard, however often
        # it was tried elsewhere: else two networks could keep its owner out for good.
        fresh = any(
            limit.subject.startswith(b"here")
            and limit.healed(level, since) < limit.free
            for limit, level, since in tries
        )
        longest = max(
            limit.wait(level) - since
            for limit, level, since in tries
            if not (fresh and limit.subject.startswith(b"name"))
        )
        if longest > 0:
            raise TooSoon(ceil(longest))
        for limit, level, since in tries:
            _keep(rows, limit, limit.healed(level, since) + 1, at)


def got_in(counted: Sequence[Limit]) -> None:
    """The last try was no guess: it is taken back. Earlier ones still count, since
    anyone may make notes of their own under the same name, and get in to those."""
    at = now().timestamp()
    with memory.opened(settings.RUNTIME / "limits.sqlite3", *SCHEMA) as rows:
        for limit in counted:
            level, since = _tries(rows, limit, at)
            _keep(rows, limit, max(0.0, limit.healed(level, since) - 1), at)


def _address(request: HttpRequest) -> str:
    """Whence a request came. A header is believed only if the host has named it."""
    if settings.PROXY_HEADER:
        said = request.headers.get(settings.PROXY_HEADER, "")
        return said.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    """The /24 or /56 around an address; nothing for this machine or for no address."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if ip.is_loopback:
        return ""
    return str(ip_network((ip, 24 if ip.version == 4 else 56), strict=False))  # noqa: PLR2004


def _key(rows: Connection, limit: Limit, at: float) -> bytes:
    """A digest under a random key that lives for a day, and takes the tries with it."""
    today = int(at // 86_400)
    row = rows.execute("SELECT key FROM day WHERE day = ?", (today,)).fetchone()
    if row is None:
        rows.execute("DELETE FROM tries")
        rows.execute("DELETE FROM day")
        row = (secrets.token_bytes(32),)
        rows.execute("INSERT INTO day VALUES (?, ?)", (today, *row))
    return blake2b(limit.subject, key=row[0], digest_size=16).digest()


def _tries(rows: Connection, limit: Limit, at: float) -> tuple[float, float]:
    """How many tries counted after the last one, and the seconds since then."""
    found = rows.execute(
        "SELECT level, at FROM tries WHERE key = ?", (_key(rows, limit, at),)
    ).fetchone()
    return (found[0], at - found[1]) if found else (0.0, 0.0)


def _keep(rows: Connection, limit: Limit, level: float, at: float) -> None:
    key = _key(rows, limit, at)
    rows.execute("INSERT OR REPLACE INTO tries VALUES (?, ?, ?)", (key, level, at))


def _forget(rows: Connection, at: float) -> None:
    """What is older than an hour, or from a clock that was wrong, or one too many."""
    rows.execute(
        "DELETE FROM tries WHERE at NOT BETWEEN ? AND ?", (at - REMEMBERED, at + 1)
    )
    rows.execute(
        "DELETE FROM tries WHERE key IN"
        " (SELECT key FROM tries ORDER BY at DESC LIMIT -1 OFFSET ?)",
        (MOST_ROWS,),
    )
