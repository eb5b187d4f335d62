"""By whom a form was opened, as a digest. Known in every template, without a load."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alongside.accounts import sessions
from alongside.accounts.kept import TYPED_BY

register = template.Library()


@register.simple_tag(takes_context=True)
def typed_by(context: dict[str, Any]) -> SafeString:
    """Stands after `{% csrf_token %}`, so that a form that comes too late is known."""
    inside = sessions.of(context["request"]).inside
    whose = sessions.whose_of(inside.person) if inside else ""
    return format_html('<input type="hidden" name="{}" value="{}">', TYPED_BY, whose)
