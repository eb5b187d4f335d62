"""Passphrases: six words that we offer, or one's own.

Six words of a list of 7,776 are 77 bits: out of reach for whoever stole the database
and the pepper. The list is the EFF's long list, as the package `diceware` carries it.
No rule about letters, digits or signs: length is what counts (OWASP ASVS 5.0, 6.2).
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from unicodedata import normalize

WORDS = 6
SHORTEST = 12
LONGEST = 1024


@cache
def words() -> tuple[str, ...]:
    """The 7,776 words, in the order of the list."""
    file = resources.files("diceware") / "wordlists" / "wordlist_en_eff.txt"
    return tuple(line.split()[1] for line in file.read_text("ascii").splitlines())


def offered(choose: Callable[[Sequence[str]], str]) -> str:
    """Six words, each chosen by `choose`, with a blank between."""
    return " ".join(choose(words()) for _ in range(WORDS))


def normal(said: str) -> str:
    """One form of a passphrase, however the keyboard composed its letters (NFKC)."""
    return normalize("NFKC", said)
