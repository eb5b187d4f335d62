"""Today, and what someone says about their steps."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate  # noqa: TID251 -- part of the shell
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from alongside.accounts.access import PersonRequest, for_person
from alongside.home import today
from alongside.home.answers import Answers
from alongside.home.entries import SampleMade, StartAnswered, StepDone, StepPutOff
from alongside.home.forms import AboutStepForm, AnswersForm, KeepForm, SafetyForm
from alongside.home.views import shown
from alongside.journal.entries import Entry
from alongside.journal.store import NotSaved
from alongside.signs.actions import let_go
from alongside.signs.pattern import RECENT
from alongside.web.forms import WritingForm, new_once

NOT_SAVED = _("This could not be saved. Nothing is lost: wait a little, and try again.")
Entries = Iterable[tuple[type[Entry], dict[str, Any]]]


@for_person
@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    # Hiding is not erasing: notes whose time is over go when the person comes by.
    let_go(request.journal, localdate())
    return _overview(request)


def _overview(request: PersonRequest, *, saved: bool = True) -> HttpResponse:
    log, on = request.journal.read(), localdate()
    found = today.read(log, on)
    context = {
        **shown.day(found),
        "is_answered": found.situation.using is not None,
        "on": on,
        "damage": request.journal.damage(),
        "once": new_once(),
        "notes": found.situation.noted_lately,
        "weeks": RECENT.days // 7,
        "is_sample": bool(log.of(SampleMade)),
        "not_saved": "" if saved else NOT_SAVED,
    }
    return render(request, "home/today.html", context, status=200 if saved else 503)


@for_person
@require_POST
def done(request: PersonRequest) -> HttpResponse:
    return _about_a_step(request, StepDone)


@for_person
@require_POST
def put_off(request: PersonRequest) -> HttpResponse:
    return _about_a_step(request, StepPutOff)


def _about_a_step(
    request: PersonRequest, kind: type[StepDone] | type[StepPutOff]
) -> HttpResponse:
    form = AboutStepForm(request.POST)
    if form.is_valid():
        told = {"step": form.cleaned_data["step"], "on": localdate()}
        if not _saved(request, form, [(kind, told)]):
            return _overview(request, saved=False)
    return redirect("home:today")


@for_person
def answers(request: PersonRequest) -> HttpResponse:
    """The three questions again, for when things have changed."""
    last = request.journal.read().of(StartAnswered)
    known = {"using": last[-1].using, "kit": last[-1].kit} if last else {}
    form = AnswersForm(request.POST or None, initial=known)
    if form.is_valid() and _saved(request, form, form.said().entries(localdate())):
        return redirect("home:today")
    return render(request, "home/answers.html", {"form": form})


@for_person
def check(request: PersonRequest) -> HttpResponse:
    form = SafetyForm(request.POST or None)
    if form.is_valid():
        said = Answers(checked=True, **form.fields_written())
        if _saved(request, form, said.entries(localdate())):
            return redirect("home:today")
    return render(request, "home/check.html", {"form": form})


@for_person
def keep(request: PersonRequest) -> HttpResponse:
    """Write down what someone answered before they had an account."""
    form = KeepForm(request.POST or None)
    if form.is_valid() and not _saved(request, form, form.said().entries(localdate())):
        return render(request, "home/answers.html", {"form": form})
    return redirect("home:today")


def _saved(request: PersonRequest, form: WritingForm, entries: Entries) -> bool:
    """Whether it was written down; if not, the form says so and keeps what it holds."""
    try:
        request.journal.write_all(entries, once=form.sent_once)
    except NotSaved:
        form.add_error(None, NOT_SAVED)
        return False
    return True
