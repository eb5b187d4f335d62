"""Words for what a place is and when."""

from django import template

from alongside.directory import words
from alongside.directory.place import Kind, Located, Use

register = template.Library()


@register.filter
def kind_words(kind: Kind) -> object:
    return words.KINDS[kind]


@register.filter
def located_words(located: Located) -> object:
    return words.LOCATED[located]


@register.filter
def day_words(weekday: int) -> object:
    return words.DAYS[weekday]


@register.filter
def use_words(use: Use) -> object:
    return words.USES[use]


@register.filter
def dialled(number: str) -> str:
    """A number as a phone dials it: "614-488-7117 x 2" is "6144887117"."""
    main = number.lower().split("x")[0]
    return "".join(c for c in main if c.isdigit() or c == "+")
