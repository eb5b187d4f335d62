"""Reading a list into the directory: all of it or nothing, and twice is as good as once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from alongside.directory import listing
from alongside.directory.listing import Said
from alongside.directory.models import ImportRun, Listing, Source, SourceRecord
from alongside.directory.place import Place, merged, squashed
from alongside.directory.reading import Asked, Refused
from alongside.directory.sources import LISTS, List

AT_ONCE = 1000
MOST_REASONS = 20

T = TypeVar("T")
Progress = Callable[[str], None]


class OlderEdition(Exception):
    """The list is of an earlier year than the one that is here already."""


@dataclass
class Report:
    """What came of an import. `new`, `changed`, `same` and `gone` count places."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    gone: int = 0
    refused: int = 0
    merged: int = 0
    why: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Copy:
    """A list as it came: its bytes, its edition (a year, or a day), and when it was read.

    `name` tells apart lists of one kind, as two servers of meetings.
    """

    file: bytes
    name: str
    edition: str
    on: date
    asked: Asked = field(default_factory=Asked)
    # Who makes the list, where its kind does not say so.
    credit: str = ""


def import_list(kind: List, copy: Copy, *, progress: Progress) -> Report:
    """Reads a list into the directory. Raises reading.Unreadable and OlderEdition."""
    report = Report()
    found = kind.read(copy.file, copy.asked)
    places = _places(found.rows, report)
    progress(f"{report.read} rows read")
    source_id = kind.kind if kind.national else f"{kind.kind} {copy.name}"[:80]
    with transaction.atomic():
        source, _ = Source.objects.select_for_update().get_or_create(
            id=source_id,
            defaults={
                "kind": kind.kind,
                "title": kind.title,
                "credit": copy.credit or kind.credit,
                "website": kind.website,
                "edition": copy.edition,
                "read_on": copy.on,
            },
        )
        if copy.edition < source.edition:
            raise OlderEdition(source.edition)
        source.edition, source.read_on = copy.edition, copy.on
        source.terms = {code: list(said) for code, said in found.terms.items()}
        source.save()
        run = ImportRun.objects.create(
            source=source,
            edition=copy.edition,
            digest=sha256(copy.file).hexdigest(),
            read_on=copy.on,
            counts={},
        )
        touched = _record(run, places, report)
        progress(f"{len(touched)} places to write")
        _list(touched, copy.on)
        run.counts = {k: v for k, v in asdict(report).items() if k != "why"}
        run.save(update_fields=["counts"])
    return report


def _places(rows: Iterable[Place | Refused], report: Report) -> dict[UUID, Place]:
    """The places of a list, rows of one place put together."""
    found: dict[UUID, Place] = {}
    services: dict[UUID, set[str]] = {}
    for row in rows:
        report.read += 1
        if isinstance(row, Refused):
            report.refused += 1
            if len(report.why) < MOST_REASONS:
                report.why.append(f"Row {row.row}: {row.why}")
            continue
        said = {squashed(service.name) for service in row.services}
        known = services.setdefault(row.id, set())
        report.merged += bool(known & said)
        known |= said
        found[row.id] = merged(found[row.id], row) if row.id in found else row
    return found


def _record(run: ImportRun, places: dict[UUID, Place], report: Report) -> list[UUID]:
    """Writes down what the source says now. Answers which places that touches."""
    mine = SourceRecord.objects.filter(source=run.source)
    known = {
        place: (key, bytes(digest), listed)
        for key, place, digest, listed in mine.values_list(
            "pk", "place", "digest", "listed"
        )
    }
    new, changed = [], []
    for place_id, place in places.items():
        record = listing.packed(place)
        row = SourceRecord(
            source=run.source,
            place=place_id,
            run=run,
            edition=run.edition,
            first_seen=run.read_on,
            last_seen=run.read_on,
            record=record,
            digest=listing.digest(record),
        )
        if place_id not in known:
            new.append(row)
            continue
        row.pk, digest, listed = known[place_id]
        if digest != row.digest or not listed:
            changed.append(row)
        else:
            report.same += 1
    gone = [p for p, (_, _, listed) in known.items() if listed and p not in places]
    report.new, report.changed, report.gone = len(new), len(changed), len(gone)
    still = [place for place in places if place in known]
    for some in _by(AT_ONCE, still):
        mine.filter(place__in=some).update(
            edition=run.edition, last_seen=run.read_on, listed=True
        )
    for some in _by(AT_ONCE, gone):
        mine.filter(place__in=some).update(listed=False)
    SourceRecord.objects.bulk_create(new, batch_size=AT_ONCE)
    SourceRecord.objects.bulk_update(
        changed, ["record", "digest", "run"], batch_size=AT_ONCE // 4
    )
    return [*(row.place for row in new), *(row.place for row in changed), *gone]


def _list(touched: list[UUID], on: date) -> None:
    """Makes the rows that are searched anew, for these places."""
    for some in _by(AT_ONCE, touched):
        said: dict[UUID, list[Said]] = {}
        rows = SourceRecord.objects.filter(place__in=some).select_related("source")
        for row in rows.order_by("source_id"):
            taxonomy = LISTS[row.source.kind].taxonomy
            place = listing.unpacked(row.record)
            said.setdefault(row.place, []).append(Said(place, taxonomy, row.listed))
        Listing.objects.bulk_create(
            [
                Listing(id=place, changed_on=on, **listing.fields(each))
                for place, each in said.items()
            ],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[f.name for f in Listing._meta.fields if f.name != "id"],  # noqa: SLF001 -- the documented way to a model's fields
            batch_size=AT_ONCE // 4,
        )


def _by(many: int, each: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(each)
    while some := list(islice(rest, many)):
        yield some
