"""Reading a guide: without an account, without a cookie, without the database."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import Settings

from alongside.testing.visitor import Visitor

GUIDES = sorted(path.stem for path in Path("content/en/learn").glob("*.md"))
PAGES = [*(f"/learn/{slug}/" for slug in GUIDES), "/for-you/"]


def test_the_list_names_every_guide_and_each_can_be_opened(stranger: Visitor) -> None:
    stranger.visit("/learn/")

    links = [str(a["href"]) for a in stranger.page.select("main .door")]
    assert sorted(links) == PAGES[:-1]
    for link in links:
        assert Visitor(Client()).visit(link).status == 200


def test_the_first_guide_on_the_list_says_what_it_is(stranger: Visitor) -> None:
    first = stranger.visit("/learn/").page.select_one("main .door")

    assert first
    assert first["href"] == "/learn/what-it-is/"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_how_sure_it_is(stranger: Visitor, page: str) -> None:
    stranger.visit(page)

    assert stranger.sees("Last checked Nov. 23, 2026")
    assert stranger.sees("Not yet reviewed by a clinician.")
    assert stranger.sees("Sources: ")
    assert stranger.sees("minutes.")
    assert not stranger.sees("past its check date")


@pytest.mark.parametrize("page", PAGES)
def test_every_number_leads_to_its_source(stranger: Visitor, page: str) -> None:
    stranger.visit(page)

    anchors = [str(a["href"])[1:] for a in stranger.page.select('main a[href^="#"]')]
    assert any(anchor.startswith("source-") for anchor in anchors)
    for anchor in anchors:
        assert stranger.page.find(id=anchor), anchor


@pytest.mark.parametrize("page", PAGES)
def test_a_link_out_says_so_and_tells_nothing(stranger: Visitor, page: str) -> None:
    text = stranger.visit(page).page.select("main .sources a, main .guide__text > p a")

    outside = [a for a in text if str(a["href"]).startswith("https://")]
    assert outside
    for link in outside:
        assert {"noreferrer", "noopener"} <= set(link["rel"])
        assert "(leaves this site)" in link.get_text()


@pytest.mark.parametrize("page", PAGES)
def test_the_next_thing_to_do_is_there(stranger: Visitor, page: str) -> None:
    [door] = stranger.visit(page).page.select(".next a.btn--go")

    answer = Client().get(str(door["href"]), secure=True)
    assert answer.status_code in {200, 302}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_no_drug_word_in_the_history(stranger: Visitor, page: str) -> None:
    title = stranger.visit(page).page.title

    assert title
    assert not re.search(
        r"opioid|heroin|naloxone|overdose", title.get_text(), re.IGNORECASE
    )


def test_other_rooms_can_point_at_a_part_of_a_guide(stranger: Visitor) -> None:
    """The front door leads someone whose loved one used again straight to this part."""
    stranger.visit("/learn/before-you-talk/")

    assert stranger.page.find(id="if-they-used-again")


def test_a_guide_that_is_not_there_says_so(stranger: Visitor) -> None:
    assert stranger.visit("/learn/not-here/").status == 404


def test_the_guide_to_the_kit_holds_the_steps(stranger: Visitor) -> None:
    stranger.visit("/learn/kit/")

    assert stranger.sees("Call 911 and give naloxone")
    assert stranger.sees("Stay at least 4 hours.")
    assert len(stranger.page.select(".steps > ol > li")) == 7


def test_elsewhere_the_steps_name_no_american_number(
    stranger: Visitor, settings: Settings
) -> None:
    settings.COUNTRY = ""

    stranger.visit("/learn/kit/")

    assert stranger.sees("Call your local emergency number and give naloxone")
    assert not stranger.sees("911")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_another_language_says_that_it_is_in_english(
    stranger: Visitor, page: str
) -> None:
    with translation.override("es"):
        stranger.visit(page)

    [article] = stranger.page.select("article")
    assert article["lang"] == "en"
    assert stranger.page.select_one("header .note")


@pytest.mark.parametrize("days", [91, 400, 1000])
@pytest.mark.parametrize("page", PAGES)
def test_time_passes_and_the_page_stands(
    stranger: Visitor, clock: time_machine.Traveller, page: str, days: int
) -> None:
    then = stranger.visit(page).page.select("main h2")

    clock.shift(timedelta(days=days))
    stranger.visit(page)

    assert stranger.status == 200
    assert stranger.page.select("main h2") == then
    if page == "/learn/kit/":
        assert stranger.sees("past its check date, Feb. 21, 2027")
        assert len(stranger.page.select(".steps > ol > li")) == 7


def test_after_a_thousand_days_every_page_says_that_it_is_old(
    stranger: Visitor, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=1000))

    for page in PAGES:
        assert stranger.visit(page).sees("past its check date"), page
