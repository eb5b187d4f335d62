"""What people do in this room, told once for all tests of it."""

from alongside.testing.visitor import Visitor

MOOD = "Mood changed fast"
DRIFTED = "Drifted off mid-sentence"
NO_NOTES = "No notes yet"


def notice(
    someone: Visitor,
    sign: str = MOOD,
    what: str = "He shouted, then he cried.",
    on: str = "2026-12-03",
) -> None:
    someone.visit("/signs/note/")
    someone.choose(sign)
    someone.fill("In your own words", what)
    someone.fill("Which day was it?", on)
    someone.press("Save this note")


def address_of(someone: Visitor, act: str) -> str:
    """Where the first note on the page is kept, taken back or erased."""
    someone.visit("/signs/")
    [address, *_] = someone.page.select(f"[action$='/{act}/'], [href$='/{act}/']")
    return str(address.get("action") or address["href"])
