"""Which kinds of words a word is of: for the model, so that a new word counts as its
neighbours do.

The lists are `content/en/coach/senses.toml`.
"""

import tomllib
from collections import defaultdict
from functools import cache

from alongside.coach.rules import CONTENT

ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "est")
SHORTEST_STEM = 3


@cache
def senses() -> dict[str, tuple[str, ...]]:
    """For each listed word the names of its lists."""
    found: dict[str, list[str]] = defaultdict(list)
    listed = tomllib.loads((CONTENT / "senses.toml").read_text("utf-8"))
    for name, words in listed.items():
        for word in words.split():
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def of(word: str) -> tuple[str, ...]:
    """The lists a plain word is on, itself or without its ending; often none."""
    known = senses()
    if word in known:
        return known[word]
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST_STEM:
            continue
        for base in (stem, f"{stem}e", _single(stem), _with_y(stem)):
            if base in known:
                return known[base]
    return ()


def _single(stem: str) -> str:
    """As in "stopp", which is "stop"."""
    return stem[:-1] if stem[-1] == stem[-2] else stem


def _with_y(stem: str) -> str:
    """As in "carri", which is "carry"."""
    return f"{stem[:-1]}y" if stem[-1] == "i" else stem
