from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from alongside.helpline import board, host, packs
from alongside.helpline.lines import Line
from alongside.helpline.packs import Pack
from alongside.web.access import for_anyone

LINES = settings.CONTENT / "lines"


@for_anyone
@require_safe
def call(request: HttpRequest) -> HttpResponse:
    """The lines of the country that this server is for, its host's own among them."""
    today = localdate()
    own = host.read(settings.HOST_LINE, today, zone=settings.TIME_ZONE)
    return _page(request, packs.read(LINES, settings.COUNTRY), own.line)


@for_anyone
@require_safe
def call_from(request: HttpRequest, country: str) -> HttpResponse:
    """The lines of another country, for a reader who is there."""
    pack = packs.read(LINES, country)
    if pack.code != country:
        raise Http404
    return _page(request, pack, None)


def _page(request: HttpRequest, pack: Pack, own: Line | None) -> HttpResponse:
    at = now()
    today = localdate(at)
    first = board.shown(board.first_lines(pack, today), at, today)
    return render(
        request,
        "helpline/call.html",
        {
            "pack": pack,
            "own": next(iter(board.shown([own] if own else [], at, today)), None),
            "first": first,
            "reachable": board.reachable(first),
            "sections": board.sections(pack, at, today),
            "elsewhere": [p for p in packs.everywhere(LINES) if p is not pack],
        },
    )
