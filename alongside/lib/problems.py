"""What is wrong with an installation, said so that a host can mend it.

A check returns problems, never raises them: one fault must not hide the next.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a problem stops."""

    WARNING = "warning"  # nothing is closed; the host is told
    CLOSED = (
        "closed"  # the private part stays closed; help without an account serves on
    )


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong here: what it is, and what mends it.

    `id` is a stable name such as `journal.not_durable`, kept for scripts and documents.
    `what` and `mend` are whole sentences in English, for whoever runs the server; they
    never hold a path of a page, a name or anything a person wrote.
    """

    id: str
    level: Level
    what: str
    mend: str

    @property
    def closes(self) -> bool:
        """Whether the private part must stay closed until this is mended."""
        return self.level is Level.CLOSED
