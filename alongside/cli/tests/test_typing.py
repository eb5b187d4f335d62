"""What can be typed after `alongside`, and how a slip of the finger is answered."""

import subprocess
from pathlib import Path

import pytest

from alongside.cli.commands import main

COMMANDS = ["serve", "check", "demo", "backup", "restore"]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {command} " in said for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_its_options(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    assert "--data DIR" in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["sevre"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
        ["serve", "--port", "http"],
        ["serve", "--port", "-1"],
        ["serve", "--workers", "0"],
        ["serve", "--workers", "two"],
        ["backup"],
        ["backup", "there", "--days", "0"],
        ["restore"],
        ["check", "--jsno"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_answers_two(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)

    assert ended.value.code == 2
    assert "usage: alongside" in capsys.readouterr().err


def test_a_port_that_is_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--port", "70000"])

    assert "'70000' is not a port (1 to 65535)" in capsys.readouterr().err


def test_it_can_be_run_from_any_place(tmp_path: Path) -> None:
    """A module named as one of ours, in the folder one stands in, is not taken for ours."""
    (tmp_path / "alongside.py").write_text("raise SystemExit('not ours')")
    command = Path(".venv/bin/alongside").absolute()

    done = subprocess.run(
        [command, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
