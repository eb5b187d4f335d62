"""Every wording the coach offers, over all messages we have: none has a mark itself."""

import json
from pathlib import Path

import pytest

from alongside.coach import coach, rewording, rules

SETS = sorted(rules.CONTENT.glob("*/*.jsonl"))


@pytest.mark.often
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.name)
def test_an_offered_wording_is_kind_short_and_keeps_the_facts(path: Path) -> None:
    offered = 0
    # Every second message: enough to see a wording that goes wrong.
    for line in path.read_text("utf-8").splitlines()[::2]:
        text = json.loads(line)["text"]
        for mark in coach.read(text).marks:
            if mark.instead is None:
                continue
            offered += 1
            words = text[mark.start : mark.end]
            assert coach.read(mark.instead).marks == ()
            assert rewording.fits(mark.instead, words)

    assert offered
