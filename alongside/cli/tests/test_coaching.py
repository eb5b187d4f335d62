"""`alongside coach`: a text, or a text a line."""

import io
import json
import sys
from typing import Any

import pytest

from alongside.cli import commands


def coach(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: bytes,
    *typed: str,
) -> tuple[int, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said)))
    code = commands.main(["coach", *typed])
    return code, capsys.readouterr().out


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_text_is_answered_for_a_person(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = coach(monkeypatch, capsys, b"You always lie. I love you.")

    assert code == 0
    assert out.index("Keep: \u201cI love you\u201d") < out.index("Think again:")


def test_each_line_is_answered_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = b'{"id": "a", "text": "You never listen."}\n{"id": 2, "text": ""}\n'

    code, out = coach(monkeypatch, capsys, said, "--jsonl")

    first, second = lines(out)
    assert code == 0
    assert first["id"] == "a"
    assert "generalisation" in {mark["kind"] for mark in first["marks"]}
    assert set(first["marks"][0]) == {"kind", "start", "end", "why", "instead"}
    assert second == {"id": 2, "marks": [], "credits": []}


def test_a_credit_has_no_other_wording(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = coach(monkeypatch, capsys, b'{"id": 1, "text": "I love you."}', "--jsonl")

    assert set(lines(out)[0]["credits"][0]) == {"kind", "start", "end", "why"}


@pytest.mark.parametrize(
    ("line", "said_id"),
    [
        (b"not json", None),
        (b"[1]", None),
        (b'{"text": "x"}', None),
        (b'{"id": "a"}', "a"),
        (b'{"id": "a", "text": 5}', "a"),
        (b'{"id": true, "text": "x"}', None),
        (b"\xff\xfe", None),
        (b"", None),
        (b"[" * 100_000, None),
        (b'{"id": 1, "text": "' + b"x" * 1_000_001 + b'"}', None),
    ],
)
def test_a_bad_line_is_answered_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: bytes,
    said_id: str | None,
) -> None:
    said = line + b'\n{"id": "next", "text": "I love you."}\n'

    code, out = coach(monkeypatch, capsys, said, "--jsonl")

    bad, good = lines(out)
    assert code == 1
    assert set(bad) == {"id", "error"}
    assert bad["id"] == said_id
    assert good["id"] == "next"
