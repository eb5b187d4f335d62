"""Help comes between a form that speaks of danger and the next page."""

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory
from django.urls import reverse

from alongside.safety.middleware import SECRETS, HearDanger, local_path
from alongside.safety.urgent import Danger
from alongside.testing.visitor import Visitor

NOT_BREATHING = "He is not breathing and his lips are blue"


def answered_by(
    answer: HttpResponse, *, path: str = "/signs/note/", **form: str
) -> HttpResponse:
    """What a browser is told when a form is sent to a view that answers so."""
    request = RequestFactory().post(path, form)
    return HearDanger(lambda _: answer)(request)  # type: ignore[return-value]


def test_a_danger_leads_by_the_help_and_on_to_where_the_form_led() -> None:
    there = answered_by(HttpResponseRedirect("/signs/"), what=NOT_BREATHING)

    assert there.headers["Location"] == "/help/1/?to=/signs/"


@pytest.mark.parametrize(("kind", "number"), list(zip(Danger, "12345", strict=True)))
def test_an_address_names_no_danger(kind: Danger, number: str) -> None:
    assert reverse("safety:heard", args=[kind]) == f"/help/{number}/"


def test_no_word_of_the_text_goes_on() -> None:
    onward = HttpResponseRedirect("/signs/?q=not%20breathing#blue")

    there = answered_by(onward, what=NOT_BREATHING)

    assert there.headers["Location"] == "/help/1/?to=/signs/"


@pytest.mark.parametrize(
    "words", ["He was kind today", "", "I could kill for a coffee"]
)
def test_an_ordinary_note_goes_straight_on(words: str) -> None:
    there = answered_by(HttpResponseRedirect("/signs/"), what=words)

    assert there.headers["Location"] == "/signs/"


@pytest.mark.parametrize("name", [*SECRETS, "once", "csrfmiddlewaretoken"])
def test_a_passphrase_is_not_listened_to(name: str) -> None:
    there = answered_by(HttpResponseRedirect("/signs/"), **{name: NOT_BREATHING})

    assert there.headers["Location"] == "/signs/"


def test_what_was_heard_while_the_notes_were_locked_is_not_repeated() -> None:
    carried = {"kept-what": NOT_BREATHING}

    there = answered_by(HttpResponseRedirect("/signs/"), **carried)

    assert there.headers["Location"] == "/signs/"


@pytest.mark.parametrize("help_already", ["/now", "/help/2/", "/call/"])
def test_what_leads_to_help_already_is_left_alone(help_already: str) -> None:
    there = answered_by(HttpResponseRedirect(help_already), what=NOT_BREATHING)

    assert there.headers["Location"] == help_already


@pytest.mark.parametrize(
    "elsewhere", ["https://weather.example/", "//weather.example/", "/not/here/"]
)
def test_an_address_that_is_not_ours_is_left_alone(elsewhere: str) -> None:
    there = answered_by(HttpResponseRedirect(elsewhere), what=NOT_BREATHING)

    assert there.headers["Location"] == elsewhere


def test_a_page_that_answers_itself_is_told_the_kind() -> None:
    request = RequestFactory().post("/", {"what": NOT_BREATHING})

    HearDanger(lambda _: HttpResponse())(request)

    assert request.heard is Danger.OVERDOSE  # type: ignore[attr-defined]


def test_a_page_that_is_only_read_hears_nothing() -> None:
    request: HttpRequest = RequestFactory().get("/", {"what": NOT_BREATHING})

    HearDanger(lambda _: HttpResponse())(request)

    assert request.heard is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/signs/", "/signs/"),
        ("/signs/?x=1#y", "/signs/"),
        ("/", "/"),
        ("", None),
        ("signs/", None),
        ("/nowhere/", None),
        ("//evil.example/signs/", None),
        ("https://evil.example/", None),
        ("javascript:alert(1)", None),
        ("/\\evil.example", None),
        ("http:///signs/", None),
    ],
)
def test_only_a_page_of_this_site_is_a_way_on(address: str, path: str | None) -> None:
    assert local_path(address) == path


@pytest.mark.parametrize(
    ("number", "shows"),
    [
        ("1", "Call 911"),
        ("2", "Call 988"),
        ("3", "Call 1-800-799-7233"),
        ("4", "Call 1-800-422-4453"),
        ("5", "Call 911"),
    ],
)
def test_each_kind_has_its_own_help_and_one_tap_back(
    stranger: Visitor, number: str, shows: str
) -> None:
    stranger.visit(f"/help/{number}/?to=/start/")

    first = stranger.page.select_one(".care a.btn")
    assert first
    assert first.get_text(" ", strip=True) == shows
    # Nobody reads overdose steps because of a threat or a suicide.
    assert stranger.sees("Show me each step") is (number == "1")
    stranger.follow("No, go on")
    assert stranger.path == "/start/"


def test_the_way_on_is_never_another_site(stranger: Visitor) -> None:
    stranger.visit("/help/1/?to=//evil.example/")

    stranger.follow("No, go on")

    assert stranger.path == "/"


def test_the_help_says_that_nobody_was_called(stranger: Visitor) -> None:
    stranger.visit("/help/3/")

    assert stranger.sees("Nobody was called, and nobody was told.")
    assert not stranger.page.select("main form")


def test_an_unknown_number_is_not_there(stranger: Visitor) -> None:
    stranger.visit("/help/6/")

    assert stranger.status == 404


def test_what_the_answer_said_of_caches_goes_on_with_it() -> None:
    answer = HttpResponseRedirect("/signs/", headers={"Cache-Control": "no-store"})
    listening = HearDanger(lambda _: answer)

    onward = listening(
        RequestFactory().post("/signs/note/", {"what": "He won’t wake up"})
    )

    assert onward.headers["Location"].startswith("/help/")
    assert onward.headers["Cache-Control"] == "no-store"
