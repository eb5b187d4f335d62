"""The page for the loved one: short, warm, and nothing on it that spies."""

from datetime import timedelta

import pytest
import time_machine
from pytest_django.fixtures import Settings

from alongside.testing.visitor import Visitor


def test_it_opens_with_them_and_not_with_us(stranger: Visitor) -> None:
    stranger.visit("/for-you/")

    assert stranger.status == 200
    assert stranger.sees("You are someone’s person.")


def test_it_names_a_line_that_stays_on_the_phone(stranger: Visitor) -> None:
    stranger.visit("/for-you/")

    assert stranger.page.select_one('a[href="tel:18004843731"]')
    assert stranger.page.select_one('a[href="tel:988"]')


def test_a_line_past_its_day_is_not_shown_as_sure(
    stranger: Visitor, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=400))

    stranger.visit("/for-you/")

    assert stranger.page.select_one('a[href="tel:18004843731"]')
    assert stranger.sees("Check before you rely on it")


@pytest.mark.parametrize("country", ["", "GB", "US"])
def test_every_country_has_someone_to_call(
    stranger: Visitor, settings: Settings, country: str
) -> None:
    settings.COUNTRY = country

    stranger.visit("/for-you/")

    assert stranger.page.select(
        'main .card a[href^="tel:"], main .card a[href="/call/"]'
    )
    if country != "US":
        assert not stranger.page.select('a[href="tel:988"]')
        assert stranger.sees("We know of no such line here.")


def test_it_asks_for_nothing_and_sets_nothing(stranger: Visitor) -> None:
    stranger.visit("/for-you/")

    assert not stranger.page.select("main form, main input")
    assert "Set-Cookie" not in stranger.headers


def test_it_says_what_the_site_knows_and_never_does(stranger: Visitor) -> None:
    stranger.visit("/for-you/")

    for said in (
        "We keep nothing about your visit",
        "It does not follow you",
        "It does not read your messages.",
        "erased after 90 days",
        "A court can ask people for their notes",
    ):
        assert stranger.sees(said), said
