"""What leaves a journal: a file, or a page to print. Each says who could find it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localdate  # noqa: TID251 -- part of the shell
from django.utils.translation import gettext_lazy as _

from alongside.accounts.access import PersonRequest, for_person
from alongside.home import export, words
from alongside.home.entries import StartAnswered, StepDone, StepPutOff
from alongside.home.export import Choice, Line
from alongside.home.forms import FileForm, LinesForm
from alongside.journal.entries import Entry
from alongside.safety import words as safety_words
from alongside.safety.entries import SafeAnswered, SafetyChecked
from alongside.signs import words as signs_words
from alongside.signs.entries import Noticed
from alongside.talk import words as talk_words
from alongside.talk.entries import Held, Planned, TellPlanned
from alongside.talk.plan import SPOKEN

KINDS: dict[type[Entry], Promise] = {
    Noticed: _("Noticed"),
    StartAnswered: _("Answered"),
    SafeAnswered: _("Answered"),
    SafetyChecked: _("Told about home"),
    Planned: _("Planned a talk"),
    Held: _("Wrote down a talk"),
    TellPlanned: _("Thought about telling"),
    StepDone: _("Did"),
    StepPutOff: _("Put off"),
}
Words = Iterable[Promise | str]


@dataclass(frozen=True)
class Shown:
    """A line on a page: its day, what kind of line it is, and its words."""

    id: UUID
    on: date
    kind: Promise
    words: tuple[Promise | str, ...]
    is_about_others: bool


@for_person
def file(request: PersonRequest) -> HttpResponse:
    form = FileForm(request.POST or None)
    if form.is_valid():
        without = form.cleaned_data["what"] is Choice.WITHOUT_OTHERS
        only = export.without_others(request.journal.read()) if without else None
        answer = HttpResponse(
            request.journal.export(only=only), content_type="application/json"
        )
        # A name that says nothing to whoever sees the list of files.
        answer["Content-Disposition"] = 'attachment; filename="notes.json"'
        return answer
    return render(request, "home/export.html", {"form": form})


@for_person
def readable(request: PersonRequest) -> HttpResponse:
    """First the choice of lines about others; then the page, to be printed."""
    log = request.journal.read()
    about_others = [_shown(it) for it in export.lines(log) if it.is_about_others]
    form = LinesForm(
        request.POST or None, lines=[(it.id, _on_one_line(it)) for it in about_others]
    )
    context: dict[str, Any] = {"form": form}
    if not form.is_valid():
        return render(request, "home/readable_choice.html", context)
    lines = export.chosen(log, frozenset(form.cleaned_data["lines"]))
    context |= {
        "lines": [_shown(line) for line in lines],
        "left_out": len(export.lines(log)) - len(lines),
        "unknown": log.unknown,
        "today": localdate(),
    }
    return render(request, "home/readable.html", context)


def _shown(line: Line) -> Shown:
    said = tuple(each for each in _said(line.entry) if each)
    return Shown(line.id, line.on, KINDS[type(line.entry)], said, line.is_about_others)


def _on_one_line(shown: Shown) -> str:
    return f"{date_format(shown.on, 'j M Y')}: {' – '.join(map(str, shown.words))}"


def _said(entry: Entry) -> Words:
    match entry:
        case Noticed(sign=sign, what=what, told_by=told_by, guess=guess):
            return (signs_words.SIGNS[sign], what, told_by, guess)
        case StartAnswered(using=using, kit=kit):
            return (words.USING_SAID[using], words.KIT_SAID[kit])
        case SafeAnswered(safe=safe):
            return (words.SAFE_SAID[safe],)
        case SafetyChecked(told=told, limits=limits):
            ticked = [safety_words.TOLD[each] for each in told]
            return (*ticked, safety_words.LIMITS[limits])
        case Planned() | Held() | TellPlanned():
            return _said_of_a_talk(entry)
        case StepDone(step=step) | StepPutOff(step=step):
            return (words.STEPS[step],)
        case _:
            raise TypeError(type(entry))


def _said_of_a_talk(entry: Planned | Held | TellPlanned) -> Words:
    match entry:
        case Planned():
            offered = [talk_words.OFFERS[each] for each in entry.offers]
            spoken = [getattr(entry, name) for name in SPOKEN]
            return (entry.who, entry.when, entry.where, *spoken, *offered, entry.leave)
        case Held(how=how, said=said, went_well=went_well, next_time=next_time):
            return (talk_words.HOW[how], said, went_well, next_time)
        case TellPlanned(reasons=reasons, worries=worries, words=said, when=when):
            return (reasons, worries, said, when)
