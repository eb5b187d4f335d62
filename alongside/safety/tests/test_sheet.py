"""The built pages: what stands on them for which country, and as time goes by."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from alongside.safety import build, numbers
from alongside.safety.served import File
from alongside.safety.steps import Language
from alongside.safety.tests.test_steps import EMERGENCY

TODAY = date(2026, 12, 5)
CONTENT = Path("content")
SHEETS = ["/now", "/ahora"]
PAGES = [*SHEETS, "/offline/", "/leave"]
HALF_A_FLIGHT = 6_000
LATER = [91, 400, 1_000]


def built(country: str = "US", today: date = TODAY) -> dict[str, File]:
    assets = (
        "/style.0123456789.css",
        "/static/web/js/alongside.js",
        "/static/face.woff2",
    )
    headers = {"X-Content-Type-Options": "nosniff"}
    return build.files(
        build.Place(CONTENT, country, "https://weather.example/", headers, assets),
        today,
    )


def page(path: str, country: str = "US", today: date = TODAY) -> BeautifulSoup:
    return BeautifulSoup(built(country, today)[path].body, "html.parser")


def words(path: str, country: str = "US", today: date = TODAY) -> str:
    return " ".join(page(path, country, today).get_text(" ").split())


def numbers_to_dial(path: str, country: str = "US", today: date = TODAY) -> list[str]:
    links = page(path, country, today).select("a[href^='tel:']")
    return [str(link["href"]).removeprefix("tel:") for link in links]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_nothing_but_itself(path: str) -> None:
    html = built()[path].body.decode()

    assert not page(path).select(
        "script, link[rel=stylesheet], img, iframe, object, form"
    )
    assert not re.search(r"\sstyle=|\son\w+=|url\(|@import|@font-face", html)
    elsewhere = set(re.findall(r"(?:https?:)?//[\w.-]+", html)) - {
        "https://weather.example"
    }
    assert elsewhere == set()


@pytest.mark.parametrize("path", SHEETS)
def test_only_leave_knows_another_site(path: str) -> None:
    assert "weather.example" not in built()[path].body.decode()
    assert page(path).select_one("a.x[href='/leave']")
    refresh = page("/leave").select_one("meta[http-equiv=refresh]")
    assert refresh
    assert refresh["content"] == "0;url=https://weather.example/"


@pytest.mark.parametrize("days", [0, *LATER])
@pytest.mark.parametrize("country", ["US", ""])
@pytest.mark.parametrize("path", SHEETS)
def test_the_steps_fit_half_a_flight(path: str, country: str, days: int) -> None:
    file = built(country, TODAY + timedelta(days=days))[path]

    assert len(file.encoded["gzip"]) <= HALF_A_FLIGHT
    assert len(file.encoded["br"]) < len(file.encoded["gzip"])


@pytest.mark.parametrize("path", SHEETS)
def test_a_known_country_has_its_number_in_reach(path: str) -> None:
    assert numbers_to_dial(path) == ["911"]
    assert numbers_to_dial(path, "NZ") == ["111"]
    assert "911" not in words(path, "NZ").replace("Narcan", "")


@pytest.mark.parametrize("country", ["", "XX"])
@pytest.mark.parametrize("path", SHEETS)
def test_an_unknown_country_is_shown_no_number_as_its_own(
    path: str, country: str
) -> None:
    assert numbers_to_dial(path, country) == ["911", "112", "999", "000", "111"]
    second = page(path, country).select("ol.s > li")[1].get_text(" ")
    assert not re.search(r"\d{3}", second)
    local = {
        "/now": "Call your local emergency number",
        "/ahora": "al número de emergencias",
    }
    assert local[path] in second


def test_the_numbers_of_the_world_are_those_of_its_countries() -> None:
    for region in EMERGENCY.region:
        for code in region.countries:
            pack = (CONTENT / "lines" / f"{code.lower()}.toml").read_text("utf-8")
            assert numbers.read(pack).emergency == region.number


def test_a_number_that_would_ring_nowhere_is_refused() -> None:
    pack = (CONTENT / "lines" / "us.toml").read_text("utf-8")

    with pytest.raises(ValueError, match="emergency number of US is '91I'"):
        numbers.read(pack.replace('number = "911"', 'number = "91I"', 1))


@pytest.mark.parametrize("path", SHEETS)
def test_laws_of_the_states_are_told_in_the_states_alone(path: str) -> None:
    law = {"/now": "Most states have laws", "/ahora": "Casi todos los estados"}[path]

    assert law in words(path)
    assert law not in words(path, "CA")
    assert law not in words(path, "")


@pytest.mark.parametrize(
    ("path", "signed", "read"),
    [
        ("/now", "Not yet reviewed by a clinician. Sources:", "Last checked: November 23, 2026."),
        ("/ahora", "Ningún profesional de la salud ha revisado aún", "23 de noviembre de 2026"),
    ],
)  # fmt: skip
def test_it_says_that_nobody_has_signed_it(path: str, signed: str, read: str) -> None:
    said = words(path)

    assert signed in said
    assert read in said
    assert "FDA label of naloxone spray 2023" in said


@pytest.mark.parametrize("days", LATER)
@pytest.mark.parametrize("country", ["US", ""])
@pytest.mark.parametrize("path", SHEETS)
def test_time_takes_no_step_away(path: str, country: str, days: int) -> None:
    later = TODAY + timedelta(days=days)

    assert page(path, country, later).select("ol.s, .hi, .no, .call") == page(
        path, country
    ).select("ol.s, .hi, .no, .call")
    assert numbers_to_dial(path, country, later) == numbers_to_dial(path, country)
    assert "2026" in words(path, country, later)


@pytest.mark.parametrize(
    ("path", "late"),
    [("/now", "was due on November 23, 2027"), ("/ahora", "Tocaba revisarla")],
)
def test_it_says_when_its_check_is_late(path: str, late: str) -> None:
    assert late not in words(path, today=date(2027, 11, 22))
    assert late in words(path, today=date(2027, 11, 23))


def test_the_offline_page_keeps_numbers_with_their_day() -> None:
    assert numbers_to_dial("/offline/")[:3] == ["911", "988", "18006624357"]
    assert "18002221222" in numbers_to_dial("/offline/")
    assert "Last checked: October 1, 2026." in words("/offline/")
    assert page("/offline/").select("a[href='/now'], a[href='/ahora']")


@pytest.mark.parametrize("days", LATER)
def test_an_old_number_is_not_shown_as_sure(days: int) -> None:
    later = TODAY + timedelta(days=days)

    assert numbers_to_dial("/offline/", today=later) == numbers_to_dial("/offline/")
    assert "Not checked since October 1, 2026. It may have changed." in words(
        "/offline/", today=later
    )
    assert "Last checked" not in words("/offline/", today=later)


@pytest.mark.parametrize("country", ["CA", "GB", "IE", "AU", "NZ", ""])
def test_offline_every_country_keeps_a_number(country: str) -> None:
    own = set(numbers_to_dial("/now", country))

    assert own <= set(numbers_to_dial("/offline/", country))
    assert "988" not in numbers_to_dial("/offline/", "GB")


@pytest.mark.parametrize("language", Language)
def test_both_languages_lead_to_each_other_and_out(language: Language) -> None:
    path, other = ("/now", "/ahora") if language is Language.EN else ("/ahora", "/now")
    links = [str(link["href"]) for link in page(path).select("a[href^='/']")]

    assert links == [other, "/leave", "/call/", other, "/"]
    assert page(path).select_one(f"html[lang={language}]")
