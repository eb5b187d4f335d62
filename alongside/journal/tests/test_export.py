"""An export can be read by eye, and loses nothing on the way back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.journal import export
from alongside.journal.entries import encode
from alongside.journal.export import NotAnExport
from alongside.journal.tests.kinds import Mood, Noted
from alongside.journal.tests.making import MARA, NOW, noted
from alongside.journal.tests.test_log import FROM_NEWER, WRITTEN

WITH_A_NEW_FIELD = encode(noted("known")).replace(b"\x88", b"\x89", 1) + b"\xa3new\x2a"


@given(st.lists(WRITTEN))
def test_what_was_exported_reads_back_to_the_byte(written: list[bytes]) -> None:
    assert export.from_json(export.to_json(written)) == written


def test_a_field_of_a_newer_version_survives_it() -> None:
    assert (
        json.loads(export.to_json([WITH_A_NEW_FIELD]))["entries"][0]["entry"]["new"]
        == 42
    )
    assert export.from_json(export.to_json([WITH_A_NEW_FIELD])) == [WITH_A_NEW_FIELD]


def test_it_reads_as_what_was_written() -> None:
    note = Noted(
        at=NOW, by=MARA, what="Émile slept", on=date(2026, 12, 4), mood=Mood.LOW
    )

    [line] = json.loads(export.to_json([encode(note)]))["entries"]

    assert line["entry"] == {
        "kind": "tests.noted",
        "id": str(note.id),
        "at": "2026-12-05T09:00:00Z",
        "by": str(MARA),
        "what": "Émile slept",
        "on": "2026-12-04",
        "mood": "low",
        "seen": [],
    }


def test_only_what_json_cannot_hold_is_kept_as_bytes_too() -> None:
    lines = json.loads(export.to_json([encode(noted("known")), FROM_NEWER]))["entries"]

    assert ["kept" in line for line in lines] == [False, True]


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"{}",
        b"[]",
        b'{"format": "something else", "entries": []}',
        b'{"format": "alongside journal 1", "entries": [{"entry": {"kind": "no.such"}}]}',
        b"[" * 100_000,
    ],
    ids=["nothing", "empty", "list", "another format", "another kind", "deep"],
)
def test_another_file_is_refused(file: bytes) -> None:
    with pytest.raises(NotAnExport):
        export.from_json(file)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_export_or_are_refused(file: bytes) -> None:
    with pytest.raises(NotAnExport):
        export.from_json(file)
