"""Starting one's own notes: in few steps, without saying who one is."""

import re

import pytest

from alongside.accounts.models import Person
from alongside.accounts.tests.acts import (
    another_browser,
    everything_kept,
    filled,
    is_open,
    note,
    times_noted,
)
from alongside.testing.people import (
    PASSPHRASE,
    code_on_page,
    start_notes,
    type_back,
    unlock,
)
from alongside.testing.visitor import Visitor

pytestmark = pytest.mark.django_db


def test_three_forms_lead_from_the_first_page_to_the_first_note(
    stranger: Visitor,
) -> None:
    """Name and passphrase; two groups of the code; the note. There is no fourth."""
    stranger.visit("/sign-up/").fill("Your name here", "mara").press("Go on")
    type_back(stranger)
    assert stranger.path == "/signs/note/"

    filled(stranger, "He slept all day.").press("Save this note")

    assert stranger.status == 200
    assert times_noted(stranger, "He slept all day.") == 1


def test_what_has_to_be_known_first_is_said_before_anything_is_asked(
    stranger: Visitor,
) -> None:
    stranger.visit("/sign-up/")
    page = stranger.page.get_text(" ")

    for said in (
        "not medical care, not legal advice and not an emergency service",
        "They may read it one day.",
        "A court can ask to see notes like these.",
        "They can find out that you were here",
        "write nothing down",
        "a server whose keeper you trust",
    ):
        assert said in " ".join(page.split())
    assert page.index("A court can ask") < page.index("Your name here")


def test_six_words_are_offered_and_work(stranger: Visitor) -> None:
    stranger.visit("/sign-up/").fill("Your name here", "mara")
    [field] = stranger.page.select("textarea[name=passphrase]")
    offered = field.get_text(strip=True)
    type_back(stranger.press("Go on"))

    again = another_browser(stranger)
    again.name = "mara"
    unlock(again.visit("/sign-in/"), offered)

    assert is_open(again)


def test_before_the_code_is_on_paper_nothing_can_be_written(stranger: Visitor) -> None:
    stranger.name = "mara"
    start_notes(stranger)

    for path in ("/signs/note/", "/today/", "/settings/", "/signs/"):
        stranger.visit(path)
        assert len(code_on_page(stranger)) == 9
        assert stranger.sees("Put this code on paper")


def test_the_code_stays_the_same_until_it_was_typed_back(stranger: Visitor) -> None:
    stranger.name = "mara"
    first = code_on_page(start_notes(stranger))

    assert code_on_page(stranger.visit("/today/")) == first


def test_a_wrong_group_is_found_and_the_code_stays(stranger: Visitor) -> None:
    stranger.name = "mara"
    groups = code_on_page(start_notes(stranger))
    stranger.fill("Group 3", groups[6]).fill("Group 7", groups[6].lower())

    stranger.press("It is on paper")

    assert stranger.sees("Your paper says something else in group 3. Look again.")
    assert not stranger.sees("Your paper says something else in group 7.")
    assert code_on_page(stranger) == groups
    assert stranger.visit("/signs/note/").sees("Put this code on paper")


def test_who_left_before_typing_back_is_given_another_code(stranger: Visitor) -> None:
    stranger.name = "mara"
    first = code_on_page(start_notes(stranger))
    again = another_browser(stranger)

    unlock(again.visit("/sign-in/"))

    assert code_on_page(again) != first
    type_back(again)
    assert is_open(again)


def test_a_code_is_shown_once_and_never_again(mara: Visitor) -> None:
    for path in ("/settings/", "/settings/code/", "/today/"):
        assert not mara.visit(path).page.select(".code")


def test_two_people_may_choose_one_name_and_neither_learns_of_the_other(
    mara: Visitor, stranger: Visitor
) -> None:
    """A name that is refused would tell anyone who has notes here."""
    note(mara)
    stranger.name = " Mara "
    start_notes_as(stranger, "quite another passphrase")

    assert type_back(stranger).path == "/signs/note/"
    assert times_noted(stranger) == 0
    unlock(mara.visit("/settings/").press("Lock my notes now"))
    assert times_noted(mara) == 1
    assert times_noted(stranger) == 0


def test_who_forgot_that_they_have_notes_is_led_to_them(
    mara: Visitor, stranger: Visitor
) -> None:
    stranger.name = "mara"

    start_notes(stranger)

    assert stranger.status == 403
    assert stranger.sees("Notes with this name and this passphrase are here already.")
    assert Person.objects.count() == 1


def test_bad_input_keeps_what_was_typed_and_says_what_to_change(
    stranger: Visitor,
) -> None:
    stranger.visit("/sign-up/").fill("Your name here", "").fill("Passphrase", "short")

    stranger.press("Go on")

    assert stranger.sees("Enter the name that you use here.")
    assert stranger.sees("Use 12 characters or more. Several words are easiest.")
    [field] = stranger.page.select("textarea[name=passphrase]")
    assert field.get_text(strip=True) == "short"
    assert str(stranger.page.title).startswith("<title>Error:")
    assert not Person.objects.exists()


def test_nothing_that_was_typed_is_kept_in_clear(stranger: Visitor) -> None:
    stranger.name = "Unforgettable Name"
    groups = code_on_page(start_notes(stranger))
    type_back(stranger)

    kept = everything_kept()

    assert PASSPHRASE.encode() not in kept
    assert not re.search(rb"unforgettable|herons", kept, re.IGNORECASE)
    assert "-".join(groups).encode() not in kept
    assert "".join(groups[:8]).encode() not in kept


def test_an_account_has_no_moment_no_address_and_no_name(mara: Visitor) -> None:
    [columns] = Person.objects.values()

    assert set(columns) == {
        "id",
        "handle",
        "wrap",
        "code_handle",
        "code_wrap",
        "keyring",
        "turn",
    }


def start_notes_as(someone: Visitor, passphrase: str) -> Visitor:
    someone.visit("/sign-up/").fill("Your name here", someone.name)
    return someone.fill("Passphrase", passphrase).press("Go on")
