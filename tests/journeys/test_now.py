"""The overdose steps in a real browser: any size, any light, any eyes, on paper."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from pypdf import PdfReader

from tests.journeys.looking import nothing_sticks_out, picture
from tests.journeys.serving import Server, served

pytestmark = pytest.mark.journey

SHEETS = ["/now", "/ahora"]
STRICT = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            *("wcag2aaa", "best-practice"),
        ],
    },
    "rules": {
        "target-size": {"enabled": True},
        "color-contrast-enhanced": {"enabled": True},
    },
}

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with served() as running:
        yield running


@pytest.fixture
def shown(chromium: Browser, server: Server) -> Iterator[Open]:
    """Opens a sheet: `shown("/now", width=320, color_scheme="dark")`."""
    contexts: list[BrowserContext] = []

    def show(path: str, width: int = 390, height: int = 844, **how: Any) -> Page:
        size = ViewportSize(width=width, height=height)
        context = chromium.new_context(base_url=server.url, viewport=size, **how)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", [*SHEETS, "/offline/"])
def test_it_has_no_barrier_in_any_size_and_light(
    shown: Open, path: str, width: int, scheme: str
) -> None:
    page = shown(path, width, color_scheme=scheme)
    options = STRICT if path in SHEETS else {}

    found = Axe().run(page, options=options).response["violations"]

    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in found] == []
    nothing_sticks_out(page)
    picture(page, f"{path.strip('/')}-{width}-{scheme}")


@pytest.mark.parametrize("path", SHEETS)
def test_it_is_one_request_that_leaves_no_trace(
    chromium: Browser, server: Server, path: str
) -> None:
    context = chromium.new_context(base_url=server.url)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))

    page = context.new_page()
    page.goto(path, wait_until="networkidle")

    assert asked == [f"{server.url}{path}"]
    assert context.cookies() == []
    assert page.evaluate("Object.keys({...localStorage, ...sessionStorage})") == []
    context.close()


@pytest.mark.parametrize("path", SHEETS)
def test_the_call_and_the_way_out_stay_in_reach(shown: Open, path: str) -> None:
    page = shown(path)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")

    for link in (page.locator(".call a"), page.locator("a.x")):
        box = link.bounding_box()
        assert box
        assert 0 <= box["y"] <= 844 - box["height"]
        assert box["height"] >= 44


@pytest.mark.parametrize("path", SHEETS)
def test_text_can_be_twice_as_large(shown: Open, path: str) -> None:
    page = shown(path, bypass_csp=True)

    page.add_style_tag(content="html{font-size:200%}")

    nothing_sticks_out(page)
    picture(page, f"{path.strip('/')}-large")


@pytest.mark.parametrize("path", SHEETS)
def test_it_reflows_at_four_times_the_size(shown: Open, path: str) -> None:
    page = shown(path, 320, 256, bypass_csp=True)
    spaced = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"

    page.add_style_tag(content=spaced)

    nothing_sticks_out(page)
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.call')).position")
        == "static"
    )


@pytest.mark.parametrize("path", SHEETS)
def test_the_focus_is_never_under_a_bar(shown: Open, path: str) -> None:
    page = shown(path, 390, 700)
    stops = []
    for _ in range(20):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const it = document.activeElement, box = it.getBoundingClientRect();
                if (it === document.body) return null;
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return it === top || it.contains(top);
            }"""
        )
        if seen is None:
            break
        stops.append(seen)

    assert len(stops) == 8
    assert all(stops)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_beat_runs_by_choice_and_stops_by_choice(shown: Open, motion: str) -> None:
    page = shown("/now", reduced_motion=motion, java_script_enabled=False)
    lit = page.locator(".d i", has=page.locator(":scope")).first

    assert running(page, ".d i") == 0
    page.get_by_label("Show me the beat: 1 breath every 5 seconds").check()
    assert running(page, ".d i") == 5
    assert lit.is_visible()
    page.get_by_label("Show me the beat: 1 breath every 5 seconds").uncheck()
    assert running(page, ".d i") == 0


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_three_minutes_are_three_minutes(shown: Open, motion: str) -> None:
    page = shown("/now", reduced_motion=motion)
    bar = "document.querySelector('.w i').getAnimations()[0]"
    word = page.get_by_text("3 minutes are over.")

    assert not word.is_visible()
    page.get_by_label("Show me 3 minutes").check()
    assert page.evaluate(f"{bar}.effect.getComputedTiming().duration") == 180_000
    assert not word.is_visible()
    page.evaluate(f"{bar}.currentTime = 120_000")
    assert page.evaluate(
        "(({width}, of) => width / of.width)(document.querySelector('.w i')"
        ".getBoundingClientRect(), document.querySelector('.w').getBoundingClientRect())"
    ) == pytest.approx(2 / 3, abs=0.03)
    page.evaluate(
        "document.getAnimations().forEach((each) => { each.currentTime = 182_000 })"
    )
    assert word.is_visible()


def running(page: Page, what: str) -> int:
    """How many elements are animated now."""
    names = [
        page.locator(what)
        .nth(at)
        .evaluate("(it) => getComputedStyle(it).animationName")
        for at in range(page.locator(what).count())
    ]
    return sum(name != "none" for name in names)


def test_it_can_be_used_in_forced_colours(shown: Open) -> None:
    page = shown("/now", forced_colors="active", color_scheme="dark")
    page.get_by_label("Show me the beat: 1 breath every 5 seconds").check()

    first = page.locator(".d i").first
    colours = {first.evaluate("(it) => getComputedStyle(it).backgroundColor")}
    page.evaluate(
        "document.getAnimations().forEach((each) => { each.pause(); each.currentTime = 2500 })"
    )
    colours.add(first.evaluate("(it) => getComputedStyle(it).backgroundColor"))

    assert len(colours) == 2
    picture(page, "now-forced")


@pytest.mark.parametrize("form", ["Letter", "A4"])
@pytest.mark.parametrize("path", SHEETS)
def test_it_prints_on_one_page(shown: Open, path: str, form: str) -> None:
    page = shown(path)

    paper = PdfReader(io.BytesIO(page.pdf(format=form)))

    [sheet] = paper.pages
    said = " ".join(sheet.extract_text().split())
    for number in range(1, 8):
        assert f"{number} " in said
    assert {
        "/now": "Call 911 and give naloxone",
        "/ahora": "Llame al 911 y dé naloxona",
    }[path] in said
    assert {"/now": "Our naloxone is here:", "/ahora": "Aquí está la naloxona:"}[
        path
    ] in said
    assert "2026" in said


def test_with_no_style_at_all_it_still_reads_in_order(shown: Open) -> None:
    page = shown("/now", 320)
    page.evaluate("document.querySelector('style').remove()")

    told = page.locator("main").inner_text()

    assert told.index("Check these 3 things") < told.index("Shake them")
    assert (
        told.index("Call 911 and give")
        < told.index("Breathe for them")
        < told.index("Stay with")
    )
