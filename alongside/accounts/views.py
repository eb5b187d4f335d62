from contextlib import suppress
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.accounts import access, actions, memory, sessions
from alongside.accounts.access import PersonRequest, for_newcomer, for_person, unkept
from alongside.accounts.forms import (
    AskAgainForm,
    ChangePassphraseForm,
    DeleteForm,
    MinutesForm,
    RecoverForm,
    SignUpForm,
    TypedBackForm,
    refuse,
)
from alongside.accounts.kept import Kept
from alongside.accounts.outcomes import Refusal, Refused, Told
from alongside.accounts.words import TOLD
from alongside.journal import recovery
from alongside.web.access import for_anyone

FIRST = "signs:notice"
LEAVING = '"cache", "cookies"'


@for_newcomer
def sign_up(request: HttpRequest) -> HttpResponse:
    kept, status = access.carried_on(request), 200
    form = SignUpForm(request.POST if _is_filled_in(request, "sign-up") else None)
    if form.is_valid():
        name, said = form.cleaned_data["name"], form.cleaned_data["passphrase"]
        act = partial(actions.sign_up, name, said)
        try:
            here = Refusal.ALREADY_HERE
            opened = access.admitted(request, act, name=name, wrong=here)
            access.begin(request, opened)
            return _show_code(request, kept)
        except Refused as refused:
            status = refuse(form, refused)
    context = {"form": form, "kept": kept}
    return render(request, "accounts/sign_up.html", context, status=status)


@for_newcomer
def recover(request: HttpRequest) -> HttpResponse:
    kept, status = access.carried_on(request), 200
    form = RecoverForm(request.POST if _is_filled_in(request, "recover") else None)
    if form.is_valid():
        said = form.cleaned_data
        act = partial(actions.recover, said["code"], said["name"], said["passphrase"])
        try:
            opened = access.admitted(request, act, wrong=Refusal.WRONG_CODE)
            sessions.end_all(opened.person.id)
            access.begin(request, opened)
            return _show_code(request, kept)
        except Refused as refused:
            status = refuse(form, refused)
    context = {"form": form, "kept": kept}
    return render(request, "accounts/recover.html", context, status=status)


def _show_code(request: HttpRequest, kept: Kept | None) -> HttpResponse:
    """On to the first page, before which the printed code stands; or to what waits."""
    code = sessions.of(request).code
    if kept and code:
        return access.code_page(request, TypedBackForm(code=code), kept)
    return redirect(FIRST)


def _is_filled_in(request: HttpRequest, form: str) -> bool:
    """Whether this very form was sent, and not one that carries words on to it."""
    return request.POST.get("door") == form


@for_person
@unkept
def sign_in(request: PersonRequest) -> HttpResponse:
    """The door as a place to go to. Whoever is in goes on to today."""
    return redirect("home:today")


@for_person
@unkept
@require_POST
def lock(request: PersonRequest) -> HttpResponse:
    with suppress(memory.OutOfReach):
        sessions.of(request).end()
    sessions.of(request).forget()
    answer = redirect("accounts:unlock")
    answer["Clear-Site-Data"] = LEAVING
    return answer


@for_anyone
def leave(request: HttpRequest) -> HttpResponse:
    return _gone(request, clear=LEAVING)


@for_anyone
def forget(request: HttpRequest) -> HttpResponse:
    """Leave, and take the steps that this phone keeps for when it is offline, too.

    Another site that sends someone here takes nothing from the phone.
    """
    elsewhere = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    return _gone(request, clear=LEAVING if elsewhere else f'{LEAVING}, "storage"')


def _gone(request: HttpRequest, *, clear: str) -> HttpResponse:
    """Never a redirect: after a form, the browser would not follow it elsewhere."""
    with suppress(memory.OutOfReach):
        sessions.of(request).end()
    sessions.of(request).forget()
    answer = render(request, "accounts/leave.html")
    answer["Clear-Site-Data"] = clear
    answer["Cache-Control"] = "no-store"
    return answer


@for_person
def settings(request: PersonRequest) -> HttpResponse:
    form = MinutesForm(
        request.POST or None, initial={"minutes": request.opened.minutes}
    )
    session = sessions.of(request)
    if form.is_valid():
        chosen = form.cleaned_data["minutes"]
        actions.choose_minutes(request.opened, chosen)
        session.change(minutes=chosen, told=Told.MINUTES)
        return redirect("accounts:settings")
    told = session.hear()
    context = {
        "form": form,
        "told": TOLD[Told(told)] if told else "",
        "others": sessions.count(request.opened.person.id) - 1,
        "hours": sessions.HOURS,
    }
    return render(request, "accounts/settings.html", context)


@for_person
@unkept
def passphrase(request: PersonRequest) -> HttpResponse:
    form, status = ChangePassphraseForm(request.POST or None), 200
    if form.is_valid():
        current, new = form.cleaned_data["current"], form.cleaned_data["passphrase"]
        act = partial(
            actions.change_passphrase, request.opened, current=current, new=new
        )
        try:
            opened = _asked_again(request, act)
            sessions.end_all(opened.person.id)
            access.begin(request, opened, told=Told.PASSPHRASE)
            return redirect("accounts:settings")
        except Refused as refused:
            status = refuse(form, refused)
    return render(request, "accounts/passphrase.html", {"form": form}, status=status)


@for_person
@unkept
def code(request: PersonRequest) -> HttpResponse:
    form, status = AskAgainForm(request.POST or None), 200
    if form.is_valid():
        said = form.cleaned_data["current"]
        try:
            _asked_again(
                request, partial(actions.check_passphrase, request.opened, said)
            )
            sessions.of(request).change(code=recovery.new_code())
            return redirect("accounts:settings")
        except Refused as refused:
            status = refuse(form, refused)
    return render(request, "accounts/new_code.html", {"form": form}, status=status)


def _asked_again(
    request: PersonRequest, act: "partial[actions.Opened]"
) -> actions.Opened:
    whose = str(request.opened.person.id)
    return access.admitted(request, act, name=whose, wrong=Refusal.NOT_CURRENT)


@require_POST
@for_person
def lock_everywhere(request: PersonRequest) -> HttpResponse:
    sessions.end_all(request.opened.person.id)
    access.begin(request, request.opened, told=Told.LOCKED_ELSEWHERE)
    return redirect("accounts:settings")


@for_person
@unkept
def delete(request: PersonRequest) -> HttpResponse:
    form = DeleteForm(request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/delete.html", {"form": form})
    actions.delete(request.opened, request.journal)
    # A session without a person opens nothing, should it outlive this.
    with suppress(memory.OutOfReach):
        sessions.end_all(request.opened.person.id)
    sessions.of(request).forget()
    answer = render(request, "accounts/deleted.html")
    answer["Clear-Site-Data"] = LEAVING
    return answer
