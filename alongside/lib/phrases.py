"""Small patterns of words that anyone can read and add to, made into one search.

Words in order; ``a/b`` is one of them; ``[a/b]`` may be missing; ``word*`` has any
ending; ``..`` is up to four words; ``!a/b`` is none of them; ``{name}`` is one of the
words of that name. A text to be searched has one blank between its words, and one at
each end.
"""

import re
from collections.abc import Iterable, Mapping

GAP = r"(?:\S+ ){0,4}?"


def search_for(phrases: Iterable[str], *, named: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("(?<= )(?:" + "|".join(_read(p, named) for p in phrases) + ")")


def _read(phrase: str, named: Mapping[str, str]) -> str:
    return "".join(_part(part, named) for part in phrase.split())


def _part(part: str, named: Mapping[str, str]) -> str:
    match part[0], part[1:]:
        case ".", ".":
            return GAP
        case "[", rest:
            return f"(?:{_part(rest.removesuffix(']'), named)})?"
        case "!", rest:
            return f"(?!{_part(rest, named)})"
        case "{", rest:
            return _part(named[rest.removesuffix("}")], named)
    words = re.escape(part).replace(r"\*", "[a-z0-9]*").replace("/", "|")
    return f"(?:{words}) "
