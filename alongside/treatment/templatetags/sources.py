"""The numbers of sources behind a sentence."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def numbered(keys: tuple[str, ...], numbers: Mapping[str, int]) -> list[int]:
    return [numbers[key] for key in keys]
