"""A rehearsal, page by page. Its lines travel in hidden fields and are kept nowhere."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.talk.practice import words
from alongside.talk.practice.forms import (
    MOST_LINES,
    SAID,
    Do,
    LineForm,
    SituationForm,
    said,
)
from alongside.talk.rehearsal import course, looking_back, scenarios
from alongside.talk.rehearsal.course import Course
from alongside.talk.rehearsal.state import State
from alongside.web.access import for_anyone


@dataclass(frozen=True)
class Gauge:
    """One thing that moves: its name for us, words for how it is, and how far."""

    name: str
    words: Any
    value: int


@for_anyone
def practise(request: HttpRequest) -> HttpResponse:
    """Choose a talk, read its note, say lines, look back: one address for all of it."""
    form = SituationForm(request.POST or None)
    act = request.POST.get("do", "")
    if act == Do.CHOOSE or not form.is_valid():
        asked = form if form.is_bound and act != Do.CHOOSE else SituationForm()
        return render(request, "talk/practice/choose.html", {"form": asked})
    scenario = scenarios.find(form.cleaned_data["scenario"])
    run = Course(scenario, form.cleaned_data["temper"])
    if act == Do.LOOK:
        return render(request, "talk/practice/before.html", _about(run))
    return _talk(request, run, act)


def _talk(request: HttpRequest, empty: Course, act: str) -> HttpResponse:
    """The run so far, with what was asked for done to it."""
    lines = [] if act == Do.BEGIN else said(request.POST.getlist(SAID))
    form, back = LineForm(), ""
    match act:
        case Do.SAY:
            form = LineForm(request.POST)
            if form.is_valid():
                lines.append(form.cleaned_data["line"])
                form = LineForm()
        case Do.SILENCE:
            lines.append("")
        case Do.UNDO if lines:
            back = lines.pop()
            form = LineForm(initial={"line": back})
    run = course.run(empty.scenario, empty.temper, said(lines))
    context = _about(run) | {"form": form, "back": back}
    if act == Do.END:
        return render(request, "talk/practice/end.html", context | _back(run))
    return render(request, "talk/practice/talk.html", context)


def _about(run: Course) -> dict[str, Any]:
    return {
        "run": run,
        "scenario": run.scenario,
        "first_words": run.scenario.first_words(run.temper),
        "flags": [words.FLAGS[flag] for flag in sorted(run.scenario.flags)],
        "last": run.turns[-1] if run.turns else None,
        "gauges": _gauges(run.state),
        "carried": [
            ("scenario", run.scenario.id),
            ("temper", run.temper.value),
            *((SAID, turn.move.text) for turn in run.turns),
        ],
        "is_full": len(run.turns) >= MOST_LINES,
    }


def _gauges(now: State) -> list[Gauge]:
    return [
        Gauge("guard", words.GUARDED[now.band], now.guardedness),
        Gauge("open", words.OPEN[now.open_by], now.openness),
        Gauge("strength", words.STRENGTH[now.strength], now.energy),
    ]


def _back(run: Course) -> dict[str, Any]:
    return {
        "back_on": looking_back.look(run),
        "stop_was_best": looking_back.advice(run),
    }
