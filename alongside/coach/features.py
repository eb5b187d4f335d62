"""What the small model looks at in a sentence: words, neighbours, classes, rule hits.

Shared by training and reading, so that both see the same.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from alongside.coach.rules import Hit, classes
from alongside.coach.tokens import Sentence

# The classes whose words stand for one another in a neighbourhood, first come first.
ABSTRACT = ("feel", "emotion", "label", "insult", "drug", "police", "child", "kin", "day", "go_to", "saw", "strength", "scare")  # fmt: skip
SHORTEST_PIECE = 5
NUMBER = "#"


@cache
def _class_of() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ABSTRACT:
        for word in classes()[name].split("/"):
            found.setdefault(word, f"{{{name}}}")
    return found


def features(
    sentence: Sentence, hits: Iterable[Hit], before: Sequence[Hit] = ()
) -> set[str]:
    """The features of a sentence; `before` are the rule hits of the one before it."""
    class_of = _class_of()
    plain = ["^", *(NUMBER if w.plain.isdigit() else w.plain for w in sentence), "$"]
    meant = [class_of.get(word, word) for word in plain]
    found = set(plain) | set(meant)
    for said, sign in ((plain, " "), (meant, "~")):
        found.update(sign.join(pair) for pair in pairwise(said))
        found.update(
            sign.join(three) for three in zip(said, said[1:], said[2:], strict=False)
        )
    # Words near each other, whatever stands between them.
    found.update(
        f"{one}..{other}"
        for i, one in enumerate(meant)
        for other in meant[i + 2 : i + 5]
    )
    for word in plain:
        if len(word) >= SHORTEST_PIECE:
            found.update(f"+{word[i : i + 4]}" for i in range(len(word) - 3))
    found.update(f"!{hit.rule}" for hit in hits)
    found.update(f"<{hit.kind}" for hit in before)
    found.add(f"long{min(len(plain) // 5, 6)}")
    return found
