"""Leaving, deleting, and what stays closed to whom."""

import pytest
from django.conf import settings as house
from django.db import connection
from django.test import Client

from alongside.accounts.models import Person
from alongside.accounts.tests.acts import (
    WORDS,
    another_browser,
    cookie,
    inside,
    is_open,
    note,
    rows,
    times_noted,
)
from alongside.testing.people import PASSPHRASE, unlock
from alongside.testing.visitor import Visitor

KEEP_OFFLINE = '"cache", "cookies"'
FORGET_ALL = '"cache", "cookies", "storage"'


@pytest.mark.parametrize(
    ("path", "cleared"), [("/leave", KEEP_OFFLINE), ("/forget", FORGET_ALL)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_leaving_ends_the_session_and_goes_elsewhere(
    mara: Visitor, path: str, cleared: str, method: str
) -> None:
    again = another_browser(mara)
    again.client.cookies["__Host-s"] = cookie(mara)

    answer = getattr(mara.client, method)(path, secure=True)

    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == cleared
    assert answer.headers["Cache-Control"] == "no-store"
    elsewhere = f'http-equiv="refresh" content="0;url={house.LEAVE_TO}"'
    assert elsewhere in answer.content.decode()
    assert cookie(mara) == ""
    assert not is_open(again)


def test_leaving_twice_is_as_good_as_once(mara: Visitor) -> None:
    first, second = (mara.client.post("/leave", secure=True) for _ in range(2))

    assert first.content == second.content
    assert second.status_code == 200


def test_a_beacon_without_any_header_or_token_ends_the_session(mara: Visitor) -> None:
    beacon = Client(enforce_csrf_checks=True)
    beacon.cookies["__Host-s"] = cookie(mara)

    answer = beacon.post("/leave", b"", content_type="text/plain", secure=True)

    assert answer.status_code == 200
    assert not is_open(mara)


@pytest.mark.parametrize("path", ["/leave", "/forget"])
def test_the_page_between_says_nothing_and_asks_for_nothing(
    stranger: Visitor, path: str
) -> None:
    stranger.visit(path)

    page = str(stranger.page)
    assert "alongside" not in page.lower()
    assert not stranger.page.select("[src], link[rel=stylesheet], form")
    assert not stranger.client.cookies


def delete(someone: Visitor, word: str = "delete") -> Visitor:
    someone.visit("/settings/delete/").fill("Type the word “delete”", word)
    return someone.press("Delete everything")


def test_deleting_leaves_nothing_of_a_person_and_all_of_the_others(
    mara: Visitor, ines: Visitor
) -> None:
    note(ines)
    before = rows()
    note(mara, "Only Mara saw this.")
    hers = Person.objects.get(pk=inside(mara).person)
    traces = [bytes(hers.handle), bytes(hers.wrap), bytes(hers.keyring)]

    delete(mara)

    assert mara.sees("Everything is deleted")
    assert mara.headers["Clear-Site-Data"] == KEEP_OFFLINE
    left = rows()
    assert str(hers.id) not in left
    assert not [trace for trace in traces if trace.hex() in left]
    assert left.count("accounts_person:") == 1
    assert left.count("journal_sealedentry:") == before.count("journal_sealedentry:")
    assert times_noted(ines) == 1


def test_after_that_neither_passphrase_nor_session_opens_anything(
    mara: Visitor,
) -> None:
    other = unlock(another_browser(mara).visit("/sign-in/"))

    delete(mara)

    assert not is_open(mara)
    assert not is_open(other)
    unlock(other)
    assert other.status == 403


@pytest.mark.parametrize("word", ["", "yes", "delet", "delete everything"])
def test_another_word_deletes_nothing(mara: Visitor, word: str) -> None:
    note(mara)

    delete(mara, word)

    assert mara.sees("Type the word “delete”, or go back.")
    assert times_noted(mara) == 1


def test_before_it_one_is_told_what_stays_and_when_to_ask_a_lawyer(
    mara: Visitor,
) -> None:
    mara.visit("/settings/delete/")

    assert mara.sees("Backups of this server hold sealed copies")
    assert mara.sees("Talk to a lawyer before you delete.")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the file is SQLite's")
@pytest.mark.django_db(transaction=True)
def test_nor_do_the_bytes_of_the_file_hold_it(mara: Visitor) -> None:
    note(mara)
    hers = Person.objects.get(pk=inside(mara).person)
    kept = (hers.handle, hers.wrap, hers.keyring, hers.code_wrap)
    traces = [bytes(each) for each in kept if each]
    assert all(trace in _file() for trace in traces)

    delete(mara)

    assert not [trace for trace in traces if trace in _file()]


def _file() -> bytes:
    from pathlib import Path

    name = Path(str(connection.settings_dict["NAME"]))
    logs = [name, name.with_name(name.name + "-wal")]
    return b"".join(file.read_bytes() for file in logs if file.exists())


PRIVATE = [
    "/settings/",
    "/settings/passphrase/",
    "/settings/code/",
    "/settings/delete/",
    "/today/",
    "/signs/",
]


@pytest.mark.parametrize("path", PRIVATE)
def test_a_stranger_finds_a_closed_door_and_so_does_who_locked(
    mara: Visitor, stranger: Visitor, path: str
) -> None:
    note(mara)
    mara.visit("/settings/").press("Lock my notes now")

    for someone in (stranger, mara):
        someone.visit(path)
        assert someone.status == 200
        assert someone.headers["X-Alongside-Page"] == "locked"
        assert someone.headers["Cache-Control"] == "no-store"
        assert someone.headers["X-Robots-Tag"] == "noindex"
        assert str(someone.page.title) == "<title>Notes</title>"
        assert not someone.sees(WORDS)


@pytest.mark.parametrize(
    "path", ["/settings/", "/settings/lock-everywhere/", "/settings/delete/"]
)
def test_a_form_without_the_token_of_the_session_changes_nothing(
    mara: Visitor, path: str
) -> None:
    note(mara)
    attacker = Client(enforce_csrf_checks=True)
    attacker.cookies["__Host-s"] = cookie(mara)

    answer = attacker.post(
        path,
        {"minutes": "60", "word": "delete", "csrfmiddlewaretoken": "a" * 64},
        headers={"sec-fetch-site": "same-origin", "origin": "https://testserver"},
        secure=True,
    )

    assert answer.status_code == 403
    assert inside(mara).minutes == 10
    assert times_noted(mara) == 1


@pytest.mark.parametrize("path", ["/sign-up/", "/sign-in/", "/recover/", *PRIVATE])
def test_over_plain_http_from_another_machine_notes_stay_closed_and_say_why(
    path: str,
) -> None:
    answer = Client(SERVER_NAME="kitchen.home").get(path)

    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Notes stay closed on this connection" in page
    assert "docs/at-home.md" in page
    assert "<form" not in page
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/", "/now", "/call/", "/learn/", "/leave"])
def test_and_everything_without_notes_works_there(path: str) -> None:
    assert Client(SERVER_NAME="kitchen.home").get(path).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_takes_no_steps_from_the_phone(site: str) -> None:
    answer = Client().get("/forget", headers={"sec-fetch-site": site})

    assert answer.headers["Clear-Site-Data"] == KEEP_OFFLINE


@pytest.mark.parametrize("path", ["/leave", "/forget"])
def test_whatever_comes_with_it_leaving_is_leaving(mara: Visitor, path: str) -> None:
    far_too_many = {f"field-{number}": "x" for number in range(500)}

    answer = mara.client.post(path, far_too_many, secure=True)

    assert answer.status_code == 200
    assert not is_open(mara)


def test_through_the_lock_nothing_is_deleted_without_a_token(mara: Visitor) -> None:
    mara.client.cookies.clear()

    mara.send(
        "/settings/delete/",
        {
            "door": "unlock",
            "name": mara.name,
            "passphrase": PASSPHRASE,
            "kept_path": "/settings/delete/",
            "kept-word": "delete",
        },
    )

    assert Person.objects.count() == 1
    assert is_open(mara)
