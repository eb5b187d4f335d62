"""Every form in which someone can write is listened to, whichever room it is in."""

from collections.abc import Iterator

import pytest
from bs4 import Tag
from django.urls import URLResolver, get_resolver

from alongside.safety.middleware import CHOICES, SECRETS
from alongside.testing.visitor import Visitor

NOT_BREATHING = "He is not breathing and his lips are blue."
WRITTEN = "textarea[name], input[type=text][name], input[type=search][name]"


def addresses(under: URLResolver | None = None, path: str = "/") -> Iterator[str]:
    for pattern in (under or get_resolver()).url_patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, here)
        elif "<" not in here:
            yield here


def written_fields(form: Tag) -> list[str]:
    names = [str(field["name"]) for field in form.select(WRITTEN)]
    return [name for name in names if name not in SECRETS | CHOICES]


def filled(form: Tag) -> dict[str, str]:
    """Every field as it stands, each group with its first choice, each text in need."""
    given = {
        str(field["name"]): str(field.get("value", ""))
        for field in form.select("input[name]:not([type=radio], [type=checkbox])")
    }
    for choice in reversed(form.select("input[type=radio]")):
        given[str(choice["name"])] = str(choice["value"])
    return given | dict.fromkeys(written_fields(form), NOT_BREATHING)


def forms_on(someone: Visitor, path: str) -> list[Tag]:
    someone.visit(path)
    return [form for form in someone.page.select("form") if written_fields(form)]


@pytest.mark.parametrize("path", sorted(set(addresses())))
def test_a_danger_that_is_written_brings_help(mara: Visitor, path: str) -> None:
    for number, form in enumerate(forms_on(mara, path)):
        # Each form says it a little differently: the same sentence is not heard twice.
        given = {
            k: v.replace("He is", "He is " + "really " * number)
            for k, v in filled(form).items()
        }
        mara.send(str(form.get("action") or path), given)

        assert mara.path == "/help/1/" or mara.page.select_one(".heard"), path
        assert mara.sees("Call 911")
        assert NOT_BREATHING not in mara.path


def test_there_are_forms_to_walk_through(mara: Visitor) -> None:
    assert forms_on(mara, "/signs/note/")
