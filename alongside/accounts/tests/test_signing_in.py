"""Signing in is opening a sealed key; nobody learns who has notes here."""

import statistics
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from alongside.accounts import actions, pepper
from alongside.accounts.middleware import SEALED_LINE
from alongside.accounts.models import Person
from alongside.accounts.tests.acts import (
    another_browser,
    inside,
    is_open,
    note,
    times_noted,
)
from alongside.journal.wraps import Wrap
from alongside.testing.people import PASSPHRASE, sign_up, unlock
from alongside.testing.visitor import Visitor

WRONG = "not the passphrase"


def wrap_of(someone: Visitor) -> Wrap:
    person = Person.objects.get(pk=inside(someone).person)
    return Wrap.read(bytes(person.wrap))


def test_name_and_passphrase_open_the_notes_anywhere(mara: Visitor) -> None:
    note(mara)
    again = another_browser(mara)

    unlock(again.visit("/sign-in/"))

    assert again.path == "/today/"
    assert times_noted(again) == 1


def test_who_is_in_already_goes_on_to_today(mara: Visitor) -> None:
    assert mara.visit("/sign-in/").path == "/today/"


def test_the_lock_opens_on_the_page_that_was_asked_for(mara: Visitor) -> None:
    again = another_browser(mara)

    unlock(again.visit("/signs/"))

    assert again.path == "/signs/"


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [
        ("mara", WRONG),
        ("nora", WRONG),
        ("nora", PASSPHRASE),
        ("mara", PASSPHRASE + " "),
        ("mara", PASSPHRASE.upper()),
        ("mara", ""),
    ],
)
def test_nothing_else_opens(mara: Visitor, name: str, passphrase: str) -> None:
    again = another_browser(mara)
    again.name = name

    unlock(again.visit("/sign-in/"), passphrase)

    assert not is_open(again)
    assert SEALED_LINE not in again.client.cookies


def test_an_unknown_name_and_a_wrong_passphrase_get_the_same_bytes(
    mara: Visitor,
) -> None:
    """Letter for letter, with the name that was typed aside."""
    answers = []
    for name in ("mara", "nora"):
        answer = Client().post(
            "/sign-in/",
            {"door": "unlock", "name": name, "passphrase": WRONG},
            headers={"sec-fetch-site": "same-origin"},
            secure=True,
        )
        answers.append((answer.status_code, answer.content.replace(name.encode(), b"")))

    assert answers[0] == answers[1]
    assert answers[0][0] == 403


@pytest.mark.django_db
def test_an_unknown_name_costs_as_much_as_a_known_one(settings: Settings) -> None:
    settings.KDF_MIB = 32
    actions.sign_up("mara", PASSPHRASE)
    actions.sign_up("lena", PASSPHRASE)
    actions.sign_up("lena", "the second lena’s passphrase")
    spent: dict[str, list[float]] = {"mara": [], "nora": [], "lena": []}
    for _ in range(9):
        for name, times in spent.items():
            began = time.process_time()
            with suppress(actions.NotOpened):
                actions.sign_in(name, WRONG)
            times.append(time.process_time() - began)

    medians = [statistics.median(times) for times in spent.values()]

    assert max(medians) < 1.4 * min(medians)


@pytest.mark.django_db
def test_a_guess_costs_what_the_settings_say(settings: Settings) -> None:
    """The one test that pays the real price: 64 MiB, three passes."""
    settings.KDF_MIB, settings.KDF_PASSES = 64, 3
    someone = sign_up("mara")

    wrap = wrap_of(someone)

    assert (wrap.mib, wrap.passes) == (64, 3)
    unlock(someone.visit("/settings/").press("Lock my notes now"))
    assert is_open(someone)


def test_a_higher_cost_is_taken_up_at_the_next_sign_in(
    mara: Visitor, settings: Settings
) -> None:
    note(mara)
    settings.KDF_MIB, settings.KDF_PASSES = 16, 2
    unlock(mara.visit("/settings/").press("Lock my notes now"))

    wrap = wrap_of(mara)

    assert (wrap.mib, wrap.passes) == (16, 2)
    unlock(mara.visit("/settings/").press("Lock my notes now"))
    assert times_noted(mara) == 1


def test_a_lower_cost_is_not(mara: Visitor, settings: Settings) -> None:
    settings.KDF_MIB = 9
    unlock(mara.visit("/settings/").press("Lock my notes now"))
    settings.KDF_MIB = 8

    unlock(mara.visit("/settings/").press("Lock my notes now"))

    assert wrap_of(mara).mib == 9


def test_a_new_pepper_is_taken_up_and_the_old_one_can_go(
    mara: Visitor, settings: Settings, tmp_path: Path
) -> None:
    note(mara)
    [old] = pepper.read(settings.PEPPER_FILE)
    settings.PEPPER_FILE = tmp_path / "pepper"
    new = f"{old.id + 1} {'5a' * 32}\n"
    settings.PEPPER_FILE.write_text(f"{old.id} {old.secret.hex()}\n{new}")
    unlock(mara.visit("/settings/").press("Lock my notes now"))
    settings.PEPPER_FILE.write_text(new)

    unlock(mara.visit("/settings/").press("Lock my notes now"))

    assert times_noted(mara) == 1
    assert wrap_of(mara).pepper_id == old.id + 1


def test_without_the_pepper_no_passphrase_can_even_be_tried(
    mara: Visitor, settings: Settings, tmp_path: Path
) -> None:
    """What a thief has who took the database and not the file beside it."""
    settings.PEPPER_FILE = tmp_path / "pepper"
    again = another_browser(mara)

    unlock(again.visit("/sign-in/"))

    assert not is_open(again)


@pytest.mark.parametrize("place", [0, 1, 5, 9, 12, 30, 60, 100, -1])
def test_a_damaged_wrap_opens_nothing_and_breaks_nothing(
    mara: Visitor, place: int
) -> None:
    person = Person.objects.get(pk=inside(mara).person)
    wrap = bytearray(bytes(person.wrap))
    wrap[place] ^= 1
    person.wrap = bytes(wrap)
    person.save()
    mara.visit("/settings/").press("Lock my notes now")

    unlock(mara)

    assert mara.status == 403
    assert mara.sees("open nothing here")


def test_a_damaged_keyring_says_that_the_passphrase_was_right(mara: Visitor) -> None:
    person = Person.objects.get(pk=inside(mara).person)
    *kept, last = bytes(person.keyring)
    person.keyring = bytes([*kept, last ^ 1])
    person.save()
    mara.visit("/signs/")
    assert mara.status == 503

    unlock(another_browser(mara).visit("/call/").visit("/sign-in/"))
    mara.visit("/signs/")

    assert mara.sees("Your notes do not open")
    assert mara.sees("a backup can bring your notes back")


def test_a_person_is_a_random_number(mara: Visitor, ines: Visitor) -> None:
    people = set(Person.objects.values_list("id", flat=True))

    assert len(people) == 2
    assert {person.version for person in people} == {4}
