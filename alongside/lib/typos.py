"""Words as frightened people type them: one slip of the thumb, and no more.

Words under five letters are never corrected, and a first letter never is: too many other
words are that near.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

SHORTEST = 5
# No word we know is near this long; to look at each loss of a longer one takes its square.
LONGEST = 40
# Each letter with those that a thumb hits instead of it (QWERTY).
NEIGHBOURS = {
    "a": "qwsz",
    "b": "vghn",
    "c": "xdfv",
    "d": "serfcx",
    "e": "wsdr",
    "f": "drtgvc",
    "g": "ftyhbv",
    "h": "gyujnb",
    "i": "ujko",
    "j": "huikmn",
    "k": "jiolm",
    "l": "kop",
    "m": "njk",
    "n": "bhjm",
    "o": "iklp",
    "p": "ol",
    "q": "wa",
    "r": "edft",
    "s": "awedxz",
    "t": "rfgy",
    "u": "yhji",
    "v": "cfgb",
    "w": "qase",
    "x": "zsdc",
    "y": "tghu",
    "z": "asx",
}


@dataclass(frozen=True)
class Known:
    """Words that may be mistyped, by what is left of each when a letter is lost."""

    words: frozenset[str]
    without_a_letter: dict[str, frozenset[str]]

    def meant(self, typed: str) -> str:
        """The one word that `typed` is a slip of; else `typed` itself."""
        if typed in self.words or not SHORTEST - 1 <= len(typed) <= LONGEST:
            return typed
        near = {
            word
            for rest in (typed, *_losses(typed))
            for word in self.without_a_letter.get(rest, ())
            if is_slip(typed, word)
        }
        return near.pop() if len(near) == 1 else typed


def known(words: Collection[str], *, never: Collection[str] = ()) -> Known:
    """Words whose slips are understood. What stands in `never` is left as it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST:
            for rest in (word, *_losses(word)):
                found[rest].add(word)
    return Known(
        frozenset({*words, *never}),
        {rest: frozenset(each) for rest, each in found.items()},
    )


def is_slip(typed: str, word: str) -> bool:
    """Whether `typed` is `word` with a letter lost, added, swapped or hit beside it."""
    if typed == word or len(word) < SHORTEST or typed[:1] != word[0]:
        return False
    if len(typed) != len(word):
        longer, shorter = sorted((typed, word), key=len, reverse=True)
        return shorter in _losses(longer)
    differ = [i for i, letter in enumerate(word) if letter != typed[i]]
    match differ:
        case [i]:
            return typed[i] in NEIGHBOURS.get(word[i], "")
        case [i, j]:
            return j == i + 1 and typed[i] == word[j] and typed[j] == word[i]
        case _:
            return False


def _losses(word: str) -> Iterator[str]:
    """What is left when one letter after the first is lost."""
    return (word[:i] + word[i + 1 :] for i in range(1, len(word)))
