"""When the database refuses: nothing is lost, and the page says so."""

from collections.abc import Iterator

import pytest
from django.db import connection

from alongside.testing.visitor import Visitor

NOT_SAVED = "This could not be saved. Nothing is lost: wait a little, and try again."


@pytest.fixture
def read_only(mara: Visitor) -> Iterator[Visitor]:
    """Mara, whose server can read and no longer write, as with a full disk."""
    mara.visit("/today/questions/")
    mara.filled = {"using": "yes", "kit": "no", "safe": "yes"}
    mara.press("Save")
    on_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(
            "PRAGMA query_only = ON" if on_sqlite else "SET transaction_read_only = on"
        )
    yield mara
    if on_sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")


@pytest.mark.parametrize("button", ["I have it", "Not today"])
def test_a_step_stays_as_it_was(read_only: Visitor, button: str) -> None:
    read_only.press(button)

    assert read_only.status == 503
    assert read_only.sees(NOT_SAVED)
    assert read_only.sees("Put naloxone in your home")


def test_answers_stay_in_the_form(read_only: Visitor) -> None:
    read_only.visit("/today/questions/")
    read_only.filled = {"using": "no", "kit": "yes", "safe": "yes"}
    read_only.press("Save")

    assert read_only.sees(NOT_SAVED)
    assert read_only.page.select_one("input[name=using][value=no][checked]")


def test_ticks_stay_in_the_check(read_only: Visitor) -> None:
    read_only.visit("/today/check/")
    read_only.check("I am afraid of them right now")
    read_only.press("Save")

    assert read_only.sees(NOT_SAVED)
    assert read_only.page.select_one("input[value=afraid][checked]")


def test_what_was_to_be_kept_is_asked_for_again(read_only: Visitor) -> None:
    read_only.visit("/today/questions/")
    given = read_only.given("Save") | {"using": "no", "kit": "yes", "safe": "yes"}

    read_only.send("/today/keep/", given)

    assert read_only.sees(NOT_SAVED)
    assert read_only.page.select_one("input[name=using][value=no][checked]")
