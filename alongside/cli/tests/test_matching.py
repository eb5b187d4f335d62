"""`alongside match`: what may fit, asked from a terminal."""

import io
import json

import pytest

from alongside.cli.commands import main


def typed(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, object]]:
    told = io.TextIOWrapper(io.BytesIO(given.encode()))
    monkeypatch.setattr("sys.stdin", told)
    code = main(["match", "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_same_can_be_asked_from_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = typed('{"pregnant": "yes"}', monkeypatch, capsys)

    assert code == 0
    assert [o["id"] for o in told["options"]][:2] == ["methadone", "buprenorphine"]  # type: ignore[attr-defined]
    assert "pregnant-not-stop" in json.dumps(told["first"])


@pytest.mark.parametrize("given", ["[", "[]", '{"age": "x"}', "\x00", "[" * 100_000])
def test_what_is_not_understood_is_told(
    given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = typed(given, monkeypatch, capsys)

    assert code == 1
    assert told["error"]
