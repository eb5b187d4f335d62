"""A form that is sent twice makes one entry, and loses nothing that was changed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError

from alongside.journal import actions
from alongside.journal.models import SealedEntry
from alongside.journal.store import Journal, saving
from alongside.journal.tests.kinds import Noted
from alongside.journal.tests.making import NOW, opened, sealed_rows, whats

pytestmark = pytest.mark.django_db


def test_the_same_form_sent_twice_makes_one_entry() -> None:
    journal, held = Journal.create()
    once = uuid4().hex

    first = journal.write(Noted, what="one", once=once, at=NOW)
    later = NOW + timedelta(seconds=3)
    again = opened(journal, held).write(Noted, what="one", once=once, at=later)

    assert again == first
    assert SealedEntry.objects.count() == 1


def test_several_entries_of_one_form_are_written_once() -> None:
    journal, _ = Journal.create()
    once = uuid4().hex
    form = [(Noted, {"what": "same"}), (Noted, {"what": "same"})]

    first = journal.write_all(form, once=once)
    again = journal.write_all(form, once=once)

    assert again == first
    assert whats(journal) == ["same", "same"]


def test_what_was_changed_before_it_was_sent_again_is_not_lost() -> None:
    journal, _ = Journal.create()
    once = uuid4().hex

    for what in ("gone", "gone, and the car keys", "gone"):
        journal.write(Noted, what=what, once=once)

    assert whats(journal) == ["gone", "gone, and the car keys"]


def test_the_same_words_in_two_forms_are_two_entries() -> None:
    journal, _ = Journal.create()

    for _ in range(2):
        journal.write(Noted, what="again", once=uuid4().hex)

    assert whats(journal) == ["again", "again"]


def test_a_form_that_was_erased_is_not_written_by_going_back() -> None:
    journal, _ = Journal.create()
    once = uuid4().hex
    journal.erase(journal.write(Noted, what="gone", once=once).id)

    journal.write(Noted, what="gone", once=once)

    assert whats(journal) == []


def test_the_database_itself_refuses_a_second_row_of_one_form() -> None:
    journal, _ = Journal.create()
    journal.write(Noted, what="one")
    [idem] = SealedEntry.objects.values_list("idem", flat=True)
    [row] = sealed_rows(journal.id, [b"again"], after=journal.head)

    with pytest.raises(IntegrityError), saving():
        actions.add(journal.id, [row], idems=[bytes(idem)])
    with pytest.raises(IntegrityError), saving():
        actions.add(journal.id, [row._replace(seq=1)], idems=[bytes(16)])
