"""The small model: for each kind, how likely a sentence is of it.

A logistic regression per kind over the features of `features.py`, trained by
`script/train` on the sentences in `content/en/coach/examples/`. Its weights are whole
numbers of a hundredth. It hears what no rule says; `docs/coach.md` is its card.
"""

from collections.abc import Iterable
from functools import cache
from math import exp

import msgspec

from alongside.coach.rules import CONTENT

WEIGHT = 0.05


class Model(msgspec.Struct, frozen=True):
    """The weights as they lie on disk (msgpack).

    `weights`: for each feature one signed byte a kind, in the order of `kinds`, each
    worth `WEIGHT`. `sure_from`: the probability from which a kind is given.
    """

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    sure_from: tuple[float, ...]
    weights: dict[str, bytes]
    trained_on: str

    def chances(self, found: Iterable[str]) -> dict[str, float]:
        """The probability, from 0 to 1, of each kind for a sentence of these features."""
        sums = [0] * len(self.kinds)
        known = _known()
        for feature in found:
            for at, weight in known.get(feature, ()):
                sums[at] += weight
        return {
            kind: 1 / (1 + exp(-max(-30.0, min(30.0, bias + total * WEIGHT))))
            for kind, bias, total in zip(self.kinds, self.bias, sums, strict=True)
        }


@cache
def model() -> Model:
    return msgspec.msgpack.decode((CONTENT / "model.msgpack").read_bytes(), type=Model)


@cache
def _known() -> dict[str, tuple[tuple[int, int], ...]]:
    """The weights of each feature that are not nothing, by the number of their kind."""
    return {
        feature: tuple(
            (at, weight)
            for at, weight in enumerate(memoryview(packed).cast("b"))
            if weight
        )
        for feature, packed in model().weights.items()
    }
