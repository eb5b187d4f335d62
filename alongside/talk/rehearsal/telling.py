"""What moved and why, in short plain sentences. They lie in `content/en/talk/why.toml`."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from alongside.coach.kinds import Credit, Mark
from alongside.talk.rehearsal.effects import GUARDED, LINE, Part, Reason
from alongside.talk.rehearsal.state import State

SENTENCES = Path(__file__).resolve().parents[3] / "content" / "en" / "talk" / "why.toml"
LONGEST_QUOTE = 60
TOLD_AT_MOST = 3
TIRED_AT = 15


@cache
def said() -> dict[str, Any]:
    return tomllib.loads(SENTENCES.read_text(encoding="utf-8"))


def why(parts: Sequence[Part], before: State, after: State) -> str:
    """The causes with the most weight first, then where that leaves them."""
    moving = [p for p in parts if p.guardedness or p.cause is Reason.FLATTERY]
    moving.sort(key=lambda part: (part.guardedness < 0, -abs(part.guardedness)))
    harm = [part for part in moving if part.guardedness >= 0][:TOLD_AT_MOST]
    good = [part for part in moving if part.guardedness < 0][: TOLD_AT_MOST - 1]
    sentences = [said for part in _joined([*harm, *good]) for said in _of(part)]
    sentences += _around(parts, before, after)
    return " ".join(dict.fromkeys(sentences)) or str(said()["still"])


def after_end(who: str, times: int) -> tuple[str, str]:
    """The answer to a line that is said when they are gone, and why."""
    reply = said()["after_end"].format(who=who, n=times)
    return reply, said()["left"]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Causes in the same words are told once, with what they moved together."""
    joined: dict[tuple[str, bool], Part] = {}
    for part in parts:
        where = (part.words or str(part.cause), part.guardedness > 0)
        first = joined.get(where)
        together = part.guardedness + (first.guardedness if first else 0)
        joined[where] = replace(first or part, guardedness=together)
    return list(joined.values())


def _of(part: Part) -> Iterator[str]:
    words, number = _quoted(part.words), abs(part.guardedness)
    if part.guardedness > 0:
        told = said()["raised" if words else "raised_unquoted"]
        yield told.format(words=words, n=number)
    elif words:
        yield said()["lowered"].format(words=words, n=number)
    match part.cause:
        case Mark():
            yield said()["mark"][part.cause]
        case Credit():
            yield said()["credit"][part.cause]
        case Reason():
            yield said()["reason"][part.cause]


def _around(parts: Sequence[Part], before: State, after: State) -> Iterator[str]:
    """What is not about one cause: how open they are now, and what they can take."""
    moved = after.openness - before.openness
    if moved:
        yield said()["opened" if moved > 0 else "closed"].format(n=abs(moved))
    causes = {part.cause for part in parts}
    if any(part.cause is Reason.LONG and part.energy < -LINE * 3 for part in parts):
        yield said()["reason"][Reason.LONG]
    if Reason.NOT_NOW in causes:
        yield said()["reason"][Reason.NOT_NOW]
    elif before.guardedness > GUARDED and moved > 0:
        yield said()["guarded"]
    if after.energy <= TIRED_AT and Reason.STOP_NOW not in causes:
        yield said()["tired"]


def _quoted(words: str) -> str:
    """The words on one line, cut where a word ends."""
    line = " ".join(words.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
