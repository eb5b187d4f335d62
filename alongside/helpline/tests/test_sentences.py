"""Every link and every sentence of the page, and the short list that others show."""

import re
from collections.abc import Iterator

import pytest
import textstat
from bs4 import BeautifulSoup
from django.conf import settings
from django.template import Context, Template
from django.test import override_settings

from alongside.helpline import packs
from alongside.helpline.tests.test_calling import COUNTRIES, DANGERS, PAGES, words
from alongside.lib import wording
from alongside.testing.visitor import Visitor


@pytest.mark.parametrize("path", PAGES)
def test_every_number_can_be_dialled_and_no_link_is_spoilt(
    stranger: Visitor, path: str
) -> None:
    stranger.visit(path)
    links = {str(a["href"]) for a in stranger.page.select("main a[href]")}

    for link in links:
        assert re.fullmatch(
            r"tel:\d{3,11}|sms:\d{3,11}(\?body=[A-Z]+)?|https://\S+|/\S*|#[a-z]+", link
        ), link
    for anchor in (link[1:] for link in links if link.startswith("#")):
        assert stranger.page.select_one(f"#{anchor}"), anchor


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_leads_away_says_nothing_of_where_one_came_from(
    stranger: Visitor, path: str
) -> None:
    outside = stranger.visit(path).page.select("main a[href^='https:']")

    assert outside
    assert all("noreferrer" in link["rel"] for link in outside)


def our_sentences() -> Iterator[str]:
    """What a reader in crisis is told: the parts of danger, and what the packs say."""
    for country in COUNTRIES:
        for line in packs.read(settings.CONTENT / "lines", country).lines:
            yield f"{line.about} {line.happens} {line.then}"


def told(html: str) -> str:
    page = BeautifulSoup(html, "html.parser")
    return " ".join(words(p) for p in page.select("p"))


ABOUT = {
    anchor: told(
        Template(f"{{% include 'helpline/about/{anchor}.html' %}}").render(Context())
    )
    for anchor in DANGERS
}


@pytest.mark.parametrize("anchor", DANGERS)
def test_what_to_do_in_danger_reads_as_grade_six(anchor: str) -> None:
    assert textstat.flesch_kincaid_grade(ABOUT[anchor]) <= 6


def test_what_the_packs_say_reads_as_grade_six() -> None:
    assert textstat.flesch_kincaid_grade(" ".join(our_sentences())) <= 6


@pytest.mark.parametrize("path", [*PAGES, "/hide/"])
def test_no_word_on_the_page_wounds(stranger: Visitor, path: str) -> None:
    main = stranger.visit(path).page.select_one("main")

    assert main
    assert wording.wounding(words(main)) == []
    assert wording.out_of_tune(words(main)) == []


def test_the_short_list_of_other_pages_comes_from_the_same_numbers() -> None:
    drawn = Template("{% load lines %}{% first_lines %}").render(Context())
    page = BeautifulSoup(drawn, "html.parser")

    assert [a["href"] for a in page.select("a")] == ["tel:988", "tel:18006624357"]


@override_settings(COUNTRY="")
def test_the_short_list_without_a_country_starts_with_emergency_numbers() -> None:
    drawn = Template("{% load lines %}{% first_lines %}").render(Context())
    page = BeautifulSoup(drawn, "html.parser")

    assert [a["href"] for a in page.select("a[href^=tel]")][:2] == [
        "tel:911",
        "tel:112",
    ]
