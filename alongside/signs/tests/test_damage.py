"""When what was stored of the notes is not what was written, their writer is told."""

import pytest

from alongside.journal.models import JournalHead, SealedEntry
from alongside.signs.tests.acts import notice
from alongside.testing.visitor import Visitor

PLACES = ["/signs/", "/today/"]
DAMAGED = "Some of your notes do not open any more."
OLDER = "These notes end before what you saw here last."


def cut_the_last_row() -> None:
    """As an older backup would leave it: row and head of before."""
    last, before = SealedEntry.objects.order_by("-seq")[:2]
    SealedEntry.objects.filter(journal=last.journal, seq=last.seq).delete()
    JournalHead.objects.update(seq=before.seq, digest=before.digest)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_said_of_notes_that_are_whole(mara: Visitor, place: str) -> None:
    notice(mara)

    mara.visit(place)

    assert not mara.sees(DAMAGED)
    assert not mara.sees(OLDER)


@pytest.mark.parametrize("place", PLACES)
def test_a_note_that_was_altered_is_told(mara: Visitor, place: str) -> None:
    notice(mara)
    SealedEntry.objects.update(ct=bytes(500))

    mara.visit(place)

    assert mara.sees(DAMAGED)


@pytest.mark.parametrize("place", PLACES)
def test_notes_that_were_taken_out_at_the_end_are_told(
    mara: Visitor, place: str
) -> None:
    notice(mara)
    notice(mara)
    cut_the_last_row()

    mara.visit(place)

    assert mara.sees(OLDER)
