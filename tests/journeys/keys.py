"""Going through pages by keyboard alone: Tab, the arrows, Space, Enter and letters."""

from playwright.sync_api import Locator, Page

MOST = 250


def reach(page: Page, wanted: Locator) -> None:
    """Tab, from wherever one is, until this has the focus."""
    for _ in range(MOST):
        if _focused(wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {wanted}.")


def follow(page: Page, wanted: Locator) -> None:
    """A link or a button: to it, and Enter leads to the next page."""
    reach(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def unfold(page: Page, summary: Locator) -> None:
    """What is folded away: to its summary, and Enter."""
    reach(page, summary)
    page.keyboard.press("Enter")


def write(page: Page, wanted: Locator, words: str) -> None:
    """Into a field, over what stands there."""
    reach(page, wanted)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def choose(page: Page, wanted: Locator) -> None:
    """One of a group: Tab enters the group, the arrows go on in it."""
    name = wanted.get_attribute("name")
    reach(page, page.locator(f"input[name='{name}']:focus"))
    for _ in range(MOST):
        if _focused(wanted):
            page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"The arrows never came to {wanted}.")


def _focused(wanted: Locator) -> bool:
    return wanted.count() > 0 and bool(
        wanted.first.evaluate("(it) => it === document.activeElement")
    )
