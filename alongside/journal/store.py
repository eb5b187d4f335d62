"""Opening a journal, reading it, writing in it, and erasing from it."""

import hmac
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import (
    DataError,
    Error,
    IntegrityError,
    ProgrammingError,
    connection,
    transaction,
)
from django.utils.timezone import now

from alongside.journal import actions, chain, export, opening, queries, snapshot
from alongside.journal.chain import START, Link, Row
from alongside.journal.entries import (
    E,
    Erased,
    Reason,
    decode_as,
    kind_of,
    stamp,
    written,
)
from alongside.journal.keyring import Held, access_hash
from alongside.journal.log import Log
from alongside.journal.once import known_by
from alongside.journal.opening import Damage, Stored, open_rows
from alongside.journal.queries import Head
from alongside.journal.seal import new_key
from alongside.journal.snapshot import EVERY
from alongside.journal.turn import turn

# As long as SQLite itself waits for a writer (settings).
PATIENCE = 20.0
FIRST_EPOCH = 1
# Where a snapshot that is due was not made, the next append but so many makes it.
RETRY = 50


class NotSaved(Exception):
    """The database refused: it is locked, full or gone. Nothing was written."""


class NotYours(Exception):
    """There is no such journal, or its key of today is not in this keyring."""


@contextmanager
def saving() -> Iterator[None]:
    """All of what is done inside is saved, or nothing is. Raises NotSaved.

    Writers come one after the other. It may stand inside another `saving`, and never
    inside a bare `atomic`, which would hold the database while it waits for its turn.
    """
    try:
        with _turn(), transaction.atomic():
            yield
    # These tell of our own mistakes, or of a name that is taken, not of the database.
    except (DataError, IntegrityError, ProgrammingError):
        raise
    except (Error, OSError) as refused:
        raise NotSaved from refused


