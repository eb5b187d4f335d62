"""What the page of lines shows: whom to ring first, and whom for what.

Dangers come first and each is complete in itself, because a reader may be sent straight
to one of them. A line that is not confirmed comes after those that are, and no line
that is not sure claims to be open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alongside.helpline import lines
from alongside.helpline.hours import Opening
from alongside.helpline.lines import Freshness, Kind, Language, Line
from alongside.helpline.packs import Pack

# A short list is read; a long one is scrolled past.
SHORT = 3


class Subject(StrEnum):
    """A part of the page. Its value is its anchor: `/call/#suicide`."""

    OVERDOSE = "overdose"
    SUICIDE = "suicide"
    VIOLENCE = "violence"
    CHILD = "child"
    MEDICAL = "medical"
    DRUGS = "drugs"
    FAMILY = "family"
    ALONE = "alone"
    BEREAVED = "bereaved"
    PREGNANCY = "pregnancy"


DANGERS = frozenset(
    {
        Subject.OVERDOSE,
        Subject.SUICIDE,
        Subject.VIOLENCE,
        Subject.CHILD,
        Subject.MEDICAL,
    }
)
# Here an ambulance comes before any line.
AMBULANCE_FIRST = frozenset({Subject.OVERDOSE, Subject.MEDICAL})

KINDS: dict[Subject, tuple[Kind, ...]] = {
    Subject.OVERDOSE: (),
    Subject.SUICIDE: (Kind.SUICIDE,),
    Subject.VIOLENCE: (Kind.VIOLENCE,),
    Subject.CHILD: (Kind.CHILD,),
    Subject.MEDICAL: (Kind.POISON,),
    Subject.DRUGS: (Kind.DRUGS,),
    Subject.FAMILY: (Kind.FAMILY,),
    Subject.ALONE: (Kind.ALONE,),
    Subject.BEREAVED: (Kind.BEREAVED,),
    Subject.PREGNANCY: (Kind.PREGNANCY,),
}


@dataclass(frozen=True)
class Shown:
    """A line as it may be shown today. `opening` is None where we do not vouch for it."""

    line: Line
    freshness: Freshness
    opening: Opening | None

    @property
    def is_sure(self) -> bool:
        return self.freshness is Freshness.SURE

    @property
    def is_dated(self) -> bool:
        return self.freshness is Freshness.DATED

    @property
    def offers_spanish(self) -> bool:
        return Language.ES in self.line.languages


@dataclass(frozen=True)
class Section:
    """One part of the page, and whom to ring there, in that order."""

    subject: Subject
    lines: tuple[Shown, ...]

    @property
    def is_danger(self) -> bool:
        return self.subject in DANGERS

    @property
    def ambulance_first(self) -> bool:
        """Whether the emergency number comes before the lines, or is the only one."""
        ambulance = self.subject in AMBULANCE_FIRST or not reachable(self.lines)
        return self.is_danger and ambulance

    @property
    def first(self) -> tuple[Shown, ...]:
        """The one line to ring, before any words; none where an ambulance comes first."""
        return () if self.ambulance_first else self.lines[:1]

    @property
    def others(self) -> tuple[Shown, ...]:
        return self.lines if self.ambulance_first else self.lines[1:]


def first_lines(pack: Pack, today: date, *, host: Line | None = None) -> list[Line]:
    """The short list for a front page: at most three, the host's own first if sure.

    Never empty where the pack has a living line that a phone can reach.
    """
    chosen = list(pack.first_ones)
    if not any(line.can_be_reached for line in chosen):
        chosen += [line for line in pack.lines if line.can_be_reached]
    if host and lines.freshness(host, today) is Freshness.SURE:
        return [host, *chosen][:SHORT]
    return [*chosen[: SHORT - 1], host] if host else chosen[:SHORT]


def reachable(some: Iterable[Shown]) -> bool:
    """Whether a phone alone is enough to reach anyone of them."""
    return any(shown.line.can_be_reached for shown in some)


def sections(pack: Pack, at: datetime, today: date) -> list[Section]:
    """The parts of the page for a country. Dangers always; others where there are lines."""
    found = []
    for subject, kinds in KINDS.items():
        about = [each for kind in kinds for each in lines.for_kind(pack.lines, kind)]
        section = Section(subject, shown(dict.fromkeys(about), at, today))
        if section.lines or section.is_danger:
            found.append(section)
    return found


def shown(some: Iterable[Line], at: datetime, today: date) -> tuple[Shown, ...]:
    """Lines as they may be shown today; those not confirmed last, the dead left out."""
    living = [_shown(line, at, today) for line in some if not line.dead]
    return tuple(
        sorted(living, key=lambda each: each.freshness is Freshness.NOT_CONFIRMED)
    )


def _shown(line: Line, at: datetime, today: date) -> Shown:
    fresh = lines.freshness(line, today)
    sure = fresh is Freshness.SURE
    return Shown(line, fresh, lines.open_now(line, at) if sure else None)
