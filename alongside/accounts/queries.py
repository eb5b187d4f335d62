"""What is asked about people. Nothing here tells a name."""

from collections.abc import Collection
from uuid import UUID

from alongside.accounts.models import Person
from alongside.journal.wraps import NotAWrap, Wrap


def person(id_: UUID) -> Person | None:
    return Person.objects.filter(pk=id_).first()


def people_named(handles: Collection[bytes]) -> list[Person]:
    """Everyone who chose this name: usually one or none. Two may have the same."""
    return list(Person.objects.filter(handle__in=handles).order_by("pk"))


def person_of_code(code_handle: bytes) -> Person | None:
    return Person.objects.filter(code_handle=code_handle).first()


def peppers_used() -> frozenset[int]:
    """The ids of the peppers without which some passphrase opens nothing."""
    used = set()
    for stored in Person.objects.values_list("wrap", flat=True).iterator():
        try:
            used.add(Wrap.read(bytes(stored)).pepper_id)
        except NotAWrap:
            continue
    return frozenset(used)
