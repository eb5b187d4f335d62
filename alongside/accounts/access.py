"""Who may open a page: someone whose notes are open, or anyone who stands at the door.

What is closed answers in its place with the lock page, at the same address: so that what
was typed can go on from there (kept.py), and an address never says more than it did.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import Any, cast

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.http.request import split_domain_port
from django.middleware.csrf import CSRF_SESSION_KEY, CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt

from alongside.accounts import actions, gate, handle, limiter, memory, queries, sessions
from alongside.accounts.actions import Opened
from alongside.accounts.forms import SignInForm, TypedBackForm, refuse
from alongside.accounts.kept import TYPED_BY, Kept, carried, typed
from alongside.accounts.outcomes import Again, Refusal, Refused, Told
from alongside.accounts.sessions import Inside
from alongside.journal import recovery
from alongside.journal.store import Journal, NotSaved
from alongside.web.access import View, for_anyone, mark

# Names of this very machine, as Host gives them. What goes to them leaves no cable.
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})


class PersonRequest(HttpRequest):
    """A request from someone who is in, and whose journal is open."""

    opened: Opened
    journal: Journal


def for_person(view: View) -> View:
    """Open to someone whose notes are open. No browser keeps the page."""
    keeps = getattr(view, "keeps", True)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = Page(lambda asked: view(asked, *args, **kwargs), keeps=keeps)
        try:
            if request.POST.get("door") == "unlock":
                return _unlock(request, page)
            inside = _entered(request)
            return _inside(inside, page) if inside else _locked(request, page)
        except (NotSaved, memory.OutOfReach, OperationalError):
            return _again(request, page, Again.REFUSED)

    # The token of a form is asked for in `_inside`, past the lock. A form that comes too
    # late has none that is valid; it changes nothing, and loses nothing.
    guarded.keeps = keeps  # type: ignore[attr-defined]
    return mark(csrf_exempt(_private(guarded)), "person")


def for_newcomer(view: View) -> View:
    """Open to anyone, on the way in. Only over a line that nobody can read."""
    return for_anyone(_private(view))


def unkept(view: View) -> View:
    """Nothing that is typed here travels on in a page: it holds a passphrase."""
    view.keeps = False  # type: ignore[attr-defined]
    return view


def admitted(
    request: HttpRequest,
    act: Callable[[], Opened],
    *,
    name: str = "",
    wrong: Refusal = Refusal.WRONG,
) -> Opened:
    """Count a try, then do what lets someone in. Raises Refused, if need be as `wrong`.

    What lets in a newcomer stays counted: nobody makes accounts by the hundred.
    """
    counted = limiter.limits(request, handle.plain(name))
    try:
        limiter.attempt(counted)
        opened = act()
        if wrong is not Refusal.ALREADY_HERE:
            limiter.got_in(counted)
    except limiter.TooSoon as fault:
        raise Refused(Refusal.TOO_SOON, fault.seconds) from fault
    except gate.TooBusy as fault:
        raise Refused(Refusal.TOO_BUSY) from fault
    except (actions.NotOpened, actions.AlreadyHere) as fault:
        raise Refused(wrong) from fault
    # OSError: the folder that the workers share is not there, or takes nothing in.
    except (memory.OutOfReach, NotSaved, OperationalError, OSError) as fault:
        raise Refused(Refusal.OUT_OF_REACH) from fault
    return opened


def begin(request: HttpRequest, opened: Opened, *, told: str = "") -> None:
    """A new session in this browser. Who owes a printed code is shown one next."""
    inside = Inside(
        person=opened.person.id,
        secret=opened.secret,
        turn=opened.person.turn,
        minutes=opened.minutes,
        code=recovery.new_code() if opened.owes_a_code else None,
        told=told,
    )
    session = sessions.of(request)
    try:
        session.open(inside)
    except memory.OutOfReach as fault:
        raise Refused(Refusal.OUT_OF_REACH) from fault
    cast(PersonRequest, request).opened = opened
    # Forms of the page that answers now are forms of the new session.
    request.META["CSRF_COOKIE"] = session.get(CSRF_SESSION_KEY)


def code_page(
    request: HttpRequest, form: TypedBackForm, kept: Kept | None = None
) -> HttpResponse:
    """The code for paper in its groups, two of which are asked back."""
    inside = cast(PersonRequest, request)
    context = {
        "form": form,
        "kept": kept,
        "groups": recovery.written(form.code).split("-"),
        "owes_a_code": inside.opened.owes_a_code,
    }
    return render(request, "accounts/code.html", context)


def carried_on(request: HttpRequest) -> Kept | None:
    """What a page of the door carried, if it was meant for a page that keeps it."""
    kept = carried(request.POST)
    try:
        view = resolve(kept.path).func if kept else None
    except Resolver404:
        return None
    return kept if getattr(view, "keeps", False) else None


@dataclass(frozen=True)
class Page:
    """What someone asked for: the view behind the lock, and whether its form is kept."""

    view: Callable[[Any], HttpResponseBase]
    keeps: bool

    def typed(self, request: HttpRequest, whose: str = "") -> Kept | None:
        if request.method != "POST" or not self.keeps:
            return None
        # A page of the door holds a passphrase or a code; what it carried goes on.
        if request.POST.get("door") in {"unlock", "code", "old-code"}:
            kept = carried(request.POST)
            return kept and replace(kept, whose=kept.whose or whose)
        return typed(request.path, request.POST, whose=whose)

    def go_on(self, request: HttpRequest, kept: Kept | None) -> HttpResponseBase:
        """To the page, as if its form had come only now."""
        if kept is None:
            return redirect(request.path)
        form = QueryDict(mutable=True)
        for name, value in kept.fields:
            form.appendlist(name, value)
        request.POST = form  # type: ignore[assignment]
        return self.view(request)


def _private(view: View) -> View:
    """Only over a line that nobody can read; kept by no browser and no search engine."""

    @wraps(view)
    def private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        host, _ = split_domain_port(request.get_host())
        kept = Page(view, keeps=getattr(view, "keeps", False)).typed(request)
        shown = {"words": kept.words if kept else ()}
        answer: HttpResponseBase
        try:
            if settings.NOTES_CLOSED:
                answer = render(request, "accounts/closed.html", shown, status=503)
            elif request.is_secure() or host in THIS_MACHINE:
                answer = view(request, *args, **kwargs)
            else:
                answer = render(request, "accounts/not_here.html", shown, status=403)
        except actions.Damaged:
            answer = render(request, "accounts/damaged.html", shown, status=503)
        answer["Cache-Control"] = "no-store"
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return private


def _entered(request: HttpRequest) -> PersonRequest | None:
    """The request with the journal open on it, if the session opens it."""
    inside = sessions.of(request).inside
    person = queries.person(inside.person) if inside else None
    if not inside or not person or person.turn != inside.turn:
        return None
    entered = cast(PersonRequest, request)
    entered.opened = Opened(person, inside.secret)
    entered.journal = actions.own_journal(entered.opened)
    return entered


def _inside(request: PersonRequest, page: Page) -> HttpResponseBase:
    """The page; or first the printed code, as long as one waits to be typed back."""
    if not _token_fits(request):
        said = request.POST.get(TYPED_BY, "")
        own = not said or sessions.is_of(request.opened.person.id, said)
        return _again(request, page, Again.STALE if own else Again.ELSEWHERE)
    if not (code := sessions.of(request).code):
        return page.view(request)
    door = request.POST.get("door")
    if door == "old-code" and not request.opened.owes_a_code:
        sessions.of(request).change(code=None)
        return redirect(request.path)
    if door == "code":
        return _typed_back(request, page, code)
    return code_page(request, TypedBackForm(code=code), page.typed(request))


def _past(request: PersonRequest, page: Page, kept: Kept | None) -> HttpResponseBase:
    """Past the lock, with what it carried: to the code that is still due, or on."""
    if code := sessions.of(request).code:
        return code_page(request, TypedBackForm(code=code), kept)
    return page.go_on(request, kept)


def _typed_back(request: PersonRequest, page: Page, code: bytes) -> HttpResponseBase:
    form, kept = TypedBackForm(request.POST, code=code), carried(request.POST)
    if not form.is_valid():
        return code_page(request, form, kept)
    told = "" if request.opened.owes_a_code else Told.CODE
    request.opened = actions.keep_code(request.opened, code)
    sessions.of(request).change(code=None, told=told)
    return page.go_on(request, kept)


def _unlock(request: HttpRequest, page: Page) -> HttpResponseBase:
    form, status = SignInForm(request.POST), 403
    # What holds a passphrase, or deletes, goes on with no form that was carried.
    kept = carried(request.POST) if page.keeps else None
    if form.is_valid():
        try:
            _open(request, form.cleaned_data, kept)
        except Refused as refused:
            status = refuse(form, refused)
        else:
            inside = _entered(request)
            return _past(inside, page, kept) if inside else _locked(request, page)
    return _lock_page(request, form, kept, status=status)


def _open(request: HttpRequest, said: dict[str, str], kept: Kept | None) -> None:
    act = partial(actions.sign_in, said["name"], said["passphrase"])
    opened = admitted(request, act, name=said["name"])
    if kept and kept.whose and not sessions.is_of(opened.person.id, kept.whose):
        raise Refused(Refusal.TYPED_ELSEWHERE)
    begin(request, opened)


def _locked(request: HttpRequest, page: Page) -> HttpResponse:
    session = sessions.of(request)
    kept = page.typed(request, session.whose)
    session.forget()
    status = 403 if request.method == "POST" else 200
    return _lock_page(request, SignInForm(), kept, status=status)


def _lock_page(
    request: HttpRequest, form: SignInForm, kept: Kept | None, *, status: int
) -> HttpResponse:
    context = {"form": form, "kept": kept}
    answer = render(request, "accounts/locked.html", context, status=status)
    answer["X-Alongside-Page"] = "locked"
    return answer


def _again(request: HttpRequest, page: Page, why: Again) -> HttpResponse:
    """Nothing was saved; here is what was typed, to be sent once more."""
    context = {"why": why.value, "kept": page.typed(request)}
    return render(request, "accounts/again.html", context, status=why.status)


def _token_fits(request: HttpRequest) -> bool:
    """Whether a form was made in this session, as Django judges it."""
    judge = CsrfViewMiddleware(lambda _: HttpResponse())
    judge.process_request(request)
    return judge.process_view(request, _inside, (), {}) is None
