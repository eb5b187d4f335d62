"""Pages of the frame itself: when something is not there, and the sheet as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.web import stylesheet
from alongside.web.access import for_anyone

FOR_GOOD = "public, max-age=31536000, immutable"


@for_anyone
def sheet(request: HttpRequest, digest: str) -> HttpResponse:
    if digest != stylesheet.digest():
        raise Http404
    answer = HttpResponse(stylesheet.text(), content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = FOR_GOOD
    return answer


def _said(request: HttpRequest, page: str, status: int) -> HttpResponse:
    answer = render(request, f"web/errors/{page}.html", status=status)
    answer["Cache-Control"] = "no-store"
    return answer


@for_anyone
def not_understood(
    request: HttpRequest, exception: Exception | None = None
) -> HttpResponse:
    return _said(request, "not_understood", 400)


@for_anyone
def closed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said(request, "closed", 403)


@for_anyone
def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _said(request, "out_of_date", 403)


@for_anyone
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said(request, "not_found", 404)


@for_anyone
def broken(request: HttpRequest) -> HttpResponse:
    return _said(request, "broken", 500)
