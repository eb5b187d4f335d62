"""What holds for every page, whichever room it is in."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

HEADERS = {
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=()",
    "X-Frame-Options": "DENY",
}


def every_view(
    under: URLResolver | None = None, path: str = "/"
) -> Iterator[tuple[str, URLPattern]]:
    for pattern in (under or get_resolver()).url_patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from every_view(pattern, here)
        else:
            yield here, pattern


def addresses(whom: str) -> list[str]:
    """Every address without a gap to fill, for those who may open it."""
    return sorted(
        path
        for path, pattern in every_view()
        if "<" not in path and getattr(pattern.callback, "for_whom", "") == whom
    )


def test_every_view_says_for_whom_it_is() -> None:
    unmarked = [p for p, each in every_view() if not hasattr(each.callback, "for_whom")]

    assert unmarked == []


def test_only_known_actors_are_named() -> None:
    named = {getattr(each.callback, "for_whom", "") for _, each in every_view()}

    assert named == {"anyone", "person"}


@pytest.mark.parametrize("path", addresses("anyone"))
def test_a_public_page_sets_no_cookie_and_reads_no_row(path: str) -> None:
    """No `db` fixture: the first question to the database would fail this test."""
    answer = Client().get(path, secure=True)

    assert answer.status_code in {200, 405}, path
    assert not answer.cookies
    assert "Vary" not in answer or "Cookie" not in answer["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", addresses("person"))
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
def test_a_private_page_is_closed_to_a_stranger(path: str, method: str) -> None:
    ask = getattr(Client(), method)

    answer = ask(path, secure=True, headers={"sec-fetch-site": "same-origin"})

    assert answer.status_code in {200, 403, 405}
    if answer.status_code == 200:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Alongside-Page"] == "locked"
    assert not answer.cookies


@pytest.mark.parametrize(
    "path", [*addresses("anyone"), "/not-here/", "/learn/not-here/", "/signs/\x00/"]
)
def test_every_answer_carries_the_headers(path: str) -> None:
    answer = Client().get(path)

    for name, value in HEADERS.items():
        assert value in answer.headers[name], name


@pytest.mark.parametrize("path", addresses("anyone"))
def test_a_page_has_a_language_a_title_and_one_heading(path: str) -> None:
    answer = Client().get(path, secure=True)
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return
    page = BeautifulSoup(answer.content, "html.parser")

    assert page.html
    assert page.html["lang"] in {"en", "es"}
    assert page.title
    assert page.title.get_text(strip=True)
    if path not in {"/leave", "/forget"}:
        assert len(page.select("h1")) == 1


@pytest.mark.parametrize("path", addresses("anyone"))
def test_a_page_asks_no_other_host_for_anything(path: str) -> None:
    page = BeautifulSoup(Client().get(path, secure=True).content, "html.parser")

    asked = [tag["src"] for tag in page.select("[src]")]
    asked += [tag["href"] for tag in page.select("link[href]")]

    assert [a for a in asked if "//" in str(a)] == []


@pytest.mark.parametrize("path", addresses("anyone"))
def test_overdose_and_leave_are_on_every_page(path: str) -> None:
    answer = Client().get(path, secure=True)
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return
    page = BeautifulSoup(answer.content, "html.parser")

    if path not in {"/leave", "/forget", "/now", "/ahora"}:
        assert page.select_one('a[href="/now"]'), path
    if path not in {"/leave", "/forget"}:
        leave = {f'a[href="{a}"]' for a in ("/leave", settings.LEAVE_TO)}
        assert any(page.select_one(each) for each in leave), path


def test_a_form_from_another_site_is_refused() -> None:
    for told in (
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
        {"referer": "https://elsewhere.example/page"},
        {},
    ):
        assert Client().post("/start/", headers=told).status_code == 403


def test_a_form_of_our_own_page_is_taken() -> None:
    for told in (
        {"sec-fetch-site": "same-origin"},
        {"origin": "http://testserver"},
        {"referer": "http://testserver/start/"},
    ):
        assert Client().post("/start/", headers=told).status_code == 200
