"""The small model of the coach: for each kind, how likely a sentence is of it.

A logistic regression per kind over the features of `features.py`, trained by
`script/train` on the sentences in `content/en/coach/examples/`. It hears what no rule
says; `docs/coach.md` is its card.
"""

from functools import cache

from alongside.coach.rules import CONTENT
from alongside.lib.linear import Model


@cache
def model() -> Model:
    return Model.load(CONTENT / "model.msgpack")
