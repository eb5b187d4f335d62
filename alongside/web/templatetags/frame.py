"""What the frame draws on every page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from alongside.web import stylesheet

register = template.Library()

# Only rooms that exist: where, its icon, its word.
ROOMS = (
    ("home:today", "sun", _("Today")),
    ("signs:overview", "notebook-pen", _("Notes")),
    ("talk:overview", "messages-square", _("Talk")),
    ("directory:find", "map-pin", _("Find help")),
    ("accounts:settings", "heart", _("You")),
)


@dataclass(frozen=True)
class Door:
    address: str
    icon: str
    word: str
    here: bool


@register.inclusion_tag("web/parts/nav.html", takes_context=True)
def rooms(context: dict[str, Any]) -> dict[str, list[Door]]:
    """The rooms, and which one the reader stands in."""
    request = context.get("request")
    path = request.path if request else ""
    return {
        "doors": [
            Door(there := reverse(name), icon, str(word), here=path.startswith(there))
            for name, icon, word in ROOMS
        ]
    }


@register.simple_tag
def inlined_stylesheet() -> SafeString:
    """The whole sheet. It is our own text, and the policy names its fingerprint."""
    return mark_safe(stylesheet.text())  # noqa: S308


@register.simple_tag
def stylesheet_address() -> str:
    return stylesheet.address()
