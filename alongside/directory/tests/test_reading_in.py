"""A list is read into the directory whole or not at all, and twice is as good as once."""

import os
from datetime import date
from pathlib import Path

import pytest

from alongside.directory import actions, listing, queries
from alongside.directory.actions import Copy, OlderEdition, Report
from alongside.directory.models import ImportRun, Listing, Source, SourceRecord
from alongside.directory.query import Query
from alongside.directory.reading import Unreadable
from alongside.directory.sources import LISTS, edition_in
from alongside.directory.tests import lists

pytestmark = pytest.mark.django_db
SAMPLES = os.environ.get("ALONGSIDE_SAMPLES", "")
DAY, LATER = date(2026, 12, 5), date(2027, 1, 5)


def read_in(
    file: bytes, kind: str = "samhsa", edition: str = "2023", on: date = DAY
) -> Report:
    copy = Copy(file, name="a list", edition=edition, on=on)
    return actions.import_list(LISTS[kind], copy, progress=lambda _: None)


def clinics(*names: str) -> bytes:
    return lists.workbook(*map(lists.facility, names))


def test_new_places_are_listed_with_their_source_and_date() -> None:
    report = read_in(clinics("River Clinic", "Hill House"))

    assert (report.read, report.new, report.refused) == (2, 2, 0)
    for row in Listing.objects.all():
        [source] = queries.provenance(row.id)
        assert (source.edition, source.last_seen, source.listed) == ("2023", DAY, True)
        assert "SAMHSA" in source.credit


def test_the_same_list_again_changes_nothing() -> None:
    read_in(clinics("River Clinic", "Hill House"))
    before = list(Listing.objects.order_by("id").values())

    report = read_in(clinics("River Clinic", "Hill House"))

    assert (report.new, report.changed, report.same, report.gone) == (0, 0, 2, 0)
    assert list(Listing.objects.order_by("id").values()) == before


def test_a_place_that_left_its_list_is_marked_and_kept() -> None:
    read_in(clinics("River Clinic", "Hill House"), edition="2022")

    report = read_in(clinics("River Clinic", "New Start"), on=LATER)

    assert (report.new, report.changed, report.same, report.gone) == (1, 0, 1, 1)
    gone = Listing.objects.get(name="Hill House")
    assert not gone.listed
    [source] = queries.provenance(gone.id)
    assert (source.edition, source.last_seen, source.listed) == ("2022", DAY, False)
    assert queries.count() == 2


def test_a_place_that_comes_back_is_listed_again_under_its_id() -> None:
    read_in(clinics("River Clinic", "Hill House"))
    was = Listing.objects.get(name="Hill House").id
    read_in(clinics("River Clinic"))

    report = read_in(clinics("River Clinic", "Hill House"), on=LATER)

    assert (report.changed, report.gone) == (1, 0)
    assert Listing.objects.get(name="Hill House", listed=True).id == was
    assert queries.provenance(was)[0].last_seen == LATER


def test_what_changed_is_shown_as_it_is_now() -> None:
    read_in(lists.workbook(lists.facility(phone="614-555-0100")))

    report = read_in(lists.workbook(lists.facility(phone="614-555-0199")))

    assert report.changed == 1
    [hit] = queries.search(Query()).hits
    assert [phone.number for phone in hit.place.phones] == ["614-555-0199"]


def test_a_place_keeps_its_id_however_its_name_is_written() -> None:
    read_in(lists.workbook(lists.facility("River Clinic", street1="1 Main St.")))

    report = read_in(
        lists.workbook(lists.facility("RIVER  CLINIC", street1="1 main st"))
    )

    assert (report.new, report.changed) == (0, 1)


def test_rows_of_one_place_are_put_together_and_doubles_are_counted() -> None:
    one = lists.facility(name2="Detox", service_code_info="SA * DT")
    other = lists.facility(name2="Day Program", service_code_info="SA * MU")

    report = read_in(lists.workbook(one, other, other))

    assert (report.read, report.new, report.merged) == (3, 1, 1)
    [hit] = queries.search(Query()).hits
    assert [service.name for service in hit.place.services] == ["Detox", "Day Program"]
    assert set(hit.facets) == {"withdrawal", "methadone"}


