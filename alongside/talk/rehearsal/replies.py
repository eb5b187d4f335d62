"""Which reply they give: chosen by what was said now and before, never by dice.

No text comes back before all that fits was used, and the same line never gets the
same reply twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from alongside.talk.rehearsal.kinds import Act, Band, Temper
from alongside.talk.rehearsal.scenarios import Scenario


@dataclass(frozen=True)
class Cell:
    """What a reply answers: in which temper, how guarded, and to what."""

    temper: Temper
    band: Band
    act: Act


def choose(
    scenario: Scenario,
    cell: Cell,
    *,
    used: Sequence[str],
    told: Iterable[str],
    history: Iterable[str],
) -> str:
    """The reply to the last line of `history`.

    `used` are the replies of this run so far, oldest first; `told` are those that were
    given to the same line before.
    """
    mine = digest([scenario.id, cell.temper, cell.act, *history])
    told = frozenset(told)
    for pool in _pools(scenario, cell):
        if fresh := [text for text in pool if text not in used]:
            return fresh[mine % len(fresh)]
    longest_ago = [text for text in dict.fromkeys(used) if text not in told]
    own = frozenset(fitting(scenario, cell))
    again = [text for text in longest_ago if text in own] or longest_ago
    return again[0] if again else used[0]


def fitting(scenario: Scenario, cell: Cell) -> list[str]:
    """The replies of one cell, in the order of the file."""
    return [
        reply.text
        for reply in scenario.replies
        if reply.when is cell.act
        and cell.temper in reply.tempers
        and cell.band in reply.bands
    ]


def _pools(scenario: Scenario, cell: Cell) -> Iterator[list[str]]:
    """The cell itself; then the nearest: any guard, then what answers any line."""
    yield fitting(scenario, cell)
    for act in dict.fromkeys((cell.act, *NEAREST.get(cell.act, ()))):
        yield [
            reply.text
            for reply in scenario.replies
            if reply.when is act and cell.temper in reply.tempers
        ]


# Where all of a cell was said, a reply to something near it is better than an old one.
NEAREST: dict[Act, tuple[Act, ...]] = {
    Act.HURT: (Act.CORNERED, Act.MIXED),
    Act.CORNERED: (Act.HURT, Act.MIXED),
    Act.PUSHED: (Act.CORNERED, Act.MIXED),
    Act.MIXED: (Act.CORNERED,),
    Act.LOVED: (Act.TOLD, Act.PLAIN),
    Act.TOLD: (Act.PLAIN,),
    Act.OWNED: (Act.SEEN,),
    Act.SEEN: (Act.TOLD,),
    Act.FREE: (Act.SEEN,),
    Act.FLATTERY: (Act.PLAIN,),
    Act.GAP: (Act.AGAIN,),
    Act.AGAIN: (Act.GAP, Act.PLAIN),
    Act.SILENCE: (Act.GAP,),
    Act.MANY: (Act.LONG,),
    Act.LONG: (Act.MANY,),
    Act.TIRED: (Act.STOP,),
}


def digest(words: Iterable[str]) -> int:
    """A number that is the same for the same words, on every machine."""
    said = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=8).digest())
