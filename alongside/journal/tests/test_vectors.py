"""What the first release wrote opens for good: bytes that are kept in `vectors.json`."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from alongside.journal import (
    chain,
    entries,
    keyring,
    keys,
    once,
    pad,
    recovery,
    seal,
    snapshot,
)
from alongside.journal.chain import Link, Row
from alongside.journal.entries import Entry, Erased, Reason, TakenBack
from alongside.journal.keyring import Held, Keyring
from alongside.journal.wraps import Wrap

KEPT: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text())

ACCOUNT, JOURNAL, MEMBER = (
    UUID(KEPT[name]) for name in ("account", "journal", "member")
)
KEY, SECRET = bytes.fromhex(KEPT["key"]), bytes.fromhex(KEPT["secret"])
AT = datetime(2026, 12, 5, 9, tzinfo=UTC)
ENTRIES: list[Entry] = [
    TakenBack(id=UUID(int=1), at=AT, by=MEMBER, entry=UUID(int=9)),
    Erased(id=UUID(int=2), at=AT, by=MEMBER, rows=(1, 4), why=Reason.ASKED),
]


def kept(*path: str) -> bytes:
    found: Any = KEPT
    for name in path:
        found = found[name]
    return bytes.fromhex(found)


def rows() -> list[Row]:
    return [
        Row(
            row["seq"],
            row["epoch"],
            *(bytes.fromhex(row[name]) for name in ("prev", "ct", "digest")),
        )
        for row in KEPT["rows"]
    ]


def test_padding() -> None:
    assert pad.strip(kept("pad", "padded")) == kept("pad", "plain")
    assert pad.pad(kept("pad", "plain")) == kept("pad", "padded")


def test_the_seal() -> None:
    opened = seal.unseal(KEY, kept("seal", "sealed"), bound_to=kept("seal", "bound_to"))

    assert opened == kept("seal", "plain")


def test_a_passphrase_and_its_wrap() -> None:
    said = KEPT["passphrase"]
    stretched = keys.stretch(
        said["typed"],
        kept("passphrase", "salt"),
        mib=said["mib"],
        passes=said["passes"],
    )
    wrap = Wrap.read(kept("passphrase", "wrap"))
    peppers = {said["pepper_id"]: kept("passphrase", "pepper")}

    assert stretched == kept("passphrase", "stretched")
    assert keys.unwrap(wrap, stretched, account=ACCOUNT, peppers=peppers) == SECRET


def test_a_recovery_code_and_its_wrap() -> None:
    code = recovery.read(KEPT["recovery"]["written"])
    wrap = Wrap.read(kept("recovery", "wrap"))

    assert code == kept("recovery", "code")
    assert recovery.written(code) == KEPT["recovery"]["written"]
    assert recovery.unwrap(wrap, code, account=ACCOUNT) == SECRET


def test_a_keyring() -> None:
    held = Held(
        member=MEMBER,
        keys={1: KEY, 2: SECRET},
        seen=Link(7, bytes(range(32))),
        nickname="Sam’s",
        settings={"quiet": True},
    )

    opened = keyring.unseal(kept("keyring", "sealed"), SECRET, account=ACCOUNT)

    assert opened == Keyring(
        own=JOURNAL, journals={JOURNAL: held}, settings={"minutes": 10}
    )
    assert keyring.access_hash(KEY) == kept("access_hash")


def test_entries() -> None:
    written = [bytes.fromhex(entry) for entry in KEPT["entries"]]

    assert [entries.decode(entry) for entry in written] == ENTRIES
    assert [entries.written(entry) for entry in ENTRIES] == written


def test_rows() -> None:
    opened = [chain.open_row(row, KEY, journal=JOURNAL) for row in rows()]

    assert [entries.decode(entry) for entry in opened] == ENTRIES
    assert not list(chain.faults(rows(), journal=JOURNAL, head=rows()[-1].link))


def test_what_a_form_is_known_by() -> None:
    known = once.known_by(ENTRIES, KEPT["once"]["once"], key=KEY)

    assert [one.hex() for one in known] == KEPT["once"]["known_by"]


def test_a_snapshot() -> None:
    opened = snapshot.open_stored(
        kept("snapshot"), KEY, journal=JOURNAL, epoch=1, at=rows()[-1].link
    )

    assert opened
    found = {kind: list(shelf) for kind, shelf in opened.shelves.items()}
    assert found == {
        "journal.taken_back": [(1, entries.written(ENTRIES[0]))],
        "journal.erased": [(2, entries.written(ENTRIES[1]))],
    }
