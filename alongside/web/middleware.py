"""What holds for every answer: its headers, where a form came from, who may pass."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from alongside.web import policy, views

Answer = Callable[[HttpRequest], HttpResponseBase]
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


class Headers:
    """The same headers on every answer, errors and files included."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        for name, value in policy.headers().items():
            response.headers.setdefault(name, value)
        if request.is_secure():
            response.headers.setdefault("Strict-Transport-Security", policy.HSTS)
        return response


class SameOrigin:
    """A form is taken only from our own pages, whether or not anyone is signed in."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in SAFE or self.exempt(request) or comes_from_here(request):
            return self.answer(request)
        return views.closed(request)

    @staticmethod
    def exempt(request: HttpRequest) -> bool:
        # Leaving harms nobody, and a beacon may come without any of the headers.
        return request.path in {"/leave", "/forget"}


class Closed:
    """A view that does not say for whom it is answers nobody."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(
        self, _: HttpRequest, view: Callable[..., HttpResponse], *__: Any
    ) -> None:
        if not hasattr(view, "for_whom"):
            raise PermissionDenied


def comes_from_here(request: HttpRequest) -> bool:
    """Whether a browser says that a form was sent by a page of this very site.

    Sec-Fetch-Site where the browser sends it; else Origin; else Referer, which our own
    pages send to ourselves (`Referrer-Policy: same-origin`).
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in {"same-origin", "none"}
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    there = urlsplit(said)
    return (there.scheme, there.netloc) == (request.scheme, request.get_host())
