"""From a passphrase to an account's secret key.

    stretched = Argon2id(passphrase, salt 16, MiB, passes, one lane, 32 bytes)
    key       = BLAKE2b(key=stretched, data=pepper | account, person="alongside-kek-v1")

The pepper lies in a file outside the database: a stolen dump allows no guessing at all.
Signing in means that the wrap opens; there is no second, cheaper hash of a passphrase.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from nacl.pwhash import argon2id
from nacl.utils import random

from alongside.journal.seal import new_key
from alongside.journal.wraps import Kind, Wrap, public_of

SALT_BYTES = argon2id.SALTBYTES
PEPPER_BYTES = 32
MIB = 1024 * 1024


class PepperMissing(Exception):
    """The pepper this wrap was made with is not here. The recovery code still opens."""


@dataclass(frozen=True)
class Pepper:
    """One pepper: its number (0 to 255) and its 32 bytes. Several may exist."""

    id: int
    secret: bytes


@dataclass(frozen=True)
class Recipe:
    """How a passphrase is stretched: with which salt, in how many MiB, how often."""

    salt: bytes
    mib: int
    passes: int


def new_secret() -> bytes:
    """A new account's secret key, which opens its keyring: 32 random bytes."""
    return new_key()


def new_salt() -> bytes:
    """16 random bytes. A wrap gets its own."""
    return random(SALT_BYTES)


def stretch(passphrase: str, salt: bytes, *, mib: int, passes: int) -> bytes:
    """The costly step, and the only one: 32 bytes for `mib` MiB and some 100 ms.

    The same words typed on another keyboard come out the same (NFKC); nothing is cut.
    """
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    return argon2id.kdf(32, typed, salt, opslimit=passes, memlimit=mib * MIB)


def wrap(
    secret: bytes, stretched: bytes, *, account: UUID, recipe: Recipe, pepper: Pepper
) -> Wrap:
    """The secret key under a passphrase that was stretched by this recipe."""
    made = Wrap(
        Kind.PASSPHRASE,
        recipe.mib,
        recipe.passes,
        recipe.salt,
        pepper.id,
        public_of(secret),
    )
    key = _wrapping_key(stretched, pepper.secret, account)
    return made.close(secret, key, account=account)


def unwrap(
    wrap: Wrap, stretched: bytes, *, account: UUID, peppers: Mapping[int, bytes]
) -> bytes:
    """The secret key again. Raises DoesNotOpen (seal), or PepperMissing."""
    if wrap.pepper_id not in peppers:
        raise PepperMissing
    pepper = peppers[wrap.pepper_id]
    return wrap.open(_wrapping_key(stretched, pepper, account), account=account)


def _wrapping_key(stretched: bytes, pepper: bytes, account: UUID) -> bytes:
    return blake2b(
        pepper + account.bytes,
        key=stretched,
        person=b"alongside-kek-v1",
        digest_size=32,
    ).digest()
