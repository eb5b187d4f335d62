from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.http import parse_etags
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from alongside.safety import middleware, queries
from alongside.safety.urgent import Danger
from alongside.web.access import for_anyone


def _built(request: HttpRequest, path: str) -> HttpResponse:
    """The bytes that a web server would serve, with the same headers on every answer.

    On "not modified" too: a browser puts the headers of that answer on the page it kept,
    and the policy of another page would take its style away.
    """
    file = queries.public_files(localdate())[path]
    encoding, body = file.accepted(request.headers.get("Accept-Encoding", ""))
    tag = f'"{file.tag}-{encoding}"'
    headers = {**file.headers, "ETag": tag}
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=headers)
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    return HttpResponse(body, content_type=file.kind, headers=headers)


@for_anyone
@require_safe
def now(request: HttpRequest) -> HttpResponse:
    return _built(request, "/now")


@for_anyone
@require_safe
def ahora(request: HttpRequest) -> HttpResponse:
    return _built(request, "/ahora")


@for_anyone
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return _built(request, "/offline/")


@for_anyone
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    return _built(request, "/sw.js")


@for_anyone
@require_safe
def hide(request: HttpRequest) -> HttpResponse:
    return render(request, "safety/hide.html")


@for_anyone
@require_safe
def heard(request: HttpRequest, kind: Danger) -> HttpResponse:
    """Help for what was heard in a form, and one tap on to where the form led."""
    onward = middleware.local_path(request.GET.get("to", "")) or "/"
    return render(request, "safety/heard.html", {"kind": kind, "onward": onward})
