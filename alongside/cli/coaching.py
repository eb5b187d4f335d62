"""`alongside coach`: how words may land, and what is likely to help in them."""

import argparse
import sys
from dataclasses import asdict
from typing import Any

from alongside.cli import lines
from alongside.cli.saying import WELL, say
from alongside.coach import coach
from alongside.coach.reasons import reasons

HIDDEN = {"source"}


def look(chosen: argparse.Namespace) -> int:
    """Read standard input: one text, or with `--jsonl` a text a line."""
    if chosen.jsonl:
        return lines.answer_each(noted)
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    for sentence in told(text):
        say(sentence)
    return WELL


def noted(text: str) -> dict[str, Any]:
    """The notes on a text, for a program; offsets are code points, end exclusive."""
    reading = coach.read(text)
    return {
        "marks": [_without_source(asdict(each)) for each in reading.marks],
        "credits": [_without_source(asdict(each)) for each in reading.credits],
    }


def told(text: str) -> list[str]:
    """The notes on a text, for a person: what helps comes first."""
    reading = coach.read(text)
    said = []
    for credit in reading.credits:
        reason = reasons().of(credit.kind)
        said.append(f"Keep: “{text[credit.start : credit.end]}” ({reason.name})")
    for mark in reading.marks:
        reason = reasons().of(mark.kind)
        said.append(f"Think again: “{text[mark.start : mark.end]}” ({reason.name})")
        said.append(f"  {mark.why} Source: {mark.source}.")
        if mark.instead:
            said.append(f"  You could say: “{mark.instead}”")
    return said or ["Nothing stood out. That says little about how it will land."]


def _without_source(note: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in note.items() if key not in HIDDEN}
