"""Our texts as pages: the file for a language, and the HTML of its Markdown.

A text lives in `content/<language>/<room>/<slug>.md`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alongside.lib import markdown, markup
from alongside.lib.markdown import Next, Text

FALLBACK = "en"


@dataclass(frozen=True)
class Page:
    """A text that was found, and the language it is written in.

    `falls_back` is whether that is not the language that was asked for.
    """

    slug: str
    language: str
    falls_back: bool
    text: Text


@dataclass(frozen=True)
class Stretch:
    """A part of a page as it is shown: HTML, or a directive that the room fills."""

    html: SafeString
    directive: str


def find(room: str, slug: str, language: str) -> Page | None:
    """The text in that language, else in English, else nothing."""
    for spoken in dict.fromkeys([language, FALLBACK]):
        path = _folder(spoken, room) / f"{slug}.md"
        if path.is_file():
            text = markdown.split(path.read_text(encoding="utf-8"))
            return Page(slug, spoken, spoken != language, text)
    return None


def shelf(room: str, language: str) -> list[Page]:
    """Every text of a room, in the order that their front matter gives."""
    slugs = {
        path.stem
        for spoken in (language, FALLBACK)
        for path in _folder(spoken, room).glob("*.md")
    }
    pages = [page for slug in slugs if (page := find(room, slug, language))]
    return sorted(pages, key=lambda page: (page.text.front.order, page.slug))


def render(text: Text) -> list[Stretch]:
    """The text as it is shown, cut where the room has something to put in."""
    keys = tuple(source.key for source in text.front.sources)
    return [
        Stretch(html(part.markdown, keys), part.directive)
        for part in markdown.parts(text.body)
    ]


def html(text: str, keys: tuple[str, ...] = ()) -> SafeString:
    """Markdown of ours as HTML, in the language of the page."""
    said = markup.Said(_("Source"), _("leaves this site"), _("Table"))
    return _html(text, keys, said)


def address(next_one: Next) -> str:
    """Where the next thing to do is."""
    name, *arguments = next_one.to.split()
    return reverse(name, args=arguments)


# Making HTML takes ten milliseconds; the same text in the same language gives the same.
@lru_cache(maxsize=256)
def _html(text: str, keys: tuple[str, ...], said: markup.Said) -> SafeString:
    # Our own files, parsed with HTML off: nothing in them can become a tag.
    return mark_safe(markup.html(text, keys=keys, said=said))  # noqa: S308


def _folder(language: str, room: str) -> Path:
    return Path(settings.CONTENT) / language / room
