"""A real browser at a real server, in the same fixed morning.

Every journey also proves, when it ends, that no page asked another host for anything and
that no policy was broken.
"""

import os
from collections.abc import Iterator

import pytest
import time_machine
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from alongside.testing.world import NOW
from tests.journeys.looking import Open

# Playwright holds an event loop in the thread of the test; our database calls stay sync.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = os.environ.get("ALONGSIDE_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """The same morning, but time goes on: a browser waits for things."""
    with time_machine.travel(NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, live_server: LiveServer) -> Iterator[Open]:
    """Opens a page as someone would: `opened("/", size="phone", dark=True)`."""
    contexts: list[BrowserContext] = []
    elsewhere: list[str] = []
    complaints: list[str] = []

    def open_page(path: str, size: str = "phone", **how: object) -> Page:
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            # A colour that is on its way is no colour to judge.
            reduced_motion="reduce",
            color_scheme="dark" if how.pop("dark", False) else "light",
            java_script_enabled=bool(how.pop("script", True)),
            service_workers="allow" if how.pop("worker", False) else "block",
        )
        contexts.append(context)
        context.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((live_server.url, "data:", "blob:"))
                else elsewhere.append(r.url)
            ),
        )
        page = context.new_page()
        page.on(
            "console",
            lambda m: (
                complaints.append(m.text)
                if "Content Security Policy" in m.text or "Trusted" in m.text
                else None
            ),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert elsewhere == []
    assert complaints == []
