"""The table of places: for each ZIP code its town, state, county and a point in it.

Points are of `zip2info` (Census ZCTA, GeoNames CC BY 4.0), else of `zipcodes` (GeoNames CC
BY 4.0); names are of `zipcodes`. A line a ZIP code, sorted: zip, town, other names of the
town parted by `|`, state, county, latitude, longitude, time zone. Always the same bytes.
"""

import gzip
from pathlib import Path

import zip2info
import zipcodes

TABLE = (
    Path(__file__).resolve().parent.parent / "content" / "directory" / "places.tsv.gz"
)


def lines() -> list[str]:
    found = []
    for known in zipcodes.list_all():
        code = known["zip_code"]
        point = point_of(code, known)
        if point is None:
            continue
        found.append(
            "\t".join(
                (
                    code,
                    known["city"],
                    "|".join(known["acceptable_cities"]),
                    known["state"],
                    known["county"] or "",
                    f"{point[0]:.4f}",
                    f"{point[1]:.4f}",
                    known["timezone"] or "",
                )
            )
        )
    return sorted(found)


def point_of(code: str, known: dict[str, str]) -> tuple[float, float] | None:
    if int(code) in zip2info.ZIP_INFO:
        latitude, longitude = zip2info.coordinates(code)
        return float(latitude), float(longitude)
    if known["lat"] and known["long"]:
        return float(known["lat"]), float(known["long"])
    return None


if __name__ == "__main__":
    told = "\n".join(lines()) + "\n"
    TABLE.write_bytes(gzip.compress(told.encode(), 9, mtime=0))
    print(f"{told.count(chr(10))} places, {TABLE.stat().st_size} bytes")
