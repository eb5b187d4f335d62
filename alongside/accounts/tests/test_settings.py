"""What a person changes about their own lock: minutes, passphrase, code."""

from datetime import timedelta

import pytest
import time_machine

from alongside.accounts.models import Person
from alongside.accounts.tests.acts import (
    another_browser,
    cookie,
    inside,
    is_open,
    note,
    refusal,
    times_noted,
)
from alongside.testing.people import PASSPHRASE, code_on_page, type_back, unlock
from alongside.testing.visitor import Visitor

NEW = "another quiet passphrase"


def change(someone: Visitor, current: str = PASSPHRASE, new: str = NEW) -> Visitor:
    someone.visit("/settings/passphrase/").fill("Passphrase until now", current)
    return someone.fill("New passphrase", new).press("Change it")


@pytest.fixture
def other(mara: Visitor) -> Visitor:
    """Mara's notes, open in another browser."""
    return unlock(another_browser(mara).visit("/sign-in/"))


def test_the_page_says_when_notes_lock_and_where_they_are_open(
    mara: Visitor,
) -> None:
    mara.visit("/settings/")
    assert mara.sees("They also lock 8 hours after you opened them")
    assert mara.sees("They are open in no other browser.")

    unlock(another_browser(mara).visit("/sign-in/"))

    assert mara.visit("/settings/").sees("Your notes are open in 1 other browser.")


def test_the_minutes_are_for_the_person_to_choose(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    mara.visit("/settings/").send("/settings/", {"minutes": "2"})
    assert mara.sees("Saved. Your notes lock themselves after that time.")

    clock.shift(timedelta(minutes=2, seconds=1))
    assert not is_open(mara)

    unlock(mara)
    clock.shift(timedelta(minutes=2, seconds=1))
    assert not is_open(mara)


@pytest.mark.parametrize("minutes", ["0", "1", "61", "never", ""])
def test_no_other_minutes_are_taken(mara: Visitor, minutes: str) -> None:
    mara.visit("/settings/").send("/settings/", {"minutes": minutes})

    assert mara.page.select(".field--bad")
    assert inside(mara).minutes == 10


def test_to_lock_one_browser_leaves_the_others(mara: Visitor, other: Visitor) -> None:
    mara.visit("/settings/").press("Lock my notes now")

    assert mara.path == "/unlock/"
    assert str(mara.page.title) == "<title>Notes</title>"
    assert not is_open(mara)
    assert is_open(other)


def test_to_lock_every_other_browser_leaves_this_one(
    mara: Visitor, other: Visitor, ines: Visitor
) -> None:
    before = cookie(mara)

    mara.visit("/settings/").press("Lock every other browser")

    assert mara.sees("Every other browser is locked.")
    assert cookie(mara) != before
    assert is_open(mara)
    assert not is_open(other)
    assert is_open(ines)


def test_a_changed_passphrase_opens_and_the_earlier_one_does_not(
    mara: Visitor, other: Visitor
) -> None:
    note(mara)
    before = cookie(mara)

    change(mara)

    assert mara.path == "/settings/"
    assert mara.sees("Your passphrase is changed.")
    assert cookie(mara) != before
    assert not is_open(other)
    unlock(other)
    assert not is_open(other)
    unlock(other, NEW)
    assert times_noted(other) == 1


def test_the_earlier_passphrase_is_asked_for(mara: Visitor) -> None:
    """Or someone with the phone in their hand could lock its owner out."""
    change(mara, current="not the passphrase")

    assert mara.status == 403
    assert mara.sees("This is not your passphrase.")
    unlock(mara.visit("/settings/").press("Lock my notes now"))
    assert is_open(mara)


def test_to_guess_it_in_an_open_session_takes_longer_and_longer(mara: Visitor) -> None:
    for _ in range(4):
        change(mara, current="not the passphrase")

    assert mara.status == 429


def test_a_session_of_an_earlier_passphrase_is_over_even_if_its_row_is_not(
    mara: Visitor, other: Visitor
) -> None:
    Person.objects.update(turn=2)

    assert not is_open(mara)
    assert not is_open(other)


def test_a_passphrase_that_the_database_refuses_leaves_the_earlier_one(
    mara: Visitor,
) -> None:
    mara.visit("/settings/passphrase/").fill("Passphrase until now", PASSPHRASE)
    mara.fill("New passphrase", NEW)
    with refusal():
        mara.press("Change it")

    assert mara.status == 503
    assert mara.sees("Notes cannot be opened at the moment.")
    assert is_open(mara)
    unlock(another_browser(mara).visit("/sign-in/"), NEW)
    unlock(mara.visit("/settings/").press("Lock my notes now"))
    assert is_open(mara)


def ask_for_a_code(someone: Visitor, passphrase: str = PASSPHRASE) -> Visitor:
    someone.visit("/settings/code/").fill("Passphrase", passphrase)
    return someone.press("Show me a new code")


def test_a_new_code_counts_once_it_was_typed_back(mara: Visitor) -> None:
    before = Person.objects.get().code_handle

    new = code_on_page(ask_for_a_code(mara))
    assert Person.objects.get().code_handle == before
    type_back(mara)

    assert mara.sees("Your new code works from now on.")
    assert Person.objects.get().code_handle != before
    again = another_browser(mara)
    again.visit("/recover/").fill("Your printed code", "".join(new))
    again.fill("Your name here", "mara").fill("New passphrase", NEW)
    assert code_on_page(again.press("Open my notes")) != new


def test_the_old_code_can_be_kept_after_all(mara: Visitor) -> None:
    before = Person.objects.get().code_handle

    ask_for_a_code(mara).press("Keep my old code")

    assert is_open(mara)
    assert Person.objects.get().code_handle == before


def test_a_first_code_cannot_be_passed_over(stranger: Visitor, db: None) -> None:
    from alongside.testing.people import start_notes

    stranger.name = "mara"
    start_notes(stranger)

    stranger.send("/signs/note/", {"door": "old-code"})

    assert stranger.sees("Put this code on paper")


def test_a_code_is_shown_only_to_who_knows_the_passphrase(mara: Visitor) -> None:
    ask_for_a_code(mara, "not the passphrase")

    assert mara.status == 403
    assert not mara.page.select(".code")
