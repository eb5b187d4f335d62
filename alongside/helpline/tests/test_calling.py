"""Looking for someone to call: what the page says, to anyone, today and in January."""

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import Tag
from django.test import override_settings

from alongside.helpline.tests.test_host import SAID
from alongside.testing.visitor import Visitor

COUNTRIES = ("us", "ca", "gb", "ie", "au", "nz", "world")
PAGES = ("/call/", *(f"/call/{country}/" for country in COUNTRIES))
DANGERS = ("overdose", "suicide", "violence", "child", "medical")
JANUARY = datetime(2027, 1, 5, 9, tzinfo=UTC)


def part(visitor: Visitor, anchor: str) -> Tag:
    found = visitor.page.select_one(f"section#{anchor}")
    assert found, f"{visitor.path} has no part {anchor!r}."
    return found


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def row(visitor: Visitor, name: str) -> str:
    """The words of the first line of that name."""
    for heading in visitor.page.select(".lines h3"):
        if words(heading).startswith(name):
            assert heading.parent
            return words(heading.parent)
    raise AssertionError(f"No line is called {name!r}.")


def test_the_first_number_is_in_the_first_part_of_the_page(stranger: Visitor) -> None:
    stranger.visit("/call/")
    first = stranger.page.select_one("main a[href^='tel:']")

    assert first
    assert first["href"] == "tel:988"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("anchor", DANGERS)
def test_a_danger_is_met_with_a_number_before_any_other_words(
    stranger: Visitor, path: str, anchor: str
) -> None:
    """`/call/#suicide` opens here: the number stands above what to do meanwhile."""
    danger = part(stranger.visit(path), anchor)
    number = danger.select_one("a[href^='tel:']")

    assert number
    before = [p for p in number.find_all_previous("p") if danger in p.parents]
    assert len(before) <= 1


@pytest.mark.parametrize(
    ("anchor", "href"),
    [
        ("overdose", "tel:911"),
        ("suicide", "tel:988"),
        ("violence", "tel:18007997233"),
        ("child", "tel:18004224453"),
        ("medical", "tel:911"),
    ],
)
def test_a_danger_starts_with_its_own_line(
    stranger: Visitor, anchor: str, href: str
) -> None:
    number = part(stranger.visit("/call/"), anchor).select_one("a[href^='tel:']")

    assert number
    assert number["href"] == href


@pytest.mark.parametrize("anchor", DANGERS)
def test_the_emergency_number_is_one_tap_away_in_every_danger(
    stranger: Visitor, anchor: str
) -> None:
    assert part(stranger.visit("/call/"), anchor).select_one("a[href='tel:911']")


def test_only_the_overdose_part_and_the_sick_child_lead_to_the_steps(
    stranger: Visitor,
) -> None:
    stranger.visit("/call/")

    for anchor in ("suicide", "violence", "child"):
        assert not part(stranger, anchor).select("a[href='/now']")


def test_a_line_says_who_answers_when_and_in_what_language(stranger: Visitor) -> None:
    line = row(stranger.visit("/call/"), "988 Suicide & Crisis Lifeline")

    assert "Day and night, every day." in line
    assert "English, Spanish." in line
    assert "Run by 988 Lifeline" in line
    assert "Last checked 1 Oct 2026." in line


def test_lines_in_spanish_are_marked_in_spanish(stranger: Visitor) -> None:
    stranger.visit("/call/")
    marked = [
        words(tag.parent) for tag in stranger.page.select(".tag[lang=es]") if tag.parent
    ]

    assert "Childhelp Español" in marked
    assert "StrongHearts Español" not in marked
    assert stranger.page.select_one("p[lang=es]")


def test_a_text_is_one_tap_with_its_word_ready(stranger: Visitor) -> None:
    stranger.visit("/call/").page.select_one("a[href='sms:741741?body=HOME']")

    assert stranger.page.select_one("a[href='sms:741741?body=HOME']")
    assert stranger.page.select_one("a[href='sms:988']")


def test_a_line_says_that_it_is_closed_and_when_it_opens(stranger: Visitor) -> None:
    """Nine on a Saturday morning."""
    line = row(stranger.visit("/call/ie/"), "HSE Drugs & Alcohol Helpline")

    assert "Closed now. Opens Monday, 9:30 a.m. (their time)." in line
    assert "Monday to Friday, 9:30 am to 5:30 pm." in line


