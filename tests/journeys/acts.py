"""What someone does first in a browser: makes an account, and writes one note."""

from playwright.sync_api import Page

NOTE = "The rent money was gone."


def sign_up(page: Page, name: str) -> str:
    """Makes an account and answers its passphrase: the one that was offered."""
    page.goto("/sign-up/")
    page.get_by_label("Your name here").fill(name)
    passphrase = page.get_by_label("Passphrase").input_value()
    page.get_by_role("button", name="Go on").click()
    groups = page.locator("ol.code li").all_inner_texts()
    page.get_by_label("Group 3").fill(groups[2])
    page.get_by_label("Group 7").fill(groups[6])
    page.get_by_role("button", name="It is on paper").click()
    return passphrase


def sign_in(page: Page, name: str, passphrase: str) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Your name here").fill(name)
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Open my notes").click()


def write_down(page: Page) -> None:
    page.locator("details", has_text="Something else they did").first.evaluate(
        "(it) => { it.open = true; }"
    )
    page.get_by_label("Something else they did").check()
    page.get_by_label("In your own words").fill(NOTE)
    page.get_by_role("button", name="Save this note").click()
