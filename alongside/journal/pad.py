"""Padding, so that a sealed text tells only its rough length.

A text is closed by one byte 0x80 and filled with zeros up to the next size of the
ladder: 256, 512, 1 Ki … 64 Ki, and from there in steps of 64 Ki (only snapshots and
exports grow so long). There is one way to pad a text, and only that one is taken back.
"""

SMALLEST = 256
STEP = 64 * 1024
END = b"\x80"


class NotPadded(ValueError):
    """These bytes were not padded by us."""


def pad(plain: bytes, *, smallest: int = SMALLEST) -> bytes:
    """The text, its end mark, and zeros up to the next size."""
    return (plain + END).ljust(size_for(len(plain), smallest=smallest), b"\x00")


def strip(padded: bytes, *, smallest: int = SMALLEST) -> bytes:
    """The text without its padding. Raises NotPadded unless `pad` would give this again."""
    end = padded.rfind(END)
    zeros = len(padded) - end - 1
    if end < 0 or padded.count(0, end + 1) != zeros:
        raise NotPadded
    if len(padded) != size_for(end, smallest=smallest):
        raise NotPadded
    return padded[:end]


def size_for(length: int, *, smallest: int) -> int:
    """How long a text of this length is once it is padded."""
    if length >= STEP:
        return (length // STEP + 1) * STEP
    return max(smallest, 1 << length.bit_length())
