"""The numbers that a page needs when nothing else answers, read from a country's lines.

`content/lines/<country>.toml` belongs to the helpline, which shows all of it. Here is only
what is kept on a phone: the emergency number, and the lines that the country names first.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

# A phone number grows old in 90 days (content/lines); after that it is not shown as sure.
FRESH = timedelta(days=90)
EMERGENCY = re.compile(r"[0-9]{3}")


@dataclass(frozen=True)
class Line:
    """Who answers, for what, when (if it is said), and the day this was last seen."""

    name: str
    about: str
    number: str
    hours: str
    checked_on: date

    @property
    def dialled(self) -> str:
        """The number as a phone takes it: digits alone."""
        return re.sub(r"\D", "", self.number)

    def is_fresh(self, today: date) -> bool:
        return today < self.checked_on + FRESH


@dataclass(frozen=True)
class Country:
    code: str
    emergency: str
    lines: tuple[Line, ...]


def read(pack: str) -> Country:
    """What a country's file says. Raises ValueError where its emergency number is none."""
    said = tomllib.loads(pack)
    number = str(said["emergency"]["number"])
    if not EMERGENCY.fullmatch(number):
        raise ValueError(f"The emergency number of {said['country']} is {number!r}.")
    return Country(str(said["country"]), number, tuple(_first(said)))


def _first(said: Mapping[str, Any]) -> Iterator[Line]:
    """The lines named first, in that order; then where to ask about a swallowed drug."""
    # A phone that is offline cannot look anything up: only what is confirmed, and alive.
    lines = {
        line["id"]: line
        for line in said["line"]
        if line.get("numbers")
        and line["confidence"] != "medium"
        and not line.get("dead")
    }
    poison = [name for name, line in lines.items() if "poison" in line["for"]]
    for name in dict.fromkeys([*said["first"], *poison]):
        if line := lines.get(name):
            yield Line(
                name=line["name"],
                about=line["about"],
                number=line["numbers"][0],
                hours=line.get("hours_words", ""),
                checked_on=_day(line["checked_on"]),
            )


def _day(said: date | str) -> date:
    """A day; the first of its month where only the month is known."""
    return said if isinstance(said, date) else date.fromisoformat(f"{said}-01")
