"""The example that a sentence is nearest to: how the model explains itself.

Examples are `content/en/coach/nearest.toml`, a few dozen short ones for each mark.
"""

import tomllib
from functools import cache
from itertools import pairwise

from alongside.coach import tokens
from alongside.coach.kinds import Mark
from alongside.coach.rules import CONTENT


def example(kind: Mark, words: str) -> str | None:
    """The example of a kind that shares most words with these, if any shares some."""
    mine = _pieces(words)
    best, shared = None, 0.0
    for text, theirs in _examples()[kind]:
        near = len(mine & theirs) / (1 + len(mine | theirs))
        if near > shared:
            best, shared = text, near
    return best


@cache
def _examples() -> dict[Mark, list[tuple[str, frozenset[str]]]]:
    told = tomllib.loads((CONTENT / "nearest.toml").read_text(encoding="utf-8"))
    return {kind: [(text, _pieces(text)) for text in told[kind]] for kind in Mark}


def _pieces(text: str) -> frozenset[str]:
    """The words of a text and its pairs of words."""
    said = [word.plain for sentence in tokens.sentences(text) for word in sentence]
    return frozenset(said) | {" ".join(p) for p in pairwise(said)}
