"""The seal: bytes in, bytes out, with XChaCha20-Poly1305 from libsodium.

A sealed text is `nonce 24 | ciphertext | tag 16`. The nonce is random, never counted: a
restored backup writes the same places again with other words, and a counted nonce would
then be used twice under one key (docs/crypto.md).
"""

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as decrypted,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as encrypted,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

KEY_BYTES = 32
NONCE_BYTES = 24


class DoesNotOpen(Exception):
    """Another key, another place, or bytes that were changed. Nobody can tell which."""


def new_key() -> bytes:
    """32 random bytes."""
    return random(KEY_BYTES)


def seal(key: bytes, plain: bytes, *, bound_to: bytes) -> bytes:
    """The text sealed under a key and bound to its place: it opens nowhere else."""
    nonce = random(NONCE_BYTES)
    return nonce + encrypted(plain, bound_to, nonce, key)


def unseal(key: bytes, sealed: bytes, *, bound_to: bytes) -> bytes:
    """The text again. Raises DoesNotOpen for anything that `seal` did not make."""
    nonce, text = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return decrypted(text, bound_to, nonce, key)
    # What is too short for a nonce and a tag is a TypeError or a ValueError to PyNaCl.
    except (CryptoError, TypeError, ValueError) as fault:
        raise DoesNotOpen from fault
