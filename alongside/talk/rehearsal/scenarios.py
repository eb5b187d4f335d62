"""The situations that can be rehearsed, as files that anyone can review.

One is `content/en/talk/rehearsals/<name>.toml`; reading these files is the job of this
module. A file that is not clear is refused as a whole, and the message says where.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from alongside.talk.rehearsal.kinds import Act, Band, Ending, Flag, Temper
from alongside.talk.rehearsal.state import State

FOLDER = Path(__file__).resolve().parents[3] / "content" / "en" / "talk" / "rehearsals"
FEWEST_REPLIES = 60
FEWEST_OF_AN_ACT = 2
FEWEST_PAIRS = 3
ANY = "any"


class ScenarioUnclear(Exception):
    """A file says something that cannot be used: which file, where, and what."""


class NoSuchScenario(Exception):
    """There is no situation of that name. Says which there are."""


class Tips(Struct, frozen=True, forbid_unknown_fields=True):
    """What to watch for."""

    watch: tuple[str, ...]


class Mood(Struct, frozen=True, forbid_unknown_fields=True):
    """A temperament: its name, and what is different at the start."""

    name: str
    guardedness: int = 0
    openness: int = 0
    energy: int = 0
    opening: str = ""


class Reply(Struct, frozen=True, forbid_unknown_fields=True):
    """What they say or do, to what, in which temper and how guarded."""

    when: Act
    text: str
    tempers: frozenset[Temper] = field(name="temper", default=frozenset(Temper))
    bands: frozenset[Band] = field(name="band", default=frozenset(Band))


class Close(Struct, frozen=True, forbid_unknown_fields=True):
    """What happens at the end, and one sentence to learn from it."""

    when: Ending
    text: str
    say: str


class Pair(Struct, frozen=True, forbid_unknown_fields=True):
    """The same said in a stronger and in a weaker way."""

    strong: str
    weak: str
    why: str


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One situation, whole."""

    id: str
    title: str
    who: str
    setting: str
    note: str
    aim: str
    opening: str
    start: State
    tips: Tips
    tempers: dict[Temper, Mood]
    replies: tuple[Reply, ...] = field(name="reply")
    endings: tuple[Close, ...] = field(name="ending")
    pairs: tuple[Pair, ...] = field(name="line")
    flags: frozenset[Flag] = frozenset()

    def begins(self, temper: Temper) -> State:
        """How they are before the first line."""
        mood = self.tempers[temper]
        return self.start.moved(mood.guardedness, mood.openness, mood.energy)

    def first_words(self, temper: Temper) -> str:
        return self.tempers[temper].opening or self.opening

    def close(self, ending: Ending) -> Close:
        return next(close for close in self.endings if close.when is ending)


@cache
def names() -> tuple[str, ...]:
    """The situations there are, by their ids."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def find(name: str) -> Scenario:
    """The situation of that id. NoSuchScenario says which there are."""
    if name not in names():
        raise NoSuchScenario(", ".join(names()))
    file = FOLDER / f"{name}.toml"
    return parse(file.read_text(encoding="utf-8"), named=name)


@cache
def everywhere() -> tuple[Scenario, ...]:
    """All of them; the first talk stands first."""
    first = sorted(names(), key=lambda name: (name != "first-talk", name))
    return tuple(find(name) for name in first)


def parse(text: str, *, named: str) -> Scenario:
    """A situation from its text. ScenarioUnclear names the file and the place."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioUnclear(f"{named}: {error}") from None
    try:
        written["tempers"] = {
            name: _lifted(mood) for name, mood in written.get("tempers", {}).items()
        }
        written["reply"] = [_spread(row) for row in written.get("reply", [])]
        scenario = msgspec.convert(written | {"id": named}, Scenario)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        place = f", {where.strip('.`')}" if where else ""
        raise ScenarioUnclear(f"{named}{place}: {what}") from None
    if faults := list(_faults(scenario)):
        raise ScenarioUnclear(f"{named}: {'; '.join(faults)}")
    return scenario


def _lifted(mood: Any) -> Any:
    """The adjustments of a temper may stand in a table of their own, `start`."""
    if not isinstance(mood, dict) or not isinstance(mood.get("start"), dict):
        return mood
    return {key: said for key, said in mood.items() if key != "start"} | mood["start"]


def _spread(row: dict[str, Any]) -> dict[str, Any]:
    """“any” is each of them; a single name is a list of one."""
    spread = dict(row)
    for name, every in (("temper", Temper), ("band", Band)):
        said = row.get(name, ANY)
        listed = [said] if isinstance(said, str) else said
        spread[name] = list(every) if ANY in listed else listed
    return spread


def _faults(scenario: Scenario) -> Iterator[str]:
    """What only the whole file can tell."""
    texts = [reply.text.strip() for reply in scenario.replies]
    if len(texts) < FEWEST_REPLIES:
        yield f"there are {len(texts)} replies, at least {FEWEST_REPLIES} are needed"
    yield from (
        f"this reply is there twice: {t}" for t in set(texts) if texts.count(t) > 1
    )
    if "" in texts:
        yield "a reply is empty"
    for act in Act:
        own = [reply for reply in scenario.replies if reply.when is act]
        if len(own) < FEWEST_OF_AN_ACT:
            yield f"there are {len(own)} replies to “{act}”"
        for temper in Temper:
            if not any(temper in reply.tempers for reply in own):
                yield f"nothing answers “{act}” when they are {temper}"
    yield from (
        f"the temper {t} is missing" for t in Temper if t not in scenario.tempers
    )
    ends = [close.when for close in scenario.endings]
    yield from (
        f"there has to be one ending “{e}”" for e in Ending if ends.count(e) != 1
    )
    if len(scenario.pairs) < FEWEST_PAIRS:
        yield f"there are {len(scenario.pairs)} pairs of lines, {FEWEST_PAIRS} are needed"
    for name in ("title", "who", "setting", "note", "aim", "opening"):
        if not getattr(scenario, name).strip():
            yield f"{name} is empty"
    if scenario.start != scenario.start.moved(0, 0, 0):
        yield "start: each number lies between 0 and 100"
