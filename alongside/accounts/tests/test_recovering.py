"""The code on paper opens what the passphrase opened, with the pepper or without."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from alongside.accounts.models import Person
from alongside.accounts.tests.acts import (
    another_browser,
    inside,
    is_open,
    note,
    times_noted,
)
from alongside.journal.wraps import Wrap
from alongside.testing.people import code_on_page, start_notes, type_back, unlock
from alongside.testing.visitor import Visitor

NEW = "another quiet passphrase"


@pytest.fixture
def paper(stranger: Visitor, db: None) -> list[str]:
    """Someone called mara has written a note, and put this code on paper."""
    stranger.name = "mara"
    groups = code_on_page(start_notes(stranger))
    note(type_back(stranger))
    return groups


def recover(someone: Visitor, code: str, name: str = "mara") -> Visitor:
    someone.name = name
    someone.visit("/recover/").fill("Your printed code", code)
    someone.fill("Your name here", name).fill("New passphrase", NEW)
    return someone.press("Open my notes")


def test_the_code_opens_the_notes_and_another_takes_its_place(
    stranger: Visitor, paper: list[str]
) -> None:
    again = another_browser(stranger)

    recover(again, "-".join(paper))
    new = code_on_page(again)
    type_back(again)

    assert times_noted(again) == 1
    assert new != paper
    assert not is_open(stranger)


@pytest.mark.parametrize("how", ["{}", " {} ", "\t{}\n"])
def test_it_is_read_however_it_is_typed(
    stranger: Visitor, paper: list[str], how: str
) -> None:
    code = " ".join(paper).lower().replace("0", "o").replace("1", "l")

    recover(another_browser(stranger), how.format(code))

    assert Person.objects.get().turn == 2


def test_the_old_passphrase_opens_nothing_then_and_the_new_one_does(
    stranger: Visitor, paper: list[str]
) -> None:
    type_back(recover(another_browser(stranger), "".join(paper)))

    unlock(stranger.visit("/sign-in/"))
    assert not is_open(stranger)
    unlock(stranger.visit("/sign-in/"), NEW)
    assert times_noted(stranger) == 1


def test_the_used_code_works_until_the_new_one_was_typed_back(
    stranger: Visitor, paper: list[str]
) -> None:
    """Whoever is interrupted between the two is left with one of them."""
    recover(another_browser(stranger), "".join(paper))

    once_more = recover(another_browser(stranger), "".join(paper))
    type_back(once_more)
    assert times_noted(once_more) == 1

    recover(stranger, "".join(paper))
    assert stranger.status == 403
    assert stranger.sees("This code opens nothing here.")


def test_after_a_recovery_nothing_is_written_before_the_new_code_is_on_paper(
    stranger: Visitor, paper: list[str]
) -> None:
    recover(another_browser(stranger), "".join(paper))

    unlock(stranger.visit("/signs/note/"), NEW)

    assert stranger.sees("Put this code on paper")


def test_a_name_can_be_chosen_anew(stranger: Visitor, paper: list[str]) -> None:
    """Names are forgotten, too; and nobody can look this one up."""
    type_back(recover(another_browser(stranger), "".join(paper), name="maria"))

    stranger.name = "maria"
    unlock(stranger.visit("/sign-in/"), NEW)

    assert times_noted(stranger) == 1


def test_without_the_pepper_the_code_still_opens(
    stranger: Visitor, paper: list[str], settings: Settings, tmp_path: Path
) -> None:
    before = Wrap.read(bytes(Person.objects.get().wrap)).pepper_id
    settings.PEPPER_FILE = tmp_path / "pepper"
    again = another_browser(stranger)
    unlock(again.visit("/sign-in/"))
    assert not is_open(again)

    type_back(recover(again, "".join(paper)))

    assert times_noted(again) == 1
    unlock(stranger.visit("/sign-in/"), NEW)
    assert times_noted(stranger) == 1
    assert Wrap.read(bytes(Person.objects.get().wrap)).pepper_id != before


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "Enter the code from your paper."),
        ("ABCD", "The code has 34 letters and digits. Some are missing, or too many."),
        ("U" * 34, "The code has only digits and letters, and never the letter U."),
        ("A" * 34, "One sign differs from what was printed."),
    ],
)
def test_a_slip_is_told_beside_the_field_and_the_rest_stays(
    stranger: Visitor, typed: str, complaint: str
) -> None:
    recover(stranger, typed)

    assert stranger.status == 200
    assert stranger.sees(complaint)
    [name] = stranger.page.select("input[name=name]")
    assert name["value"] == "mara"


def test_a_code_that_was_never_given_opens_nothing(
    stranger: Visitor, ines: Visitor, db: None
) -> None:
    from alongside.journal import recovery

    recover(stranger, recovery.written(bytes(20)))

    assert stranger.status == 403
    assert not is_open(stranger)
    assert is_open(ines)


def test_a_damaged_code_wrap_opens_nothing_and_the_passphrase_still_does(
    stranger: Visitor, paper: list[str]
) -> None:
    person = Person.objects.get()
    *kept, last = bytes(person.code_wrap or b"")
    person.code_wrap = bytes([*kept, last ^ 1])
    person.save()

    recover(another_browser(stranger), "".join(paper))

    unlock(stranger.visit("/settings/").press("Lock my notes now"))
    assert inside(stranger).turn == 1
    assert times_noted(stranger) == 1
