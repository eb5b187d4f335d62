"""The coach's page: for anyone, with nothing kept."""

import json
from typing import Any

import pytest

from alongside.talk import look
from alongside.testing.visitor import Visitor

HARSH = "You always lie to me. If you loved me you would stop."
KIND = "I was scared on Sunday. Can I drive you to the clinic on Monday?"


def check(someone: Visitor, words: str) -> Visitor:
    return (
        someone.visit("/talk/check/")
        .fill("Your words", words)
        .press("Look at my words")
    )


def read_along(someone: Visitor, words: str) -> dict[str, Any]:
    """What the page's script is told while someone types."""
    answer = someone.client.post(
        "/talk/check/",
        {"words": words, "do": "notes"},
        headers={"sec-fetch-site": "same-origin"},
        secure=True,
    )
    told: dict[str, Any] = json.loads(answer.content)
    return told


def test_what_helps_stands_before_what_may_land_badly(stranger: Visitor) -> None:
    check(stranger, f"{KIND} {HARSH}")
    page = stranger.page.get_text(" ")

    assert page.index("What helps") < page.index("Think again, if you want to")
    assert stranger.sees("your own feeling")
    assert stranger.sees("“always” starts a fight")
    assert stranger.sees("Source: CRAFT")


def test_at_most_three_things_are_shown_to_change(stranger: Visitor) -> None:
    check(
        stranger,
        "You always lie. You're a junkie. It's all your fault. Get out or I'll call "
        "the police. You need to get a job. Why can't you stop? Oh great.",
    )

    assert len(stranger.page.select(".notes .n:not(.n--keep)")) == 3
    assert stranger.sees("Three at a time is enough.")


def test_nobody_is_given_a_grade(stranger: Visitor) -> None:
    check(stranger, HARSH)

    assert not stranger.sees("%")
    assert not stranger.sees("score")


def test_the_words_stay_to_be_changed(stranger: Visitor) -> None:
    check(stranger, HARSH)

    assert stranger.page.select_one("textarea").get_text().strip() == HARSH  # type: ignore[union-attr]


def test_a_text_in_which_nothing_stands_out_is_not_called_fine(
    stranger: Visitor,
) -> None:
    check(stranger, "The bus leaves at nine.")

    assert stranger.sees("That says little about how it will land.")


def test_nobody_meets_an_error_before_a_word_is_sent(stranger: Visitor) -> None:
    assert not stranger.visit("/talk/check/").sees("There is a problem")


def test_an_empty_text_gets_a_kind_error(stranger: Visitor) -> None:
    check(stranger, "   ")

    assert stranger.sees("Write or paste a few words first.")


def test_a_text_that_is_too_long_is_not_lost(stranger: Visitor) -> None:
    check(stranger, "x" * 20_001)

    assert stranger.sees("Nothing is lost")
    assert stranger.page.select_one("textarea").get_text().strip() == "x" * 20_001  # type: ignore[union-attr]


def test_no_cookie_is_set(stranger: Visitor) -> None:
    check(stranger, HARSH)

    assert not stranger.client.cookies


def test_the_page_that_reads_along_gets_the_same_notes(stranger: Visitor) -> None:
    told = read_along(stranger, HARSH)

    assert "“always” starts a fight" in {note["name"] for note in told["notes"]}
    assert told["help"] == ""


def test_danger_in_the_words_is_met_while_someone_types(stranger: Visitor) -> None:
    told = read_along(stranger, "he is blue and i can't wake him up")

    assert told["help"].startswith("/help/")


@pytest.mark.parametrize("text", ["", "x", HARSH, KIND, f"{HARSH} {KIND}" * 20])
def test_the_pieces_put_together_are_the_text(text: str) -> None:
    seen = look.look(text)

    assert "".join(piece.text for piece in seen.pieces) == text
    numbers = [note.number for piece in seen.pieces for note in piece.ends]
    assert sorted(numbers) == list(range(1, len(seen.keeps) + len(seen.changes) + 1))