@dataclass
class Journal:
    """A journal that is open. Its keys live here for one request and nowhere else.

    `keys` has one for each epoch that this account may read, `member` is who it is in
    here, `seen` the last row it remembers. `remember` is told of every new last row,
    inside the transaction that adds it.
    """

    id: UUID
    keys: Mapping[int, bytes]
    member: UUID
    seen: Link
    head: Link
    remember: Callable[[Link], None] | None = None
    _log: Log | None = field(default=None, repr=False)
    _damage: Damage | None = field(default=None, repr=False)

    @classmethod
    def create(cls, *, member: UUID | None = None) -> tuple["Journal", Held]:
        """A new journal, and what its first member holds of it."""
        held = Held(member=member or uuid4(), keys={FIRST_EPOCH: new_key()})
        proof = access_hash(held.keys[FIRST_EPOCH])
        journal = cls(uuid4(), held.keys, held.member, START, START)
        with saving():
            actions.begin(journal.id, epoch=FIRST_EPOCH, access_hash=proof)
        return journal, held

    @classmethod
    def open(
        cls,
        journal: UUID,
        held: Held,
        *,
        remember: Callable[[Link], None] | None = None,
    ) -> "Journal":
        """The journal with this id, by its key of today. Raises NotYours."""
        head = _opened_by(held.keys, queries.head_of(journal))
        return cls(journal, held.keys, held.member, held.seen, head.link, remember)

    def read(self) -> Log:
        """What stands in the journal, read once and again after it was written in."""
        if self._log is None:
            self._log, self._damage = self._reading()
        return self._log

    def damage(self, *, whole: bool = False) -> Damage | None:
        """What is wrong with the rows that `read` opened, or with all there are."""
        if whole:
            return self._reading(whole=True)[1]
        self.read()
        return self._damage

    def export(self, *, only: Collection[UUID] | None = None) -> bytes:
        """The entries that stand, or those chosen by id, as JSON (journal.export)."""
        log, _ = self._reading(whole=True)
        rows = (row.entry for row in log.written())
        chosen = (row for row in rows if only is None or stamp(row).id in only)
        return export.to_json(chosen)

    def write(
        self,
        kind: type[E],
        *,
        once: str | None = None,
        at: datetime | None = None,
        **fields: Any,
    ) -> E:
        """Stamp an entry with who and when, seal it, and add it at the end.

        `once` comes with the form. The same form sent twice makes one entry, and the
        first comes back; with other words in it, it is another entry, so that what
        someone changed before sending again is not lost. Raises NotSaved, TooLong.
        """
        [entry] = self.write_all([(kind, fields)], once=once, at=at)
        return entry

    def write_all(
        self,
        entries: Iterable[tuple[type[E], dict[str, Any]]],
        *,
        once: str | None = None,
        at: datetime | None = None,
    ) -> list[E]:
        """Several entries, all or none, in this order; otherwise as `write`."""
        at = at or now()
        made = [kind(at=at, by=self.member, **fields) for kind, fields in entries]
        with saving():
            kept, head = self._add(made, once=once)
        self._moved_to(head, added=len(made))
        return kept

    def erase(self, *ids: UUID, why: Reason = Reason.ASKED) -> int:
        """Empty the rows of these entries for good; how many there were.

        A sealed row says which and why, the snapshot is dropped, and SQLite's log is cut.
        One erases what one wrote oneself; what has expired goes, whoever wrote it. An
        entry that was taken back is still there to be erased. Raises NotSaved.
        """
        rows = self._places_of(ids, why)
        if not rows:
            return 0
        erased = Erased(at=now(), by=self.member, rows=rows, why=why)
        with saving():
            _, head = self._add([erased])
            actions.blank(self.id, rows)
            transaction.on_commit(actions.empty_wal, robust=True)
        # Whoever dropped the snapshot makes it again.
        self._moved_to(head, added=RETRY)
        return len(rows)

    def delete(self) -> None:
        """The whole journal, every row of it. There is no way back. Raises NotSaved."""
        with saving():
            actions.delete(self.id)
            transaction.on_commit(actions.empty_wal, robust=True)

    def _add(self, made: list[E], *, once: str | None = None) -> tuple[list[E], Link]:
        """The entries as they are in the journal now, and its last row."""
        head = _opened_by(self.keys, queries.head_of(self.id, to_write=True))
        key, after = self.keys[head.epoch], head.link
        idems = known_by(made, once, key=key)
        before = queries.rows_known_by(self.id, idems) if once else {}
        new: dict[bytes, Row] = {}
        for idem, entry in zip(idems, made, strict=True):
            if idem not in before:
                row = chain.close(
                    key, written(entry), journal=self.id, epoch=head.epoch, after=after
                )
                new[idem], after = row, row.link
        if new:
            actions.add(self.id, list(new.values()), idems=new)
            if self.remember:
                self.remember(after)
        pairs = zip(idems, made, strict=True)
        return [self._first(before.get(idem), entry) for idem, entry in pairs], after

    def _first(self, row: Row | None, entry: E) -> E:
        """What a form wrote the first time. What was erased since stays erased."""
        if row is None or row.ct is None:
            return entry
        said = chain.open_row(row, self.keys[row.epoch], journal=self.id)
        return decode_as(type(entry), said)

    def _places_of(self, ids: Collection[UUID], why: Reason) -> tuple[int, ...]:
        opened, _ = open_rows(self.id, self.keys, queries.rows_of(self.id))
        writer = self.member if why is Reason.ASKED else None
        return opening.places_of(opened, ids, by=writer)

    def _reading(self, *, whole: bool = False) -> tuple[Log, Damage | None]:
        return opening.read(
            self.id,
            self.keys,
            self._stored(whole=whole),
            head=self.head,
            seen=self.seen,
        )

    def _stored(self, *, whole: bool = False) -> Stored:
        """The snapshot, where there is one that opens, and the rows it has not."""
        if not whole and (found := queries.snapshot_of(self.id)):
            standing = opening.standing_in(self.id, self.keys, **found._asdict())
            if standing:
                rows = queries.rows_of(self.id, after=found.at.seq)
                if standing.first > 1:
                    rows = queries.rows_of(self.id, before=standing.first) + rows
                return Stored(rows, standing, found.epoch, found.at)
        return Stored(queries.rows_of(self.id))

    def _moved_to(self, head: Link, *, added: int) -> None:
        """Only now, since until the commit the database may still have refused."""
        self.head, self._log = head, None
        # A snapshot is a cache, and the rows are saved: the next to pass tries again.
        with suppress(NotSaved, Error):
            reaches = queries.snapshot_reaches(self.id)
            since = head.seq - reaches
            # Of eight writers that pass the mark together, one does the work. Where there
            # is none at all every read is slow, so whoever comes first makes one.
            passes = since % RETRY < added or (not reaches and since >= EVERY + RETRY)
            if since >= EVERY and passes:
                self._keep_snapshot()

    def _keep_snapshot(self) -> None:
        """Sum up what stands, outside the lock; save it unless it is out of date."""
        stored = self._stored()
        epoch = stored.rows[-1].epoch if stored.rows else 0
        if not (key := self.keys.get(epoch)):
            return
        made, at = opening.summed_up(self.id, key, stored, epoch=epoch)
        sealed = snapshot.close(made, key, journal=self.id, epoch=epoch, at=at)
        with saving():
            if self._nothing_erased_since(at, epoch):
                actions.keep_snapshot(self.id, at=at, epoch=epoch, sealed=sealed)
                transaction.on_commit(actions.empty_wal, robust=True)

    def _nothing_erased_since(self, at: Link, epoch: int) -> bool:
        # The lock lets no erasure pass between this look and the commit; and what was
        # deleted meanwhile has no head.
        if not queries.head_of(self.id, to_write=True):
            return False
        rows = queries.rows_of(self.id, after=at.seq)
        opened, spoilt = open_rows(self.id, self.keys, rows)
        return (
            queries.snapshot_reaches(self.id) < at.seq
            and all(row.epoch == epoch for row in rows)
            and not spoilt
            and kind_of(Erased) not in Log(rows=opened).shelves
        )


def _opened_by(keys: Mapping[int, bytes], head: Head | None) -> Head:
    """The head, if these keys have the one it is known by today. Raises NotYours."""
    key = keys.get(head.epoch) if head else None
    if head and key and hmac.compare_digest(access_hash(key), head.access_hash):
        return head
    raise NotYours


@contextmanager
def _turn() -> Iterator[None]:
    """Our turn to write, where the database itself makes no queue of writers."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with turn(settings.DATA / "turn.lock", within=PATIENCE):
            yield
    else:
        yield
