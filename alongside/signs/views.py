from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from alongside.accounts.access import PersonRequest, for_person
from alongside.journal.log import Log
from alongside.journal.store import NotSaved
from alongside.safety.urgent import Danger
from alongside.signs import actions, danger, keeping, pattern, sources, timeline, words
from alongside.signs.entries import Kept, Noticed, Sign
from alongside.signs.forms import NoticeForm
from alongside.signs.pattern import NextStep, Pattern
from alongside.signs.timeline import Timeline

NOTES_A_PAGE = 20
NOT_SAVED = _(
    "This could not be saved. Your text is still here: wait a little, and save again."
)


@dataclass(frozen=True)
class Shown:
    """A note as a page shows it."""

    note: Noticed
    leaves_on: date
    kept: bool = False
    may_leave: bool = True

    @property
    def sign(self) -> Promise:
        return words.SIGNS[self.note.sign]

    @property
    def group(self) -> Promise:
        return words.GROUPS[self.note.group]

    @property
    def explanation(self) -> Promise:
        return words.EXPLANATIONS[self.note.sign]

    @property
    def seen_by(self) -> Promise:
        return words.SEEN_BY[self.note.seen_by]

    @property
    def sure(self) -> Promise | None:
        return words.SURE[self.note.sure] if self.note.sure else None


@for_person
@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    today = localdate()
    actions.let_go(request.journal, today)
    log = request.journal.read()
    notes = pattern.newest_first(log.of(Noticed))
    page = Paginator(notes, NOTES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "pages": page,
        "damage": request.journal.damage(),
        "notes": [shown(log, note, today) for note in page],
        **next_step(pattern.read(log, today)),
        **drawn(timeline.read(log, today)),
        **grounds(sources.EXPLANATIONS, today),
    }
    return render(request, "signs/overview.html", context)


@for_person
def notice(request: PersonRequest) -> HttpResponse:
    form = NoticeForm(request.POST or None)
    status = 200
    if form.is_valid():
        try:
            note = request.journal.write(
                Noticed, once=form.sent_once, **form.fields_written()
            )
            return redirect(after(note.sign, getattr(request, "heard", None)))
        except NotSaved:
            form.add_error(None, NOT_SAVED)
            status = 503
    return render(request, "signs/notice.html", {"form": form}, status=status)


@for_person
@require_safe
def is_it_now(request: PersonRequest) -> HttpResponse:
    context = grounds(sources.DROWSY, localdate())
    return render(request, "signs/is_it_now.html", context)


@for_person
@require_POST
def keep(request: PersonRequest, note: UUID) -> HttpResponse:
    own(request, note)
    if note not in keeping.kept(request.journal.read()):
        request.journal.write(Kept, note=note)
    return redirect("signs:overview")


@for_person
@require_POST
def stop_keeping(request: PersonRequest, note: UUID) -> HttpResponse:
    actions.stop_keeping(request.journal, own(request, note))
    return redirect("signs:overview")


@for_person
@require_POST
def take_back(request: PersonRequest, note: UUID) -> HttpResponse:
    actions.take_back(request.journal, own(request, note))
    return redirect("signs:overview")


@for_person
def erase(request: PersonRequest, note: UUID) -> HttpResponse:
    noticed = own(request, note)
    if request.method == "POST":
        actions.erase(request.journal, noticed)
        return redirect("signs:overview")
    log = request.journal.read()
    return render(
        request, "signs/erase.html", {"shown": shown(log, noticed, localdate())}
    )


def own(request: PersonRequest, note: UUID) -> Noticed:
    """The note with this id in the reader's own journal; any other is not found."""
    for noticed in request.journal.read().of(Noticed):
        if noticed.id == note:
            return noticed
    raise Http404


def after(sign: Sign, heard: Danger | None) -> str:
    """Where someone is led who noted this: danger first, then the question, else back.

    Where the words beside a danger sign speak of a graver one, that one comes first;
    words beside any other sign are met on the way (safety.middleware).
    """
    if told := danger.kind_of(sign):
        kind = next(kind for kind in Danger if kind in {told, heard})
        return f"{reverse('safety:heard', args=[kind])}?to={reverse('signs:overview')}"
    if sign in danger.LIKE_AN_OVERDOSE:
        return reverse("signs:is_it_now")
    return reverse("signs:overview")


def shown(log: Log, note: Noticed, today: date) -> Shown:
    day = keeping.leaves_on(note)
    return Shown(note, day, note.id in keeping.kept(log), may_leave=today < day)


def next_step(seen: Pattern) -> dict[str, Any]:
    step = seen.next_step
    return {
        "title": words.NEXT_STEPS[step],
        "reason": words.REASONS[step],
        "lead": words.LEADS[step],
        "to": address(step),
        "helps": [
            (words.DANGERS[kind], words.HELP[kind], help_for(kind))
            for kind in seen.dangers
        ],
    }


def address(step: NextStep) -> str:
    """Where the button of a step leads."""
    match step:
        case NextStep.KEEP_NOTING:
            return reverse("learn:guide", args=["what-you-may-see"])
        case NextStep.CARING_TALK:
            return reverse("learn:guide", args=["before-you-talk"])
        case NextStep.STAY_SAFE | NextStep.GET_HELP_NOW:
            return help_for(Danger.VIOLENCE)


def help_for(kind: Danger) -> str:
    """The steps for an overdose; for all else the line that answers."""
    if kind is Danger.OVERDOSE:
        return reverse("safety:now")
    return f"{reverse('helpline:call')}#{kind}"


def drawn(weeks: Timeline) -> dict[str, Any]:
    """The picture, and the table that says the same in words, newest week first."""
    return {
        "timeline": weeks,
        "names": [words.GROUPS[row.group] for row in weeks.rows],
        "table": [
            (week.begins, words.GROUPS[group], [words.SIGNS[sign] for sign in signs])
            for week in reversed(weeks.weeks)
            for group, signs in week.signs.items()
        ],
    }


def grounds(of: sources.Grounds, today: date) -> dict[str, Any]:
    return {"grounds": of, "is_current": of.is_current(today)}
