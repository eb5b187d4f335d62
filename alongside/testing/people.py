"""How people of our tests come to have notes: as anyone does, through the pages."""

from django.test import Client

from alongside.testing.visitor import Visitor

PASSPHRASE = "seven quiet herons by the river"  # noqa: S105 -- of nobody


def sign_up(name: str) -> Visitor:
    """Someone new, whose code is on paper and whose notes are open."""
    return type_back(start_notes(Visitor(Client(), name=name)))


def start_notes(someone: Visitor) -> Visitor:
    """Choose a name and a passphrase; the code for paper stands on the page now."""
    someone.visit("/sign-up/")
    someone.fill("Your name here", someone.name).fill("Passphrase", PASSPHRASE)
    return someone.press("Go on")


def code_on_page(someone: Visitor) -> list[str]:
    """The code that stands on the page, group by group; its last is the pair."""
    groups = [group.get_text(strip=True) for group in someone.page.select(".code li")]
    assert groups, f"There is no code on {someone.path}."
    return groups


def type_back(someone: Visitor) -> Visitor:
    """Copy two groups of the code from the paper."""
    groups = code_on_page(someone)
    someone.fill("Group 3", groups[2]).fill("Group 7", groups[6])
    return someone.press("It is on paper")


def unlock(someone: Visitor, passphrase: str = PASSPHRASE) -> Visitor:
    """Open the notes again from the lock page that they stand before."""
    someone.fill("Your name here", someone.name).fill("Passphrase", passphrase)
    return someone.press("Open my notes")
