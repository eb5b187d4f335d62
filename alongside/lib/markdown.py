"""A text of ours: TOML between two `+++` lines, then Markdown with one sentence a line.

    +++
    title = "…"
    checked_on = 2026-11-23
    …
    +++
    Naloxone can bring back breathing. [^label]

`[^label]` names one of the sources in the front matter. A line that is only a word in
braces, `{steps}`, is a directive: the room puts something of its own there. Nothing
here knows rooms, files or HTML.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

FENCE = "+++"
# Adults read plain prose at about 240 words a minute; someone afraid reads slower.
WORDS_A_MINUTE = 180
REFERENCE = re.compile(r"\s?\[\^([a-z0-9-]+)\]")
DIRECTIVE = re.compile(r"^\{([a-z]+)\}$", re.MULTILINE)
HEADING = re.compile(r"^## ", re.MULTILINE)
# A closing quotation mark belongs to the sentence before it.
SENTENCE_ENDS = re.compile(r"[.!?…][”’)]*(?=\s+)")


class Unreadable(ValueError):
    """The front matter is missing, or not what it has to be. Says what is wrong."""


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where claims come from.

    `key` is its name in the text. `by` is who says it, `name` what it is. `days` is how
    long its facts count as current after the day they were checked. `seen` is whether
    the source, or an excerpt of it, was opened on that day.
    """

    key: str
    by: str
    name: str
    url: str
    days: int
    seen: bool


class Next(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to do after reading: a URL name with its arguments, the words, and the why."""

    to: str
    words: str
    why: str


class FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a text. `reviewed` is empty until a clinician has signed it.

    `tab` is a short title without a word about drugs: it stays in a browser's history.
    `order` is the place of the text in the list of its room, lowest first, and `icon`
    the name of its picture there.
    """

    title: str
    tab: str
    summary: str
    checked_on: date
    review_due: date
    sources: tuple[Source, ...]
    next: Next
    order: int = 0
    icon: str = "book-open"
    reviewed: date | None = None

    def is_current(self, today: date) -> bool:
        """Whether the day to check it again is still to come."""
        return today < self.review_due

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who the sources are, each named once, in their order."""
        return tuple(dict.fromkeys(source.by for source in self.sources))


@dataclass(frozen=True)
class Text:
    """One text: what is known of it, and its Markdown."""

    front: FrontMatter
    body: str

    @property
    def minutes(self) -> int:
        """How long reading takes; never less than one minute."""
        words = sum(len(block.split()) for block in prose(self.body))
        return max(1, round(words / WORDS_A_MINUTE))


@dataclass(frozen=True)
class Part:
    """A stretch of a text: Markdown, or the name of a directive."""

    markdown: str = ""
    directive: str = ""


@lru_cache(maxsize=256)
def split(text: str) -> Text:
    """The text in its two halves. Raises `Unreadable`."""
    opening, _, rest = text.partition("\n")
    front, fence, body = rest.partition(f"\n{FENCE}\n")
    if opening != FENCE or not fence:
        raise Unreadable("The text has to begin with TOML between two lines of +++.")
    try:
        known = msgspec.convert(tomllib.loads(front), FrontMatter)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as wrong:
        raise Unreadable(f"The front matter does not hold: {wrong}") from wrong
    return Text(known, body.strip() + "\n")


def parts(body: str) -> tuple[Part, ...]:
    """The body cut at its directives, in order, without empty stretches."""
    pieces = DIRECTIVE.split(body)
    found = []
    for place, piece in enumerate(pieces):
        # re.split with one group gives text, name, text, name, … text.
        if place % 2:
            found.append(Part(directive=piece))
        elif piece.strip():
            found.append(Part(markdown=piece.strip() + "\n"))
    return tuple(found)


def sections(body: str) -> list[str]:
    """The body cut before each second-level heading; the opening comes first."""
    starts = [0, *(match.start() for match in HEADING.finditer(body)), len(body)]
    cuts = [body[start:end] for start, end in pairwise(starts)]
    return [cut for cut in cuts if cut.strip()]


def headings(body: str) -> list[str]:
    """The second-level headings, in order."""
    found = [section for section in sections(body) if HEADING.match(section)]
    return [prose(section)[0] for section in found]


def slug(heading: str) -> str:
    """What an address may call a heading."""
    return "-".join(re.findall(r"[^\W_]+", heading.lower().replace("’", "")))


def prose(body: str) -> list[str]:
    """The words that are read, block by block: headings, paragraphs, list lines, cells.

    Marks, link addresses, references and directives are left out; lines stay lines.
    """
    plain = REFERENCE.sub("", DIRECTIVE.sub("", body))
    blocks = ["".join(_said(token)).strip() for token in _inline(plain)]
    return [block for block in blocks if block]


def sentences(block: str) -> list[str]:
    """The sentences of a block of plain words; a line break ends one too."""
    cut = SENTENCE_ENDS.sub(lambda end: f"{end.group()}\n", block)
    return [line.strip() for line in cut.splitlines() if line.strip()]


def references(body: str) -> list[str]:
    """The keys of the sources named in the text, in order, with repeats."""
    return REFERENCE.findall(body)


def links(body: str) -> list[str]:
    """The addresses the text links to, in order."""
    return [
        str(child.attrs["href"])
        for token in _inline(body)
        for child in token.children or []
        if child.type == "link_open"
    ]


def parser() -> MarkdownIt:
    """CommonMark with tables. HTML in a text stays text."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _inline(body: str) -> Iterator[Token]:
    return (token for token in parser().parse(body) if token.type == "inline")


def _said(token: Token) -> Iterator[str]:
    for child in token.children or []:
        yield "\n" if child.type in {"softbreak", "hardbreak"} else child.content
