"""How many years of school a short text asks for: the Flesch-Kincaid grade (1975).

Syllables are counted by groups of vowels, which is right for most short English words;
`tests` hold it beside textstat.
"""

import re

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?\u2026]+(?:\s|$)")
VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """The grade of a text; 0 for one without words."""
    words = WORD.findall(text)
    if not words:
        return 0.0
    count = max(1, len(SENTENCE_END.findall(text)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / count + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    plain = word.casefold().replace("'", "")
    groups = len(VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    if plain.endswith("ed") and not plain.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups)
