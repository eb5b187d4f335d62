"""What was typed while the notes locked: it is kept, by nobody, until it can be saved."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import OperationalError

from alongside.accounts import actions
from alongside.accounts.kept import LONGEST
from alongside.accounts.tests.acts import (
    MOOD,
    WORDS,
    another_browser,
    everything_kept,
    filled,
    is_open,
    note,
    refusal,
    times_noted,
)
from alongside.testing.people import PASSPHRASE, start_notes, type_back, unlock
from alongside.testing.visitor import Visitor

SAVE = "Save this note"


def too_late(someone: Visitor, clock: time_machine.Traveller) -> Visitor:
    """A note that was begun in time, and sent after eleven minutes."""
    someone.visit("/signs/note/")
    clock.shift(timedelta(minutes=11))
    return filled(someone).press(SAVE)


def test_after_eleven_minutes_it_waits_behind_the_lock_and_is_saved(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    too_late(mara, clock)
    assert mara.status == 403
    assert mara.sees("What you wrote is still here. Open your notes, and it is saved.")

    unlock(mara)

    assert mara.status == 200
    assert mara.path != "/unlock/"
    assert times_noted(mara) == 1


def test_while_it_waits_it_lies_nowhere(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    too_late(mara, clock)

    assert b"guitar" not in everything_kept()


def test_a_wrong_passphrase_keeps_it(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    too_late(mara, clock)
    unlock(mara, "not the passphrase")
    assert mara.sees("What you wrote is still here.")

    unlock(mara)

    assert times_noted(mara) == 1


def test_sent_twice_it_is_one_note(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    too_late(mara, clock)
    form = mara.given("Open my notes") | {"name": "mara", "passphrase": PASSPHRASE}

    mara.send("/signs/note/", form)
    mara.send("/signs/note/", form)

    assert times_noted(mara) == 1


def test_what_has_to_be_mended_first_comes_back_with_all_that_was_typed(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    mara.visit("/signs/note/")
    clock.shift(timedelta(minutes=11))
    filled(mara).fill("Which day was it?", "2031-01-01").press(SAVE)

    unlock(mara)

    assert mara.path == "/signs/note/"
    assert mara.sees("That day has not come yet.")
    assert mara.sees(WORDS)
    mara.choose(MOOD).fill("Which day was it?", "2026-12-01").press(SAVE)
    assert times_noted(mara) == 1


def test_it_is_never_saved_among_the_notes_of_someone_else(
    mara: Visitor, ines: Visitor, clock: time_machine.Traveller
) -> None:
    too_late(mara, clock)
    mara.name = "ines"

    unlock(mara)

    assert mara.sees("What was typed here belongs to other notes.")
    assert not is_open(another_browser(mara))
    unlock(ines.visit("/signs/"))
    assert times_noted(ines) == 0


def test_after_the_store_was_lost_it_is_saved_all_the_same(mara: Visitor) -> None:
    filled(mara.visit("/signs/note/"))
    (Path(settings.RUNTIME) / "sessions.sqlite3").unlink()

    unlock(mara.press(SAVE))

    assert times_noted(mara) == 1


def test_who_lost_the_passphrase_meanwhile_keeps_it_by_the_code(
    stranger: Visitor, clock: time_machine.Traveller, db: None
) -> None:
    stranger.name = "mara"
    groups = [li.get_text() for li in start_notes(stranger).page.select(".code li")]
    too_late(type_back(stranger), clock)

    stranger.press("I lost my passphrase").fill("Your printed code", "".join(groups))
    stranger.fill("Your name here", "mara").press("Open my notes")
    type_back(stranger)

    assert times_noted(stranger) == 1


def test_who_has_no_notes_yet_makes_some_and_it_is_the_first(
    mara: Visitor, stranger: Visitor
) -> None:
    """A form that is sent by someone who never signed up."""
    form = filled(mara.visit("/signs/note/")).given(SAVE) | mara.filled
    stranger.send("/signs/note/", form)
    assert stranger.sees("What you wrote is still here.")

    stranger.press("I have no notes yet").fill("Your name here", "nora").press("Go on")
    type_back(stranger)

    assert times_noted(stranger) == 1
    assert times_noted(mara) == 0


def test_too_much_to_be_carried_is_shown_to_be_copied(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    long = "word " * (LONGEST // 5 + 1)
    mara.visit("/signs/note/")
    clock.shift(timedelta(minutes=11))

    filled(mara, long).press(SAVE)

    assert mara.sees("What you wrote is too long to be carried through the lock.")
    assert str(mara.page.select_one("textarea")).count("word") == long.count("word")
    assert not mara.page.select('input[name^="kept"]')
    unlock(mara)
    assert mara.path == "/signs/note/"


def test_a_passphrase_or_a_word_that_deletes_never_travels_on(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    for path, form in (
        ("/settings/passphrase/", {"current": PASSPHRASE, "passphrase": "b" * 20}),
        ("/settings/code/", {"current": PASSPHRASE}),
        ("/settings/delete/", {"word": "delete"}),
    ):
        clock.shift(timedelta(minutes=11))
        mara.send(path, form)

        assert mara.sees("These notes are locked.")
        assert not mara.page.select('input[name^="kept"]')
        assert PASSPHRASE not in str(mara.page)
        unlock(mara)
        assert mara.path == path


def test_a_form_of_an_earlier_session_is_sent_once_more(mara: Visitor) -> None:
    """Locked and opened in another tab while this one was being filled in."""
    filled(mara.visit("/signs/note/"))
    mara.client.handler.enforce_csrf_checks = True
    mara.client.defaults["HTTP_ORIGIN"] = "https://testserver"
    elsewhere = Visitor(mara.client, name="mara")
    elsewhere.visit("/settings/").press("Lock my notes now")
    unlock(elsewhere)

    mara.press(SAVE)
    assert mara.status == 403
    assert mara.sees("Not saved. Your text is still here")
    assert mara.sees(WORDS)
    assert times_noted(elsewhere) == 0

    mara.press("Try again")
    assert times_noted(mara) == 1


@pytest.fixture
def refusing(mara: Visitor) -> Iterator[None]:
    with refusal():
        yield


def test_what_the_database_refuses_is_still_there(
    mara: Visitor, refusing: None
) -> None:
    filled(mara.visit("/signs/note/")).press(SAVE)

    assert mara.status == 503
    assert mara.sees("still here")
    assert mara.sees(WORDS)


def test_and_so_is_what_any_other_page_was_sent(mara: Visitor, refusing: None) -> None:
    mara.visit("/settings/").send("/settings/", {"minutes": "30"})

    assert mara.status == 503
    assert mara.sees("Not saved. Your text is still here")
    assert mara.given("Try again")["minutes"] == "30"


def test_a_stranger_gets_nothing_by_posing_as_the_lock(
    mara: Visitor, stranger: Visitor
) -> None:
    note(mara)
    form = {"door": "unlock", "name": "mara", "passphrase": "", "kept_path": "/signs/"}

    stranger.send("/signs/", form)

    assert not stranger.sees(WORDS)
    assert stranger.headers["X-Alongside-Page"] == "locked"


def test_a_database_that_goes_while_unlocking_shows_no_passphrase(
    mara: Visitor,
    clock: time_machine.Traveller,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mara.visit("/signs/note/")
    clock.shift(timedelta(minutes=11))
    filled(mara).press("Save this note")

    def gone(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(actions, "own_journal", gone)
    unlock(mara)

    assert mara.status == 503
    assert PASSPHRASE not in str(mara.page)


def test_a_note_outlasts_a_long_walk_for_paper(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    filled(mara.visit("/signs/note/"))
    form = mara.given(SAVE) | mara.filled
    nora = another_browser(mara)
    nora.name = "nora"
    nora.send("/signs/note/", form).press("I have no notes yet")
    nora.fill("Your name here", "nora").fill("Passphrase", PASSPHRASE).press("Go on")
    clock.shift(timedelta(minutes=11))

    # The page of the code was locked; it comes again, and the note with it.
    type_back(unlock(type_back(nora)))

    assert times_noted(nora) == 1


def test_another_persons_late_form_is_shown_and_never_saved(
    mara: Visitor, ines: Visitor
) -> None:
    """In one browser, where Ines opened her notes after Mara began to write."""
    filled(mara.visit("/signs/note/"))
    written = mara.given(SAVE) | mara.filled
    ines.client.handler.enforce_csrf_checks = True
    ines.client.defaults["HTTP_ORIGIN"] = "https://testserver"

    ines.send("/signs/note/", written)

    assert ines.status == 403
    assert ines.sees("This was typed in other notes than those that are open now")
    assert ines.sees(WORDS)
    assert ines.page.select_one("main button") is None
    assert times_noted(ines) == 0
