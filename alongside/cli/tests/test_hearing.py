"""`alongside urgent`: a text, or a text a line."""

import io
import json
import sys

import pytest

from alongside.cli import commands


def hear(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: bytes,
    *typed: str,
) -> tuple[int, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said)))
    code = commands.main(["urgent", *typed])
    return code, capsys.readouterr().out


def test_danger_is_told_with_how_soon(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = hear(monkeypatch, capsys, b"he is not breathing and his lips are blue")

    assert code == 0
    assert out.startswith("Call now: overdose_now")


def test_silence_is_never_called_safety(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = hear(monkeypatch, capsys, b"we had soup")

    assert "does not mean that there is no danger" in out


def test_each_line_is_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = b'{"id": 1, "text": "i want to kill myself"}\n{"id": 2, "text": "soup"}\nx\n'

    code, out = hear(monkeypatch, capsys, said, "--jsonl")

    first, second, bad = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert first == {"id": 1, "urgent": ["suicide_supporter"], "level": "red"}
    assert second == {"id": 2, "urgent": [], "level": None}
    assert set(bad) == {"id", "error"}
