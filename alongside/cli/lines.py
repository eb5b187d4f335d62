"""Texts as JSON lines: one `{"id", "text"}` in, one answer out, in order.

Nothing of a text is kept, and no word of it stands in an error.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

from alongside.cli.saying import PROBLEM, WELL

# A line longer than this is refused unread: 20,000 characters as escapes, and room.
LONGEST_LINE = 1_000_000


def answer_each(act: Callable[[str], dict[str, Any]]) -> int:
    """Answers every line of standard input; the exit code is 1 if one was not understood."""
    code = WELL
    for line in _lines():
        said_id, text, fault = understood(line)
        if text is None:
            code = PROBLEM
            said = {"id": said_id, "error": fault}
        else:
            said = {"id": said_id, **act(text)}
        print(json.dumps(said), flush=True)
    return code


def understood(line: bytes) -> tuple[Any, str | None, str]:
    """The id and text of a line; without a text, what is wrong with it."""
    try:
        told = _decoded(line)
    except ValueError as fault:
        return None, None, str(fault)
    said_id, text = told.get("id"), told.get("text")
    if not isinstance(said_id, str | int) or isinstance(said_id, bool):
        return None, None, "id is missing, or neither a text nor a whole number"
    if not isinstance(text, str):
        return said_id, None, "text is missing, or not a text"
    return said_id, text, ""


def _decoded(line: bytes) -> dict[str, Any]:
    """The object that a line holds; ValueError says what is wrong with it."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"the line is longer than {LONGEST_LINE} bytes")
    try:
        told = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("the line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError("the line is not JSON") from None
    if not isinstance(told, dict):
        raise ValueError("the line is not an object with id and text")
    return told


def _lines() -> Iterator[bytes]:
    """The lines of standard input; of one that is far too long only the beginning."""
    read = sys.stdin.buffer.readline
    while line := read(LONGEST_LINE + 1):
        rest = line
        while not rest.endswith(b"\n") and (rest := read(LONGEST_LINE)):
            line = line[:LONGEST_LINE] + b"  "
        yield line
