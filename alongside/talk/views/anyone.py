"""What anyone can use: the coach, a plan, listening, and whether to tell. Kept nowhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.accounts.kept import PATH, Kept
from alongside.talk import listening, look
from alongside.talk.forms import CheckWordsForm, PlanForm, ReplyForm, TellForm
from alongside.talk.views import shown
from alongside.web.access import for_anyone
from alongside.web.forms import new_once


@for_anyone
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "talk/overview.html")


@for_anyone
def check(request: HttpRequest) -> HttpResponse:
    """The coach on any words: what helps in them, and what may land badly."""
    if request.POST.get("do") == "notes":
        return _notes(request)
    asked = (request.POST or None) if request.POST.get("do") != "change" else None
    form = CheckWordsForm(asked, initial={"words": request.POST.get("words", "")})
    if not form.is_valid():
        return render(request, "talk/check.html", {"form": form})
    seen = look.look(form.cleaned_data["words"])
    again = CheckWordsForm(initial=form.cleaned_data)
    context = {"form": again, "heading": shown.heading(seen), "seen": seen}
    return render(request, "talk/checked.html", context)


def _notes(request: HttpRequest) -> HttpResponse:
    """The same notes for a page that asks while someone types. Nothing is kept."""
    form = CheckWordsForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"heading": "", "notes": []})
    seen = look.look(form.cleaned_data["words"])
    kind = getattr(request, "heard", None)
    told = {
        "heading": shown.heading(seen),
        "notes": [
            {
                "keeps": note.keeps,
                "lead": _("Keep:") if note.keeps else _("Think again:"),
                "name": note.name,
                "words": note.words,
                "why": note.why,
                "instead": note.instead or "",
            }
            for note in (*seen.keeps, *seen.changes)
        ],
        "help": reverse("safety:heard", args=[kind]) if kind else "",
        "help_words": _("Help first, if it is now"),
    }
    return JsonResponse(told)


@for_anyone
def listen(request: HttpRequest) -> HttpResponse:
    """One exercise after another; which one travels in the form."""
    every = listening.listening().exercise
    said = request.POST.get("number", "")
    number = int(said) if said.isdecimal() and len(said) < len("100") else 1
    number = min(max(number, 1), len(every))
    if request.POST.get("do") == "next":
        number = min(number + 1, len(every))
    exercise = every[number - 1]
    if request.POST.get("do") == "notes":
        return _notes(request)
    asked = request.POST if request.POST.get("do") == "choose" else None
    form = ReplyForm(asked, replies=[each.text for each in exercise.replies])
    context = {
        "form": form,
        "exercise": exercise,
        "number": number,
        "count": len(every),
        "all": listening.listening(),
    }
    if form.is_valid():
        context["chosen"] = exercise.replies[form.cleaned_data["reply"]]
    return render(request, "talk/listen.html", context)


@for_anyone
def make_plan(request: HttpRequest) -> HttpResponse:
    """A plan in the page: written, looked at as a card, changed, printed, kept."""
    do = request.POST.get("do", "")
    if carried := request.POST.get("carried", "").strip():
        form = PlanForm(initial={"ask": carried[:2000]})
        return render(request, "talk/plan.html", {"form": form, "carried": carried})
    form = PlanForm(request.POST or None)
    if do == "change":
        several = {name: request.POST.getlist(name) for name in ("checks", "offers")}
        data = {**request.POST.dict(), **several}
        return render(request, "talk/plan.html", {"form": PlanForm(initial=data)})
    if not form.is_valid():
        return render(request, "talk/plan.html", {"form": form})
    new = reverse("talk:new")
    fields = tuple(shown.pairs(form))
    kept = Kept(new, (*fields, ("once", new_once()))).hidden
    context = shown.card(form.cleaned_data) | {
        "fields": fields,
        "kept": [(PATH, new), *kept],
    }
    return render(request, "talk/card.html", context)


@for_anyone
def tell(request: HttpRequest) -> HttpResponse:
    """Whether to tell them that one gets help: questions first, then one's own words."""
    form = TellForm(request.POST or None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        mine = reverse("talk:tell_kept")
        kept = Kept(mine, (*shown.pairs(form), ("once", new_once()))).hidden
        context |= {
            "kept": [(PATH, mine), *kept],
            "said": form.cleaned_data,
            "seen": look.look(form.cleaned_data["words"]),
        }
        return render(request, "talk/told.html", context)
    return render(request, "talk/tell.html", context)
