"""The main job, walked by someone who has never been here, on a phone and at a desk.

Front door, the overdose steps in one tap, three questions, one next step, sealed notes of
several weeks, what they add up to, and the next right step. axe looks at every page.
"""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from alongside.testing.people import PASSPHRASE
from tests.journeys.looking import Open, no_barriers, nothing_sticks_out, picture

TODAY = date(2026, 12, 5)
SEEN = [
    ("Drifted off mid-sentence", 20, True),
    ("Cash or belongings gone, or sold", 13, False),
    ("Foil with burn marks", 6, False),
    ("Stayed away from family or friends", 2, False),
]


def looked_at(page: Page, name: str, size: str) -> None:
    no_barriers(page)
    nothing_sticks_out(page)
    picture(page, f"{size}-{name}-light")
    page.emulate_media(color_scheme="dark")
    no_barriers(page)
    picture(page, f"{size}-{name}-dark")
    page.emulate_media(color_scheme="light")


def answer(page: Page, question: str, words: str) -> None:
    expect(page.get_by_role("heading", name=question)).to_be_visible()
    page.get_by_role("button", name=words, exact=True).click()


def first_step(page: Page, size: str) -> None:
    looked_at(page, "01-front", size)
    page.get_by_role("link", name="Overdose").first.click()
    expect(page).to_have_url("/now")
    looked_at(page, "02-now", size)
    page.go_back()
    page.get_by_role("link", name="I just found out").click()
    looked_at(page, "03-question", size)
    answer(page, "Are they using now?", "Yes")
    answer(page, "Is there naloxone at home?", "No")
    answer(page, "Are you safe at home?", "Yes")
    expect(
        page.get_by_role("heading", name="Put naloxone in your home")
    ).to_be_visible()
    looked_at(page, "04-first-step", size)


def sealed(page: Page, size: str) -> None:
    page.get_by_role("button", name="Keep it, sealed").click()
    looked_at(page, "05-sign-up", size)
    page.get_by_label("Your name here").fill(f"mara at a {size}")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Go on").click()
    looked_at(page, "06-code", size)
    groups = page.locator(".code li").all_inner_texts()
    page.get_by_label("Group 3").fill(groups[2].lower())
    page.get_by_label("Group 7").fill(groups[6])
    page.get_by_role("button", name="It is on paper").click()


def note(page: Page, sign: str, days_ago: int, *, asks: bool) -> None:
    page.goto("/signs/note/")
    group = page.get_by_text(sign, exact=True)
    if not group.is_visible():
        page.locator("details", has=group).locator("summary").first.click()
    group.click()
    on = TODAY - timedelta(days=days_ago)
    page.get_by_label("Which day was it?").fill(on.isoformat())
    page.get_by_role("button", name="Save this note").click()
    if asks:
        page.get_by_role("link", name="No, this was earlier").click()


@pytest.mark.journey
@pytest.mark.kept
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_main_job(opened: Open, size: str) -> None:
    page = opened("/", size=size)
    first_step(page, size)
    sealed(page, size)
    page.goto("/today/")
    expect(
        page.get_by_role("heading", name="Put naloxone in your home")
    ).to_be_visible()
    looked_at(page, "07-today", size)
    page.goto("/signs/note/")
    looked_at(page, "08-note", size)
    for sign, days_ago, asks in SEEN:
        note(page, sign, days_ago, asks=asks)
    page.goto("/signs/")
    expect(page.get_by_text("This is not a diagnosis").first).to_be_visible()
    looked_at(page, "09-signs", size)
    page.goto("/today/")
    page.get_by_role("button", name="I have it").click()
    looked_at(page, "10-today", size)
    page.goto("/settings/")
    looked_at(page, "11-settings", size)
    page.goto("/settings/export/")
    looked_at(page, "12-export", size)
    page.goto("/settings/")
    page.get_by_role("button", name="Lock my notes now").click()
    looked_at(page, "13-locked", size)


@pytest.mark.journey
@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize(
    "path",
    [
        "/call/",
        "/learn/",
        "/learn/kit/",
        "/find/options/",
        "/find/fit/",
        "/for-you/",
        "/hide/",
        "/offline/",
        "/nowhere/",
    ],
)
def test_what_anyone_may_read(opened: Open, path: str, size: str) -> None:
    page = opened(path, size=size)

    looked_at(page, "20-" + path.strip("/").replace("/", "-"), size)


@pytest.mark.journey
def test_the_start_works_without_a_script(opened: Open) -> None:
    page = opened("/start/", script=False)
    answer(page, "Are they using now?", "I don’t know")
    answer(page, "Is there naloxone at home?", "I don’t know")
    answer(page, "Are you safe at home?", "Yes")

    expect(page.get_by_role("heading", name="One thing for today")).to_be_visible()
    nothing_sticks_out(page)
