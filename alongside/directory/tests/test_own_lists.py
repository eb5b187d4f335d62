"""Lists of a host, a county or a partner: CSV, GeoJSON, KML and HSDS."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from alongside.directory.importers import hsds, table
from alongside.directory.place import Kind, Located, Place
from alongside.directory.reading import Asked, Found, Refused, Unreadable

SAMPLES = os.environ.get("ALONGSIDE_SAMPLES", "")
NALOXONE = Asked(Kind.NALOXONE)
MARK = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
<name>Library box</name><description>By the door &amp; open always</description>
<ExtendedData><Data name="City"><value>Detroit</value></Data></ExtendedData>
<Point><coordinates>-83.05,42.33,0</coordinates></Point>
</Placemark></Document></kml>"""


def places(found: Found) -> list[Place]:
    return [row for row in found.rows if isinstance(row, Place)]


def test_a_table_with_usual_names_is_understood() -> None:
    told = "Site Name,Address,City,State,Zip Code,Phone,Website\nBox,1 St,Lima,OH,45801,419-555-0101,box.example.org\n"

    [place] = places(table.read_csv(told.encode(), NALOXONE))

    assert (place.name, place.street, place.postal_code) == ("Box", "1 St", "45801")
    assert place.kind is Kind.NALOXONE
    assert place.phones[0].number == "419-555-0101"
    assert place.website == "https://box.example.org"


def test_a_host_may_say_which_column_is_which() -> None:
    told = "Standort,Strasse\nBox,1 St\n"
    columns = {"name": "Standort", "street": "strasse"}

    [place] = places(table.read_csv(told.encode(), Asked(columns=columns)))

    assert (place.name, place.street) == ("Box", "1 St")


@pytest.mark.parametrize(
    ("columns", "why"),
    [({}, "name=COLUMN"), ({"name": "nix"}, "nix"), ({"colour": "a"}, "colour")],
)
def test_a_column_that_is_missing_or_unknown_is_told(
    columns: dict[str, str], why: str
) -> None:
    with pytest.raises(Unreadable, match=why):
        table.read_csv(b"a,b\n1,2\n", Asked(columns=columns))


def test_a_group_without_a_feed_is_entered_with_its_hour() -> None:
    told = "name,city,state,zip,day,time,end\nNar-Anon,Lima,OH,45801,Tuesday,19:00,20:00\nNar-Anon,Lima,OH,45801,Someday,19:00,\n"

    found = list(table.read_csv(told.encode(), Asked(Kind.MEETING)).rows)

    assert isinstance(found[0], Place)
    [schedule] = found[0].services[0].schedules
    assert (schedule.weekday, schedule.opens_at, schedule.closes_at) == (
        1,
        "19:00",
        "20:00",
    )
    assert isinstance(found[1], Refused)


def test_the_points_of_a_geojson_file_are_places() -> None:
    feature = {
        "type": "Feature",
        "properties": {"Name": "Box", "City": "Detroit", "nested": {"a": 1}},
        "geometry": {"type": "Point", "coordinates": [-83.05, 42.33]},
    }
    told = {"type": "FeatureCollection", "features": [feature, None, {"geometry": 1}]}

    one, *others = table.read_geojson(json.dumps(told).encode(), NALOXONE).rows

    assert isinstance(one, Place)
    assert (one.latitude, one.longitude, one.located) == (42.33, -83.05, Located.STREET)
    assert all(isinstance(each, Refused) for each in others)


def test_the_placemarks_of_a_kml_file_are_places() -> None:
    [place] = places(table.read_kml(MARK.encode(), NALOXONE))

    assert (place.name, place.city) == ("Library box", "Detroit")
    assert (place.latitude, place.longitude) == (42.33, -83.05)
    assert place.note == "By the door & open always"


LAUGHS = """<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<kml><Placemark><name>&b;</name></Placemark></kml>"""
FILE = """<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<kml><Placemark><name>&x;</name></Placemark></kml>"""


@pytest.mark.parametrize(
    "file",
    ["", "<kml>", "<kml/>", LAUGHS, FILE, "<a>" * 10_000, "not xml", "<kml>\x00</kml>"],
)
def test_a_kml_file_that_is_none_or_hostile_is_refused(file: str) -> None:
    with pytest.raises(Unreadable):
        table.read_kml(file.encode(), NALOXONE)


@pytest.mark.parametrize("file", ["", "[]", "{}", '{"features": 1}', "[" * 100_000])
def test_what_is_no_geojson_is_refused(file: str) -> None:
    with pytest.raises(Unreadable):
        table.read_geojson(file.encode(), NALOXONE)


def service(**other: Any) -> dict[str, Any]:
    return {
        "id": "11111111-1111-4111-8111-111111111111",
        "name": "Counselling",
        "status": "active",
        "organization": {"name": "River Clinic"},
        "phones": [{"number": "614-555-0142"}],
        "contacts": [{"name": "Dana Doe"}],
        "service_at_locations": [
            {
                "location": {
                    "latitude": 39.9,
                    "longitude": -83.0,
                    "addresses": [
                        {
                            "address_1": "1 Main Street",
                            "city": "Columbus",
                            "state_province": "OH",
                            "postal_code": "43215",
                        }
                    ],
                },
                "schedules": [
                    {"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00"}
                ],
            }
        ],
    } | other


@pytest.mark.parametrize("shape", ["page", "list", "lines", "one"])
def test_services_of_a_partner_are_places(shape: str) -> None:
    told = {
        "page": json.dumps({"contents": [service()]}),
        "list": json.dumps([service()]),
        "lines": f"{json.dumps(service())}\n\n",
        "one": json.dumps(service()),
    }[shape]

    [place] = places(hsds.read(told.encode(), Asked(Kind.SUPPORT)))

    assert (place.name, place.city) == ("River Clinic", "Columbus")
    assert place.services[0].name == "Counselling"
    assert [s.weekday for s in place.services[0].schedules] == [0, 2]
    assert "Dana" not in repr(place)


def test_a_service_that_ended_or_has_no_name_is_refused() -> None:
    told = json.dumps([service(status="defunct"), service(name="")])

    rows = list(hsds.read(told.encode(), Asked()).rows)

    assert all(isinstance(row, Refused) for row in rows)


@pytest.mark.parametrize("file", [b"", b"1", b"[1]", b"a\nb", b"[" * 100_000])
def test_what_is_no_list_of_services_is_refused(file: bytes) -> None:
    with pytest.raises(Unreadable):
        list(hsds.read(file, Asked()).rows)


@pytest.mark.skipif(not SAMPLES, reason="sample data: not there")
def test_real_places_in_the_words_of_hsds_are_read() -> None:
    file = Path(SAMPLES) / "hsds" / "samhsa_as_hsds_3_examples.json"

    found = places(hsds.read(file.read_bytes(), Asked(Kind.TREATMENT)))

    assert len(found) >= 3
    assert all(place.name and place.services for place in found)
