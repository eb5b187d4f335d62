"""Danger first: each kind opens its own help, and what only looks like danger is asked."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from alongside.signs.tests.acts import DRIFTED, MOOD, notice
from alongside.testing.people import unlock
from alongside.testing.visitor import Visitor


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("They could not be woken", "overdose"),
        ("Blue or grey lips", "overdose"),
        ("Slow, shallow or gurgling breath", "overdose"),
        ("Talk of wanting to die", "suicide"),
        ("Violence, or a threat of it", "violence"),
        ("A child hurt, or near drugs", "child"),
        ("Chest pain, a seizure, confusion or a black wound", "medical"),
    ],
)
def test_a_danger_sign_is_saved_and_leads_to_the_help_of_its_kind(
    mara: Visitor, sign: str, kind: str
) -> None:
    notice(mara, sign=sign)

    assert mara.path == reverse("safety:heard", args=[kind])
    assert mara.visit("/signs/").sees(sign)


def test_a_graver_danger_in_the_words_comes_first(mara: Visitor) -> None:
    notice(mara, sign="Violence, or a threat of it", what="He is not breathing.")

    assert mara.path == reverse("safety:heard", args=["overdose"])


def test_words_of_danger_come_before_the_question(mara: Visitor) -> None:
    notice(mara, sign=DRIFTED, what="He says he wants to kill himself.")

    assert mara.path == reverse("safety:heard", args=["suicide"])
    assert mara.page.select("a[href='/signs/ask/']")


@pytest.mark.parametrize(
    ("sign", "lead", "to"),
    [
        ("Blue or grey lips", "Open the overdose steps", "/now"),
        ("Talk of wanting to die", "Call about suicide", "/call/#suicide"),
        ("Violence, or a threat of it", "Call about violence", "/call/#violence"),
        ("A child hurt, or near drugs", "Call about a child", "/call/#child"),
        (
            "Chest pain, a seizure, confusion or a black wound",
            "Get medical help",
            "/call/#medical",
        ),
    ],
)
def test_the_notes_lead_to_help_for_what_was_noted(
    mara: Visitor, sign: str, lead: str, to: str
) -> None:
    notice(mara, sign=sign)
    mara.visit("/signs/")

    [link] = [a for a in mara.page.select(".next a") if lead in a.get_text()]
    assert link["href"] == to


@pytest.mark.parametrize(
    "sign", [DRIFTED, "Very small pupils, even in dim light", "Slurred words"]
)
def test_what_looks_like_an_overdose_asks_whether_it_is_now(
    mara: Visitor, sign: str
) -> None:
    notice(mara, sign=sign)

    assert mara.sees("Is this now? Can you wake them?")
    assert mara.page.select("main a.door--sos[href='/now']")


def test_it_was_earlier(mara: Visitor) -> None:
    notice(mara, sign=DRIFTED, what="At the table.")

    mara.visit(
        str(next(a for a in mara.page.select("a.door") if "No, this" in a.text)["href"])
    )

    assert mara.path == "/signs/"
    assert mara.sees("At the table.")


def test_other_signs_ask_nothing(mara: Visitor) -> None:
    notice(mara, sign=MOOD)

    assert mara.path == "/signs/"


def test_several_parts_of_life_suggest_a_talk_and_an_end_to_watching(
    mara: Visitor,
) -> None:
    notice(mara)
    notice(mara, sign="Foil with burn marks")

    assert mara.sees("A caring talk may be worth it")
    assert mara.sees("you can stop writing things down")


def test_where_there_was_violence_no_talk_is_suggested(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    notice(mara, sign="Violence, or a threat of it")
    clock.shift(timedelta(days=50))
    unlock(mara.visit("/signs/"))
    notice(mara, on="2027-01-20")
    notice(mara, sign="Foil with burn marks", on="2027-01-20")

    assert mara.sees("Your own safety comes first")
    assert not mara.sees("Before you talk")
    assert mara.page.select(".next a[href='/call/#violence']")


def test_one_note_asks_for_nothing(mara: Visitor) -> None:
    notice(mara)

    assert mara.sees("Nothing has to happen today")


def test_the_timeline_says_the_same_in_words(mara: Visitor) -> None:
    notice(mara)
    notice(mara, sign="Police, court or a fine", on="2026-11-20")

    [picture] = mara.page.select("svg[role=img]")
    rows = [" ".join(row.get_text(" ").split()) for row in mara.page.select("tbody tr")]
    assert "What they did or said, Money and law" in str(picture["aria-label"])
    assert rows == [
        "November 29 What they did or said Mood changed fast",
        "November 15 Money and law Police, court or a fine",
    ]
