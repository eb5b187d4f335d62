"""What was typed while the notes were locked. It travels in the page, and lies nowhere.

A form that comes too late is answered with the lock page, which carries its fields under
a prefix. Once the notes are open, the fields go to the view they were meant for, with
the id of their own sending, so that nothing is saved twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

PREFIX = "kept-"
PATH = "kept_path"
WHOSE = "kept_whose"
TYPED_BY = "typed_by"
LONGEST = 64 * 1024
# Tokens of a session that is over, and fields of the lock page itself.
LEFT_OUT = frozenset({"csrfmiddlewaretoken", "door", PATH, WHOSE, TYPED_BY})

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Kept:
    """The fields of one form, where they were going, and by whom they were typed.

    `whose` is a digest, or nothing where that is not known any more.
    """

    path: str
    fields: Fields = ()
    whose: str = ""

    @property
    def hidden(self) -> Fields:
        """The fields under the names by which a page carries them."""
        return tuple((PREFIX + name, value) for name, value in self.fields)

    @property
    def is_too_long(self) -> bool:
        """Whether a page cannot carry it: then its words are shown, to be copied."""
        return sum(len(n.encode()) + len(v.encode()) for n, v in self.fields) > LONGEST

    @property
    def words(self) -> tuple[str, ...]:
        """What reads like something a person wrote: it has a blank or a new line in it."""
        return tuple(value for _, value in self.fields if len(value.split()) > 1)


class Lists(Protocol):
    """A form as Django hands it over: each name with all its values."""

    def lists(self) -> Iterable[tuple[str, Sequence[str]]]: ...


def typed(path: str, form: Lists, *, whose: str) -> Kept:
    """What a form held that came too late."""
    pairs = ((n, v) for n, values in form.lists() for v in values)
    return Kept(path, tuple(pair for pair in pairs if pair[0] not in LEFT_OUT), whose)


def carried(form: Lists) -> Kept | None:
    """What a page carried on: None if it carried nothing."""
    said = {name: list(values) for name, values in form.lists()}
    if PATH not in said:
        return None
    fields = tuple(
        (name.removeprefix(PREFIX), value)
        for name, values in said.items()
        if name.startswith(PREFIX)
        for value in values
    )
    return Kept("".join(said[PATH]), fields, "".join(said.get(WHOSE, [])))
