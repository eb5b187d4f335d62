"""For whom a page is. Every view carries exactly one mark; one without it stays closed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponseBase]


def for_anyone(view: View) -> View:
    """Open without an account. Nothing on the page may depend on who is looking.

    Its forms change nothing that is kept, and carry no token: a token would need a
    cookie. They are checked by where they come from (`middleware.SameOrigin`).
    """

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if request.method == "POST":
            answer["Cache-Control"] = "no-store"
        return answer

    return mark(csrf_exempt(opened), "anyone")


def mark(view: View, whom: str) -> View:
    """Say for whom a view is: `anyone`, `person`, or a word of a later room."""
    view.for_whom = whom  # type: ignore[attr-defined]
    return view
