"""The pepper: 32 random bytes in a file beside the database, and never inside it.

A stolen database without this file allows no guess at a passphrase (docs/crypto.md).
The file has one line for each pepper, `id hexadecimal`, the newest last. A key that was
wrapped under an older one still opens and is wrapped anew at the next sign-in. To make
and to read this file is the job of the module.
"""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from alongside.journal.keys import PEPPER_BYTES, Pepper

MODE = 0o400
IDS = range(1, 256)


class PepperDamaged(Exception):
    """A line of the file is not `id hexadecimal`."""


def read(file: Path) -> tuple[Pepper, ...]:
    """All peppers, the newest first; none if there is no file.

    Raises PepperDamaged for a line that cannot be one.
    """
    if not file.exists():
        return ()
    lines = file.read_text(encoding="ascii", errors="replace").split("\n")
    return tuple(_pepper(line) for line in reversed(lines) if line.strip())


def newest(file: Path, *, used: Callable[[], frozenset[int]]) -> Pepper:
    """The pepper for a new wrap. Without a file, one is made whose id was never used.

    Two processes that make it at once agree on one of the two.
    """
    if known := read(file):
        return known[0]
    taken = used()
    free = next(each for each in IDS if each not in taken)
    made = Pepper(free, secrets.token_bytes(PEPPER_BYTES))
    _place(file, f"{made.id} {made.secret.hex()}\n")
    return read(file)[0]


def _pepper(line: str) -> Pepper:
    try:
        said, secret = line.split()
        found = Pepper(int(said), bytes.fromhex(secret))
    except ValueError:
        raise PepperDamaged from None
    if found.id not in IDS or len(found.secret) != PEPPER_BYTES:
        raise PepperDamaged
    return found


def _place(file: Path, text: str) -> None:
    """The whole file at once, or none: a link never replaces what is there."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    opened = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, MODE)
    try:
        with os.fdopen(opened, "w", encoding="ascii") as out:
            out.write(text)
            out.flush()
            # A pepper that a power cut takes back would take every passphrase with it.
            os.fsync(out.fileno())
        try:
            os.link(draft, file)
        except FileExistsError:
            return
        folder = os.open(file.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    finally:
        draft.unlink()
