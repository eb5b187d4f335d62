from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.timezone import localdate, now
from django.utils.translation import get_language

from alongside.helpline import board, lines, packs
from alongside.helpline.board import Shown
from alongside.helpline.lines import Kind
from alongside.helpline.packs import Pack
from alongside.learn import steps as overdose
from alongside.lib.markdown import headings, slug
from alongside.safety import steps
from alongside.safety.steps import Language
from alongside.web import content
from alongside.web.access import for_anyone
from alongside.web.content import FALLBACK, Page


@for_anyone
def guides(request: HttpRequest) -> HttpResponse:
    pages = content.shelf("learn", get_language() or FALLBACK)
    return render(request, "learn/guides.html", {"pages": pages})


@for_anyone
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    page = content.find("learn", slug, get_language() or FALLBACK)
    if page is None:
        raise Http404
    return render(request, "learn/guide.html", _reading(page))


@for_anyone
def for_you(request: HttpRequest) -> HttpResponse:
    page = content.find("for-you", "handout", get_language() or FALLBACK)
    if page is None:
        raise Http404
    return render(request, "learn/for_you.html", _reading(page))


def _reading(page: Page) -> dict[str, Any]:
    """A text as its page shows it today."""
    front = page.text.front
    stretches = content.render(page.text)
    shown = {
        "page": page,
        "front": front,
        "is_current": front.is_current(localdate()),
        "stretches": stretches,
        "headings": [(slug(said), said) for said in headings(page.text.body)],
        "next_address": content.address(front.next),
    }
    asked = {stretch.directive for stretch in stretches}
    return shown | {name: fill(page) for name, fill in FILLED.items() if name in asked}


def _steps(page: Page) -> SafeString:
    source = (settings.CONTENT / "safety" / "overdose.toml").read_text(encoding="utf-8")
    told = overdose.markdown(
        steps.read(source), Language(page.language), _pack().emergency.number
    )
    return content.html(told)


def _lines(kind: Kind) -> tuple[Shown, ...]:
    return board.shown(lines.for_kind(_pack().lines, kind), now(), localdate())


def _pack() -> Pack:
    return packs.read(settings.CONTENT / "lines", settings.COUNTRY)


# What a text may ask for with a directive, and who makes it.
FILLED: dict[str, Callable[[Page], Any]] = {
    "steps": _steps,
    "lines": lambda _: _lines(Kind.ALONE),
    "crisis": lambda _: _lines(Kind.SUICIDE)[:1],
}
