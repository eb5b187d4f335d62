"""Reading a text: what may land badly in it, and what is likely to help.

Rules and the small model are heard together, sentence by sentence: the model weighs what
the rules found and the words themselves. A kind is given once for a sentence, at the
words that carry it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from alongside.coach import clauses, nearest, rewording, rules, tokens
from alongside.coach.features import features, length
from alongside.coach.kinds import Credit, Credited, Mark, Marked, Reading
from alongside.coach.model import model
from alongside.coach.reasons import reasons
from alongside.coach.rules import Hit
from alongside.coach.tokens import Sentence

# Kinds that stand in a word or two; of the others the whole clause is shown.
SHORT = frozenset((Mark.LABEL, Mark.GENERALISATION))
# How many wordings are looked at before none is offered.
TRIED = 2


@dataclass(frozen=True)
class Heard:
    """One kind in one sentence, and where. `by_rule`: a rule found it."""

    kind: Mark | Credit
    start: int
    end: int
    by_rule: bool
    sentence: tuple[int, int]


def read(text: str) -> Reading:
    """The marks and credits of a text, each list in its order. Never raises."""
    heard = hear(text)
    marks = tuple(_marked(one, text) for one in heard if isinstance(one.kind, Mark))
    return Reading(
        marks, tuple(_credited(one) for one in heard if isinstance(one.kind, Credit))
    )


def hear(text: str) -> list[Heard]:
    """What is in a text, without reasons."""
    found: list[Heard] = []
    before: Sequence[Hit] = ()
    for sentence in tokens.sentences(text):
        hits = rules.hits(sentence)
        found += _hear_sentence(sentence, hits, before)
        before = hits
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))


def _hear_sentence(
    sentence: Sentence, hits: list[Hit], before: Sequence[Hit]
) -> list[Heard]:
    heard = model()
    chances = _chances(sentence, hits, before)
    whole = sentence[0].start, sentence[-1].end
    parts = clauses.clauses(sentence)
    weighed: list[dict[str, float]] = []
    found = []
    for name, least in zip(heard.kinds, heard.sure_from, strict=True):
        kind = rules.KINDS[name]
        mine = [hit for hit in hits if hit.kind is kind]
        if chances[name] < least and not any(hit.sure for hit in mine):
            continue
        if not mine and len(parts) > 1 and not weighed:
            weighed = [_weigh(sentence[first:last]) for first, last in parts]
        place = _where(parts, kind, mine, [each[name] for each in weighed])
        start, end = clauses.trimmed(sentence, *place)
        found.append(Heard(kind, start, end, bool(mine), whole))
    return found


def _weigh(clause: Sentence) -> dict[str, float]:
    return _chances(clause, rules.hits(clause))


def _chances(
    words: Sentence, hits: list[Hit], before: Sequence[Hit] = ()
) -> dict[str, float]:
    found = features(words, hits, before)
    return model().chances(found, length(found))


def _where(
    parts: list[tuple[int, int]],
    kind: Mark | Credit,
    mine: list[Hit],
    weighed: list[float],
) -> tuple[int, int]:
    """The words of a sentence that carry a kind: positions, end exclusive."""
    if not mine:
        return parts[weighed.index(max(weighed))] if weighed else parts[0]
    longest = max(mine, key=lambda hit: (hit.sure, hit.last - hit.first))
    if kind in SHORT:
        return longest.first, longest.last
    inside = [each for each in parts if each[0] < longest.last and each[1] > longest.first]  # fmt: skip
    return inside[0][0], inside[-1][1]


def _marked(one: Heard, text: str) -> Marked:
    assert isinstance(one.kind, Mark)  # noqa: S101 -- the caller chose the marks
    reason = reasons().of(one.kind)
    why = reason.why
    if not one.by_rule:
        near = nearest.example(one.kind, text[one.start : one.end])
        why = f"{why} It is close to this example: “{near}”" if near else why
    instead = _instead(one, text)
    return Marked(one.kind, one.start, one.end, why, reason.source, instead)


def _instead(one: Heard, text: str) -> str | None:
    """The first wording that has no mark, alone and in the place of these words."""
    assert isinstance(one.kind, Mark)  # noqa: S101 -- the caller chose the marks
    before = text[one.sentence[0] : one.start]
    after = text[one.end : one.sentence[1]]
    fitting = rewording.wordings(one.kind, text[one.start : one.end])
    for offered in islice(fitting, TRIED):
        if _has_mark(hear(offered)):
            continue
        alone = not (before + after).strip(" .!?,")
        there = [] if alone else hear(f"{before}{offered}{after}")
        if not any(each.kind is one.kind for each in there):
            return offered
    return None


def _has_mark(heard: list[Heard]) -> bool:
    return any(isinstance(each.kind, Mark) for each in heard)


def _credited(one: Heard) -> Credited:
    assert isinstance(one.kind, Credit)  # noqa: S101 -- the caller chose the credits
    reason = reasons().of(one.kind)
    return Credited(one.kind, one.start, one.end, reason.why, reason.source)
