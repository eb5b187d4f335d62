"""A keyring: which journals one account can open, sealed under its secret key.

Who belongs to which journal stands nowhere else. Holding a journal's key of today is
being allowed in: the journal's head keeps only a hash that the key leads to.

    sealed = version 1 | XChaCha20-Poly1305(BLAKE2b(key=secret), pad(msgpack(keyring)),
                                            bound to "keyring/v1" | account)
"""

from hashlib import blake2b
from uuid import UUID

import msgspec

from alongside.journal import pad
from alongside.journal import seal as seals
from alongside.journal.chain import START, Link

VERSION = b"\x01"
# Room for some ten journals, so that nobody sees how many there are.
SMALLEST = 2048


class FromNewerVersion(Exception):
    """A newer version of the program made this, and this one would lose a part of it."""


class Held(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an account holds of one journal.

    `member` is who the account is in it, and stands as `by` in what it writes; `keys`
    has a key for each epoch it may read; `seen` is the last row it saw, by which a
    journal that was cut short or replaced by an older one is found.
    """

    member: UUID
    keys: dict[int, bytes]
    seen: Link = START
    nickname: str = ""
    settings: dict[str, str | int | bool] = {}


class Keyring(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that one account holds. `own` is the journal that only this person reads.

    What settings mean is up to whoever writes them; they survive whatever they are.
    """

    own: UUID | None = None
    journals: dict[UUID, Held] = {}
    settings: dict[str, str | int | bool] = {}

    def holding(self, journal: UUID, held: Held) -> "Keyring":
        """The same keyring with this journal in it."""
        return msgspec.structs.replace(self, journals={**self.journals, journal: held})

    def without(self, journal: UUID) -> "Keyring":
        """The same keyring without this journal: the account can no longer open it."""
        left = {
            known: held for known, held in self.journals.items() if known != journal
        }
        own = None if self.own == journal else self.own
        return msgspec.structs.replace(self, journals=left, own=own)

    def seeing(self, journal: UUID, head: Link) -> "Keyring":
        """The same keyring, remembering a newer head. An older one changes nothing."""
        held = self.journals[journal]
        if head.seq <= held.seen.seq:
            return self
        return self.holding(journal, msgspec.structs.replace(held, seen=head))


def seal(keyring: Keyring, secret: bytes, *, account: UUID) -> bytes:
    """The keyring as it is stored beside its account; its length tells little."""
    plain = pad.pad(msgspec.msgpack.encode(keyring), smallest=SMALLEST)
    return VERSION + seals.seal(_key(secret), plain, bound_to=_bound_to(account))


def unseal(sealed: bytes, secret: bytes, *, account: UUID) -> Keyring:
    """The keyring again. Raises DoesNotOpen (seal), or FromNewerVersion."""
    if sealed[:1] > VERSION:
        raise FromNewerVersion
    padded = seals.unseal(_key(secret), sealed[1:], bound_to=_bound_to(account))
    plain = pad.strip(padded, smallest=SMALLEST)
    try:
        return msgspec.msgpack.decode(plain, type=Keyring)
    except msgspec.ValidationError as fault:
        raise FromNewerVersion from fault


def access_hash(key: bytes) -> bytes:
    """What a journal's head keeps to know its key of today by, without having it."""
    proof = blake2b(b"access", key=key, digest_size=32).digest()
    return blake2b(proof, digest_size=32).digest()


def _key(secret: bytes) -> bytes:
    return blake2b(key=secret, person=b"alongside-krg-v1", digest_size=32).digest()


def _bound_to(account: UUID) -> bytes:
    return b"keyring/v1" + account.bytes
