"""The pepper: made once, read by its owner alone, and more than one at a time."""

import stat
from pathlib import Path

import pytest

from alongside.accounts import pepper


def none() -> frozenset[int]:
    return frozenset()


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert pepper.read(tmp_path / "pepper") == ()


def test_it_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    made = pepper.newest(tmp_path / "pepper", used=none)

    assert pepper.newest(tmp_path / "pepper", used=none) == made
    assert len(made.secret) == 32
    assert stat.S_IMODE((tmp_path / "pepper").stat().st_mode) == 0o400
    assert [file.name for file in tmp_path.iterdir()] == ["pepper"]


def test_of_two_workers_that_start_at_once_the_quicker_one_makes_it(
    tmp_path: Path,
) -> None:
    quicker = []

    def used() -> frozenset[int]:
        quicker.append(pepper.newest(tmp_path / "pepper", used=none))
        return frozenset()

    slower = pepper.newest(tmp_path / "pepper", used=used)

    assert [slower] == quicker


def test_a_new_one_never_takes_the_number_of_one_that_was_lost(tmp_path: Path) -> None:
    used = frozenset({1, 2, 4})

    assert pepper.newest(tmp_path / "pepper", used=lambda: used).id == 3


def test_the_last_line_is_the_newest_and_the_others_still_count(tmp_path: Path) -> None:
    old, new = "11" * 32, "22" * 32
    (tmp_path / "pepper").write_text(f"1 {old}\n2 {new}\n")

    assert [each.id for each in pepper.read(tmp_path / "pepper")] == [2, 1]
    assert pepper.newest(tmp_path / "pepper", used=none).secret.hex() == new


@pytest.mark.parametrize(
    "line",
    [
        "1",
        "one " + "11" * 32,
        "1 " + "11" * 31,
        "0 " + "11" * 32,
        "256 " + "11" * 32,
        "1 " + "zz" * 32,
        "1 2 " + "11" * 32,
        "é " + "11" * 32,
    ],
)
def test_what_is_no_pepper_is_called_damaged(tmp_path: Path, line: str) -> None:
    (tmp_path / "pepper").write_text(line)

    with pytest.raises(pepper.PepperDamaged):
        pepper.read(tmp_path / "pepper")


def test_the_file_of_another_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "pepper").write_text("nonsense")

    with pytest.raises(pepper.PepperDamaged):
        pepper.newest(tmp_path / "pepper", used=none)

    assert (tmp_path / "pepper").read_text() == "nonsense"
