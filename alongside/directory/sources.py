"""The kinds of lists that can be read: who makes each, and what to say of it.

`title` and `credit` stand beside every place that came from the list.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from alongside.directory.importers import (
    bmlt,
    hsds,
    meeting_guide,
    otp,
    samhsa,
    table,
)
from alongside.directory.reading import Asked, Found

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class List:
    """A kind of list. `taxonomy`: whose codes its terms are."""

    kind: str
    title: str
    credit: str
    website: str
    taxonomy: str
    read: Callable[[bytes, Asked], Found]
    # A list with editions replaces itself; others are told apart by their address.
    national: bool = False


def _says_itself(read: Callable[[bytes], Found]) -> Callable[[bytes, Asked], Found]:
    return lambda file, _: read(file)


LISTS = {
    each.kind: each
    for each in (
        List(
            "samhsa",
            "National Directory of Drug and Alcohol Use Treatment Facilities",
            "SAMHSA, US Department of Health and Human Services",
            "https://www.samhsa.gov/data/report/national-directory-of-drug-and-alcohol-abuse-treatment-facilities",
            "samhsa",
            _says_itself(samhsa.read),
            national=True,
        ),
        List(
            "otp",
            "Opioid Treatment Program Directory",
            "SAMHSA, US Department of Health and Human Services",
            "https://dpt2.samhsa.gov/treatment/directory.aspx",
            "otp",
            _says_itself(otp.read),
            national=True,
        ),
        List(
            "bmlt",
            "Meetings of Narcotics Anonymous",
            "The NA service bodies that run this BMLT server",
            "https://bmlt.app/",
            "bmlt",
            _says_itself(bmlt.read),
        ),
        List(
            "meeting-guide",
            "Meetings in the Meeting Guide format",
            "The groups and intergroups that publish this list",
            "https://github.com/code4recovery/spec",
            "meeting-guide",
            _says_itself(meeting_guide.read),
        ),
        *(
            List(
                kind,
                "A list of local places",
                "Kept by the host of this server",
                "",
                "",
                read,
            )
            for kind, read in (
                ("csv", table.read_csv),
                ("geojson", table.read_geojson),
                ("kml", table.read_kml),
            )
        ),
        List(
            "hsds",
            "Services in the Human Services Data Specification",
            "Read in by the host of this server",
            "https://docs.openreferral.org/",
            "",
            hsds.read,
        ),
    )
}


def edition_in(name: str) -> str:
    """The year in a file's name, as "samhsa-2023.xlsx"; empty if there is none, or two."""
    years = set(YEAR.findall(name))
    return years.pop() if len(years) == 1 else ""
