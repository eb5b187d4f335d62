"""One cookie, which nobody keeps; a store that can be lost, and opens nothing."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from pytest_django.fixtures import Settings

from alongside.accounts import memory, sessions
from alongside.accounts.middleware import SEALED_LINE, THIS_MACHINE
from alongside.accounts.sessions import Session
from alongside.accounts.tests.acts import (
    another_browser,
    cookie,
    everything_kept,
    inside,
    is_open,
    note,
    times_noted,
)
from alongside.testing.people import PASSPHRASE, unlock
from alongside.testing.visitor import Visitor


def store(settings: Settings) -> Path:
    return Path(settings.RUNTIME) / "sessions.sqlite3"


def test_there_is_one_cookie_and_it_is_closed_to_scripts_and_other_sites(
    mara: Visitor,
) -> None:
    note(mara)

    assert set(mara.client.cookies) == {"__Host-s"}
    told = mara.client.cookies["__Host-s"]
    assert told["secure"]
    assert told["httponly"]
    assert (told["samesite"], told["path"]) == ("Lax", "/")
    assert not told["domain"]
    # Without an age it ends with the browser.
    assert not told["max-age"]
    assert not told["expires"]


def test_a_cookie_is_256_random_bits(mara: Visitor, ines: Visitor) -> None:
    values = {base64.b32decode(cookie(v).upper() + "====") for v in (mara, ines)}

    assert {len(value) for value in values} == {32}
    assert len(values) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/sign-up/", "/sign-in/", "/recover/", "/signs/"])
def test_someone_without_notes_gets_no_cookie_and_no_row(
    path: str, settings: Settings
) -> None:
    client = Client()
    same_site = {"sec-fetch-site": "same-origin"}
    wrong = {"door": "unlock", "name": "nora", "passphrase": "nothing of the kind"}

    for answer in (
        client.get(path, secure=True),
        client.post(path, wrong, headers=same_site, secure=True),
        client.post("/leave", headers=same_site, secure=True),
        client.post("/lock/", headers=same_site, secure=True),
    ):
        assert not answer.cookies
    assert not store(settings).exists()


def test_neither_the_cookie_nor_the_key_lies_anywhere(mara: Visitor) -> None:
    note(mara)
    secret, value = inside(mara).secret, cookie(mara)

    kept = everything_kept()

    for trace in (
        value.encode(),
        base64.b32decode(value.upper() + "===="),
        secret,
        secret.hex().encode(),
        base64.b64encode(secret)[:-1],
    ):
        assert trace not in kept


@pytest.mark.parametrize("place", [0, 20, 51])
def test_one_wrong_letter_in_the_cookie_is_locked(mara: Visitor, place: int) -> None:
    letters = list(cookie(mara))
    letters[place] = "a" if letters[place] != "a" else "b"
    mara.client.cookies[SEALED_LINE] = "".join(letters)

    assert not is_open(mara)


def test_one_wrong_byte_in_the_store_is_locked(
    mara: Visitor, settings: Settings
) -> None:
    row = bytearray(store(settings).read_bytes())
    sealed = _sealed_of(mara, settings)
    place = bytes(row).index(sealed) + len(sealed) // 2
    row[place] ^= 1
    store(settings).write_bytes(bytes(row))

    assert not is_open(mara)


@pytest.mark.parametrize("value", ["", "x", "a" * 52, "A" * 52, "é" * 52, "a" * 4000])
def test_a_cookie_that_we_did_not_give_is_never_taken_over(
    mara: Visitor, value: str
) -> None:
    again = another_browser(mara)
    again.client.cookies[SEALED_LINE] = value
    assert not is_open(again)

    unlock(again)

    assert is_open(again)
    assert cookie(again) != value


def test_every_opening_has_a_cookie_of_its_own_and_ends_the_one_before(
    mara: Visitor,
) -> None:
    before = cookie(mara)

    again = another_browser(mara)
    again.client.cookies[SEALED_LINE] = before
    again.send("/today/", _passphrase(mara))

    assert cookie(again) != before
    assert is_open(again)
    assert not is_open(mara)


def test_a_lost_store_locks_everyone_and_loses_nothing(
    mara: Visitor, settings: Settings
) -> None:
    note(mara)

    store(settings).unlink()

    assert not is_open(mara)
    unlock(mara)
    assert times_noted(mara) == 1


def test_a_store_that_is_rubbish_is_replaced(mara: Visitor, settings: Settings) -> None:
    store(settings).write_bytes(b"rubbish, and not a database at all" * 200)

    assert not is_open(mara)
    unlock(mara)
    assert is_open(mara)


def test_a_store_that_cannot_be_written_says_so_and_keeps_what_was_typed(
    mara: Visitor, settings: Settings, tmp_path: Path
) -> None:
    mara.visit("/settings/").press("Lock my notes now")
    nowhere = tmp_path / "a file, and no folder"
    nowhere.touch()
    settings.RUNTIME = nowhere

    unlock(mara)

    assert mara.status == 503
    assert mara.sees("Notes cannot be opened at the moment. Nothing is lost.")


def test_ten_quiet_minutes_lock(mara: Visitor, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(minutes=9))
    assert is_open(mara)
    clock.shift(timedelta(minutes=9))
    assert is_open(mara)

    clock.shift(timedelta(minutes=10, seconds=1))

    assert not is_open(mara)


def test_eight_hours_lock_in_any_case(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    for _ in range(53):
        clock.shift(timedelta(minutes=9))
        assert is_open(mara)

    clock.shift(timedelta(minutes=3, seconds=1))

    assert not is_open(mara)


def test_a_clock_that_is_set_back_prolongs_nothing(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(hours=-2))

    assert not is_open(mara)


def test_the_idle_clock_is_written_once_a_minute_at_most(
    mara: Visitor, clock: time_machine.Traveller, settings: Settings
) -> None:
    clock.shift(timedelta(seconds=70))
    is_open(mara)
    written = store(settings).read_bytes()

    clock.shift(timedelta(seconds=50))
    is_open(mara)
    assert store(settings).read_bytes() == written

    clock.shift(timedelta(seconds=20))
    is_open(mara)
    assert store(settings).read_bytes() != written


def test_what_was_open_too_long_is_emptied_and_not_only_hidden(
    mara: Visitor,
    ines: Visitor,
    clock: time_machine.Traveller,
    settings: Settings,
) -> None:
    sealed = _sealed_of(mara, settings)
    clock.shift(timedelta(minutes=11))

    is_open(ines)

    assert sealed not in store(settings).read_bytes()


def test_after_eight_hours_the_store_knows_nothing_of_a_session(
    mara: Visitor, ines: Visitor, clock: time_machine.Traveller, settings: Settings
) -> None:
    whose = bytes.fromhex(Session(cookie(mara)).whose)
    clock.shift(timedelta(hours=8, seconds=1))

    unlock(ines.visit("/signs/"))
    assert is_open(ines)

    assert whose not in store(settings).read_bytes()


def test_a_locked_browser_is_told_to_drop_the_cookie(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    """A cookie that changes makes it drop the pages it kept for Back, too."""
    clock.shift(timedelta(minutes=11))

    mara.visit("/signs/")

    assert cookie(mara) == ""


def test_over_plain_http_on_this_machine_the_cookie_has_a_plain_name(
    mara: Visitor,
) -> None:
    client = Client(SERVER_NAME="localhost")

    client.post(
        "/sign-in/",
        _passphrase(mara),
        headers={"sec-fetch-site": "same-origin"},
    )

    assert set(client.cookies) == {THIS_MACHINE}
    assert b"You and your notes" in client.get("/settings/").content


def _passphrase(someone: Visitor) -> dict[str, str]:
    return {"door": "unlock", "name": someone.name, "passphrase": PASSPHRASE}


def _sealed_of(someone: Visitor, settings: Settings) -> bytes:
    assert Session(cookie(someone)).inside
    with memory.opened(store(settings), *sessions.SCHEMA) as rows:
        stored = rows.execute("SELECT sealed, whose FROM sessions").fetchall()
    whose = Session(cookie(someone)).whose
    [sealed] = [bytes(sealed) for sealed, of in stored if bytes(of).hex() == whose]
    return sealed
