"""Where a ZIP code or a town is, and how far apart two points are.

The table is `content/directory/places.tsv.gz`, built by `script/places`; coordinates are of
the US Census and of GeoNames (CC BY 4.0).
"""

import gzip
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from math import asin, cos, degrees, radians, sin
from pathlib import Path
from statistics import median

TABLE = Path(__file__).parents[2] / "content" / "directory" / "places.tsv.gz"
EARTH_MILES = 3958.7613
ZIP = re.compile(r"\s*(\d{5})(?:-\d{4})?\s*")
TOWN = re.compile(r"\s*([^,\d]{1,60}?)\s*(?:,\s*|\s+)([A-Za-z]{2})\s*")


@dataclass(frozen=True)
class Spot:
    """A point with its name, as "Columbus, OH" or "43215 Columbus, OH"."""

    name: str
    latitude: float
    longitude: float


def find(said: str) -> Spot | None:
    """The spot of "43215", "43215-1234", "Columbus, OH" or "columbus oh"; else None."""
    if code := ZIP.fullmatch(said):
        return _zips().get(code[1])
    if town := TOWN.fullmatch(said):
        return _towns().get((_plain(town[1]), town[2].upper()))
    return None


def near_zip(code: str) -> Spot | None:
    return _zips().get(code[:5])


def vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    """The point on a sphere of radius one."""
    up, round_ = radians(latitude), radians(longitude)
    return cos(up) * cos(round_), cos(up) * sin(round_), sin(up)


def miles_of(chord_squared: float) -> float:
    """The way over the ground of a straight line through the earth, squared, radius one."""
    return 2 * EARTH_MILES * asin(min(1.0, chord_squared**0.5 / 2))


def chord_squared_of(miles: float) -> float:
    """The other way round; a way longer than half around is all of the earth."""
    angle = miles / (2 * EARTH_MILES)
    return 4.0 if angle * 2 >= radians(180) else (2 * sin(angle)) ** 2


@dataclass(frozen=True)
class Box:
    """All latitudes and longitudes within some miles; `spans` of longitudes may be two."""

    south: float
    north: float
    spans: tuple[tuple[float, float], ...]


def box(spot: Spot, miles: float) -> Box:
    """A box that holds the circle. Near a pole, and around the earth, all longitudes."""
    high = degrees(miles / EARTH_MILES) + 1e-9
    south, north = spot.latitude - high, spot.latitude + high
    everywhere = ((-180.0, 180.0),)
    if south <= -90 or north >= 90:  # noqa: PLR2004 -- the poles
        return Box(south, north, everywhere)
    reach = sin(radians(high)) / cos(radians(spot.latitude))
    if reach >= 1:
        return Box(south, north, everywhere)
    wide = degrees(asin(reach)) + 1e-9
    west, east = spot.longitude - wide, spot.longitude + wide
    if west < -180:  # noqa: PLR2004 -- the date line
        return Box(south, north, ((west + 360, 180.0), (-180.0, east)))
    if east > 180:  # noqa: PLR2004
        return Box(south, north, ((west, 180.0), (-180.0, east - 360)))
    return Box(south, north, ((west, east),))


def _plain(town: str) -> str:
    said = re.sub(r"[^a-z]+", " ", town.lower()).split()
    return " ".join(
        {"st": "saint", "ft": "fort", "mt": "mount"}.get(w, w) for w in said
    )


@cache
def _zips() -> dict[str, Spot]:
    return {
        code: Spot(f"{code} {town}, {state}", *point)
        for code, town, _, state, point in _table()
    }


@cache
def _towns() -> dict[tuple[str, str], Spot]:
    """For each name of a town and its state the middle of its ZIP codes."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    spoken: dict[tuple[str, str], str] = {}
    for _, town, others, state, point in _table():
        for name in (town, *others):
            key = _plain(name), state
            points[key].append(point)
            spoken.setdefault(key, f"{name}, {state}")
    return {
        key: Spot(spoken[key], median(p[0] for p in here), median(p[1] for p in here))
        for key, here in points.items()
    }


@cache
def _table() -> list[tuple[str, str, list[str], str, tuple[float, float]]]:
    found = []
    for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines():
        code, town, others, state, _, latitude, longitude, _ = line.split("\t")
        point = float(latitude), float(longitude)
        found.append((code, town, [o for o in others.split("|") if o], state, point))
    return found
