"""A sample family of twelve weeks, written as people write: through a journal.

Maria and her son Sam are invented, and every page says so. `fill` wants an empty journal,
so that nobody's own notes are ever mixed with a sample.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from alongside.home.entries import (
    Kit,
    SampleMade,
    StartAnswered,
    Step,
    StepDone,
    StepPutOff,
    Using,
)
from alongside.journal.entries import Entry
from alongside.safety.entries import Limits, Safe, SafeAnswered, SafetyChecked, Told
from alongside.signs.entries import Noticed, SeenBy, Sign, Sure

if TYPE_CHECKING:
    from alongside.journal.store import Journal

WEEKS = 12
EVENING = time(19, 30, tzinfo=UTC)

# How many days ago, what was seen, and in which words.
NOTES: tuple[tuple[int, Sign, str], ...] = (
    (83, Sign.PULLED_AWAY, "Sam did not come to his aunt’s birthday."),
    (79, Sign.MOOD, "Cheerful at noon, shouting at six, asleep at seven."),
    (76, Sign.MONEY_SHORT, "Asked for forty dollars. He did not say what for."),
    (70, Sign.PLANS_DROPPED, "Missed two days of work this week."),
    (66, Sign.GOOD_MOMENT, "We cooked together and laughed about the burnt rice."),
    (
        61,
        Sign.NODDING,
        "Drifted off in the middle of a sentence. He woke when I spoke.",
    ),
    (55, Sign.THINGS_GONE, "His guitar is gone from the wall."),
    (50, Sign.FOIL, "Foil with burn marks lay on the bathroom floor."),
    (44, Sign.SMALL_PUPILS, "His pupils were tiny though the lamp was off."),
    (38, Sign.GOOD_MOMENT, "He asked how my knee was, and listened."),
    (33, Sign.BEHIND_DOORS, "An hour behind the bathroom door, twice."),
    (27, Sign.MONEY_SHORT, "The envelope for the rent was twenty dollars short."),
    (20, Sign.NODDING, "His chin sank on his chest at dinner. He answered at once."),
    (13, Sign.NALOXONE, "He told me where he keeps his own naloxone. I was glad."),
    (8, Sign.LAW, "A letter from the court about an old fine."),
    (3, Sign.GOOD_MOMENT, "He said that he is tired of it. I said that I am here."),
)
DONE: tuple[tuple[int, Step], ...] = (
    (82, Step.SIGNS),
    (77, Step.KIT),
    (69, Step.OVERDOSE_STEPS),
    (62, Step.CALL),
    (48, Step.REST),
    (36, Step.TALK),
    (21, Step.REST),
    (15, Step.MEDICINES),
    (12, Step.CALL),
)
PUT_OFF: tuple[tuple[int, Step], ...] = ((81, Step.KIT), (37, Step.CALL))
# The first answers, and those of the week in which the mother knew more.
ANSWERS: tuple[tuple[int, Using, Kit], ...] = (
    (84, Using.UNKNOWN, Kit.NO),
    (49, Using.YES, Kit.YES),
)
CHECKED = 26

Planned = tuple[int, type[Entry], dict[str, Any]]


class NotEmpty(Exception):
    """Something is written in this journal already."""


def fill(journal: "Journal", today: date) -> int:
    """Write the sample, oldest first. How many entries it has. Raises NotEmpty."""
    if any(True for _ in journal.read()):
        raise NotEmpty
    entries = sorted(_entries(today), key=lambda told: -told[0])
    for days_ago, kind, fields in entries:
        at = datetime.combine(today - timedelta(days=days_ago), EVENING)
        journal.write(kind, at=at, **fields)
    return len(entries)


def _entries(today: date) -> list[Planned]:
    def day(ago: int) -> date:
        return today - timedelta(days=ago)

    told: list[Planned] = [(WEEKS * 7, SampleMade, {})]
    for ago, using, kit in ANSWERS:
        told.append((ago, StartAnswered, {"using": using, "kit": kit}))
        told.append((ago, SafeAnswered, {"safe": Safe.YES}))
    for ago, sign, words in NOTES:
        told.append((ago, Noticed, _note(sign, day(ago), words)))
    told += [(ago, StepDone, {"step": it, "on": day(ago)}) for ago, it in DONE]
    told += [(ago, StepPutOff, {"step": it, "on": day(ago)}) for ago, it in PUT_OFF]
    check = {"on": day(CHECKED), "told": (Told.CHILDREN,), "limits": Limits.LOUD}
    told.append((CHECKED, SafetyChecked, check))
    return told


def _note(sign: Sign, on: date, words: str) -> dict[str, Any]:
    return {
        "sign": sign,
        "on": on,
        "what": f"Sample. {words}",
        "seen_by": SeenBy.ME,
        "sure": Sure.SURE,
    }
