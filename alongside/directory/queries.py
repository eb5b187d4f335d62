"""Reading the directory. Nothing of a search is kept, counted or logged."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    Count,
    ExpressionWrapper,
    F,
    FloatField,
    Q,
    QuerySet,
    Value,
    Window,
)
from django.db.models.expressions import Combinable

from alongside.directory import facets, geography, listing
from alongside.directory.geography import Spot
from alongside.directory.models import Listing, Source, SourceRecord
from alongside.directory.place import Place
from alongside.directory.query import AT_ONCE, Found, Hit, Provenance, Query


def search(query: Query, *, first: int = 0, most: int = AT_ONCE) -> Found:
    """The places that fit, the nearest first; without a spot by their id."""
    fitting = _fitting(query).annotate(total=Window(Count("*")))
    away = ("chord",) if query.spot is not None else ()
    # First only which, out of the index; then the rows of this page.
    keys = fitting.order_by(*away, "id").values_list("id", "total", *away)
    page = list(keys[first : first + most])
    if not page:
        return Found(_fitting(query).count() if first else 0, ())
    rows = Listing.objects.only("facets", "record").in_bulk([key for key, *_ in page])
    hits = tuple(_hit(rows[key], *chord) for key, _, *chord in page)
    return Found(page[0][1], hits)


def place(place_id: UUID) -> Hit | None:
    row = Listing.objects.filter(pk=place_id).first()
    return _hit(row) if row else None


def provenance(place_id: UUID) -> list[Provenance]:
    """The sources of a place, those that still list it first."""
    records = SourceRecord.objects.filter(place=place_id).select_related("source")
    return [
        Provenance(
            title=each.source.title,
            credit=each.source.credit,
            website=each.source.website,
            edition=each.edition,
            last_seen=each.last_seen,
            listed=each.listed,
            terms=each.source.terms,
        )
        for each in records.order_by("-listed", "source_id")
    ]


def sources() -> list[Source]:
    return list(Source.objects.order_by("id"))


def count(source: Source | None = None) -> int:
    """How many places are listed, at all or by one source."""
    if source is None:
        return Listing.objects.filter(listed=True).count()
    return SourceRecord.objects.filter(source=source, listed=True).count()


def _fitting(query: Query) -> QuerySet[Listing]:
    rows = Listing.objects.filter(listed=True)
    if query.kinds:
        rows = rows.filter(kind__in=[str(kind) for kind in query.kinds])
    if query.facets:
        rows = rows.alias(has=_bits("facets", query.facets)).filter(has=query.facets)
    if query.weekday is not None:
        day = 1 << query.weekday
        rows = rows.alias(on=_bits("weekdays", day)).filter(on=day)
    for word in query.words:
        rows = rows.filter(words__contains=word)
    return _near(rows, query.spot, query.miles) if query.spot else rows


def _bits(column: str, bits: int) -> Combinable:
    """Which of these bits a column has.

    Sixty of them: it has to be said that the number is big, or PostgreSQL's range of
    small ones makes every search empty.
    """
    wide: BigIntegerField[int, int] = BigIntegerField()
    return ExpressionWrapper(F(column).bitand(bits), output_field=wide)


def _near(rows: QuerySet[Listing], spot: Spot, miles: float) -> QuerySet[Listing]:
    """Those within some miles, with the square of the straight way to each."""
    box = geography.box(spot, miles)
    spans = Q()
    for west, east in box.spans:
        spans |= Q(longitude__range=(west, east))
    away: Combinable = Value(0.0, FloatField())
    for axis, at in zip(
        "xyz", geography.vector(spot.latitude, spot.longitude), strict=True
    ):
        part = F(axis) - Value(at, FloatField())
        away = away + part * part
    chord = ExpressionWrapper(away, output_field=FloatField())
    return (
        rows.filter(spans, latitude__range=(box.south, box.north))
        .annotate(chord=chord)
        .filter(chord__lte=geography.chord_squared_of(miles))
    )


def _hit(row: Listing, chord: float | None = None) -> Hit:
    miles = None if chord is None else geography.miles_of(chord)
    return Hit(row.id, listing.unpacked(row.record), facets.names(row.facets), miles)


def each() -> Iterator[tuple[UUID, Place]]:
    """Every listed place, by id."""
    rows = (
        Listing.objects.filter(listed=True).order_by("id").values_list("id", "record")
    )
    for place_id, record in rows.iterator():
        yield place_id, listing.unpacked(record)
