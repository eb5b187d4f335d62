"""The front door and the start: open to anyone, and nothing of it is kept."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate  # noqa: TID251 -- part of the shell
from django.views.decorators.http import require_safe

from alongside.accounts.kept import PATH, Kept
from alongside.home import today
from alongside.home.answers import Answers, Question
from alongside.home.forms import CheckForm, QuestionsForm
from alongside.home.views import shown
from alongside.web.access import for_anyone
from alongside.web.forms import new_once


@for_anyone
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    return render(request, "home/front.html")


@for_anyone
def start(request: HttpRequest) -> HttpResponse:
    """One question a page, then the first step. The answers travel in the page."""
    form, check = QuestionsForm(request.POST or None), CheckForm(request.POST or None)
    said = form.said()
    if said.checked:
        said = _with_check(said, check)
    if (back := request.POST.get("back")) in tuple(Question):
        said = said.back_to(Question(back))
    context = {"said": said, "form": form}
    match said.question:
        case None:
            return _first_step(request, said)
        case Question.CHECK:
            context["form"] = check if check.errors else CheckForm()
            return render(request, "home/check_first.html", context)
        case question:
            form.ask(question)
            return render(request, "home/question.html", context)


def _with_check(said: Answers, check: CheckForm) -> Answers:
    """With what was ticked; or, where that cannot be read, as before the check."""
    if check.is_valid():
        return replace(said, **check.cleaned_data)
    return said.back_to(Question.CHECK)


def _first_step(request: HttpRequest, said: Answers) -> HttpResponse:
    at = said.situation(localdate())
    # "Keep this" goes through the door: what is kept travels on to the journal behind it.
    keep = reverse("home:keep")
    kept = Kept(keep, (*said.fields(), ("once", new_once()))).hidden
    context: dict[str, Any] = {"said": said, "kept": [(PATH, keep), *kept]}
    if at.is_unsafe:
        context |= {"gate": at.gate, **shown.unsafe(at)}
        return render(request, "home/unsafe.html", context)
    return render(request, "home/first_step.html", context | shown.day(today.of(at)))
