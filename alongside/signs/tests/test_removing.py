"""Keeping, taking back and erasing a note; and notes that leave by themselves."""

from datetime import timedelta

import pytest
import time_machine

from alongside.journal.models import SealedEntry
from alongside.signs.tests.acts import MOOD, NO_NOTES, address_of, notice
from alongside.testing.people import unlock
from alongside.testing.visitor import Visitor

ACTS = ["keep", "stop-keeping", "take-back", "erase"]
DAY = timedelta(days=1)
# What says that rows were emptied is a row itself.
TOMBSTONE = 1


def test_a_note_says_when_it_leaves(mara: Visitor) -> None:
    notice(mara)

    assert mara.sees("Leaves on March 5 unless you keep it.")


def test_a_note_that_was_taken_back_leaves_the_page_at_once(mara: Visitor) -> None:
    notice(mara)

    mara.press("Take it back")

    assert mara.path == "/signs/"
    assert mara.sees(NO_NOTES)
    assert not mara.sees("He shouted")


def test_a_note_is_erased_after_a_question(mara: Visitor) -> None:
    notice(mara)
    mara.follow("Erase it")
    assert mara.sees("Erase this note?")
    assert mara.sees("He shouted, then he cried.")

    mara.press("Erase it for good")

    assert mara.path == "/signs/"
    assert mara.sees(NO_NOTES)


def test_only_asking_erases_nothing(mara: Visitor) -> None:
    notice(mara)
    mara.follow("Erase it").follow("Leave it as it is")

    assert mara.sees(MOOD)


def test_erasing_one_note_leaves_the_others(mara: Visitor) -> None:
    notice(mara, what="The first.")
    notice(mara, what="The second.", on="2026-12-04")

    mara.follow("Erase it").press("Erase it for good")

    assert mara.sees("The first.")
    assert not mara.sees("The second.")


def test_a_note_is_kept_by_hand_and_can_be_let_go_again(mara: Visitor) -> None:
    notice(mara)

    mara.press("Keep this note")
    assert mara.sees("You keep this note.")

    mara.press("Stop keeping it")
    assert mara.sees("Leaves on March 5 unless you keep it.")


def test_keeping_twice_is_keeping_once(mara: Visitor) -> None:
    notice(mara)
    keep = address_of(mara, "keep")
    form = mara.given("Keep this note")

    mara.send(keep, form)
    mara.send(keep, form)
    mara.press("Stop keeping it")

    assert mara.sees("unless you keep it.")


@pytest.mark.parametrize(("days", "stands"), [(89, True), (90, False), (91, False)])
def test_a_note_leaves_after_ninety_days(
    mara: Visitor, clock: time_machine.Traveller, days: int, *, stands: bool
) -> None:
    notice(mara)

    clock.shift(days * DAY)

    assert opened_again(mara).sees("He shouted") is stands


def test_what_leaves_is_emptied_in_the_database(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    before = full_rows()
    notice(mara)
    notice(mara, what="Another.", on="2026-12-04")

    clock.shift(90 * DAY)
    opened_again(mara)

    assert mara.sees(NO_NOTES)
    assert full_rows() == before + TOMBSTONE


def test_hiding_is_not_erasing_so_what_was_taken_back_is_emptied_too(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    before = full_rows()
    notice(mara)
    mara.press("Keep this note")
    mara.press("Take it back")
    assert full_rows() > before + TOMBSTONE

    clock.shift(90 * DAY)
    opened_again(mara)

    assert full_rows() == before + TOMBSTONE


def test_erasing_empties_the_note_and_what_was_written_about_it(mara: Visitor) -> None:
    before = full_rows()
    notice(mara)
    mara.press("Keep this note")

    mara.follow("Erase it").press("Erase it for good")

    assert full_rows() == before + TOMBSTONE


def test_opening_the_notes_again_writes_nothing(mara: Visitor) -> None:
    notice(mara)
    before = full_rows()

    mara.visit("/signs/").visit("/signs/")

    assert full_rows() == before


@pytest.mark.parametrize("days", [91, 400, 1_000])
def test_a_kept_note_and_the_page_stand_as_long_as_it_takes(
    mara: Visitor, clock: time_machine.Traveller, days: int
) -> None:
    notice(mara, what="Keep this one.")
    mara.press("Keep this note")
    notice(mara, what="Let this one go.")

    clock.shift(days * DAY)

    assert opened_again(mara).sees("Keep this one.")
    assert not mara.sees("Let this one go.")
    assert mara.sees("This is not a diagnosis")


def test_sources_past_their_day_are_not_shown_as_current(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    notice(mara)
    mara.press("Keep this note")
    assert mara.sees("Last checked Nov. 23, 2026.")

    clock.shift(1_000 * DAY)
    opened_again(mara)

    assert mara.sees("It was to be checked again by Nov. 22, 2028.")
    assert not mara.sees("Last checked")


@pytest.mark.parametrize("act", ACTS)
def test_a_stranger_who_knows_the_address_changes_nothing(
    mara: Visitor, ines: Visitor, stranger: Visitor, act: str
) -> None:
    notice(mara)
    address = address_of(mara, "erase").replace("erase", act)
    notice(ines, what="Mine.")
    token = ines.visit("/signs/").given("Take it back")

    ines.send(address, token)
    stranger.send(address, {})

    assert ines.status == 404
    assert stranger.status == 403
    assert mara.visit("/signs/").sees("Leaves on March 5 unless you keep it.")
    assert ines.visit("/signs/").sees("Mine.")


@pytest.mark.parametrize("act", ACTS[:3])
def test_opening_the_address_of_an_act_does_nothing(mara: Visitor, act: str) -> None:
    notice(mara)
    address = address_of(mara, "erase").replace("erase", act)

    mara.visit(address)

    assert mara.status == 405
    assert mara.visit("/signs/").sees("Leaves on March 5 unless you keep it.")


def test_a_stranger_sees_nothing_at_the_question(
    mara: Visitor, ines: Visitor, stranger: Visitor
) -> None:
    notice(mara)
    address = address_of(mara, "erase")

    assert ines.visit(address).status == 404
    assert not ines.sees("He shouted")
    assert not stranger.visit(address).sees("He shouted")


def opened_again(someone: Visitor) -> Visitor:
    """Their notes, after the lock that waiting brings."""
    return unlock(someone.visit("/signs/"))


def full_rows() -> int:
    return SealedEntry.objects.exclude(ct=None).count()
