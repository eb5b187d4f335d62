"""Every sentence of the interface, held to the lists of docs/words.md.

Sentences live in templates, in calls of gettext and in the TOML of `content/`. All of
them are read here, in English; what a person writes never is.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from alongside.lib import stance, wording

HOUSE = Path("alongside")
TEMPLATES = sorted([*HOUSE.rglob("templates/**/*.html"), *HOUSE.rglob("pages/*.html")])
MODULES = sorted(p for p in HOUSE.rglob("*.py") if "tests" not in p.parts)
# What people write, and what we listen for in it, is heard, not said.
HEARD = {
    "urgent.toml",
    "rules.toml",
    "classes.toml",
    "senses.toml",
    "nearest.toml",
    "heard.toml",
    "cues.toml",
}
LISTS = sorted(p for p in Path("content").rglob("*.toml") if p.name not in HEARD)
TRANSLATORS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}

TRANSLATED = re.compile(r"""{%\s*trans(?:late)?\s+(["'])(.*?)\1.*?%}""", re.DOTALL)
NOT_SAID = re.compile(
    r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|{%.*?%}|{{.*?}}|<(?:style|script).*?</",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""\s(?:aria-label|alt|title|placeholder|content)="([^"]*)\"""")
TAG = re.compile(r"<[^>]*>")
# Keys of our TOML whose values are addresses or notes to ourselves.
NOT_SHOWN = {
    "from",
    "url",
    "source",
    "sources",
    "notes",
    "owner",
    "id",
    "es",
    "spanish",
}


def said_by_template(template: str) -> str:
    """The words that a template shows, without what the machine reads."""
    shown = NOT_SAID.sub(" ", TRANSLATED.sub(r" \2 ", template))
    attributes = " ".join(ATTRIBUTE.findall(shown))
    return f"{TAG.sub(' ', shown)} {attributes}"


def said_by_module(source: str) -> str:
    """The words that a module hands to translators."""
    said = [
        part.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in TRANSLATORS
        for part in node.args
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    return "\n".join(said)


def said_by_list(tree: Any, key: str = "") -> Iterator[str]:
    """The words of a TOML file that a reader may meet."""
    match tree:
        case dict():
            for name, branch in tree.items():
                if name not in NOT_SHOWN:
                    yield from said_by_list(branch, name)
        case list():
            for branch in tree:
                yield from said_by_list(branch, key)
        case str():
            yield tree


def faults(said: str) -> list[str]:
    found = [*wording.wounding(said), *wording.out_of_tune(said)]
    return [f"{one.words}: say {one.instead}" for one in found]


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_template_says_nothing_that_wounds(path: Path) -> None:
    assert faults(said_by_template(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_label_says_nothing_that_wounds(path: Path) -> None:
    assert faults(said_by_module(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", LISTS, ids=str)
def test_a_list_says_nothing_that_wounds(path: Path) -> None:
    said = said_by_list(tomllib.loads(path.read_text("utf-8")))

    assert faults("\n".join(said)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_template_keeps_our_stance(path: Path) -> None:
    said = said_by_template(path.read_text("utf-8"))

    assert stance.faults("\n\n".join(said.splitlines())) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>He is an addict.</p>",
        '{% translate "He is an addict." %}',
        "{% translate 'He is an addict.' as x %}",
        "{% blocktranslate trimmed %}He is an\n addict.{% endblocktranslate %}",
        '<a aria-label="Help for an addict">x</a>',
        "<p>Stop now!</p>",
    ],
)
def test_a_planted_word_in_a_template_is_found(template: str) -> None:
    assert faults(said_by_template(template))


@pytest.mark.parametrize(
    "template",
    [
        "{# an addict #}",
        "{% comment %}an addict{% endcomment %}",
        '<a class="user" href="/users/">Here</a>',
        "{{ user.name }}",
        "<!doctype html>",
    ],
)
def test_what_the_machine_reads_is_not_what_is_said(template: str) -> None:
    assert faults(said_by_template(template)) == []


def test_a_planted_word_in_a_label_is_found() -> None:
    assert faults(said_by_module('from x import _\nA = _("You should sign in.")'))
    assert not faults(said_by_module('A = "an addict"'))


def test_a_planted_word_in_a_list_is_found() -> None:
    tree = {"line": [{"about": "For addicts.", "source": "https://addicts.example"}]}

    assert list(said_by_list(tree)) == ["For addicts."]
