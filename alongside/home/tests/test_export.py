"""What leaves a journal: as a file, and as a page."""

import json

from alongside.journal import export
from alongside.testing.visitor import Visitor

SECRET = "He shouted, then he cried."


def notice(
    someone: Visitor, what: str = SECRET, sign: str = "Mood changed fast"
) -> None:
    someone.visit("/signs/note/")
    someone.choose(sign)
    someone.fill("In your own words", what)
    someone.fill("Which day was it?", "2026-12-03")
    someone.press("Save this note")


def saved_file(someone: Visitor, what: str) -> bytes:
    someone.visit("/settings/export/")
    someone.choose(what)
    form = someone.given("Save the file") | {
        name: str(value) for name, value in someone.filled.items()
    }
    answer = someone.client.post(
        "/settings/export/",
        form,
        secure=True,
        headers={"sec-fetch-site": "same-origin"},
    )
    assert answer.headers["Content-Disposition"] == 'attachment; filename="notes.json"'
    assert answer.headers["Cache-Control"] == "no-store"
    return bytes(answer.content)


def test_a_file_holds_nothing_about_others_unless_it_is_chosen(mara: Visitor) -> None:
    notice(mara)

    own = saved_file(mara, "What I did and said about myself")
    everything = saved_file(mara, "Everything, with what I noticed about others")

    assert SECRET not in json.dumps(json.loads(own), ensure_ascii=False)
    assert SECRET in json.dumps(json.loads(everything), ensure_ascii=False)


def test_a_file_can_be_read_again(mara: Visitor) -> None:
    notice(mara)

    file = saved_file(mara, "Everything, with what I noticed about others")

    assert export.from_json(file)


def test_the_page_says_who_could_find_the_file(mara: Visitor) -> None:
    mara.visit("/settings/export/")

    assert mara.sees("Who could find it")
    assert mara.sees("a court that asks for it")


def test_a_page_leaves_out_what_was_noticed_until_the_line_is_chosen(
    mara: Visitor,
) -> None:
    notice(mara)
    notice(mara, what="His guitar is gone.", sign="Cash or belongings gone, or sold")

    mara.visit("/settings/export/page/")
    assert not mara.page.select("input[checked]")
    mara.press("Show me the page")
    assert not mara.sees(SECRET)
    assert mara.sees("2 lines about others are left out.")

    mara.visit("/settings/export/page/")
    mara.check(f"3 Dec 2026: Mood changed fast – {SECRET}")
    mara.press("Show me the page")
    assert mara.sees(SECRET)
    assert not mara.sees("His guitar is gone.")
    assert mara.sees("1 line about others is left out.")
    assert mara.headers["Cache-Control"] == "no-store"


def test_what_one_did_oneself_is_on_the_page(mara: Visitor) -> None:
    mara.visit("/today/questions/")
    mara.filled = {"using": "no", "kit": "no", "safe": "yes"}
    mara.press("Save")
    mara.press("I have it")

    mara.visit("/settings/export/page/")
    mara.press("Show me the page")

    assert mara.sees("Put naloxone in your home")
    assert mara.sees("I was safe at home.")
    assert not mara.sees("They were not using.")


def test_what_was_ticked_about_home_is_about_others(mara: Visitor) -> None:
    mara.visit("/today/check/")
    mara.check("Something feels wrong, and I can’t name it")
    mara.press("Save")
    mara.visit("/today/")
    mara.press("Not today")

    mara.visit("/settings/export/page/")
    mara.check("5 Dec 2026: Something feels wrong, and I can’t name it – I don’t know")
    mara.press("Show me the page")

    assert mara.sees("Told about home Something feels wrong")
    assert mara.sees("Put off Answer three short questions")


def test_an_empty_journal_makes_an_empty_page(mara: Visitor) -> None:
    mara.visit("/settings/export/page/")

    mara.press("Show me the page")

    assert mara.sees("There is nothing to show.")


def test_a_line_that_is_not_ours_cannot_be_chosen(mara: Visitor) -> None:
    mara.visit("/settings/export/page/")
    mara.filled = {"lines": "1a0e2d2e-0000-4000-8000-000000000000"}

    mara.press("Show me the page")

    assert mara.sees("One of these lines is gone. Look again.")


def test_a_stranger_takes_nothing_along(mara: Visitor, ines: Visitor) -> None:
    notice(mara)

    file = saved_file(ines, "Everything, with what I noticed about others")
    ines.visit("/settings/export/page/")

    assert SECRET not in json.dumps(json.loads(file), ensure_ascii=False)
    assert not ines.sees(SECRET)
