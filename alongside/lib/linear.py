"""A small linear model: for each kind, how likely something with these features is of it.

Logistic regressions whose weights are whole numbers of a hundredth or so, kept as msgpack.
"""

from collections.abc import Iterable
from functools import cached_property
from math import exp
from pathlib import Path

import msgspec

WEIGHT = 0.05
FAR = 30.0


class Weights(msgspec.Struct, frozen=True):
    """A model as it lies on disk.

    `weights`: for each feature one signed byte a kind, in the order of `kinds`, each
    worth `WEIGHT`. `sure_from`: the probability from which a kind is given.
    """

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    sure_from: tuple[float, ...]
    weights: dict[str, bytes]
    trained_on: str


class Model:
    """Weights, ready to use."""

    def __init__(self, weights: Weights) -> None:
        self.kinds = weights.kinds
        self.sure_from = weights.sure_from
        self.trained_on = weights.trained_on
        self._weights = weights

    @classmethod
    def load(cls, path: Path) -> "Model":
        return cls(msgspec.msgpack.decode(path.read_bytes(), type=Weights))

    def chances(self, found: Iterable[str]) -> dict[str, float]:
        """The probability, from 0 to 1, of each kind for something of these features."""
        sums = [0] * len(self.kinds)
        for feature in found:
            for at, weight in self._known.get(feature, ()):
                sums[at] += weight
        return {
            kind: 1 / (1 + exp(-max(-FAR, min(FAR, bias + total * WEIGHT))))
            for kind, bias, total in zip(
                self.kinds, self._weights.bias, sums, strict=True
            )
        }

    @cached_property
    def _known(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """The weights of each feature that are not nothing, by the number of their kind."""
        return {
            feature: tuple(
                (at, weight)
                for at, weight in enumerate(memoryview(packed).cast("b"))
                if weight
            )
            for feature, packed in self._weights.weights.items()
        }
