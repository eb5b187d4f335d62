"""Someone at the site who knows it only by what its pages say.

A visitor finds a field by its label, a button by its name and a link by its words, as a
person with a screen reader does. A form without labels cannot be used by a visitor, so
its tests cannot pass.
"""

from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.test import Client

# What a browser sends though nobody touched it.
GIVEN = "input[name]:not([type=radio], [type=checkbox]), input[checked], textarea[name]"

# Kept along redirects, which a `secure=True` is not.
HTTPS: dict[str, Any] = {"wsgi.url_scheme": "https", "SERVER_PORT": "443"}


@dataclass
class Visitor:
    """A person at a browser, over HTTPS. `status` and `headers` are the page's they see."""

    client: Client
    name: str = ""
    path: str = "/"
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    page: Tag = field(default_factory=BeautifulSoup)
    filled: dict[str, str | list[str]] = field(default_factory=dict)

    def visit(self, path: str) -> Self:
        return self._arrive(self.client.get(path, follow=True, **HTTPS))

    def follow(self, words: str) -> Self:
        return self.visit(urljoin(self.path, str(self._find("a", words)["href"])))

    def fill(self, label: str, value: str) -> Self:
        self.filled[str(self._control(label)["name"])] = value
        return self

    def choose(self, label: str) -> Self:
        control = self._control(label)
        self.filled[str(control["name"])] = str(control.get("value", "on"))
        return self

    def check(self, label: str) -> Self:
        """Tick one more box of a group."""
        control = self._control(label)
        ticked = self.filled.setdefault(str(control["name"]), [])
        assert isinstance(ticked, list), f"{label!r} was chosen already."
        ticked.append(str(control.get("value", "on")))
        return self

    def press(self, name: str) -> Self:
        button = self._find("button", name)
        form = self._form_of(button)
        # Several fields may have one name, as boxes that were ticked do.
        given: dict[str, Any] = {}
        for control in form.select(GIVEN):
            value = str(control.get("value", "")) or control.get_text()
            given.setdefault(str(control["name"]), []).append(value)
        if pressed := button.get("name"):
            given[str(pressed)] = str(button.get("value", ""))
        there = button.get("formaction") or form.get("action")
        path = urljoin(self.path, str(there or self.path))
        return self.send(path, given | self.filled)

    def send(self, path: str, given: dict[str, Any]) -> Self:
        """Post what a browser on this site would post."""
        answer = self.client.post(
            path,
            given,
            follow=True,
            headers={"sec-fetch-site": "same-origin"},
            **HTTPS,
        )
        return self._arrive(answer)

    def sees(self, words: str) -> bool:
        return words in _text(self.page)

    def given(self, button: str) -> dict[str, str]:
        """Everything the form of a button holds before anyone fills it in."""
        form = self._form_of(self._find("button", button))
        return {str(c["name"]): str(c.get("value", "")) for c in form.select(GIVEN)}

    def _form_of(self, button: Tag) -> Tag:
        form = (
            self.page.select_one(f"form#{button['form']}")
            if button.get("form")
            else button.find_parent("form")
        )
        assert form, f"The button {_text(button)!r} is in no form."
        return form

    def _control(self, label: str) -> Tag:
        control = self.page.select_one(f"#{self._find('label', label)['for']}")
        assert control, f"The label {label!r} belongs to no field."
        return control

    def _find(self, tag: str, words: str) -> Tag:
        for each in self.page.select(tag):
            if _text(each) == words:
                return each
        raise AssertionError(f"No <{tag}> on {self.path} says {words!r}.")

    def _arrive(self, response: Any) -> Self:
        self.path = response.request["PATH_INFO"]
        self.status = response.status_code
        self.headers = dict(response.headers)
        body = b"".join(response) if response.streaming else response.content
        self.page = BeautifulSoup(body, "html.parser")
        self.filled = {}
        return self


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
