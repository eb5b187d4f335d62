"""A passphrase against a wrap: stretched behind the gate, once for each recipe.

Nothing is decided here. A wrap opens or it does not, and both take the same time.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from uuid import UUID

from alongside.accounts import gate, handle
from alongside.journal import keys
from alongside.journal.keys import Recipe
from alongside.journal.seal import DoesNotOpen
from alongside.journal.wraps import Wrap

Stretch = Callable[[Recipe], bytes]


def stretching(passphrase: str, *, folder: Path) -> Stretch:
    """How to stretch this passphrase. It raises gate.TooBusy."""

    @cache
    def stretch(recipe: Recipe) -> bytes:
        with gate.turn(folder):
            return keys.stretch(
                passphrase, recipe.salt, mib=recipe.mib, passes=recipe.passes
            )

    return stretch


def recipe(known: bytes, *, pepper: bytes, mib: int, passes: int) -> Recipe:
    """The recipe for a name, by its handle, at this cost."""
    return Recipe(handle.salt(known, pepper=pepper), mib, passes)


def recipe_of(wrap: Wrap) -> Recipe:
    return Recipe(wrap.salt, wrap.mib, wrap.passes)


def secret_in(
    stored: bytes, stretch: Stretch, *, account: UUID, peppers: Mapping[int, bytes]
) -> bytes | None:
    """What a stored wrap holds, if it opens."""
    try:
        wrap = Wrap.read(stored)
        stretched = stretch(recipe_of(wrap))
        return keys.unwrap(wrap, stretched, account=account, peppers=peppers)
    # A damaged wrap may ask for a cost that does not exist, which is a ValueError.
    except (DoesNotOpen, keys.PepperMissing, ValueError):
        return None
