"""What a form that is sent twice is known by, so that it makes one entry.

A double tap, or a retry after an answer that never came, sends the same words with the
same number. Both go into a keyed hash; the database sees 16 bytes that look random.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from uuid import UUID

from msgspec.structs import replace
from nacl.utils import random

from alongside.journal.entries import Entry, encode

IDEM_BYTES = 16
NO_ID = UUID(int=0)
NO_TIME = datetime.min.replace(tzinfo=UTC)


def known_by(entries: Sequence[Entry], once: str | None, *, key: bytes) -> list[bytes]:
    """16 bytes for each entry: random ones, unless `once` says which form it came with."""
    if once is None:
        return [random(IDEM_BYTES) for _ in entries]
    return [
        blake2b(
            once.encode() + place.to_bytes(4) + _words(entry),
            key=key,
            person=b"alongside-idm-v1",
            digest_size=IDEM_BYTES,
        ).digest()
        for place, entry in enumerate(entries)
    ]


def _words(entry: Entry) -> bytes:
    """What an entry says, whenever and with whichever id it was made."""
    return encode(replace(entry, id=NO_ID, at=NO_TIME))
