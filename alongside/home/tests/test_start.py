"""From the front door to a first step, without an account.

No test here opens the database: the first question to it would fail the test.
"""

import pytest

from alongside.testing.visitor import Visitor

TALKING = ("Get ready for a calm talk", "How to begin", "Stay near", "Keep noting")


def answer(someone: Visitor, *answers: str) -> Visitor:
    someone.visit("/start/")
    for words in answers:
        someone.press(words)
    return someone


def test_a_first_step_and_a_printed_plan_are_a_few_taps_away(
    stranger: Visitor,
) -> None:
    taps = 0
    stranger.visit("/")
    stranger.follow("I just found out Three questions, then your first step")
    taps += 1
    for words in ("Yes", "No", "Yes"):
        stranger.press(words)
        taps += 1

    assert stranger.sees("Put naloxone in your home")
    assert stranger.sees("You told us that there is no naloxone at home.")
    assert stranger.sees("About 10 minutes")
    assert stranger.sees("Free in many places")
    assert stranger.page.select_one("button[data-print]")
    taps += 1
    assert taps <= 12


def test_nothing_of_it_is_kept(stranger: Visitor) -> None:
    answer(stranger, "They had stopped, and used again", "I don’t know", "Yes")

    assert not stranger.client.cookies
    assert stranger.path == "/start/"
    assert stranger.headers["Cache-Control"] == "no-store"


def test_the_plan_on_paper_has_numbers_and_room_to_write(stranger: Visitor) -> None:
    answer(stranger, "Yes", "Yes", "Yes")

    paper = stranger.page.select_one(".onpaper")
    assert paper
    assert "Call 911" in paper.get_text(" ", strip=True)
    assert "988" in paper.get_text(" ", strip=True)
    assert len(paper.select(".byhand")) == 3


def test_keeping_it_is_offered_only_after_the_step(stranger: Visitor) -> None:
    stranger.visit("/")
    assert not stranger.sees("Keep this?")
    for words in ("Yes", "No"):
        answer(stranger, words)
        assert not stranger.sees("Keep this?")

    answer(stranger, "Yes", "No", "Yes")

    assert stranger.sees("Keep this?")
    assert stranger.given("Keep it, sealed")["kept_path"] == "/today/keep/"
    assert stranger.given("Keep it, sealed")["kept-kit"] == "no"


@pytest.mark.parametrize(
    ("answers", "step"),
    [
        (("Yes", "No", "Yes"), "Put naloxone in your home"),
        (("Yes", "I don’t know", "Yes"), "Put naloxone in your home"),
        (("No", "No", "Yes"), "Put naloxone in your home"),
        (("Yes", "Yes", "Yes"), "Read the overdose steps once"),
        (
            ("They had stopped, and used again", "No", "Yes"),
            "Stay near, with naloxone in reach",
        ),
    ],
)
def test_the_step_follows_from_the_answers(
    stranger: Visitor, answers: tuple[str, ...], step: str
) -> None:
    answer(stranger, *answers)

    assert stranger.page.select_one("#step")
    assert step in stranger.page.select_one("#step").get_text()  # type: ignore[union-attr]


def test_a_setback_names_tolerance_at_once(stranger: Visitor) -> None:
    answer(stranger, "They had stopped, and used again", "Yes", "Yes")

    assert stranger.sees("After a break the body can take less.")


def test_each_question_can_be_taken_back(stranger: Visitor) -> None:
    answer(stranger, "Yes", "No")

    stranger.press("Back")
    assert stranger.sees("Is there naloxone at home?")
    stranger.press("Yes")
    stranger.press("Yes")
    assert stranger.sees("Read the overdose steps once")
    stranger.press("Back")
    assert stranger.sees("Are you safe at home?")


@pytest.mark.parametrize(
    ("wrong", "asked"),
    [
        ({"using": "perhaps"}, "Are they using now?"),
        ({"using": "yes", "kit": "x" * 5000}, "Is there naloxone at home?"),
        ({"using": "yes", "kit": "no", "safe": "\x00"}, "Are you safe at home?"),
    ],
)
def test_an_answer_that_is_none_of_ours_is_asked_for_again(
    stranger: Visitor, wrong: dict[str, str], asked: str
) -> None:
    stranger.send("/start/", wrong)

    assert stranger.status == 200
    assert stranger.sees("Choose one of these answers.")
    assert stranger.page.h1
    assert stranger.page.h1.get_text() == asked
    assert stranger.page.title
    assert stranger.page.title.get_text().startswith("Error: ")


def test_good_answers_survive_a_bad_one(stranger: Visitor) -> None:
    stranger.send("/start/", {"using": "again", "kit": "?"})

    stranger.press("No")
    stranger.press("Yes")

    assert stranger.sees("Stay near, with naloxone in reach")


@pytest.mark.parametrize("not_safe", ["No", "I don’t know"])
def test_who_is_not_surely_safe_is_asked_kindly(
    stranger: Visitor, not_safe: str
) -> None:
    answer(stranger, "Yes", "No", not_safe)

    assert stranger.sees("You matter first")
    assert stranger.sees("Talk to someone about this now")
    assert stranger.sees("Skip this")


def test_someone_unsafe_is_led_to_the_line_and_nothing_that_could_provoke(
    stranger: Visitor,
) -> None:
    answer(stranger, "They had stopped, and used again", "No", "No")
    stranger.press("Skip this")

    assert stranger.sees("Your safety comes first")
    assert stranger.sees("Call 1-800-799-7233")
    assert stranger.sees("How to hide a visit")
    first = stranger.page.select_one("main a.btn")
    assert first
    assert first["href"] == "tel:18007997233"
    assert not [words for words in TALKING if stranger.sees(words)]


def test_what_was_ticked_counts_though_they_felt_only_unsure(
    stranger: Visitor,
) -> None:
    answer(stranger, "Yes", "Yes", "I don’t know")
    stranger.check("I am afraid of them right now")
    stranger.press("Show me what helps")

    assert stranger.sees("Your safety comes first")


def test_whoever_was_choked_is_sent_to_a_doctor_first(stranger: Visitor) -> None:
    answer(stranger, "Yes", "Yes", "No")
    stranger.check("They choked someone, or put hands around a neck")
    stranger.check("Children live here")
    stranger.press("Show me what helps")

    first = stranger.page.select_one("main h2")
    assert first
    assert "see a doctor today" in first.get_text()
    assert stranger.sees("Go even if you feel well.")
    assert stranger.sees("Childhelp")


def test_an_unsure_answer_with_nothing_ticked_goes_on(stranger: Visitor) -> None:
    answer(stranger, "Yes", "Yes", "I don’t know")
    stranger.press("Show me what helps")

    assert stranger.sees("Read the overdose steps once")


def test_a_check_that_cannot_be_read_is_asked_again(stranger: Visitor) -> None:
    given = {"using": "yes", "kit": "yes", "safe": "no", "checked": "yes"}

    stranger.send("/start/", given | {"told": "everything"})

    assert stranger.sees("You matter first")
    assert stranger.sees("Choose from these.")


@pytest.mark.parametrize("path", ["/", "/start/"])
def test_every_door_leads_somewhere(stranger: Visitor, path: str) -> None:
    stranger.visit(path)

    for link in stranger.page.select("main a[href^='/']"):
        address = str(link["href"])
        there = stranger.client.get(address.partition("#")[0])
        assert there.status_code == 200, address
        if part := address.partition("#")[2]:
            assert f'id="{part}"' in there.content.decode(), address
