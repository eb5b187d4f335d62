"""Listening to what is sent with a form, so that help comes before anything else.

Only the kind of danger goes on, never a word of the text: nothing is counted or written
to a log, and nobody is called or told. Help that was shown for a sentence is not put
before someone again that day (`sessions.py`).
"""

from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.timezone import localdate

from alongside.safety import sessions
from alongside.safety.sessions import Told
from alongside.safety.urgent import Danger
from alongside.web.middleware import SameOrigin

# What opens a door, is chosen from a list, or was heard when it was first typed.
SECRETS = frozenset({"passphrase", "current", "code", "first", "second", "name"})
CHOICES = frozenset({"sign", "told", "limits", "step", "csrfmiddlewaretoken", "once"})
HEARD_BEFORE = "kept"


class HearDanger:
    """Puts what was heard on the request, and help between a form and the next page.

    A page that answers itself shows the help on top (`web/parts/heard.html`); where a
    form would lead elsewhere, its reader comes by the help first, once.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # To leave is to leave, whatever came with it: its body is not even read.
        listens = request.method == "POST" and not SameOrigin.exempt(request)
        said = list(texts(request.POST)) if listens else []
        new = sessions.listen(request, said, localdate()) if said else Told(None)
        request.heard = new.heard  # type: ignore[attr-defined]
        response = self.answer(request)
        if new.heard is None:
            return response
        # While someone types, a page asks again and again: that is no page of its own.
        if response.headers.get("Content-Type", "").startswith("text/html"):
            new.remember()
        if response.has_header("Location"):
            return by_the_help(new.heard, response)
        return response


def texts(form: QueryDict) -> Iterator[str]:
    """What was typed in a form, without what opens a door and what was only chosen."""
    for name, values in form.lists():
        if name not in SECRETS | CHOICES and not name.startswith(HEARD_BEFORE):
            yield from values


def by_the_help(heard: Danger, response: HttpResponseBase) -> HttpResponseBase:
    """The same way on, by the page with the help; unless it leads to help already."""
    path = local_path(response.headers.get("Location", ""))
    if path is None or leads_to_help(path):
        return response
    address = reverse("safety:heard", args=[heard])
    # The same answer, so that nothing it says of caches and cookies is lost.
    response.headers["Location"] = f"{address}?to={quote(path)}"
    return response


def local_path(address: str) -> str | None:
    """The path of an address, if it is a page of this site; nothing else of it.

    A query or a fragment stays behind: what is typed is never in an address.
    """
    said = urlsplit(address)
    if said.scheme or said.netloc or not said.path.startswith("/"):
        return None
    try:
        resolve(said.path)
    except Resolver404:
        return None
    return said.path


def leads_to_help(path: str) -> bool:
    return resolve(path).view_name in {
        "safety:heard",
        "safety:now",
        "safety:ahora",
        "helpline:call",
    }
