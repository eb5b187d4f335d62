"""What a line is, how sure we are of it on a day, and whether anyone answers now.

Values come from the country packs in `content/lines` (see `packs`). The day and the
moment are always arguments: nothing here knows what time it is.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from msgspec import Struct, field

from alongside.helpline.hours import Hours, Opening

# Numbers die quietly, so each is looked at again four times a year (docs/adr/0011).
CHECKED_EVERY = timedelta(days=90)


class Kind(StrEnum):
    """What someone rings about."""

    SUICIDE = "suicide"
    VIOLENCE = "violence"
    CHILD = "child"
    POISON = "poison"
    DRUGS = "drugs"
    FAMILY = "family"
    ALONE = "alone"
    BEREAVED = "bereaved"
    VETERANS = "veterans"
    LGBTQ = "lgbtq"
    NATIVE = "native"
    PREGNANCY = "pregnancy"


class Language(StrEnum):
    """A language in which people answer; `other` is through an interpreter."""

    EN = "en"
    ES = "es"
    FR = "fr"
    OTHER = "other"


class Confidence(StrEnum):
    """How well a number is known."""

    SEEN = "seen"  # read at a source on its day
    HIGH = "high"  # a well-known source, not opened again on that day
    MEDIUM = "medium"  # probably right


class Freshness(StrEnum):
    """How a line may be shown on a day."""

    SURE = "sure"
    DATED = "dated"  # past its day: with its date and a warning
    NOT_CONFIRMED = "not confirmed"  # never sure, whatever its date
    GONE = "gone"  # known to be dead: not shown


class Number(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number to ring, as it is read aloud, and where it holds if not everywhere."""

    number: str
    where: str = ""

    @property
    def address(self) -> str:
        """What dials it: the digits as they are dialled in its own country."""
        return f"tel:{digits(self.number)}"


class Texting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number to text. `send` is a word to send as it is, `say` what else to write."""

    number: str
    send: str = ""
    say: str = ""
    note: str = ""

    @property
    def address(self) -> str:
        """What opens a new message on a phone (RFC 5724)."""
        body = f"?body={self.send}" if self.send else ""
        return f"sms:{digits(self.number)}{body}"

    @property
    def words(self) -> str:
        """What to write, as a page tells it; empty where any words will do."""
        return self.send or self.say


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line: who answers, about what, how, when, and how we know.

    `source` is the page where the number can be checked. `month_only` says that only the
    month of the check is known; then `checked_on` is its first day.
    """

    id: str
    name: str
    owner: str
    kinds: tuple[Kind, ...] = field(name="for")
    about: str
    hours: Hours
    languages: tuple[Language, ...]
    source: str
    confidence: Confidence
    checked_on: date
    month_only: bool = False
    hours_words: str = ""
    numbers: tuple[str, ...] = ()
    then: str = ""
    tty: str = ""
    text: Texting | None = None
    chat: str = ""
    url: str = ""
    spanish: str = ""
    happens: str = ""
    notes: str = ""
    dead: bool = False

    @property
    def review_due(self) -> date:
        return self.checked_on + CHECKED_EVERY

    @property
    def calls(self) -> tuple[Number, ...]:
        return tuple(Number(number=number) for number in self.numbers)

    @property
    def can_be_reached(self) -> bool:
        """Whether a phone alone is enough to reach someone."""
        return not self.dead and bool(self.numbers or self.text)

    @property
    def address(self) -> str:
        """The nearest way to it: a call, else a text, else its page."""
        if self.numbers:
            return self.calls[0].address
        return self.text.address if self.text else self.url

    @property
    def goes_by(self) -> str:
        """What stands for that way: the number, or the name of the page."""
        if self.numbers:
            return self.numbers[0]
        return self.text.number if self.text else self.site

    @property
    def site(self) -> str:
        return host_of(self.url)

    @property
    def source_site(self) -> str:
        return host_of(self.source)


def digits(number: str) -> str:
    """The digits of a number, and the plus of one written for abroad."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


def host_of(address: str) -> str:
    """The name of a site, as people say it."""
    return urlsplit(address).netloc.removeprefix("www.")


def freshness(line: Line, today: date) -> Freshness:
    """How the line may be shown today. In doubt, not as sure."""
    if line.dead:
        return Freshness.GONE
    if line.confidence is Confidence.MEDIUM:
        return Freshness.NOT_CONFIRMED
    return Freshness.SURE if today < line.review_due else Freshness.DATED


def open_now(line: Line, at: datetime) -> Opening:
    """Whether anyone answers the line at a moment, on the clock of its own place."""
    return line.hours.at(at)


def for_kind(lines: Iterable[Line], kind: Kind) -> list[Line]:
    """The lines that someone may ring about this, in the order of the pack."""
    return [line for line in lines if kind in line.kinds and not line.dead]
