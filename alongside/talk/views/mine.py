"""What a person keeps about talks: plans, how talks went, and whether to tell."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate  # noqa: TID251 -- part of the shell
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from alongside.accounts.access import PersonRequest, for_person
from alongside.journal.entries import TakenBack
from alongside.journal.store import NotSaved
from alongside.safety import gate
from alongside.safety.gate import Tool
from alongside.signs import pattern
from alongside.signs import words as signs_words
from alongside.signs.entries import Noticed
from alongside.talk import plan, words
from alongside.talk.entries import Held, Planned, TellPlanned
from alongside.talk.forms import HeldForm, KeptPlanForm, KeptTellForm, TakeForm
from alongside.talk.plan import Talks
from alongside.talk.views import shown

NOTES = 5
NOT_SAVED = _(
    "This could not be saved. Your text is still here: wait a little, and save again."
)


@for_person
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    if closed := closed_to(request):
        return closed
    found = plan.read(request.journal.read())
    context = {
        "plans": found.plans,
        "held": [(held, words.HOW[held.how]) for held in found.held],
        "told": request.journal.read().of(TellPlanned)[-1:],
        "damage": request.journal.damage(),
    }
    return render(request, "talk/mine.html", context)


@for_person
def new(request: PersonRequest) -> HttpResponse:
    if closed := closed_to(request):
        return closed
    found = plan.read(request.journal.read())
    notes = pattern.newest_first(request.journal.read().of(Noticed))[:NOTES]
    context = {
        "last": found.last_next_time,
        "notes": [(note.id, noticed(note)) for note in notes],
    }
    if used := next((n for n in notes if str(n.id) == request.POST.get("use")), None):
        told = _typed_so_far(request)
        told["saw"] = "\n".join(x for x in (told.get("saw"), noticed(used)) if x)
        form = KeptPlanForm(initial=told)
        return render(request, "talk/write.html", context | {"form": form})
    return _write_plan(request, KeptPlanForm(request.POST or None), context)


@for_person
def change(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    if closed := closed_to(request):
        return closed
    old = own(plan.read(request.journal.read()), plan_id)
    form = KeptPlanForm(request.POST or None, initial=filled(old))
    return _write_plan(request, form, {"old": old}, instead_of=old.id)


def _typed_so_far(request: PersonRequest) -> dict[str, Any]:
    """What a form holds already, so that nothing is lost when a note is put into it."""
    several = {name: request.POST.getlist(name) for name in ("checks", "offers")}
    return {**request.POST.dict(), **several}


def noticed(note: Noticed) -> str:
    """A note as one would say it: its day and what was seen."""
    what = note.what or str(signs_words.SIGNS[note.sign])
    return f"{date_format(note.on, 'l, j F')}: {what}"


def _write_plan(
    request: PersonRequest,
    form: KeptPlanForm,
    context: dict[str, Any],
    *,
    instead_of: UUID | None = None,
) -> HttpResponse:
    """Writes a plan down and shows it; or the form, with all that was typed."""
    status = 200
    if form.is_valid():
        try:
            written = request.journal.write(
                Planned,
                once=form.sent_once,
                **form.fields_written(),
                instead_of=instead_of,
            )
            return redirect("talk:kept", written.id)
        except NotSaved:
            form.add_error(None, NOT_SAVED)
            status = 503
    return render(request, "talk/write.html", context | {"form": form}, status=status)


@for_person
@require_safe
def kept(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    if closed := closed_to(request):
        return closed
    found = plan.read(request.journal.read())
    one = own(found, plan_id)
    context = shown.card(filled(one)) | {
        "plan": one,
        "held": [(held, words.HOW[held.how]) for held in found.after(one)],
    }
    return render(request, "talk/kept.html", context)


@for_person
@require_POST
def take_back(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    one = own(plan.read(request.journal.read()), plan_id)
    request.journal.write(TakenBack, entry=one.id)
    return redirect("talk:mine")


@for_person
def take(request: PersonRequest) -> HttpResponse:
    """A line from practice goes into a plan that is kept already."""
    if closed := closed_to(request):
        return closed
    plans = plan.read(request.journal.read()).plans
    choices = [(str(one.id), label(one)) for one in plans]
    first = {"carried": request.POST.get("carried", "")}
    sent = request.POST if "part" in request.POST else None
    form = TakeForm(sent, plans=choices, initial=first)
    if form.is_valid():
        one = next(p for p in plans if str(p.id) == form.cleaned_data["plan"])
        part = form.cleaned_data["part"]
        told = filled(one)
        told[part] = "\n".join(
            x for x in (told[part], form.cleaned_data["carried"]) if x
        )
        again = KeptPlanForm(initial=told)
        context = {
            "form": again,
            "old": one,
            "to": reverse("talk:change", args=[one.id]),
        }
        return render(request, "talk/write.html", context)
    return render(request, "talk/take.html", {"form": form, "plans": plans})


@for_person
def afterwards(request: PersonRequest, plan_id: UUID | None = None) -> HttpResponse:
    """How it went: what was said, what went well, what next."""
    about = own(plan.read(request.journal.read()), plan_id) if plan_id else None
    form, status = HeldForm(request.POST or None), 200
    if form.is_valid():
        try:
            held = request.journal.write(
                Held, once=form.sent_once, **form.fields_written(), plan=plan_id
            )
            return redirect("talk:unsafe" if held.unsafe else "talk:mine")
        except NotSaved:
            form.add_error(None, NOT_SAVED)
            status = 503
    context = {"form": form, "plan": about}
    return render(request, "talk/after.html", context, status=status)


@for_person
@require_safe
def unsafe(request: PersonRequest) -> HttpResponse:
    return render(request, "talk/closed.html", {"after": True})


@for_person
def tell_kept(request: PersonRequest) -> HttpResponse:
    if closed := closed_to(request):
        return closed
    form, status = KeptTellForm(request.POST or None), 200
    if form.is_valid():
        try:
            told = form.fields_written()
            request.journal.write(TellPlanned, once=form.sent_once, **told)
            return redirect("talk:mine")
        except NotSaved:
            form.add_error(None, NOT_SAVED)
            status = 503
    return render(request, "talk/tell_kept.html", {"form": form}, status=status)


def closed_to(request: PersonRequest) -> HttpResponse | None:
    """The kind page that stands in place of a talk where talking is not safe."""
    log, today = request.journal.read(), localdate()
    talked = gate.read(log, today, incident_at=plan.incident_at(log))
    found = gate.both(pattern.read(log, today).gate, talked)
    if found.allows(Tool.TALK):
        return None
    return render(request, "talk/closed.html", {"gate": found})


def own(found: Talks, plan_id: UUID) -> Planned:
    """The plan with this id among one's own; any other is not found."""
    if one := found.plan(plan_id):
        return one
    raise Http404


def label(one: Planned) -> str:
    return one.ask or one.saw or one.feel


def filled(one: Planned) -> dict[str, Any]:
    """The fields of a plan by their names in its form."""
    return {
        name: getattr(one, name) for name in KeptPlanForm.base_fields if name != "once"
    }
