"""A wrap: an account's secret key, sealed under what its owner knows or keeps on paper.

    version 1 | kind 1 | MiB u32 | passes u32 | salt 16 | pepper id 1 | public key 32
    | commitment 32 | sealed secret key 72

Everything before the commitment is bound into the seal, so that nobody who can write in
the database lowers the cost of a guess unseen. The commitment is compared first:
XChaCha20-Poly1305 alone lets one ciphertext be made that opens under many keys, and so
lets one try test many passphrases.
"""

import hmac
import struct
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b
from uuid import UUID

from nacl.public import PrivateKey

from alongside.journal.seal import DoesNotOpen, seal, unseal

VERSION = 1
LAYOUT = struct.Struct(">BBII16sB32s32s72s")
NO_SALT = bytes(16)

# Wider than any cost we would set: a forged wrap must not make us take all memory.
MOST_MIB = 1024
MOST_PASSES = 16


class Kind(IntEnum):
    """What opens a wrap."""

    PASSPHRASE = 1
    RECOVERY = 2


class NotAWrap(ValueError):
    """These bytes are not a wrap, or one that a newer version made."""


@dataclass(frozen=True)
class Wrap:
    """One wrap as it is stored; `bytes(wrap)` and `Wrap.read` are its two forms."""

    kind: Kind
    mib: int
    passes: int
    salt: bytes
    pepper_id: int
    public: bytes
    commitment: bytes = bytes(32)
    sealed: bytes = bytes(72)

    def __bytes__(self) -> bytes:
        return LAYOUT.pack(
            VERSION,
            self.kind,
            self.mib,
            self.passes,
            self.salt,
            self.pepper_id,
            self.public,
            self.commitment,
            self.sealed,
        )

    @classmethod
    def read(cls, stored: bytes) -> "Wrap":
        """Raises NotAWrap; never trusts a cost that is out of bounds."""
        if len(stored) != LAYOUT.size:
            raise NotAWrap
        version, kind, *rest = LAYOUT.unpack(stored)
        if version != VERSION or kind not in set(Kind):
            raise NotAWrap
        wrap = cls(Kind(kind), *rest)
        if wrap.mib > MOST_MIB or wrap.passes > MOST_PASSES:
            raise NotAWrap
        return wrap

    def bound_to(self, account: UUID) -> bytes:
        """What the seal is bound to: "wrap/v1", whose it is, and how it was made."""
        made = struct.pack(">BII", self.kind, self.mib, self.passes)
        pepper_id = bytes([self.pepper_id])
        return b"".join(
            (b"wrap/v1", account.bytes, made, self.salt, pepper_id, self.public)
        )

    def close(self, secret: bytes, wrapping_key: bytes, *, account: UUID) -> "Wrap":
        """The same wrap with the secret key in it."""
        return Wrap(
            self.kind,
            self.mib,
            self.passes,
            self.salt,
            self.pepper_id,
            self.public,
            commitment(wrapping_key),
            seal(wrapping_key, secret, bound_to=self.bound_to(account)),
        )

    def open(self, wrapping_key: bytes, *, account: UUID) -> bytes:
        """The secret key. Raises DoesNotOpen."""
        if not hmac.compare_digest(self.commitment, commitment(wrapping_key)):
            raise DoesNotOpen
        return unseal(wrapping_key, self.sealed, bound_to=self.bound_to(account))


def public_of(secret: bytes) -> bytes:
    """The public half of an account's secret key, to which others seal (X25519)."""
    return bytes(PrivateKey(secret).public_key)


def commitment(wrapping_key: bytes) -> bytes:
    """What tells one wrapping key from every other, and nothing else about it."""
    return blake2b(
        key=wrapping_key, person=b"alongside-cmt-v1", digest_size=32
    ).digest()
