"""What is new in what someone wrote today, so that help is not put before them again.

A sentence that help was shown for is not heard a second time that day: a note is revised,
a form comes back. A new sentence is heard: what cannot wait is shown each time, what can
wait till tonight once a day for each kind.
"""

import re
from collections.abc import Callable, Iterable

import msgspec

from alongside.safety import urgent
from alongside.safety.urgent import PAGE, Danger, Heard, Level

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
# Of a day's sentences the newest are known again.
MOST = 400

Digest = Callable[[str], bytes]


class Day(msgspec.Struct, frozen=True):
    """The kinds that help was shown for today, and digests of the sentences."""

    kinds: tuple[str, ...] = ()
    sentences: tuple[bytes, ...] = ()


def listen(texts: Iterable[str], day: Day, digest: Digest) -> tuple[Danger | None, Day]:
    """The page for the gravest danger that is new, if any, and the day as it is then."""
    known = frozenset(day.sentences)
    kinds: set[str] = set()
    sentences: list[bytes] = []
    for text in texts:
        said = [each.strip() for each in SENTENCE.findall(text) if each.strip()]
        fresh = [each for each in said if digest(each) not in known]
        heard = urgent.listen(text if len(fresh) == len(said) else " ".join(fresh))
        shown = _shown(heard, day)
        if shown:
            kinds |= shown
            sentences += map(digest, fresh)
    pages = {PAGE[urgent.Urgent(kind)] for kind in kinds}
    after = Day(
        tuple(sorted({*day.kinds, *kinds})), (*day.sentences, *sentences)[-MOST:]
    )
    return next((page for page in Danger if page in pages), None), after


def _shown(heard: Heard, day: Day) -> set[str]:
    if heard.level is Level.RED:
        return {str(kind) for kind in heard.kinds}
    return {str(kind) for kind in heard.kinds} - set(day.kinds)
