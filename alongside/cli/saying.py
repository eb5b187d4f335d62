"""How the command line speaks: sentences, or JSON where it was asked for."""

import json
import sys
from collections.abc import Mapping
from typing import Any

WELL, PROBLEM = 0, 1


def say(sentence: str) -> None:
    print(sentence, flush=True)


def whisper(sentence: str) -> None:
    """Say what went wrong, apart from what was asked for."""
    print(f"alongside: {sentence}", file=sys.stderr, flush=True)


def answer(said: Mapping[str, Any], *, as_json: bool, sentences: list[str]) -> None:
    if as_json:
        print(json.dumps(said, indent=2))
    else:
        print("\n".join(sentences))