def test_a_line_says_that_it_is_open(stranger: Visitor) -> None:
    with time_machine.travel(datetime(2026, 12, 7, 10, tzinfo=UTC)):
        line = row(stranger.visit("/call/ie/"), "HSE Drugs & Alcohol Helpline")

    assert "Open now." in line


@override_settings(TIME_ZONE="Pacific/Auckland")
def test_opening_is_told_on_the_clock_of_the_line(stranger: Visitor) -> None:
    line = row(stranger.visit("/call/ie/"), "HSE Drugs & Alcohol Helpline")

    assert "Opens Monday, 9:30 a.m. (their time)." in line


def test_what_is_not_confirmed_says_so(stranger: Visitor) -> None:
    line = row(stranger.visit("/call/"), "Al-Anon")

    assert "Not confirmed." in line
    assert "Check before you rely on it: al-anon.org" in line
    assert "Last checked" not in line
    assert "Open now" not in line


def test_what_is_past_its_day_says_so(stranger: Visitor) -> None:
    line = row(stranger.visit("/call/"), "Never Use Alone")

    assert "Last checked September 2026, more than 90 days ago." in line
    assert "Check before you rely on it: neverusealone.com" in line


def test_in_january_even_988_says_how_old_it_is(stranger: Visitor) -> None:
    with time_machine.travel(JANUARY):
        stranger.visit("/call/")

    line = row(stranger, "988 Suicide & Crisis Lifeline")
    assert "Last checked 1 Oct 2026, more than 90 days ago." in line
    assert part(stranger, "suicide").select_one("a[href='tel:988']")
    first = stranger.page.select_one("section .linklist")
    assert first
    assert "Check before you rely on it." in words(first)


def test_other_countries_are_one_tap_away(stranger: Visitor) -> None:
    stranger.visit("/call/").follow("the United Kingdom")

    assert stranger.path == "/call/gb/"
    assert stranger.sees("The numbers on this page work in the United Kingdom.")
    assert stranger.page.select_one("a[href='tel:116123']")
    assert not stranger.page.select("main a[href='tel:911'], main a[href='tel:988']")


@override_settings(COUNTRY="")
def test_where_no_country_is_set_nobodys_number_is_shown_as_local(
    stranger: Visitor,
) -> None:
    stranger.visit("/call/")

    numbers = {words(li) for li in part(stranger, "overdose").select(".numbers li")}
    assert numbers >= {"911 the United States and Canada", "000 Australia"}
    assert not stranger.page.select("a[href='tel:988']")
    assert stranger.page.select_one("a[href='https://findahelpline.com']")


@pytest.mark.parametrize("path", ["/call/xx/", "/call/US/", "/call/pack/"])
def test_a_country_without_lines_has_no_page(stranger: Visitor, path: str) -> None:
    assert stranger.visit(path).status == 404


@override_settings(HOST_LINE=SAID)
def test_the_hosts_own_line_comes_first(stranger: Visitor) -> None:
    stranger.visit("/call/")
    first = stranger.page.select_one("main a[href^='tel:']")

    assert first
    assert first["href"] == "tel:08005550100"
    assert "Closed now. Opens Saturday, 10 a.m." in row(stranger, "Harbour")
    assert "Run by Harbour, a charity." in row(stranger, "Harbour")


@override_settings(HOST_LINE=SAID | {"attested": ""})
def test_a_line_that_nobody_attests_is_nowhere(stranger: Visitor) -> None:
    assert not stranger.visit("/call/").sees("Harbour")


@override_settings(HOST_LINE=SAID | {"tested_on": "2026-09-01"})
def test_a_line_that_was_not_rung_of_late_is_not_first(stranger: Visitor) -> None:
    stranger.visit("/call/")
    first = stranger.page.select_one("main a[href^='tel:']")

    assert first
    assert first["href"] == "tel:988"
    assert "Last checked 1 Sep 2026, more than 90 days ago." in row(stranger, "Harbour")


@override_settings(HOST_LINE=SAID)
def test_the_page_of_another_country_does_not_show_the_hosts_line(
    stranger: Visitor,
) -> None:
    assert not stranger.visit("/call/gb/").sees("Harbour")


def test_the_page_is_the_same_for_everyone(stranger: Visitor, mara: Visitor) -> None:
    """No row is read for it, no cookie set; who is signed in sees what a stranger sees."""
    public = stranger.client.get("/call/")
    private = mara.client.get("/call/")

    assert public.content == private.content
    assert not public.cookies
    assert not private.cookies
