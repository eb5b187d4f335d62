"""Leaving, and what Back shows then. The browser keeps pages it left, as it does in life.

Playwright switches the back/forward cache off; here it is on, and each way out is tried
beside a control in which the session goes on and Back does show the note.
"""

import contextlib
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as BrowserFault

from tests.journeys.acts import NOTE, sign_in, sign_up, write_down
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.serving import HOST, Server, served

pytestmark = pytest.mark.journey

NEUTRAL = "Sunny, 21 degrees"

Open = Callable[..., Page]


class Weather:
    """A site of no interest on another port."""

    def __init__(self) -> None:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = f"<title>Weather</title><h1>{NEUTRAL}</h1>".encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """A test has no log."""

        self.server = ThreadingHTTPServer((HOST, 0), Answer)
        self.url = f"http://{HOST}:{self.server.server_port}/"
        Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def weather() -> Iterator[Weather]:
    site = Weather()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture(scope="module")
def server(weather: Weather) -> Iterator[Server]:
    with served(ALONGSIDE_LEAVE_TO=weather.url) as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """One that keeps the pages it left, beside the one of all other journeys."""
    started = chromium.browser_type.launch(
        executable_path=CHROMIUM,
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield started
    started.close()


@pytest.fixture(scope="module")
def passphrase(browser: Browser, server: Server) -> str:
    """Mara signs up once, and writes one note."""
    page = browser.new_page(base_url=server.url)
    words = sign_up(page, "mara")
    write_down(page)
    page.context.close()
    return words


@pytest.fixture
def mara(browser: Browser, server: Server, passphrase: str) -> Iterator[Open]:
    """Mara at a new browser, two private pages deep: her note, then her settings."""
    contexts: list[BrowserContext] = []

    def arrive(*, script: bool = True) -> Page:
        context = browser.new_context(base_url=server.url, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        sign_in(page, "mara", passphrase)
        page.goto("/signs/")
        assert NOTE in page.inner_text("main")
        page.goto("/settings/")
        return page

    yield arrive
    for context in contexts:
        context.close()


def everything_back(page: Page) -> list[str]:
    """What each step back shows, until there is nothing left to go back to."""
    seen = []
    for _ in range(12):
        before = page.url
        # A page that comes from the back/forward cache commits without a load.
        with contextlib.suppress(BrowserFault):
            page.go_back(wait_until="commit", timeout=1_500)
        page.wait_for_timeout(400)
        if page.url in {before, "about:blank"}:
            break
        seen.append(page.inner_text("body"))
    return seen


def by_the_button(page: Page) -> None:
    page.locator("a.exit").click()


def by_the_first_link(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Leave this site"
    page.keyboard.press("Enter")


def by_three_shifts(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS = {"button": by_the_button, "link": by_the_first_link, "shift": by_three_shifts}


@pytest.mark.parametrize("way", WAYS)
def test_after_leaving_no_step_back_shows_the_note(
    mara: Open, weather: Weather, server: Server, way: str
) -> None:
    page = mara()

    WAYS[way](page)
    page.wait_for_url(weather.url)

    assert page.inner_text("h1") == NEUTRAL
    assert page.context.cookies(server.url) == []
    seen = everything_back(page)
    assert seen
    assert not [text for text in seen if NOTE in text]
    assert "These notes are locked." in seen[0]


def test_the_page_that_was_left_is_not_in_the_history(
    mara: Open, weather: Weather
) -> None:
    page = mara()
    before = page.evaluate("history.length")

    by_the_button(page)
    page.wait_for_url(weather.url)

    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url.endswith("/signs/")


def test_without_script_leaving_ends_the_session_too(
    mara: Open, weather: Weather, server: Server
) -> None:
    page = mara(script=False)

    page.locator("a.exit").click()
    page.wait_for_url(weather.url)

    assert page.context.cookies(server.url) == []
    assert not [text for text in everything_back(page) if NOTE in text]


def test_whoever_only_goes_elsewhere_finds_the_note_again(
    mara: Open, weather: Weather, server: Server
) -> None:
    """The control: with the session kept, the same steps back do show the note."""
    page = mara()

    page.goto(weather.url)

    assert page.context.cookies(server.url)
    assert [text for text in everything_back(page) if NOTE in text]


def test_this_browser_does_keep_the_pages_it_left(
    browser: Browser, server: Server, weather: Weather
) -> None:
    """The other control: a page comes back with what was in its memory."""
    # A worker that starts while a page is kept makes the browser drop that page.
    page = browser.new_page(base_url=server.url, service_workers="block")
    page.goto("/call/")
    page.evaluate("window.remembered = true")
    page.goto(weather.url)

    one_step_back(page)

    assert page.url.endswith("/call/")
    assert page.evaluate("window.remembered") is True
    page.context.close()


def one_step_back(page: Page) -> None:
    # Asked and answered before it goes: else the answer may be lost with the page.
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_timeout(800)


def test_a_session_that_ended_elsewhere_shows_nothing_on_the_way_back(
    mara: Open, browser: Browser, server: Server, weather: Weather
) -> None:
    """No cookie of this browser changes, so it alone would show the page it kept."""
    page = mara()
    page.goto("/signs/")
    page.goto(weather.url)
    cookies = page.context.cookies(server.url)
    elsewhere = browser.new_context(base_url=server.url)
    elsewhere.add_cookies(cookies)  # type: ignore[arg-type]
    leaving = elsewhere.request.post("/leave")
    assert leaving.ok
    assert page.context.cookies(server.url) == cookies

    one_step_back(page)

    assert page.url.endswith("/signs/")
    assert NOTE not in page.inner_text("body")
    assert "These notes are locked." in page.inner_text("body")
    elsewhere.close()


def test_the_page_is_blank_before_the_other_one_comes(
    mara: Open, weather: Weather, server: Server
) -> None:
    page = mara()
    page.goto("/signs/")
    # What was seen is kept where leaving does not reach, and read afterwards.
    page.evaluate(
        """() => {
            const blank = () => document.querySelector('.gone') && localStorage.setItem('seen',
                JSON.stringify([
                    document.title, document.body.innerText.trim(), performance.now() - since
                ]));
            let since = 0;
            document.addEventListener('click', () => { since = performance.now(); }, true);
            new MutationObserver(blank).observe(document.body, {childList: true, subtree: true});
        }"""
    )

    by_the_button(page)
    page.wait_for_url(weather.url)

    page.goto(f"{server.url}/now")
    seen = page.evaluate("localStorage.getItem('seen')")
    title, shown, milliseconds = json.loads(seen)
    assert (title, shown) == ("Weather", "…")
    assert milliseconds < 100


def test_typing_capitals_is_no_way_out(mara: Open) -> None:
    page = mara()
    page.goto("/signs/note/")
    words = page.get_by_label("In your own words")

    words.press_sequentially("SAM CAME HOME AT TWO", delay=5)
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(300)

    assert page.url.endswith("/signs/note/")
    assert words.input_value() == "SAM CAME HOME AT TWOABC"


def test_leaving_keeps_the_steps_on_the_phone(
    mara: Open, weather: Weather, server: Server
) -> None:
    page = mara()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    by_the_button(page)
    page.wait_for_url(weather.url)

    page.goto(f"{server.url}/now")
    assert page.evaluate("caches.match('/now').then((kept) => Boolean(kept))")
