"""HTML from our Markdown: what a page shows of a text.

HTML in a text stays text. A link to another site says so, to everyone, and tells that
site nothing; a reference `[^key]` becomes the number of its source and leads there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from alongside.lib.markdown import REFERENCE, parser, slug

OUTSIDE = ("http://", "https://")


@dataclass(frozen=True)
class Said:
    """The words that markup adds, in the language of the page.

    `source` stands before a number, `leaves` after a link, `table` names a table
    that stands under no heading.
    """

    source: str
    leaves: str
    table: str


def html(markdown: str, *, keys: Sequence[str], said: Said) -> str:
    """The Markdown as HTML. `keys` are the sources of the page, in their order."""

    def mark(state: StateCore) -> None:
        for token in state.tokens:
            if token.children:
                token.children = list(_marked(token.children, keys, said))
        _name(state.tokens, said)

    marked = parser()
    marked.core.ruler.push("mark", mark)
    marked.add_render_rule("table_open", _table_open)
    marked.add_render_rule("table_close", _table_close)
    return str(marked.render(markdown))


def anchor(key: str) -> str:
    """The id of a source on its page."""
    return f"source-{key}"


def _name(tokens: Sequence[Token], said: Said) -> None:
    """Gives each heading its address, and each table the name of its heading."""
    above = said.table
    for opening, inside in pairwise(tokens):
        if opening.type == "heading_open":
            above = inside.content
            opening.attrs["id"] = slug(above)
        if opening.type == "table_open":
            opening.meta["name"] = above


def _marked(
    tokens: Sequence[Token], keys: Sequence[str], said: Said
) -> Iterator[Token]:
    leaving = False
    for token in tokens:
        if token.type == "link_open":
            leaving = str(token.attrs.get("href", "")).startswith(OUTSIDE)
            if leaving:
                token.attrs["rel"] = "noreferrer noopener"
        if token.type == "link_close" and leaving:
            yield _raw(f'<span class="vh"> ({escape(said.leaves)})</span>')
        if token.type == "text":
            yield from _referenced(token.content, keys, said)
        else:
            yield token


def _referenced(text: str, keys: Sequence[str], said: Said) -> Iterator[Token]:
    for place, piece in enumerate(REFERENCE.split(text)):
        # re.split with one group gives text, key, text, key, … text.
        if place % 2:
            number = keys.index(piece) + 1
            name = escape(f"{said.source} {number}")
            link = f'<a href="#{anchor(piece)}" aria-label="{name}">{number}</a>'
            yield _raw(f'<sup class="ref">{link}</sup>')
        else:
            yield Token("text", "", 0, content=piece)


def _raw(markup: str) -> Token:
    return Token("html_inline", "", 0, content=markup)


# A wide table scrolls by itself, and a keyboard has to be able to reach what scrolls.
def _table_open(_self: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    name = escape(str(tokens[place].meta["name"]))
    region = f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
    return f'{region}<table class="table">'


def _table_close(*_: object) -> str:
    return "</table></div>\n"
