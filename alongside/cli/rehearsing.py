"""`alongside rehearse`: a talk that is rehearsed line by line. Nothing of it is kept."""

import argparse
import sys
from typing import Any

from alongside.cli import lines
from alongside.cli.saying import PROBLEM, WELL, say, whisper
from alongside.talk.rehearsal import looking_back, scenarios
from alongside.talk.rehearsal.course import Course
from alongside.talk.rehearsal.kinds import Temper
from alongside.talk.rehearsal.scenarios import NoSuchScenario, ScenarioUnclear

NOT_UNDERSTOOD = 2
TEMPERS = [temper.value for temper in Temper]


def rehearse(chosen: argparse.Namespace) -> int:
    """Read the supporter's lines, and answer each as the loved one would."""
    try:
        scenario = scenarios.find(chosen.scenario)
    except NoSuchScenario as known:
        whisper(f"There is no situation {chosen.scenario!r}. There are: {known}.")
        return NOT_UNDERSTOOD
    except ScenarioUnclear as fault:
        whisper(f"A file of ours is not whole. {fault}.")
        return PROBLEM
    run = _Run(Course(scenario, Temper(chosen.temper)))
    return lines.answer_each(run.answer) if chosen.jsonl else _talk(run)


class _Run:
    """A run that grows with each line; a line that was not understood moves nothing."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def answer(self, text: str) -> dict[str, Any]:
        self.course = self.course.say(text)
        turn = self.course.turns[-1]
        state = {
            "guardedness": turn.after.guardedness,
            "openness": turn.after.openness,
            "energy": turn.after.energy,
        }
        return {"state": state, "reply": turn.reply, "why": turn.why}


def _talk(run: _Run) -> int:
    """For a person at a terminal: their words, your line; the end of input closes it."""
    scenario = run.course.scenario
    say(f"{scenario.note}\n\n{scenario.setting}\n")
    say(scenario.first_words(run.course.temper))
    for row in sys.stdin.buffer:
        answer = run.answer(row.decode("utf-8", "replace").rstrip("\r\n"))
        say(f"\n{answer['reply']}\n({answer['why']})")
        if run.course.left:
            break
    close = looking_back.look(run.course).close
    say(f"\n{close.text}\n{close.say}")
    return WELL
