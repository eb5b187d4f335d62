"""How they are: three whole numbers from 0 to 100, and which way it is going."""

from msgspec import Struct

from alongside.talk.rehearsal.kinds import Band, Level

MOST = 100
CLOSED_FROM = 67
WARY_FROM = 34
# Momentum goes from -2 (against) over 0 to 2 (towards).
FARTHEST = 2


class State(Struct, frozen=True, forbid_unknown_fields=True):
    """How guarded they are, how open, and how much they can still take."""

    guardedness: int
    openness: int
    energy: int
    momentum: int = 0

    def moved(
        self, guardedness: int, openness: int, energy: int, momentum: int = 0
    ) -> "State":
        """The same with these changes, none of it beyond its ends."""
        return State(
            _within(self.guardedness + guardedness),
            _within(self.openness + openness),
            _within(self.energy + energy),
            max(-FARTHEST, min(FARTHEST, self.momentum + momentum)),
        )

    @property
    def band(self) -> Band:
        if self.guardedness >= CLOSED_FROM:
            return Band.CLOSED
        return Band.WARY if self.guardedness >= WARY_FROM else Band.OPEN

    @property
    def open_by(self) -> Level:
        return _level(self.openness)

    @property
    def strength(self) -> Level:
        return _level(self.energy)

    @property
    def ease(self) -> int:
        """Openness less guardedness: by this two moments can be compared."""
        return self.openness - self.guardedness


def _within(value: int) -> int:
    return max(0, min(MOST, value))


def _level(value: int) -> Level:
    if value >= CLOSED_FROM:
        return Level.MUCH
    return Level.SOME if value >= WARY_FROM else Level.LOW