def test_two_lists_may_say_the_same_place() -> None:
    read_in(clinics("River Clinic"))
    told = "Program Name,Street,City,State,Zip,Latitude,Longitude\nRiver Clinic,1 Main Street,Columbus,OH,43215,39.9,-83.1\n"

    read_in(told.encode(), kind="otp")

    [hit] = queries.search(Query()).hits
    assert len(queries.provenance(hit.id)) == 2
    assert {"methadone", "opioid-program"} <= set(hit.facets)
    assert (hit.place.latitude, hit.place.located) == (39.9, "street")


def test_a_place_that_only_one_of_two_lists_dropped_stays_listed() -> None:
    read_in(clinics("River Clinic"))
    told = "Program Name,Street,City,State,Zip\nRiver Clinic,1 Main Street,Columbus,OH,43215\n"
    read_in(told.encode(), kind="otp")

    read_in(clinics("Hill House"))

    assert Listing.objects.get(name="River Clinic").listed


def test_an_older_edition_changes_nothing() -> None:
    read_in(clinics("River Clinic"))

    with pytest.raises(OlderEdition, match="2023"):
        read_in(clinics("Hill House"), edition="2022")

    assert [row.name for row in Listing.objects.all()] == ["River Clinic"]


def test_what_cannot_be_read_changes_nothing() -> None:
    read_in(clinics("River Clinic"))

    with pytest.raises(Unreadable):
        read_in(b"no workbook")

    assert queries.count() == 1
    assert ImportRun.objects.count() == 1


def test_a_refused_row_is_told_and_the_others_are_read() -> None:
    report = read_in(lists.workbook(lists.facility(), lists.facility("")))

    assert (report.new, report.refused) == (1, 1)
    assert report.why == ["Row 2: It has no name."]


def test_two_servers_of_meetings_are_two_sources() -> None:
    for name in ("ohio", "texas"):
        copy = Copy(lists.as_json(lists.na_meeting()), name, "2026", DAY)
        actions.import_list(LISTS["bmlt"], copy, progress=lambda _: None)

    assert sorted(Source.objects.values_list("id", flat=True)) == [
        "bmlt ohio",
        "bmlt texas",
    ]


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("samhsa-2023.xlsx", "2023"),
        ("2022_to_2023.xlsx", ""),
        ("list.xlsx", ""),
        ("file20231.xlsx", ""),
    ],
)
def test_the_edition_is_the_one_year_in_a_name(name: str, edition: str) -> None:
    assert edition_in(name) == edition


class Stopped(Exception):
    """As if the machine had gone off at this very moment."""


@pytest.mark.parametrize("at", range(50))
def test_an_import_that_stops_anywhere_leaves_what_was(
    at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in(clinics("River Clinic", "Hill House"), edition="2022")
    before = list(Listing.objects.order_by("id").values())
    left = at * 20

    def packed(place: object, real: object = listing.packed) -> bytes:
        nonlocal left
        left -= 1
        if left < 0:
            raise Stopped
        return real(place)  # type: ignore[operator, no-any-return]

    monkeypatch.setattr(listing, "packed", packed)
    with pytest.raises(Stopped):
        read_in(clinics(*(f"Clinic {n}" for n in range(500))))

    assert list(Listing.objects.order_by("id").values()) == before
    assert SourceRecord.objects.count() == 2
    monkeypatch.undo()
    assert read_in(clinics(*(f"Clinic {n}" for n in range(500)))).new == 500
    assert Listing.objects.filter(listed=True).count() == 500


@pytest.mark.skipif(not SAMPLES, reason="sample data: not there")
def test_the_official_workbooks_of_two_years() -> None:
    folder = Path(SAMPLES) / "directory"
    old, new = ((folder / f"samhsa-{y}.xlsx").read_bytes() for y in ("2022", "2023"))

    first = read_in(old, edition="2022")
    second = read_in(new, edition="2023")
    third = read_in(new, edition="2023")

    assert (first.read, first.refused) == (12_176, 0)
    assert (second.read, second.new, second.gone) == (12_744, 3_907, 3_302)
    assert second.merged == 8
    assert (third.new, third.changed, third.gone) == (0, 0, 0)
    assert queries.count() == 12_542
