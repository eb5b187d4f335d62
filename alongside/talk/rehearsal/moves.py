"""What one line is to them: which act, from the coach's reading and from the words.

A copy, a heap of words, a heap of questions or praise for anyone is known here, before
anything is paid for it.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from alongside.coach.kinds import Credit, Mark, Reading
from alongside.lib import phrases, typed
from alongside.talk.rehearsal.kinds import Act

HEARD = Path(__file__).resolve().parents[3] / "content" / "en" / "talk" / "heard.toml"

LONG = 45
MUCH_TOO_LONG = 90
# Two lines are nearly the same if they share this much of their words.
NEARLY = 0.75
FEWEST_TO_COMPARE = 3
STACKED = 3
LONGEST_WORD = 24
FEWEST_TO_JUDGE = 4
FEWEST_FRESH = 0.4
MOST_TONE = 2
# What can be heard in a text however long; the rest is only counted.
LISTENED_TO = 4_000

ALIKE: dict[Act, frozenset[Mark]] = {
    Act.HURT: frozenset({Mark.LABEL, Mark.BLAME, Mark.DISMISSAL, Mark.GUILT}),
    Act.CORNERED: frozenset({Mark.ACCUSATION, Mark.INTERROGATION, Mark.GENERALISATION}),
    Act.PUSHED: frozenset({Mark.COMMAND, Mark.ULTIMATUM, Mark.THREAT}),
}
# What they answer to first, where a line holds several things that help.
ANSWERED: tuple[tuple[Act, frozenset[Credit]], ...] = (
    (Act.OFFERED, frozenset({Credit.OFFER})),
    (Act.ASKED, frozenset({Credit.OPEN_QUESTION})),
    (Act.OWNED, frozenset({Credit.RESPONSIBILITY})),
    (Act.FREE, frozenset({Credit.AUTONOMY})),
    (Act.SEEN, frozenset({Credit.UNDERSTANDING, Credit.AFFIRMATION})),
    (Act.TOLD, frozenset({Credit.FEELING, Credit.OBSERVATION, Credit.I_STATEMENT})),
    (Act.LOVED, frozenset({Credit.CARE})),
)
# Something of oneself or for them; a line with one of these is more than a question.
GIVING = frozenset(Credit) - {Credit.OPEN_QUESTION}


@dataclass(frozen=True)
class Move:
    """One line, understood. `tone` goes from -2 (an edge) to 2 (warm)."""

    text: str
    plain: tuple[str, ...]
    act: Act
    reading: Reading
    count: int
    tone: int = 0
    stops: bool = False
    forced: bool = False
    only_asks: bool = False

    @property
    def marks(self) -> frozenset[Mark]:
        return frozenset(mark.kind for mark in self.reading.marks)

    @property
    def credits(self) -> frozenset[Credit]:
        return frozenset(credit.kind for credit in self.reading.credits)

    @property
    def harms(self) -> bool:
        return bool(self.reading.marks) or self.forced

    def as_act(self, act: Act) -> "Move":
        """The same line, taken as another act."""
        return replace(self, act=act)


def understand(text: str, reading: Reading, before: Sequence[Move]) -> Move:
    """What a line is to them, after the lines before it."""
    sentences = typed.sentences(text[:LISTENED_TO])
    words = tuple(word for said in sentences for word in said if word != ",")
    line = f" {' '.join(words)} "
    kinds = {credit.kind for credit in reading.credits}
    move = Move(
        text=text,
        plain=words,
        act=Act.PLAIN,
        reading=reading,
        count=len(text.split()),
        tone=_tone(line, text),
        stops=_hears("stop", line) and not reading.marks,
        forced=_hears("forced", line),
        only_asks="?" in text and not kinds & GIVING,
    )
    act = _nothing(move) or _known(move, before) or _too_much(move, before)
    return move.as_act(act or _harming(move) or _helping(move, line))


def _nothing(move: Move) -> Act | None:
    """Silence, or a text in which nothing is said."""
    if not any(each.isalnum() for each in move.text):
        return Act.SILENCE
    words, fresh = move.plain, set(move.plain)
    letters = [word for word in words if not word.isdigit()]
    if not letters or max(map(len, words)) > LONGEST_WORD:
        return Act.GAP
    if len(words) >= FEWEST_TO_JUDGE and (
        not (fresh & _common() or move.reading.credits or move.reading.marks)
        or len(fresh) < FEWEST_FRESH * min(len(words), _ENOUGH_WORDS)
    ):
        return Act.GAP
    no_vowel = not any(set(word) & set("aeiouy") for word in letters)
    return Act.GAP if no_vowel else None


# A long text says its small words again and again, and is no heap for that.
_ENOUGH_WORDS = 40


def _known(move: Move, before: Sequence[Move]) -> Act | None:
    """The same line again, or nearly."""
    return Act.AGAIN if any(alike(move, each) for each in before) else None


def alike(one: Move, other: Move) -> bool:
    """Whether two lines are the same, or nearly."""
    if one.plain == other.plain:
        return True
    first, second = set(one.plain), set(other.plain)
    if min(len(first), len(second)) < FEWEST_TO_COMPARE:
        return False
    return len(first & second) >= NEARLY * len(first | second)


def _too_much(move: Move, before: Sequence[Move]) -> Act | None:
    """More words or questions than anyone can answer."""
    if move.count > MUCH_TOO_LONG and not move.reading.marks:
        return Act.LONG
    row = [each.only_asks for each in before[-2:]]
    third = move.only_asks and len(row) == STACKED - 1 and all(row)
    if (third or _questions(move.text) >= STACKED) and not move.reading.marks:
        return Act.MANY
    return None


def _harming(move: Move) -> Act | None:
    if not move.harms:
        return None
    if move.reading.credits and move.reading.marks:
        return Act.MIXED
    for mark in move.reading.marks:
        return next(act for act, marks in ALIKE.items() if mark.kind in marks)
    return Act.PUSHED


def _helping(move: Move, line: str) -> Act:
    if move.stops:
        return Act.STOP
    kinds = move.credits
    if (
        _hears("praise", line)
        and not _hears("moment", line)
        and kinds <= {Credit.AFFIRMATION, Credit.CARE}
    ):
        return Act.FLATTERY
    return next((act for act, wanted in ANSWERED if kinds & wanted), Act.PLAIN)


def _tone(line: str, text: str) -> int:
    """Warmth less edge; a text in capitals or with many cries has an edge."""
    warm = len(_said("warm").findall(line))
    harsh = len(_said("harsh").findall(line))
    letters = [each for each in text if each.isalpha()]
    shouts = (
        len(letters) > LONG // 3 and sum(map(str.isupper, letters)) > len(letters) / 2
    )
    harsh += shouts + (text.count("!") >= STACKED)
    return max(-MOST_TONE, min(MOST_TONE, warm - harsh))


def _questions(text: str) -> int:
    return len(re.findall(r"\w[^\w?]*\?", text))


def _hears(what: str, line: str) -> bool:
    return bool(_said(what).search(line))


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(HEARD.read_text(encoding="utf-8"))


@cache
def _said(what: str) -> re.Pattern[str]:
    return phrases.search_for(_lists()[what], named={})


@cache
def _common() -> frozenset[str]:
    return frozenset(_lists()["common"])
