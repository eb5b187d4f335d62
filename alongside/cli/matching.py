"""`alongside match`: what treatment may fit, from answers on standard input."""

import argparse
import json
import sys
from typing import Any

from alongside.cli.saying import PROBLEM, WELL, answer, whisper
from alongside.treatment import match
from alongside.treatment.match import Match, Rule

LONGEST = 100_000


def ask(chosen: argparse.Namespace) -> int:
    """Read the fields as JSON; an empty object asks nothing and is answered too."""
    try:
        given = json.loads(sys.stdin.buffer.read(LONGEST).decode("utf-8") or "{}")
        found = match.match(match.understood(given))
    except (ValueError, RecursionError):
        return _refused("The input is no JSON object.", as_json=chosen.json)
    except match.NotUnderstood as fault:
        return _refused(str(fault), as_json=chosen.json)
    answer(told(found), as_json=chosen.json, sentences=_sentences(found))
    return WELL


def told(found: Match) -> dict[str, Any]:
    """The answer for a program: each sentence with the id of its rule and its sources."""
    return {
        "first": [_rule(rule) for rule in found.first],
        "options": [
            {
                "id": each.option.id,
                "name": each.option.name,
                "strength": str(each.option.strength),
                "reasons": [_rule(rule) for rule in each.reasons],
                "cautions": [_rule(rule) for rule in each.cautions],
            }
            for each in found.options
        ],
        "questions": [_rule(rule) for rule in found.questions],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {"rule": rule.id, "text": rule.text, "sources": list(rule.sources)}


def _sentences(found: Match) -> list[str]:
    said = [f"First: {rule.text}" for rule in found.first]
    for each in found.options:
        said.append(f"Ask about: {each.option.name}")
        said += [f"  {rule.text}" for rule in each.reasons]
        said += [f"  Take care: {rule.text}" for rule in each.cautions]
    return said + [f"Ask them: {rule.text}" for rule in found.questions]


def _refused(why: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"error": why}))
    else:
        whisper(why)
    return PROBLEM
