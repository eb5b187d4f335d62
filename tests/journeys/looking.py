"""How a journey looks at a page."""

import os
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Opens a page as someone would: `opened("/", size="phone", dark=True)`.
Open = Callable[..., Page]


def no_barriers(page: Page) -> None:
    """axe finds nothing: WCAG 2.0 to 2.2 A and AA, and its best practices."""
    found = Axe().run(page)
    told = [
        (v["id"], [node["html"][:120] for node in v["nodes"]])
        for v in found.response["violations"]
    ]

    assert told == [], page.url


def nothing_sticks_out(page: Page) -> None:
    """No page scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert wide <= 0, page.url


def picture(page: Page, name: str) -> None:
    """Kept for human eyes where ALONGSIDE_PICTURES names a folder."""
    if folder := os.environ.get("ALONGSIDE_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
