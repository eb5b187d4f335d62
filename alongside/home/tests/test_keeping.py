"""What someone answered without an account goes with them, if they want it kept."""

from django.test import Client

from alongside.testing.people import PASSPHRASE, type_back
from alongside.testing.visitor import Visitor


def keep(someone: Visitor, *answers: str) -> Visitor:
    """Answer the questions, ask to keep them, and make an account on the way."""
    someone.visit("/start/")
    for words in answers:
        someone.press(words)
    someone.press("Keep it, sealed")
    someone.fill("Your name here", "mara").fill("Passphrase", PASSPHRASE)
    someone.press("Go on")
    return type_back(someone)


def step(someone: Visitor) -> str:
    heading = someone.page.select_one("#step")
    return heading.get_text(" ", strip=True) if heading else ""


def test_the_answers_are_in_the_new_journal(db: None, stranger: Visitor) -> None:
    keep(stranger, "They had stopped, and used again", "No", "Yes")

    assert stranger.path == "/today/"
    assert step(stranger) == "Stay near, with naloxone in reach"
    assert stranger.sees("You told us that there is no naloxone at home.")


def test_so_is_what_was_ticked_in_the_check(db: None, stranger: Visitor) -> None:
    stranger.visit("/start/")
    for words in ("Yes", "Yes", "No"):
        stranger.press(words)
    stranger.check("They choked someone, or put hands around a neck")
    stranger.check("Children live here")
    stranger.press("Show me what helps")
    stranger.press("Keep it, sealed")
    stranger.fill("Your name here", "mara").fill("Passphrase", PASSPHRASE)
    stranger.press("Go on")
    type_back(stranger)

    assert step(stranger) == "See a doctor today"
    assert stranger.sees("Ask for help for the child")


def test_a_check_that_was_skipped_is_offered_again(db: None, stranger: Visitor) -> None:
    stranger.visit("/start/")
    for words in ("Yes", "Yes", "I don’t know", "Skip this"):
        stranger.press(words)
    stranger.press("Keep it, sealed")
    stranger.fill("Your name here", "mara").fill("Passphrase", PASSPHRASE)
    stranger.press("Go on")
    type_back(stranger)

    assert step(stranger) == "Look at how safe home is"


def test_it_is_kept_once_however_often_it_is_sent(db: None, stranger: Visitor) -> None:
    keep(stranger, "Yes", "No", "Yes")
    stranger.visit("/settings/export/page/")
    stranger.press("Show me the page")

    assert stranger.page.get_text().count("I was safe at home.") == 1


def test_nothing_is_kept_of_someone_who_turns_back(db: None, stranger: Visitor) -> None:
    stranger.visit("/start/")
    for words in ("Yes", "No", "Yes"):
        stranger.press(words)
    stranger.press("Keep it, sealed")

    assert stranger.path == "/sign-up/"
    assert not stranger.client.cookies


def test_what_is_sent_from_elsewhere_is_not_taken(mara: Visitor) -> None:
    given = {"using": "no", "kit": "yes", "safe": "yes", "once": "0" * 32}

    answer = mara.client.post(
        "/today/keep/", given, secure=True, headers={"sec-fetch-site": "cross-site"}
    )

    assert answer.status_code == 403
    mara.visit("/today/")
    assert step(mara) == "Answer three short questions"


def test_bad_fields_write_nothing(mara: Visitor) -> None:
    mara.visit("/today/questions/")
    given = mara.given("Save") | {"using": "?", "kit": "yes", "safe": "yes"}

    mara.send("/today/keep/", given)

    assert mara.path == "/today/"
    assert step(mara) == "Answer three short questions"


def test_a_page_of_another_browser_keeps_nothing_here(mara: Visitor) -> None:
    other = Visitor(Client())
    other.send("/today/keep/", {"using": "no", "kit": "yes", "safe": "yes"})

    mara.visit("/today/")
    assert step(mara) == "Answer three short questions"
