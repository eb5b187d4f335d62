"""The kinds of lists that can be read: who makes each, and what to say of it.

`title` and `credit` stand beside every place that came from the list.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from alongside.directory.importers import bmlt, meeting_guide, otp, samhsa
from alongside.directory.reading import Found

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class List:
    """A kind of list. `taxonomy`: whose codes its terms are."""

    kind: str
    title: str
    credit: str
    website: str
    taxonomy: str
    read: Callable[[bytes], Found]
    # A list with editions replaces itself; others are told apart by their address.
    national: bool = False


LISTS = {
    each.kind: each
    for each in (
        List(
            "samhsa",
            "National Directory of Drug and Alcohol Use Treatment Facilities",
            "SAMHSA, US Department of Health and Human Services",
            "https://www.samhsa.gov/data/report/national-directory-of-drug-and-alcohol-abuse-treatment-facilities",
            "samhsa",
            samhsa.read,
            national=True,
        ),
        List(
            "otp",
            "Opioid Treatment Program Directory",
            "SAMHSA, US Department of Health and Human Services",
            "https://dpt2.samhsa.gov/treatment/directory.aspx",
            "otp",
            otp.read,
            national=True,
        ),
        List(
            "bmlt",
            "Meetings of Narcotics Anonymous",
            "The NA service bodies that run this BMLT server",
            "https://bmlt.app/",
            "bmlt",
            bmlt.read,
        ),
        List(
            "meeting-guide",
            "Meetings in the Meeting Guide format",
            "The groups and intergroups that publish this list",
            "https://github.com/code4recovery/spec",
            "meeting-guide",
            meeting_guide.read,
        ),
    )
}


def edition_in(name: str) -> str:
    """The year in a file's name, as "samhsa-2023.xlsx"; empty if there is none, or two."""
    years = set(YEAR.findall(name))
    return years.pop() if len(years) == 1 else ""
