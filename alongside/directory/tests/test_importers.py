"""Each kind of list is read as its source means it; what is hostile or damaged is refused."""

import io
import json
import os
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.directory import facets, reading
from alongside.directory.importers import bmlt, meeting_guide, otp, samhsa
from alongside.directory.place import Kind, Located, Place
from alongside.directory.reading import Asked, Found, Refused, Unreadable
from alongside.directory.sources import LISTS
from alongside.directory.tests import lists

SAMPLES = os.environ.get("ALONGSIDE_SAMPLES", "")
MONDAY, SUNDAY = 0, 6


def places(found: Found) -> list[Place]:
    return [row for row in found.rows if isinstance(row, Place)]


def refused(found: Found) -> list[str]:
    return [row.why for row in found.rows if isinstance(row, Refused)]


def test_a_facility_keeps_its_codes_numbers_and_address() -> None:
    row = lists.facility(name2="Day Program", intake1="614-555-0143", zip="4321")

    [place] = places(samhsa.read(lists.workbook(row)))

    assert place.kind is Kind.TREATMENT
    assert place.name == "River Clinic"
    assert place.postal_code == "04321"
    assert place.terms == ("SA", "MU", "BU", "MD")
    assert place.services[0].name == "Day Program"
    assert place.phones[0].number == "614-555-0142"
    assert place.services[0].phones[0].use == "intake"
    assert set(facets.names(facets.of(place, "samhsa"))) == {
        "methadone",
        "buprenorphine",
        "medicaid",
    }


def test_the_code_table_of_an_edition_goes_with_it_and_unknown_codes_are_kept() -> None:
    row = lists.facility(service_code_info="SA * NEWCODE")

    found = samhsa.read(lists.workbook(row))

    assert found.terms["MU"] == ("Opioid Medications", "Methadone used in Treatment")
    [place] = places(found)
    assert "NEWCODE" in place.terms
    assert "NEWCODE" not in found.terms


def test_a_facility_without_a_name_is_refused_with_its_row() -> None:
    found = samhsa.read(lists.workbook(lists.facility(), lists.facility("")))

    assert [r.row for r in found.rows if isinstance(r, Refused)] == [2]


def test_the_names_of_columns_may_be_in_any_case() -> None:
    small = tuple(name.lower() for name in lists.HEADING)

    assert places(samhsa.read(lists.workbook(lists.facility(), heading=small)))


@pytest.mark.parametrize(
    ("day", "weekday"),
    [(0, SUNDAY), (1, MONDAY), ("1", MONDAY), ("Sunday", SUNDAY), ("monday", MONDAY)],
)
def test_a_day_of_a_meeting_guide_is_the_right_one(day: object, weekday: int) -> None:
    [place] = places(meeting_guide.read(lists.as_json(lists.meeting(day=day))))

    [schedule] = place.services[0].schedules
    assert (schedule.weekday, schedule.opens_at) == (weekday, "19:30")


def test_a_meeting_may_be_on_several_days_or_by_appointment() -> None:
    several, none = lists.meeting("a", day=[0, 1]), lists.meeting("b", day=None)

    found = places(meeting_guide.read(lists.as_json(several, none)))

    assert [len(p.services[0].schedules) for p in found] == [2, 0]


def test_a_meeting_that_is_online_closed_or_roughly_placed_says_so() -> None:
    online = lists.meeting("a", conference_url="https://meet.example", types=["TC"])
    rough = lists.meeting("b", approximate="yes")

    one, other = places(meeting_guide.read(lists.as_json(online, rough)))

    assert one.closed
    assert "ONL" in one.terms
    assert other.located is Located.CITY


@pytest.mark.parametrize("day", [7, "someday", -1, {}, 1.5])
def test_a_day_that_is_none_is_refused(day: object) -> None:
    assert refused(meeting_guide.read(lists.as_json(lists.meeting(day=day))))


def test_no_contact_is_read_from_a_meeting() -> None:
    guide = places(meeting_guide.read(lists.as_json(lists.meeting())))
    na = places(bmlt.read(lists.as_json(lists.na_meeting())))

    for place in (*guide, *na):
        assert "Dana" not in repr(place)
        assert "Robin" not in repr(place)


@pytest.mark.parametrize(
    ("there", "here"), [("1", SUNDAY), ("2", MONDAY), ("7", SUNDAY - 1)]
)
def test_sunday_is_one_on_a_bmlt_server(there: str, here: int) -> None:
    [place] = places(bmlt.read(lists.as_json(lists.na_meeting(weekday_tinyint=there))))

    [schedule] = place.services[0].schedules
    assert schedule.weekday == here
    assert (schedule.opens_at, schedule.closes_at) == ("07:30", "09:00")


