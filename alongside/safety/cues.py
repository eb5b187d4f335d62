"""Cues of danger in a text, and what the small model sees of it.

A cue says little alone (`content/safety/cues.toml`). The model weighs cues, pairs of cues
and the words themselves; it is trained by `script/train` on `content/safety/examples/`.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path

from alongside.coach import senses
from alongside.lib import phrases
from alongside.lib.linear import Model

CONTENT = Path(__file__).parents[2] / "content" / "safety"
SHORTEST_PIECE = 4

Said = Sequence[Sequence[str]]


@cache
def cues() -> dict[str, re.Pattern[str]]:
    told = tomllib.loads((CONTENT / "cues.toml").read_text(encoding="utf-8"))
    return {
        name: phrases.search_for(each, named={}) for name, each in told["cues"].items()
    }


@cache
def model() -> Model:
    return Model.load(CONTENT / "model.msgpack")


def heard(sentence: Sequence[str]) -> list[str]:
    """The names of the cues in a sentence."""
    said = f" {' '.join(sentence)} "
    return [name for name, cue in cues().items() if cue.search(said)]


def features(said: Said) -> set[str]:
    """The features of one sentence or several that stand together."""
    found: set[str] = set()
    named: set[str] = set()
    for sentence in said:
        words = ["^", *sentence, "$"]
        found.update(words)
        found.update(" ".join(pair) for pair in pairwise(words))
        found.update(
            f"{one}..{other}"
            for i, one in enumerate(words)
            for other in words[i + 2 : i + 4]
        )
        for word in sentence:
            if len(word) > SHORTEST_PIECE:
                found.update(f"+{word[i : i + 4]}" for i in range(len(word) - 3))
        found |= _senses(words)
        named.update(heard(sentence))
    found.update(f"!{name}" for name in named)
    found.update(f"!{one}&{other}" for one, other in combinations(sorted(named), 2))
    return found


def _senses(words: Sequence[str]) -> set[str]:
    """The kinds of words there are, and of their neighbours."""
    kinds = [senses.of(word) for word in words]
    found = {f"@{sense}" for of_word in kinds for sense in of_word}
    for (one, its), (other, others) in pairwise(zip(words, kinds, strict=True)):
        if its or others:
            met = product((*its, one), (*others, other))
            found.update(f"{left}~~{right}" for left, right in met)
    return found


def windows(said: Said) -> list[Said]:
    """What is weighed: each sentence, each two beside each other, and a short text whole."""
    found: list[Said] = [[sentence] for sentence in said]
    found += [list(pair) for pair in pairwise(said)]
    if 2 < len(said) <= 4:  # noqa: PLR2004 -- three or four sentences are one thought
        found.append(said)
    return found
