"""What may come of an act, as values; `words.py` has the sentences."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why someone was not let in. A known and an unknown name are told the same."""

    WRONG = "wrong"
    WRONG_CODE = "wrong-code"
    NOT_CURRENT = "not-current"
    TOO_SOON = "too-soon"
    TOO_BUSY = "too-busy"
    OUT_OF_REACH = "out-of-reach"
    ALREADY_HERE = "already-here"
    TYPED_ELSEWHERE = "typed-elsewhere"

    @property
    def status(self) -> int:
        match self:
            case Refusal.TOO_SOON | Refusal.TOO_BUSY:
                return 429
            case Refusal.OUT_OF_REACH:
                return 503
            case _:
                return 403


class Refused(Exception):
    """An act of someone at the door was not done."""

    def __init__(self, why: Refusal, seconds: int = 0) -> None:
        self.why = why
        self.seconds = seconds


class Told(StrEnum):
    """What the settings page says once, after an act."""

    MINUTES = "minutes"
    PASSPHRASE = "passphrase"  # noqa: S105 -- the name of an act
    CODE = "code"
    LOCKED_ELSEWHERE = "locked-elsewhere"


class Again(StrEnum):
    """Why a form that was sent in an open session did nothing."""

    REFUSED = "refused"
    STALE = "stale"
    ELSEWHERE = "elsewhere"

    @property
    def status(self) -> int:
        return 503 if self is Again.REFUSED else 403
