"""A note that speaks of danger leads by the help once, not each time it is saved."""

from datetime import timedelta
from pathlib import Path

import time_machine
from django.conf import settings

from alongside.signs.tests.acts import notice
from alongside.testing.people import unlock
from alongside.testing.visitor import Visitor

NOT_BREATHING = "He is not breathing."


def test_a_note_saved_twice_leads_by_the_help_once(mara: Visitor) -> None:
    notice(mara, what=NOT_BREATHING)
    assert mara.path == "/help/1/"

    notice(mara, what=f"{NOT_BREATHING} I called.")
    assert mara.path.startswith("/signs/")

    notice(mara, what="His lips are blue again and he is unconscious.")
    assert mara.path == "/help/1/"


def test_it_is_remembered_though_the_notes_were_locked_until_tomorrow(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    notice(mara, what=NOT_BREATHING)
    clock.shift(timedelta(hours=1))
    unlock(mara.visit("/signs/"))
    notice(mara, what=NOT_BREATHING)
    assert mara.path.startswith("/signs/")

    clock.shift(timedelta(days=1))
    unlock(mara.visit("/signs/"))
    notice(mara, what=NOT_BREATHING)
    assert mara.path == "/help/1/"


def test_one_person_is_helped_whatever_another_wrote(
    mara: Visitor, ines: Visitor
) -> None:
    notice(mara, what=NOT_BREATHING)

    notice(ines, what=NOT_BREATHING)

    assert ines.path == "/help/1/"


def test_what_is_remembered_says_no_word(mara: Visitor) -> None:
    notice(mara, what=NOT_BREATHING)

    kept = (Path(settings.RUNTIME) / "heard.sqlite3").read_bytes()

    assert b"breathing" not in kept
    assert b"overdose" not in kept


def test_a_memory_that_is_damaged_helps_once_too_often(mara: Visitor) -> None:
    notice(mara, what=NOT_BREATHING)
    (Path(settings.RUNTIME) / "heard.sqlite3").write_bytes(b"no database at all")

    notice(mara, what=NOT_BREATHING)

    assert mara.path == "/help/1/"
