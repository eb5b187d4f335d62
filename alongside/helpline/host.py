"""The host's own line, from its settings, and what is missing before it may be shown.

A host says with `attested` = `yes`: a person answers in these hours; nobody is paid for
those who ring, or for sending them anywhere; the number was rung on the day named. A
line that is incomplete or not attested is not shown at all. One whose test call is older
than any other check is shown with its date, and never as sure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alongside.helpline import hours as clock
from alongside.helpline import lines
from alongside.helpline.hours import Hours
from alongside.helpline.lines import Confidence, Freshness, Kind, Language, Line

NEEDED = ("name", "number", "hours", "languages", "owner", "tested_on")
NUMBER = re.compile(r"\+?[\d ().-]{3,24}")


class Fault(StrEnum):
    """What keeps the host's line from being shown as sure."""

    MISSING = "missing"
    UNCLEAR = "unclear"
    NOT_ATTESTED = "not attested"
    TEST_CALL_OLD = "test call old"


@dataclass(frozen=True)
class Found:
    """One fault, and the setting that it is about, such as `number`."""

    fault: Fault
    setting: str


@dataclass(frozen=True)
class Own:
    """The host's line as it may be shown, or None; and the faults found."""

    line: Line | None = None
    faults: tuple[Found, ...] = ()


def read(said: Mapping[str, str], today: date, *, zone: str) -> Own:
    """The host's line from settings that are all text. Nothing said: no line, no fault.

    Its hours are `always`, or spans parted by semicolons, in the zone of this server.
    """
    if not any(said.values()):
        return Own()
    faults = [Found(Fault.MISSING, name) for name in NEEDED if not said.get(name)]
    faults += [
        Found(Fault.UNCLEAR, name)
        for name in NEEDED
        if said.get(name) and not _is_clear(name, said[name], today, zone=zone)
    ]
    if said.get("attested", "").lower() != "yes":
        faults.append(Found(Fault.NOT_ATTESTED, "attested"))
    if faults:
        return Own(faults=tuple(faults))
    line = _line(said, zone=zone)
    if lines.freshness(line, today) is not Freshness.SURE:
        return Own(line, (Found(Fault.TEST_CALL_OLD, "tested_on"),))
    return Own(line)


def _is_clear(name: str, said: str, today: date, *, zone: str) -> bool:
    """Whether a setting can be read. A test call cannot be made tomorrow."""
    try:
        match name:
            case "number":
                return NUMBER.fullmatch(said) is not None
            case "hours":
                return bool(_hours(said, zone=zone))
            case "languages":
                return bool(_languages(said))
            case "tested_on":
                return date.fromisoformat(said) <= today
            case _:
                return True
    except ValueError:
        return False


def _line(said: Mapping[str, str], *, zone: str) -> Line:
    return Line(
        id="host",
        name=said["name"],
        owner=said["owner"],
        kinds=(Kind.FAMILY,),
        about="",
        hours=_hours(said["hours"], zone=zone),
        hours_words=said["hours"],
        languages=_languages(said["languages"]),
        source="",
        confidence=Confidence.SEEN,
        checked_on=date.fromisoformat(said["tested_on"]),
        numbers=(said["number"],),
    )


def _hours(said: str, *, zone: str) -> Hours:
    if said == "always":
        return clock.read(said)
    return clock.read({"zone": zone, "spans": re.split(r"\s*;\s*", said)})


def _languages(said: str) -> tuple[Language, ...]:
    return tuple(Language(code) for code in said.lower().replace(",", " ").split())
