"""The one stylesheet, put together from its parts.

A first visit finds it in the page itself, so that one request paints (docs/adr/0003).
Signed-in pages link to it: by then the browser, or its worker, has kept it.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

import rcssmin
from django.templatetags.static import static
from django.urls import reverse

PARTS = Path(__file__).parent / "style"
# Later parts may lean on earlier ones; the last two outweigh everything.
ORDER = (
    *("tokens", "base", "page", "buttons", "cards", "doors", "care", "next"),
    *("forms", "notes", "guide", "signs", "call", "talk", "places", "states", "print"),
)
FACE = "web/alongside-display.woff2"


@cache
def text() -> str:
    """All parts in order, without comments and blanks."""
    written = "\n".join((PARTS / f"{part}.css").read_text("utf-8") for part in ORDER)
    return str(rcssmin.cssmin(written)).replace("DISPLAY_FACE", f"url({static(FACE)})")


@cache
def digest() -> str:
    """The name of this very text: ten letters of its SHA-256."""
    return hashlib.sha256(text().encode()).hexdigest()[:10]


@cache
def fingerprint() -> str:
    """What the policy of a page says about the sheet inside it."""
    summed = hashlib.sha256(text().encode()).digest()
    return f"sha256-{base64.b64encode(summed).decode()}"


def address() -> str:
    """Where the sheet answers as a file, for good: a new text has a new address."""
    return reverse("web:stylesheet", args=[digest()])
