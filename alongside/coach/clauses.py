"""A sentence as clauses, so that a note stands at the words that carry it."""

from itertools import pairwise

from alongside.coach.tokens import Sentence

BREAKS = frozenset((",", ";", ":", "\u2014", "\u2013", "--", "(", ")", "-", "..."))
JOINS = frozenset(
    ["and", "but", "because", "so", "then", "although", "though", "unless", "or"]
)
SUBJECTS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "we",
        "they",
        "it",
        "that",
        "this",
        "there",
        "what",
        "how",
        "if",
        "when",
        "my",
        "your",
        "do",
        "did",
        "are",
        "is",
        "can",
        "could",
        "would",
        "will",
        "please",
        "stop",
        "just",
        "the",
    ]
)
MARKS = frozenset(".!?,;:()\u2026") | BREAKS
SHORTEST = 3


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """The clauses of a sentence: positions of words, end exclusive, in order."""
    plain = [word.plain for word in sentence]
    cuts = [0]
    for at, word in enumerate(plain):
        after = plain[at + 1] if at + 1 < len(plain) else ""
        if word in BREAKS:
            cuts.append(at + 1)
        elif word in JOINS and at and after in SUBJECTS:
            cuts.append(at)
    cuts.append(len(plain))
    found: list[tuple[int, int]] = []
    for first, last in pairwise(cuts):
        if last <= first:
            continue
        if found and (
            last - first < SHORTEST or found[-1][1] - found[-1][0] < SHORTEST
        ):
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Those words without the commas and stops around them, as offsets in the text."""
    while last - first > 1 and sentence[last - 1].plain in MARKS - {"?"}:
        last -= 1
    while last - first > 1 and sentence[first].plain in MARKS | JOINS:
        first += 1
    return sentence[first].start, sentence[last - 1].end
