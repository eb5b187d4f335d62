"""Rehearsing on the command line: lines in, answers out, nothing kept."""

import io
import json
import sys
from typing import Any

import pytest

from alongside.cli.commands import main
from alongside.talk.rehearsal import scenarios
from alongside.talk.rehearsal.scenarios import ScenarioUnclear

WELL_SAID = ["I was scared on Tuesday when I found you on the floor.", "How are you?"]


class Typed(io.TextIOWrapper):
    """Standard input with these bytes."""

    def __init__(self, said: bytes) -> None:
        super().__init__(io.BytesIO(said))


def rehearse(monkeypatch: pytest.MonkeyPatch, *options: str, said: bytes = b"") -> int:
    monkeypatch.setattr(sys, "stdin", Typed(said))
    return main(["rehearse", "--scenario", "first-talk", *options])


def as_rows(texts: list[str]) -> bytes:
    rows = [json.dumps({"id": n, "text": text}) for n, text in enumerate(texts)]
    return "\n".join(rows).encode()


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(row) for row in capsys.readouterr().out.splitlines()]


def test_each_line_is_answered_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rehearse(monkeypatch, "--jsonl", said=as_rows(WELL_SAID)) == 0

    first, second = answers(capsys)
    assert list(first) == ["id", "state", "reply", "why"]
    assert list(first["state"]) == ["guardedness", "openness", "energy"]
    assert [first["id"], second["id"]] == [0, 1]
    assert first["reply"] != second["reply"]
    assert "lowered their guard" in first["why"]


def test_the_same_lines_get_the_same_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for _ in range(2):
        rehearse(monkeypatch, "--jsonl", said=as_rows(WELL_SAID))
        told.append(answers(capsys))

    assert told[0] == told[1]


def test_a_temper_changes_how_it_goes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    states = []
    for temper in ("plain", "heated", "withdrawn"):
        rehearse(monkeypatch, "--jsonl", "--temper", temper, said=as_rows(WELL_SAID))
        states.append(str(answers(capsys)[0]["state"]))

    assert len(set(states)) == 3


def test_a_bad_line_is_answered_and_moves_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = b'{"id": "a"}\nnot json\n[1]\n{"text": "x"}\n'

    assert rehearse(monkeypatch, "--jsonl", said=bad + as_rows(WELL_SAID)) == 1

    *errors, first, _second = answers(capsys)
    assert [each["id"] for each in errors] == ["a", None, None, None]
    assert all(set(each) == {"id", "error"} for each in errors)
    rehearse(monkeypatch, "--jsonl", said=as_rows(WELL_SAID))
    assert answers(capsys)[0] == first


def test_a_situation_that_is_none_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rehearse", "--scenario", "firsttalk", "--jsonl"]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert "'firsttalk'" in told.err
    assert "first-talk" in told.err


def test_a_file_that_is_not_whole_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unclear(_: str) -> None:
        raise ScenarioUnclear("first-talk, reply 3: it is empty")

    monkeypatch.setattr(scenarios, "find", unclear)

    assert rehearse(monkeypatch, "--jsonl") == 1
    assert "first-talk, reply 3" in capsys.readouterr().err


def test_a_person_at_a_terminal_reads_note_setting_answers_and_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = b"I was scared on Tuesday.\nLet's stop here for tonight.\n"

    assert rehearse(monkeypatch, said=said) == 0

    told = capsys.readouterr().out
    scenario = scenarios.find("first-talk")
    assert told.startswith(scenario.note)
    assert scenario.opening in told
    assert any(close.say in told for close in scenario.endings)


def test_a_talk_ends_when_they_leave(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rehearse(monkeypatch, said=b"\n" * 40) == 0

    assert "empty room" not in capsys.readouterr().out
