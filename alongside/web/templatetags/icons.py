"""Lucide icons, drawn into the page: no request, and every colour for free."""

from functools import cache

from django import template
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = template.Library()


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """One icon, always beside a word and hidden from those who hear the page."""
    how = {"class": "i", "aria_hidden": "true", "stroke_width": "1.9"}
    return SafeString(lucide(name, size=None, **how))
