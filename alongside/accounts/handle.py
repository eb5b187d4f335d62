"""How a name is known here: by a keyed digest that says nothing without the pepper."""

from hashlib import blake2b
from unicodedata import normalize
from uuid import UUID

SALT_LENGTH = 16


def plain(name: str) -> bytes:
    """A name as it is compared: case, width and blanks around it do not matter."""
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    return " ".join(folded.split()).encode()


def blinded(name: str, *, pepper: bytes) -> bytes:
    """The 32 bytes under which a name is kept."""
    return blake2b(
        plain(name), key=pepper, digest_size=32, person=b"alongside-name"
    ).digest()


def salt(handle: bytes, *, pepper: bytes) -> bytes:
    """The 16 bytes with which a passphrase under this name is stretched.

    They follow from the name, whether or not anyone has it: so one stretch is made for
    a known and for an unknown name, and for a name that two people have chosen (ADR 7).
    """
    return blake2b(
        handle, key=pepper, digest_size=SALT_LENGTH, person=b"alongside-salt"
    ).digest()


def whose(person: UUID, *, key: bytes) -> bytes:
    """The 32 bytes under which the open sessions of a person are found."""
    return blake2b(
        person.bytes, key=key, digest_size=32, person=b"alongside-whose"
    ).digest()


def of_code(code: bytes) -> bytes:
    """The 32 bytes under which an account is found by its printed code.

    No pepper: the code alone must do, with a backup, when everything else is lost. It
    holds 160 random bits, so nobody finds it from here by guessing.
    """
    return blake2b(code, digest_size=32, person=b"alongside-code").digest()
