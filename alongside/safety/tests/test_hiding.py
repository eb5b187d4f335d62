"""Hiding a visit: what the page promises, and what it says cannot be hidden."""

import textstat

from alongside.testing.visitor import Visitor


def words(visitor: Visitor) -> str:
    main = visitor.page.select_one("main")
    assert main
    return " ".join(p.get_text(" ", strip=True) for p in main.select("p, li, dd"))


def test_the_page_is_one_tap_from_any_foot_and_says_what_it_is(
    stranger: Visitor,
) -> None:
    stranger.visit("/call/").follow("Hide your visit")

    assert stranger.path == "/hide/"
    assert stranger.sees("How to hide a visit")


def test_someone_in_danger_finds_a_person_before_the_advice(stranger: Visitor) -> None:
    first = stranger.visit("/hide/").page.select_one("main a")

    assert first
    assert first["href"] == "/call/#violence"


def test_it_says_what_leave_cannot_do(stranger: Visitor) -> None:
    said = words(stranger.visit("/hide/"))

    for limit in ("history", "software that watches", "screenshot", "calls and texts"):
        assert limit in said
    assert "phone bill" in said


def test_it_warns_before_watching_software_is_removed(stranger: Visitor) -> None:
    said = words(stranger.visit("/hide/"))

    assert "Do not remove the software yet." in said


def test_each_family_of_browsers_has_its_steps(stranger: Visitor) -> None:
    stranger.visit("/hide/")
    opened = {s.get_text(strip=True) for s in stranger.page.select("details summary")}

    for browser in ("Chrome", "Safari", "Samsung", "Firefox", "Edge"):
        assert any(browser in title for title in opened), browser


def test_the_steps_kept_on_the_phone_can_be_removed(stranger: Visitor) -> None:
    assert stranger.visit("/hide/").page.select_one("main a[href='/forget']")


def test_it_reads_as_grade_six(stranger: Visitor) -> None:
    assert textstat.flesch_kincaid_grade(words(stranger.visit("/hide/"))) <= 6


def test_it_is_the_same_for_everyone(stranger: Visitor, mara: Visitor) -> None:
    assert stranger.client.get("/hide/").content == mara.client.get("/hide/").content
