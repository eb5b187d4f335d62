"""A search finds what going through every place would find, in the same order."""

import random
from datetime import date

import pytest

from alongside.directory import facets, geography, listing, queries
from alongside.directory.geography import Spot
from alongside.directory.listing import Said
from alongside.directory.models import Listing
from alongside.directory.place import Kind, Located, Place, Schedule, Service
from alongside.directory.query import Query

DAY = date(2026, 12, 5)
CODES = ("MU", "BU", "NU", "MD", "PI", "SS", "RES", "OP", "TELE", "PW", "SP")
LOOKED_FOR = ["methadone", "buprenorphine", "medicaid", "stay", "spanish", "in-person"]
ZIPS = ("43215", "10001", "90210", "60601", "96813", "99501", "00901", "79936")
SEARCHES = 1000


def made_up(chance: random.Random, number: int) -> Place:
    """A place somewhere near one of a few towns, some beyond the date line."""
    spot = geography.near_zip(chance.choice(ZIPS))
    assert spot
    far = chance.random() < 0.1
    return Place(
        kind=chance.choice(list(Kind)),
        name=f"{chance.choice(['Hope', 'River', 'Ünity'])} House {number}",
        street=f"{number} Main Street",
        city="Columbus",
        latitude=max(-90.0, min(90.0, spot.latitude + chance.gauss(0, 0.5))),
        longitude=chance.uniform(-180, 180)
        if far
        else (spot.longitude + chance.gauss(0, 0.5) + 180) % 360 - 180,
        located=Located.STREET,
        services=(
            Service(
                name="All",
                terms=tuple(c for c in CODES if chance.random() < 0.6),
                schedules=(Schedule(weekday=chance.randrange(7), opens_at="19:00"),),
            ),
        ),
    )


def asked(chance: random.Random) -> Query:
    near = geography.near_zip(chance.choice(ZIPS))
    edge = Spot("the date line", chance.uniform(50, 60), chance.uniform(179, 180))
    some = chance.sample(LOOKED_FOR, chance.randrange(3))
    return Query(
        spot=chance.choice([near, near, near, edge, None]),
        miles=chance.choice([1, 5, 10, 25, 50, 100, 1500, 12_500]),
        kinds=tuple(chance.sample(list(Kind), chance.choice([0, 0, 1, 2]))),
        facets=facets.mask(some),
        weekday=chance.choice([None, None, None, chance.randrange(7)]),
        words=chance.choice([(), (), (), ("river",), ("house", "ünity"), ("1%",)]),
    )


def gone_through(rows: list[Listing], query: Query) -> list[str]:
    """Every row looked at, one by one: what fits, the nearest first, then by id."""
    found = []
    for row in rows:
        away = 0.0
        if query.spot is not None:
            at = geography.vector(query.spot.latitude, query.spot.longitude)
            here = (row.x, row.y, row.z)
            for one, other in zip(here, at, strict=True):
                assert one is not None
                away = away + (one - other) * (one - other)
            if away > geography.chord_squared_of(query.miles):
                continue
        fits = (
            row.facets & query.facets == query.facets
            and (not query.kinds or row.kind in query.kinds)
            and (query.weekday is None or row.weekdays >> query.weekday & 1)
            and all(word in row.words for word in query.words)
        )
        if fits:
            found.append((away, str(row.id)))
    return [key for _, key in sorted(found)]


@pytest.mark.django_db
def test_a_thousand_searches_find_what_going_through_all_finds() -> None:
    chance = random.Random(11)  # noqa: S311 -- always the same
    places = [made_up(chance, number) for number in range(800)]
    Listing.objects.bulk_create(
        Listing(
            id=place.id,
            changed_on=DAY,
            **listing.fields([Said(place, "samhsa", listed=True)]),
        )
        for place in places
    )
    rows = list(Listing.objects.all())
    some = 0
    for _ in range(SEARCHES):
        query = asked(chance)
        wanted = gone_through(rows, query)
        first = chance.choice([0, 0, 20])

        found = queries.search(query, first=first, most=20)

        assert found.total == len(wanted), query
        assert [str(hit.id) for hit in found.hits] == wanted[first : first + 20], query
        some += bool(wanted)
    assert some > SEARCHES / 4


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("43215", "43215 Columbus, OH"),
        (" 43215-1234 ", "43215 Columbus, OH"),
        ("Columbus, OH", "Columbus, OH"),
        ("columbus oh", "Columbus, OH"),
        ("St. Louis, MO", "Saint Louis, MO"),
        ("saint louis,mo", "Saint Louis, MO"),
    ],
)
def test_a_place_is_known_by_its_zip_or_its_town(said: str, name: str) -> None:
    spot = geography.find(said)

    assert spot
    assert spot.name == name


@pytest.mark.parametrize("said", ["", "Nowhere", "Nowhere, OH", "4321", "00000", "1,2"])
def test_a_place_that_is_not_known_is_none(said: str) -> None:
    assert geography.find(said) is None


@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [("43215", "10001", 477), ("90210", "60601", 1745), ("96813", "99501", 2780)],
)
def test_miles_are_those_over_the_ground(one: str, other: str, miles: float) -> None:
    here, there = geography.near_zip(one), geography.near_zip(other)
    assert here
    assert there
    at, to = (geography.vector(s.latitude, s.longitude) for s in (here, there))
    chord = sum((a - b) ** 2 for a, b in zip(at, to, strict=True))

    assert geography.miles_of(chord) == pytest.approx(miles, rel=0.01)
    assert geography.chord_squared_of(geography.miles_of(chord)) == pytest.approx(chord)


def test_a_place_without_a_point_stands_where_its_zip_code_is() -> None:
    place = Place(kind=Kind.TREATMENT, name="A", postal_code="43215")

    found = listing.fields([Said(place, "samhsa", listed=True)])

    assert listing.unpacked(found["record"]).located is Located.ZIP
    assert found["latitude"] == pytest.approx(39.96, abs=0.05)


def test_no_two_facets_share_a_bit_or_a_name() -> None:
    every = facets.facets().facet

    assert len({each.bit for each in every}) == len(every)
    assert len({each.name for each in every}) == len(every)
    assert max(each.bit for each in every) < 63
    assert {each.group for each in every} == set(facets.facets().groups)