def test_formats_of_a_bmlt_server_become_the_codes_of_na() -> None:
    formats = [
        {"id": "17", "world_id": "OPEN", "name_string": "Open"},
        {"id": "33", "world_id": "WCHR", "name_string": "Wheelchair"},
    ]
    told = {"meetings": [lists.na_meeting()], "formats": formats}

    found = bmlt.read(json.dumps(told).encode())

    [place] = places(found)
    assert place.terms == ("OPEN", "WCHR")
    assert found.terms["OPEN"] == ("Format", "Open")


def test_an_unpublished_or_dayless_meeting_is_refused() -> None:
    hidden = lists.na_meeting("1", published="0")
    dayless = lists.na_meeting("2", weekday_tinyint="0")

    assert len(refused(bmlt.read(lists.as_json(hidden, dayless)))) == 2


def test_programs_of_the_opioid_directory_have_a_point_where_it_is_given() -> None:
    told = "ID,ADDRESS,CITY,STATE,POSTAL,Latitude,Longitude\nA,1 St,Lima,OH,45801,40.7,-84.1\nB,2 St,Lima,OH,45801,,\n"

    one, other = places(otp.read(told.encode()))

    assert (one.latitude, one.located) == (40.7, Located.STREET)
    assert (other.latitude, other.located) == (None, Located.NONE)
    assert facets.names(facets.of(one, "otp")) == ("opioid-program",)


def test_a_list_in_an_old_encoding_is_read() -> None:
    told = "Program Name,Street,City,State,Zip\nClínica,1 Calle,Ponce,PR,00716\n"

    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        [place] = places(otp.read(told.encode(encoding)))
        assert place.name == "Clínica"


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"no workbook",
        b"PK\x03\x04" + b"\0" * 100,
        lists.workbook()[:-40],
        lists.workbook(lists.facility(), heading=("a", "b")),
        bomb(),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(file: bytes) -> None:
    with pytest.raises(Unreadable, match=r"\w+.*\."):
        samhsa.read(file)


@pytest.mark.parametrize("kind", ["bmlt", "meeting-guide"])
@pytest.mark.parametrize(
    "file", [b"", b"{", b"[1]", b'"a"', b"[" * 100_000, b"\xff\xff", b"[] trailing"]
)
def test_what_is_no_list_of_meetings_is_refused(kind: str, file: bytes) -> None:
    with pytest.raises(Unreadable):
        list(LISTS[kind].read(file, Asked()).rows)


def test_a_table_of_a_million_columns_is_refused() -> None:
    with pytest.raises(Unreadable):
        otp.read(b"a," * 1_000_000)


def test_text_that_hides_or_breaks_lines_becomes_plain() -> None:
    assert reading.text("a\u202eb\x00c\n d\u2066") == "ab c d"


@pytest.mark.often
@pytest.mark.parametrize("kind", sorted(LISTS))
@settings(max_examples=2000, deadline=None)
@given(file=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(kind: str, file: bytes) -> None:
    with suppress(Unreadable):
        list(LISTS[kind].read(file, Asked()).rows)


JSONISH = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = sorted({*lists.meeting(), *lists.na_meeting()})


@pytest.mark.often
@pytest.mark.parametrize("kind", ["bmlt", "meeting-guide"])
@settings(max_examples=2000, deadline=None)
@given(row=st.dictionaries(st.sampled_from(FIELDS), JSONISH))
def test_any_row_is_a_place_or_refused(kind: str, row: dict[str, object]) -> None:
    file = json.dumps([{**lists.meeting(), **lists.na_meeting(), **row}]).encode()

    [found] = LISTS[kind].read(file, Asked()).rows

    assert isinstance(found, Place | Refused)


@pytest.mark.often
@settings(max_examples=2000, deadline=None)
@given(
    heading=st.lists(st.sampled_from(["ID", "STREET", "CITY", "STATE", "ZIP", "LAT"])),
    told=st.text(max_size=200),
)
def test_any_table_is_read_or_refused(heading: list[str], told: str) -> None:
    file = f"{','.join(heading)}\n{told}".encode("utf-8", errors="replace")
    with suppress(Unreadable):
        list(otp.read(file).rows)


@pytest.mark.skipif(not SAMPLES, reason="sample data: not there")
def test_the_meetings_of_new_york_and_raleigh_are_all_there() -> None:
    folder = Path(SAMPLES) / "meetings"
    york = places(
        bmlt.read((folder / "GetSearchResults_greater_new_york.json").read_bytes())
    )
    early = folder / "raleigh-aa-2017-early-meeting-guide.json"
    raleigh = places(meeting_guide.read(early.read_bytes()))

    assert len({place.id for place in york}) == 1513
    assert len({place.id for place in raleigh}) == 357
    days = Counter(s.weekday for p in york for s in p.services[0].schedules)
    assert [days[d] for d in range(7)] == [229, 226, 213, 219, 222, 216, 188]
    told = Counter(row["day"] for row in json.loads(early.read_bytes()))
    days = Counter(s.weekday for p in raleigh for s in p.services[0].schedules)
    assert (days[MONDAY], days[SUNDAY]) == (told["Monday"], told["Sunday"])
