"""What was written once must stay readable for good."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal import entries, export
from alongside.journal.entries import KINDS, Entry

# A whole number is one of 64 bits; what is longer is refused before it is written.
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
ANY_MOMENT = st.datetimes(timezones=st.just(UTC))
RELEASED = Path("docs/vocabulary.txt")

# What our own tests write is no word of ours.
OURS = {kind: cls for kind, cls in KINDS.items() if not kind.startswith("tests.")}


@pytest.mark.parametrize("kind", OURS.values(), ids=OURS)
@given(data=st.data())
def test_every_kind_survives_writing_and_reading(
    kind: type[Entry], data: st.DataObject
) -> None:
    entry = data.draw(st.builds(kind, at=ANY_MOMENT))

    written = entries.written(entry)

    assert entries.decode(written) == entry
    assert export.from_json(export.to_json([written])) == [written]


def vocabulary() -> Iterator[str]:
    for kind, cls in OURS.items():
        for name in cls.__struct_fields__:
            yield f"{kind} {name}"


def test_no_released_word_is_gone() -> None:
    released = set(RELEASED.read_text().splitlines())

    assert released - set(vocabulary()) == set()


def test_every_word_is_written_down() -> None:
    assert "\n".join(sorted(vocabulary())) + "\n" == RELEASED.read_text()
