"""The recovery code: 160 random bits on paper that open an account without a passphrase.

It is written in Crockford's base 32, as eight groups of four and a pair that checks the
rest. With 160 bits there is nothing to guess, so one keyed BLAKE2b is its key; and the
pepper has no part in it, so that a backup and the printed code alone are enough.

The pair is the remainder by 1021, the largest prime below 32 squared: any one wrong sign
and any two neighbours in the wrong order are always found.
"""

import hmac
from enum import StrEnum
from hashlib import blake2b
from uuid import UUID

from nacl.utils import random

from alongside.journal.wraps import NO_SALT, Kind, Wrap, public_of

CODE_BYTES = 20
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
IN_A_GROUP = 4
CHECKED_BY = 1021

# What a hand or an eye mistakes for another sign.
MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})


class Why(StrEnum):
    """What is wrong with a code as it was typed."""

    LENGTH = "length"
    SIGN = "sign"
    CHECK = "check"


class Misread(ValueError):
    """This is no recovery code; `why` says what to look for."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def new_code() -> bytes:
    """160 random bits."""
    return random(CODE_BYTES)


def written(code: bytes) -> str:
    """The code as it is printed: eight groups of four, and the pair, parted by dashes."""
    return "-".join((*groups(code), _pair(code)))


def groups(code: bytes) -> tuple[str, ...]:
    """The eight groups of four, without the pair, to ask some of them back."""
    signs = _in_signs(int.from_bytes(code), GROUPS * IN_A_GROUP)
    return tuple(
        signs[start : start + IN_A_GROUP] for start in range(0, len(signs), IN_A_GROUP)
    )


def is_group(code: bytes, number: int, typed: str) -> bool:
    """Whether this was typed for the group with this number, counted from one."""
    return hmac.compare_digest(
        _plainly(typed).encode(), groups(code)[number - 1].encode()
    )


def read(typed: str) -> bytes:
    """The code from what was typed, in any case and spacing. Raises Misread."""
    signs = _plainly(typed)
    if any(sign not in SIGNS for sign in signs):
        raise Misread(Why.SIGN)
    if len(signs) != GROUPS * IN_A_GROUP + 2:
        raise Misread(Why.LENGTH)
    code = _number(signs[:-2]).to_bytes(CODE_BYTES)
    if not hmac.compare_digest(signs[-2:].encode(), _pair(code).encode()):
        raise Misread(Why.CHECK)
    return code


def wrap(secret: bytes, code: bytes, *, account: UUID) -> Wrap:
    """The account's secret key under its recovery code."""
    return Wrap(Kind.RECOVERY, 0, 0, NO_SALT, 0, public_of(secret)).close(
        secret, _wrapping_key(code, account), account=account
    )


def unwrap(wrap: Wrap, code: bytes, *, account: UUID) -> bytes:
    """The secret key again. Raises DoesNotOpen (seal)."""
    return wrap.open(_wrapping_key(code, account), account=account)


def _wrapping_key(code: bytes, account: UUID) -> bytes:
    return blake2b(
        account.bytes, key=code, person=b"alongside-rec-v1", digest_size=32
    ).digest()


def _plainly(typed: str) -> str:
    """Only the signs, in capitals: blanks and any kind of dash are left out."""
    signs = (
        sign for sign in typed.upper() if not (sign.isspace() or sign in "-‐‑‒–—_.")
    )
    return "".join(signs).translate(MEANT)


def _pair(code: bytes) -> str:
    return _in_signs(int.from_bytes(code) % CHECKED_BY, 2)


def _in_signs(number: int, length: int) -> str:
    shifts = range(5 * (length - 1), -1, -5)
    return "".join(SIGNS[number >> shift & 31] for shift in shifts)


def _number(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number << 5 | SIGNS.index(sign)
    return number
