"""How long a search for places takes: real ones, and a hundred thousand made ones.

The whole request is measured (form, query, page), CPU of this process, for places that are
searched in turn; beside it the query alone, and going through every place in plain Python.
Real places are those of the sample workbook; the made ones are spread over ZIP codes, with
facets of rates like the real ones.
"""

import gc
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.test import Client

from alongside.directory import actions, facets, geography, listing, queries
from alongside.directory.actions import Copy
from alongside.directory.geography import Spot
from alongside.directory.models import Listing
from alongside.directory.place import Kind, Located, Place
from alongside.directory.query import Query
from alongside.directory.sources import LISTS

SAMPLES = os.environ.get("ALONGSIDE_SAMPLES", "")
DAY = date(2026, 12, 5)
MADE = 100_000
ASKED = ("methadone", "buprenorphine", "medicaid")
RATES = {"methadone": 0.12, "buprenorphine": 0.54, "medicaid": 0.74, "outpatient": 0.8}
GOALS = {"mean_ms": 15, "p99_ms": 40, "growth": 3}


def measured(*, quickly: bool) -> dict[str, Any]:
    rounds = 40 if quickly else 500
    book = Path(SAMPLES) / "directory" / "samhsa-2023.xlsx"
    told: dict[str, Any] = {"goals_at_100k": GOALS}
    if SAMPLES and book.exists():
        began = time.process_time()
        copy = Copy(book.read_bytes(), "", "2023", DAY)
        actions.import_list(LISTS["samhsa"], copy, progress=lambda _: None)
        told["import_2023_cpu_s"] = round(time.process_time() - began, 1)
        told["real"] = searched(rounds)
    else:
        told["real"] = "sample data: not there"
    make(MADE - Listing.objects.count())
    told["made"] = searched(rounds)
    if isinstance(told["real"], dict):
        growth = told["made"]["page"]["mean_ms"] / told["real"]["page"]["mean_ms"]
        told["growth_of_page"] = round(growth, 2)
    return told


def make(many: int) -> None:
    """Places near ZIP codes chosen by chance, always the same."""
    chance = random.Random(3)  # noqa: S311 -- always the same
    codes = sorted(geography._zips())  # noqa: SLF001 -- the bench draws from all of them
    rows = []
    for number in range(many):
        spot = geography.near_zip(chance.choice(codes))
        assert spot  # noqa: S101 -- it was taken from the table
        bits = facets.mask(n for n, rate in RATES.items() if chance.random() < rate)
        place = Place(
            kind=Kind.TREATMENT,
            name=f"Made up {number}",
            latitude=spot.latitude + chance.gauss(0, 0.03),
            longitude=spot.longitude + chance.gauss(0, 0.03),
            located=Located.STREET,
        )
        fields = listing.fields([listing.Said(place, "", listed=True)])
        rows.append(Listing(id=place.id, changed_on=DAY, **(fields | {"facets": bits})))
    Listing.objects.bulk_create(rows, batch_size=500)


def searched(rounds: int) -> dict[str, Any]:
    chance = random.Random(5)  # noqa: S311 -- always the same
    codes = chance.sample(sorted(geography._zips()), rounds)  # noqa: SLF001
    anyone = Client()
    form = {
        "within": "50",
        "kind": "treatment",
        "medicine": ["methadone", "buprenorphine"],
        "pay": ["medicaid"],
    }
    bits = facets.mask(ASKED)

    def page(code: str) -> None:
        anyone.post(
            "/find/",
            {**form, "near": code},
            secure=True,
            headers={"sec-fetch-site": "same-origin"},
        )

    def query(code: str) -> None:
        spot = geography.near_zip(code)
        queries.search(Query(spot=spot, miles=50, kinds=(Kind.TREATMENT,), facets=bits))

    points = list(Listing.objects.values_list("id", "x", "y", "z", "facets"))
    told = {
        "places": len(points),
        "page": timed(page, codes),
        "query": timed(query, codes),
        "every_place_in_python": timed(
            lambda code: through_all(points, geography.near_zip(code), bits), codes[:20]
        ),
    }
    every = told["every_place_in_python"]["mean_ms"]  # type: ignore[index]
    told["query_to_every_place"] = round(told["query"]["mean_ms"] / every, 4)  # type: ignore[index]
    return told


def through_all(
    points: list[tuple[Any, ...]], spot: Spot | None, bits: int
) -> list[Any]:
    assert spot  # noqa: S101 -- codes come from the table
    x, y, z = geography.vector(spot.latitude, spot.longitude)
    within = geography.chord_squared_of(50)
    found = [
        (away, key)
        for key, px, py, pz, has in points
        if px is not None
        and has & bits == bits
        and (away := (px - x) ** 2 + (py - y) ** 2 + (pz - z) ** 2) <= within
    ]
    return sorted(found)[:20]


def timed(act: Callable[[str], object], codes: list[str]) -> dict[str, float]:
    for code in codes[:5]:
        act(code)
    gc.collect()
    took = []
    for code in codes:
        began = time.process_time()
        act(code)
        took.append((time.process_time() - began) * 1000)
    took.sort()
    return {
        "mean_ms": round(statistics.fmean(took), 2),
        "median_ms": round(statistics.median(took), 2),
        "p99_ms": round(took[int(len(took) * 0.99)], 2),
    }
