"""What the small model looks at in a sentence: words, neighbours, senses, rule hits.

Shared by training and reading, so that both see the same.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, product
from math import sqrt

from alongside.coach import senses
from alongside.coach.rules import Hit, classes
from alongside.coach.tokens import Sentence

# The classes whose words stand for one another in a neighbourhood, first come first.
ABSTRACT = ("feel", "emotion", "label", "insult", "drug", "police", "child", "kin", "day", "go_to", "saw", "strength", "scare")  # fmt: skip
SHORTEST_PIECE = 5
NUMBER = "#"
# How much more what a rule found is trusted than a word.
RULE_WORTH = 4.0
YOU = frozenset(("you", "your", "yourself"))
ME = frozenset(("i", "me", "my"))
MANY = 3


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
    return found | _senses(plain)


def _senses(plain: list[str]) -> set[str]:
    """The kinds of words, their neighbours, and whom the sentence speaks of."""
    kinds = [senses.of(word) for word in plain]
    found = {f"@{sense}" for of_word in kinds for sense in of_word}
    you, me = sum(w in YOU for w in plain), sum(w in ME for w in plain)
    if you and not me:
        found |= {f"you{sense}" for sense in found}
    elif me and not you:
        found |= {f"me{sense}" for sense in found}
    elif not me:
        found |= {f"none{sense}" for sense in found}
    if "?" in plain:
        found |= {f"?@{sense}" for of_word in kinds for sense in of_word}
    for (one, its), (other, others) in pairwise(zip(plain, kinds, strict=True)):
        if its or others:
            met = product((*its, one), (*others, other))
            found.update(f"{left}~~{right}" for left, right in met)
    found.add(f"you{min(you, MANY)}me{min(me, MANY)}")
    found.add("asks" if plain[-2] == "?" else "tells")
    found.add(f"first {plain[1]}")
    return found


def worth(feature: str) -> float:
    return RULE_WORTH if feature.startswith("!") else 1.0


def length(found: Iterable[str]) -> float:
    """The length of a sentence as a vector: long ones would else shout down short ones."""
    return sqrt(sum(worth(feature) ** 2 for feature in found))
