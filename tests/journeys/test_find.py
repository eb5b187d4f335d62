"""From the front door to a number to call: on a phone, on a wide screen, without script."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from alongside.directory import actions
from alongside.directory.actions import Copy
from alongside.directory.sources import LISTS
from alongside.directory.tests import lists
from tests.journeys import keys
from tests.journeys.looking import Open, no_barriers, nothing_sticks_out, picture

pytestmark = pytest.mark.journey
DAY = date(2026, 12, 5)


@pytest.fixture(autouse=True)
def places(live_server: LiveServer) -> None:
    """What a host has read in: clinics in two towns, and a meeting."""
    rows = [lists.facility(f"Clinic {n:02}") for n in range(12)]
    far = lists.facility("Hill House", zip="43017", city="Dublin")
    book = Copy(lists.workbook(*rows, far), "", "2023", DAY)
    actions.import_list(LISTS["samhsa"], book, progress=lambda _: None)
    group = Copy(lists.as_json(lists.meeting()), "ohio", "2026", DAY)
    actions.import_list(LISTS["meeting-guide"], group, progress=lambda _: None)


def looked_at(page: Page, name: str) -> None:
    nothing_sticks_out(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        no_barriers(page)
        picture(page, f"{name}-{scheme}")


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_place_is_found_from_the_front_door(opened: Open, size: str) -> None:
    page = opened("/", size=size)
    page.get_by_role("link", name="They may be ready for help").click()
    looked_at(page, f"find-{size}")
    page.get_by_label("ZIP code, or town and state").fill("43215")
    page.get_by_label("Methadone").check()
    page.get_by_label("Medicaid", exact=True).check()
    page.get_by_role("button", name="Search").click()

    heading = page.get_by_role("heading", name="13 places near 43215 Columbus, OH")
    expect(heading).to_be_visible()
    looked_at(page, f"found-{size}")
    page.get_by_role("button", name="Show more places").click()
    expect(page.get_by_role("link", name="Hill House").first).to_be_visible()
    page.get_by_role("link", name="Hill House").first.click()
    expect(page.get_by_role("link", name="614-555-0142")).to_be_visible()
    looked_at(page, f"place-{size}")


def test_by_keyboard_alone_and_without_javascript(opened: Open) -> None:
    page = opened("/find/", size="phone", script=False)
    keys.write(page, page.get_by_label("ZIP code, or town and state"), "Nowhere")
    keys.follow(page, page.get_by_role("button", name="Search"))
    expect(page.get_by_text("We do not know this place.")).to_be_visible()
    nothing_sticks_out(page)
    assert page.locator(".field--bad").count() == 1

    keys.write(page, page.get_by_label("ZIP code, or town and state"), "Columbus, OH")
    keys.follow(page, page.get_by_role("button", name="Search"))
    expect(page.get_by_text("places near Columbus, OH")).to_be_visible()
    keys.follow(page, page.get_by_role("link", name="Clinic").first)
    expect(page.get_by_role("heading", name="How to reach it")).to_be_visible()


def test_what_may_fit_is_asked_and_answered(opened: Open) -> None:
    page = opened("/find/fit/", size="phone", script=False)
    keys.choose(page, page.get_by_label("They drink each day"))
    keys.follow(page, page.get_by_role("button", name="Show what may fit"))
    expect(page.get_by_role("heading", name="First of all")).to_be_visible()
    nothing_sticks_out(page)

    page = opened("/find/fit/", size="phone")
    page.get_by_label("They drink each day").check()
    page.get_by_role("button", name="Show what may fit").click()
    looked_at(page, "fits-phone")
