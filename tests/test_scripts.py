"""The set-up, and how it ends when something cannot be had.

The outside world of `script/setup` is one program: a Python that makes environments and
fetches packages. `PYTHON` below stands in for it and writes down what it was asked; the
real one is what `script/test` itself was set up with.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PYTHON = """\
#!/bin/sh
case "$*" in
    --version) echo "Python ${SAYS:-3.11.2}" ;;
    "-c import sys;"*) [ "${SAYS:-3.11.2}" != 3.8.1 ] ;;
    "-c import venv, ensurepip"*) [ -z "${NO_VENV-}" ] ;;
    "-c import sysconfig"*) echo .venv/lib ;;
    "-m venv .venv") mkdir -p .venv/bin .venv/lib && cp "$0" .venv/bin/python ;;
    "-m pip install"*)
        echo "$*" >>asked
        [ -z "${NO_NETWORK-}" ] || { echo "ERROR: no matching distribution" >&2; exit 1; } ;;
    "-m pip"*) exit 1 ;;
esac
"""
ROOT = Path(__file__).parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout on a machine whose one Python is ours."""
    house, machine = tmp_path / "a house", tmp_path / "bin"
    shutil.copytree(ROOT / "script", house / "script")
    for lock in ROOT.glob("requirements*.txt"):
        (house / lock.name).write_text("django\n")
    machine.mkdir()
    for tool in [
        "cat",
        "chmod",
        "cksum",
        "cp",
        "dirname",
        "env",
        "mkdir",
        "printf",
        "rm",
        "sed",
        "sh",
    ]:
        (machine / tool).symlink_to(shutil.which(tool) or tool)
    _program(machine / "python3", PYTHON)
    # Nobody is root here, so that nothing is installed on the machine of the test.
    _program(machine / "id", "#!/bin/sh\necho 1000\n")
    return house


def _program(file: Path, text: str) -> None:
    file.write_text(text)
    file.chmod(0o755)


def set_up(
    checkout: Path, *options: str, **machine: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["script/setup", *options],
        cwd=checkout,
        env={"PATH": str(checkout.parent / "bin"), **machine},
        capture_output=True,
        text=True,
        check=False,
    )


def asked(checkout: Path) -> list[str]:
    log = checkout / "asked"
    return log.read_text().splitlines() if log.exists() else []


def test_it_leaves_the_command_and_says_so(checkout: Path) -> None:
    done = set_up(checkout)

    assert done.returncode == 0, done.stderr
    assert "making .venv" in done.stdout
    assert "installing requirements.txt" in done.stdout
    command = checkout / ".venv/bin/alongside"
    assert os.access(command, os.X_OK)
    assert f"'{checkout}/.venv/bin/python'" in command.read_text()
    assert (checkout / ".venv/lib/alongside.pth").read_text() == f"{checkout}\n"


def test_every_package_is_checked_by_its_hash(checkout: Path) -> None:
    set_up(checkout)

    [line] = asked(checkout)
    assert "--require-hashes -r requirements.txt" in line


def test_a_second_time_it_does_nothing(checkout: Path) -> None:
    set_up(checkout)

    again = set_up(checkout)

    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert len(asked(checkout)) == 1


def test_a_changed_lock_is_installed_and_the_environment_kept(checkout: Path) -> None:
    set_up(checkout)
    (checkout / "requirements.txt").write_text("django\nmsgspec\n")

    again = set_up(checkout)

    assert "making .venv" not in again.stdout
    assert len(asked(checkout)) == 2


def test_an_environment_that_no_longer_starts_is_made_anew(checkout: Path) -> None:
    set_up(checkout)
    _program(checkout / ".venv/bin/python", "#!/nowhere/python\n")

    again = set_up(checkout)

    assert again.returncode == 0
    assert "making .venv" in again.stdout


def test_a_house_that_moved_is_set_up_anew(checkout: Path) -> None:
    set_up(checkout)
    moved = checkout.rename(checkout.with_name("another house"))

    again = set_up(moved)

    assert "making .venv" in again.stdout
    assert str(moved) in (moved / ".venv/bin/alongside").read_text()


@pytest.mark.parametrize(
    ("option", "lock"),
    [("--dev", "requirements-dev.txt"), ("--postgres", "requirements-postgres.txt")],
)
def test_more_can_be_asked_for(checkout: Path, option: str, lock: str) -> None:
    set_up(checkout, option)

    assert asked(checkout)[-1].endswith(f"--require-hashes -r {lock}")


def test_an_old_python_is_named(checkout: Path) -> None:
    done = set_up(checkout, SAYS="3.8.1")

    assert done.returncode == 1
    assert "needs Python 3.11 or newer; here is: Python 3.8.1" in done.stderr
    assert not (checkout / ".venv").exists()


def test_without_the_venv_module_it_ends_with_the_line_to_run(checkout: Path) -> None:
    done = set_up(checkout, NO_VENV="yes")

    assert done.returncode == 1
    assert done.stderr.endswith("sudo apt-get install python3-venv\n")


def test_without_a_network_it_says_what_could_not_be_had(checkout: Path) -> None:
    done = set_up(checkout, NO_NETWORK="yes")

    assert done.returncode == 1
    assert "no matching distribution" in done.stderr
    assert "the packages of requirements.txt could not be had" in done.stderr
    assert "is there a network?" in done.stderr


def test_what_could_not_be_had_is_tried_again(checkout: Path) -> None:
    set_up(checkout, NO_NETWORK="yes")

    again = set_up(checkout)

    assert again.returncode == 0
    assert "ready" in again.stdout


def test_another_word_is_refused(checkout: Path) -> None:
    done = set_up(checkout, "--deb")

    assert done.returncode == 1
    assert "'--deb'" in done.stderr


@pytest.mark.parametrize(
    "file",
    ["script/setup", "script/serve", "script/test", ".ci/run", "deploy/certificate"],
)
def test_it_can_be_run_as_it_is(file: str) -> None:
    assert os.access(ROOT / file, os.X_OK)
    shell = "bash" if file == ".ci/run" else "sh"
    subprocess.run([shell, "-n", ROOT / file], check=True)
