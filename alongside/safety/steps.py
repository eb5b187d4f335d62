"""The overdose steps as their one source says them, in English and Spanish side by side.

`read` takes the words of `content/safety/overdose.toml`; whoever shows the steps (`/now`,
`/ahora`, their prints, a guide, a drill) reads them here. An unknown key, a language that
is missing or a source that nobody names is refused with ValueError: half a text about an
overdose is worse than none.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec
from msgspec import Struct


class Language(StrEnum):
    EN = "en"
    ES = "es"


class Picture(StrEnum):
    SPRAY = "spray"
    SIDE = "side"


class Timer(StrEnum):
    BEAT = "beat"
    WAIT = "wait"


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """What one step says in one language. `first` is a list that stands above the rest.

    Words between two stars are strong. `{call}` is left for whoever knows the country.
    """

    heading: str = ""
    say: str = ""
    first: tuple[str, ...] = ()
    picture_says: str = ""
    sentences: tuple[str, ...] = ()


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to do, where that comes from, and when its sources were read.

    A note that holds in one country names it.
    """

    id: str
    sources: tuple[str, ...]
    checked_on: date
    review_due: date
    en: Words
    es: Words
    picture: Picture | None = None
    timer: Timer | None = None
    country: str = ""

    def words(self, language: Language) -> Words:
        return self.en if language is Language.EN else self.es

    def is_overdue(self, today: date) -> bool:
        return today >= self.review_due


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    url: str
    year: int | None = None


class Region(Struct, frozen=True, forbid_unknown_fields=True):
    """An emergency number, and where it is one, for readers whose country is unknown."""

    number: str
    countries: tuple[str, ...]
    en: str
    es: str

    def name(self, language: Language) -> str:
        return self.en if language is Language.EN else self.es


class Around(Struct, frozen=True, forbid_unknown_fields=True):
    """The short words around the steps: bars, links, and what nobody has signed yet."""

    title: str
    bar: str
    leave: str
    call: str
    call_local: str
    numbers: str
    beat: str
    breathe: str
    wait: str
    minutes: str
    again: str
    other: str
    more_help: str
    home: str
    print: str
    address: str
    kit: str
    unreviewed: str
    sources: str
    checked: str
    overdue: str
    care: str
    date_form: str
    months: tuple[str, ...]

    def day(self, day: date) -> str:
        """A day as this language writes it."""
        month = self.months[day.month - 1]
        return self.date_form.format(day=day.day, month=month, year=day.year)


class Emergency(Struct, frozen=True, forbid_unknown_fields=True):
    """What to check, what to do in which order, and what never to do."""

    page: dict[Language, Around]
    region: tuple[Region, ...]
    check: Step
    step: tuple[Step, ...]
    never: Step
    note: tuple[Step, ...]
    source: dict[str, Source]

    def everything(self) -> Iterator[Step]:
        """All that is said, in the order of the page."""
        yield from (self.check, *self.step, self.never, *self.note)

    def checked_on(self) -> date:
        """The day since which every source has been read again."""
        return min(step.checked_on for step in self.everything())

    def notes_for(self, country: str) -> list[Step]:
        return [note for note in self.note if note.country == country]

    def fingerprint(self) -> str:
        """The SHA-256 of what a reader is told to do, in both languages and in order.

        A clinician's signature is bound to it. Dates and sources are not in it: reading
        a source again changes no word.
        """
        told = [(step.id, step.picture, step.en, step.es) for step in self.everything()]
        return hashlib.sha256(msgspec.json.encode(told)).hexdigest()


def read(text: str) -> Emergency:
    """The steps that a source file says. Raises ValueError for half a text."""
    emergency = msgspec.toml.decode(text, type=Emergency)
    if set(emergency.page) != set(Language):
        raise ValueError("The words around the steps are missing in a language.")
    named = {key for step in emergency.everything() for key in step.sources}
    if named != set(emergency.source):
        raise ValueError(
            f"Sources named or listed alone: {named ^ set(emergency.source)}"
        )
    return emergency
