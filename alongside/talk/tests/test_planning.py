"""A plan for a talk: made by anyone, kept by who wants to, closed where it is not safe."""

import re

from alongside.signs.tests.acts import notice
from alongside.testing.visitor import Visitor

NOT_NOW = "they have used, or are ill from not using"
DEFAULT_LEAVE = "We can talk another day."


def make(someone: Visitor) -> Visitor:
    someone.visit("/talk/plan/").fill(
        "What I saw or heard", "On Sunday you fell asleep."
    )
    someone.fill("What I feel", "I was scared.")
    return someone.press("Show me the card")


def keep(
    someone: Visitor, ask: str = "Would you look at one place with me?"
) -> Visitor:
    someone.visit("/talk/mine/new/").fill("With whom?", "Sam")
    return someone.fill("One thing I ask", ask).press("Save this plan")


def test_a_card_is_made_without_an_account(stranger: Visitor) -> None:
    make(stranger)

    assert stranger.sees("On Sunday you fell asleep.")
    assert stranger.sees("your own feeling")
    assert not stranger.client.cookies


def test_a_card_always_says_when_not_to_talk_and_how_to_leave(
    stranger: Visitor, mara: Visitor
) -> None:
    for someone in (make(stranger), keep(mara)):
        assert someone.sees(NOT_NOW)
        assert someone.sees(DEFAULT_LEAVE)


def test_their_own_way_to_leave_stands_on_the_card(stranger: Visitor) -> None:
    stranger.visit("/talk/plan/").fill("One thing I ask", "Will you eat with us?")
    stranger.fill("How I leave if it heats up", "I go to the garden.")
    stranger.press("Show me the card")

    assert stranger.sees("I go to the garden.")
    assert not stranger.sees(DEFAULT_LEAVE)


def test_what_is_not_so_yet_is_asked(stranger: Visitor) -> None:
    stranger.visit("/talk/plan/").fill("What I feel", "I was scared.")
    stranger.check("Nobody is angry").press("Show me the card")

    assert stranger.sees("It is quiet and private?")
    assert not stranger.sees("Nobody is angry?")


def test_an_empty_plan_gets_a_kind_error(stranger: Visitor) -> None:
    stranger.visit("/talk/plan/").press("Show me the card")

    assert stranger.sees("Write at least what you saw")


def test_a_card_can_be_changed_and_nothing_is_lost(stranger: Visitor) -> None:
    make(stranger).press("Change it")

    assert "On Sunday you fell asleep." in stranger.page.get_text()
    stranger.fill("One thing I ask", "Would you eat with us?").press("Show me the card")
    assert stranger.sees("Would you eat with us?")
    assert stranger.sees("I was scared.")


def test_a_kept_plan_is_changed_by_a_new_one_in_its_place(mara: Visitor) -> None:
    keep(mara).follow("Change it")
    mara.fill("One thing I ask", "Will you call me on Friday?").press("Save this plan")

    mara.visit("/talk/mine/")
    assert mara.sees("Will you call me on Friday?")
    assert not mara.sees("Would you look at one place with me?")


def test_a_note_goes_into_a_plan(mara: Visitor) -> None:
    notice(mara)
    mara.visit("/talk/mine/new/").fill("What I feel", "I was scared.")
    button = mara.page.select_one('button[name="use"]')
    assert button
    mara.press(button.get_text(strip=True))

    saw = mara.page.select_one('textarea[name="saw"]')
    assert saw
    assert "He shouted, then he cried." in saw.get_text()
    assert "I was scared." in mara.page.get_text()


def test_a_plan_can_be_put_away(mara: Visitor) -> None:
    keep(mara).press("Put this plan away")

    assert mara.path == "/talk/mine/"
    assert mara.sees("No plan yet.")


def test_a_line_from_practice_goes_into_a_kept_plan(mara: Visitor) -> None:
    keep(mara)
    mara.send("/talk/mine/take/", {"carried": "I can drive you."})
    mara.choose("My offer in my own words").press("Show me the plan with it")
    mara.press("Save this plan")

    assert mara.sees("I can drive you.")
    assert mara.sees("Would you look at one place with me?")


def test_a_line_from_practice_begins_a_plan(stranger: Visitor) -> None:
    stranger.send("/talk/plan/", {"carried": "I can drive you."})

    ask = stranger.page.select_one('textarea[name="ask"]')
    assert ask
    assert "I can drive you." in ask.get_text()


def test_what_to_do_next_time_stands_above_the_next_plan(mara: Visitor) -> None:
    keep(mara).follow("We have talked")
    mara.choose("It was short").fill("For the next time", "Begin earlier in the day.")
    mara.press("Save")

    assert mara.sees("It was short")
    assert mara.visit("/talk/mine/new/").sees("Begin earlier in the day.")


def test_a_talk_that_was_not_safe_leads_to_safety_and_closes_talking(
    mara: Visitor,
) -> None:
    keep(mara).follow("We have talked")
    mara.choose("It heated up").choose("Someone was hurt, threatened or afraid")
    mara.press("Save")

    assert mara.sees("Your safety comes before any talk.")
    for path in ("/talk/mine/", "/talk/mine/new/", "/talk/tell/kept/"):
        assert mara.visit(path).sees("You matter first")
        assert mara.sees("Talk to someone about your safety")


def test_violence_in_a_note_closes_talking(mara: Visitor) -> None:
    mara.visit("/signs/note/").choose("Violence, or a threat of it")
    mara.press("Save this note")

    assert mara.visit("/talk/mine/new/").sees("You matter first")


def test_telling_is_thought_through_and_kept(mara: Visitor) -> None:
    mara.visit("/talk/tell/kept/").fill("What could go wrong?", "He may shout.")
    mara.press("Save")

    assert mara.sees("He may shout.")


def test_telling_is_thought_through_without_an_account(stranger: Visitor) -> None:
    stranger.visit("/talk/tell/").fill("What I would say", "I get help for myself.")
    stranger.press("Look at it on one page")

    assert stranger.sees("I get help for myself.")
    assert not stranger.client.cookies


def test_nobody_else_sees_a_plan(mara: Visitor, ines: Visitor) -> None:
    keep(mara)
    address = mara.path

    for path in (address, f"{address}change/", f"{address}after/"):
        assert ines.visit(path).status == 404
    assert not ines.visit("/talk/mine/").sees("Sam")


def test_a_stranger_finds_the_lock(mara: Visitor, stranger: Visitor) -> None:
    keep(mara)

    for path in ("/talk/mine/", mara.path, "/talk/mine/new/", "/talk/mine/after/"):
        assert not stranger.visit(path).sees("Sam")


def test_a_form_sent_twice_makes_one_plan(mara: Visitor) -> None:
    mara.visit("/talk/mine/new/").fill("One thing I ask", "Will you eat with us?")
    once = mara.given("Save this plan")
    mara.press("Save this plan")
    mara.send("/talk/mine/new/", once | {"ask": "Will you eat with us?"})

    page = mara.visit("/talk/mine/").page.get_text(" ")
    assert len(re.findall("Will you eat with us", page)) == 1


def test_a_stranger_who_knows_the_address_changes_nothing(
    mara: Visitor, ines: Visitor, stranger: Visitor
) -> None:
    address = keep(mara).path
    for act in ("change/", "after/", "away/"):
        ines.send(f"{address}{act}", {"ask": "Mine now"})
        stranger.send(f"{address}{act}", {"ask": "Mine now"})

    assert mara.visit(address).sees("Would you look at one place with me?")
    assert not mara.sees("Mine now")
