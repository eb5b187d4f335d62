"""The short list of lines, for the pages of other rooms; and the words of this one."""

from django import template
from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localdate, now  # noqa: TID251 -- part of the shell

from alongside.helpline import board, host, packs, words
from alongside.helpline.board import Subject
from alongside.helpline.lines import Language, Line

register = template.Library()


@register.inclusion_tag("helpline/parts/first.html")
def first_lines() -> dict[str, object]:
    """At most three lines of this server's country; else its emergency numbers."""
    at = now()
    today = localdate(at)
    pack = packs.read(settings.CONTENT / "lines", settings.COUNTRY)
    own = host.read(settings.HOST_LINE, today, zone=settings.TIME_ZONE).line
    first = board.shown(board.first_lines(pack, today, host=own), at, today)
    return {"pack": pack, "first": first, "reachable": board.reachable(first)}


@register.inclusion_tag("helpline/parts/section.html")
def help_for(danger: str) -> dict[str, object]:
    """The part of the lines page for one kind of danger, on a page of another room."""
    at = now()
    pack = packs.read(settings.CONTENT / "lines", settings.COUNTRY)
    sections = board.sections(pack, at, localdate(at))
    return {
        "pack": pack,
        "section": next(each for each in sections if each.subject == danger),
    }


@register.filter
def subject_words(subject: Subject) -> object:
    return words.SUBJECTS[subject]


@register.filter
def subject_chip(subject: Subject) -> object:
    return words.CHIPS[subject]


@register.filter
def language_words(language: Language) -> object:
    return words.LANGUAGES[language]


@register.filter
def checked_words(line: Line) -> str:
    """The day of the last check; its month where only that is known."""
    return date_format(line.checked_on, "F Y" if line.month_only else "j M Y")
