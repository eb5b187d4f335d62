"""A small linear model: for each kind, how likely something with these features is of it.

Logistic regressions whose weights are kept as whole numbers of small steps, as msgpack.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import exp
from pathlib import Path

import msgspec

FAR = 30.0
FURTHEST = 127


class Weights(msgspec.Struct, frozen=True):
    """A model as it lies on disk.

    `weights`: for each feature one signed byte a kind, in the order of `kinds`, each
    worth `step`. `sure_from`: the probability from which a kind is given.
    """

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    sure_from: tuple[float, ...]
    weights: dict[str, bytes]
    trained_on: str
    step: float


def packed(
    weights: Sequence[Sequence[float]], names: Sequence[str], step: float
) -> dict[str, bytes]:
    """Weights, for each kind one of each feature, as they are kept; the least are not."""
    found = {}
    for number, name in enumerate(names):
        steps = [
            max(-FURTHEST, min(FURTHEST, round(of_kind[number] / step)))
            for of_kind in weights
        ]
        if any(steps):
            found[name] = bytes(each & 0xFF for each in steps).rstrip(b"\0")
    return found


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

    def chances(self, found: Iterable[str], length: float = 1.0) -> dict[str, float]:
        """The probability, from 0 to 1, of each kind for something of these features.

        `length`: what the features are divided by, as they were in training.
        """
        sums = [0] * len(self.kinds)
        for feature in found:
            for at, weight in self._known.get(feature, ()):
                sums[at] += weight
        step = self._weights.step / length
        return {
            kind: 1 / (1 + exp(-max(-FAR, min(FAR, bias + total * step))))
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
