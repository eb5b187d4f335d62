"""`alongside urgent`: whether a text speaks of danger, of which kind, and how soon."""

import argparse
import sys
from typing import Any

from alongside.cli import lines
from alongside.cli.saying import WELL, say
from alongside.safety import urgent

SAID = {
    urgent.Level.RED: "Call now",
    urgent.Level.AMBER: "Talk to someone tonight",
}


def listen(chosen: argparse.Namespace) -> int:
    """Read standard input: one text, or with `--jsonl` a text a line."""
    if chosen.jsonl:
        return lines.answer_each(heard)
    found = urgent.listen(sys.stdin.buffer.read().decode("utf-8", errors="replace"))
    if found.level:
        say(f"{SAID[found.level]}: {', '.join(found.kinds)}")
    else:
        say("Nothing was heard. That does not mean that there is no danger.")
    return WELL


def heard(text: str) -> dict[str, Any]:
    """What is heard in a text, for a program. No danger is `[]` and None."""
    found = urgent.listen(text)
    return {"urgent": list(found.kinds), "level": found.level}
