"""Looking for a place, as a reader does: from a ZIP code to a number to call."""

from datetime import date

import pytest

from alongside.directory import actions
from alongside.directory.actions import Copy
from alongside.directory.models import Listing
from alongside.directory.sources import LISTS
from alongside.directory.tests import lists
from alongside.testing.visitor import Visitor

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 5)
WHERE = "ZIP code, or town and state"


def read_in(file: bytes, kind: str = "samhsa", edition: str = "2023") -> None:
    copy = Copy(file, "ohio", edition, DAY)
    actions.import_list(LISTS[kind], copy, progress=lambda _: None)


@pytest.fixture
def found(stranger: Visitor, db: None) -> Visitor:
    """Someone who looks around 43215, where three places are."""
    river = lists.facility("River Clinic")
    hill = lists.facility("Hill House", zip="43017", city="Dublin")
    plain = lists.facility("Plain Talk", service_code_info="SA * MD", phone="")
    read_in(lists.workbook(river, hill, plain))
    return stranger


def look(someone: Visitor, where: str = "43215", *has: str) -> Visitor:
    someone.visit("/find/")
    someone.fill(WHERE, where)
    for words in has:
        someone.check(words)
    return someone.press("Search")


def test_the_nearest_places_come_first_with_a_number_to_call(found: Visitor) -> None:
    look(found)

    assert found.sees("3 places near 43215 Columbus, OH")
    names = [each.get_text(strip=True) for each in found.page.select(".place__n")]
    assert names[-1] == "Hill House"
    assert found.page.select_one("a[href='tel:6145550142']")
    assert found.sees("The list has no phone number.")


def test_all_that_is_asked_must_be_there(found: Visitor) -> None:
    look(found, "Columbus, OH", "Methadone", "Medicaid")

    assert found.sees("2 places near Columbus, OH")
    assert not found.sees("Plain Talk")


def test_nothing_that_fits_is_said_kindly_and_widens_in_one_tap(found: Visitor) -> None:
    look(found, "43215", "Arabic")

    assert found.sees("0 places near")
    assert found.sees("That does not mean that there is nothing.")
    found.press("Look within 50 miles")
    assert found.sees("0 places near")
    assert found.page.select_one("input[name=language][value=arabic][checked]")


def test_a_wider_look_finds_what_is_farther_away(found: Visitor) -> None:
    read_in(
        lists.as_json(lists.meeting(latitude=40.4, longitude=-83.0)), "meeting-guide"
    )
    found.visit("/find/").fill(WHERE, "43215")
    found.fill("Kind of help", "meeting")
    found.press("Search")
    assert found.sees("0 places")

    found.press("Look within 50 miles")

    assert found.sees("1 place near")
    assert found.sees("Monday 19:30–20:30")


def test_more_than_a_page_of_places_is_turned(stranger: Visitor) -> None:
    read_in(lists.workbook(*(lists.facility(f"Clinic {n:02}") for n in range(45))))
    look(stranger)
    assert len(stranger.page.select(".place")) == 10

    for _ in range(4):
        stranger.press("Show more places")

    assert len(stranger.page.select(".place")) == 5
    assert stranger.press("The nearer ones").sees("45 places near")


@pytest.mark.parametrize("where", ["Nowhere", "99999", "", "43215'; drop", "\u202e1"])
def test_a_place_that_is_not_known_is_asked_again(
    stranger: Visitor, where: str
) -> None:
    look(stranger, where)

    assert stranger.page.select_one(".field--bad")
    assert stranger.sees("Nothing you wrote is lost.")
    field = stranger.page.select_one("input[name=near]")
    assert field
    assert field.get("value", "") == where


def test_a_server_without_lists_says_so_and_where_to_look(stranger: Visitor) -> None:
    look(stranger)

    assert stranger.sees("No list of places has been read into this server yet.")
    assert stranger.page.select_one("a[href='https://findtreatment.gov']")
    assert stranger.page.select_one("main a[href='/call/']")
    assert stranger.sees("alongside directory import samhsa FILE")


def test_a_search_sets_no_cookie_and_stands_in_no_address(found: Visitor) -> None:
    look(found, "43215", "Methadone")

    assert found.path == "/find/"
    assert not found.client.cookies
    assert found.headers["Cache-Control"] == "no-store"


def test_a_place_says_what_it_has_and_who_says_so(found: Visitor) -> None:
    look(found)
    found.follow("River Clinic")

    assert found.sees("1 Main Street")
    assert found.sees("Methadone")
    assert found.sees("Methadone used in Treatment")
    assert found.sees("The list says no hours. Ask when you call.")
    assert found.sees("edition 2023, read here on 5 Dec 2026")
    assert found.sees("Nobody of us has called this place.")
    assert found.sees("by its ZIP code")


def test_a_code_that_the_list_does_not_explain_is_shown(stranger: Visitor) -> None:
    read_in(lists.workbook(lists.facility(service_code_info="SA * QZ9")))
    look(stranger).follow("River Clinic")

    assert stranger.sees("QZ9 (a code that the list does not explain)")


def test_a_place_that_left_its_list_is_not_found_and_says_so(found: Visitor) -> None:
    gone = Listing.objects.get(name="Hill House")
    read_in(lists.workbook(lists.facility("River Clinic")), edition="2024")

    assert not look(found).sees("Hill House")
    found.visit(f"/find/p/{gone.id}/")
    assert found.sees("not in the newest edition of its list")
    assert found.sees("edition 2023")


def test_a_place_that_never_was_is_not_there(stranger: Visitor) -> None:
    stranger.visit("/find/p/00000000-0000-0000-0000-000000000000/")

    assert stranger.status == 404


def test_a_name_from_a_list_is_only_text(stranger: Visitor) -> None:
    read_in(lists.workbook(lists.facility("<script>alert(1)</script> Clinic")))
    look(stranger)

    assert stranger.sees("<script>alert(1)</script> Clinic")
    assert not stranger.page.select(".place script")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "0"),
        ("page", "x"),
        ("within", "7"),
        ("medicine", "gold"),
        ("kind", "?"),
    ],
)
def test_a_form_that_was_tampered_with_is_asked_again(
    found: Visitor, name: str, value: str
) -> None:
    found.visit("/find/")
    found.send("/find/", {"near": "43215", "within": "25", name: value})

    assert found.status == 200
    assert not found.page.select(".place")
