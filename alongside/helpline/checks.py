"""What a host is told about the lines: packs that cannot be read, numbers past their day,
and what is missing before the host's own line may be shown."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.timezone import localdate

from alongside.helpline import host, lines, packs
from alongside.helpline.host import Fault, Found
from alongside.helpline.lines import Freshness
from alongside.lib.problems import Level, Problem

WHAT = {
    Fault.MISSING: "The host's own line is not shown: {setting} is not set.",
    Fault.UNCLEAR: "The host's own line is not shown: {setting} cannot be read.",
    Fault.NOT_ATTESTED: "The host's own line is not shown: {setting} is not yes.",
    Fault.TEST_CALL_OLD: "The last test call to the host's own line is over 90 days old.",
}
MEND = {
    Fault.MISSING: "Set it, or unset all ALONGSIDE_HOST_LINE settings.",
    Fault.UNCLEAR: "Write it in the form that docs/self-hosting.md shows.",
    Fault.NOT_ATTESTED: "Read in docs/self-hosting.md what yes says, then set it.",
    Fault.TEST_CALL_OLD: "Ring the line, then set {setting} to that day.",
}


def problems() -> list[Problem]:
    """Warnings only: help without an account serves on whatever is wrong with a line."""
    return [*_packs(), *_host()]


def _host() -> Iterator[Problem]:
    own = host.read(settings.HOST_LINE, localdate(), zone=settings.TIME_ZONE)
    for found in own.faults:
        yield _problem(found)


def _problem(found: Found) -> Problem:
    setting = f"ALONGSIDE_HOST_LINE_{found.setting.upper()}"
    return Problem(
        f"helpline.host_{found.setting}_{found.fault.name.lower()}",
        Level.WARNING,
        WHAT[found.fault].format(setting=setting),
        MEND[found.fault].format(setting=setting),
    )


def _packs() -> Iterator[Problem]:
    folder = settings.CONTENT / "lines"
    try:
        pack = packs.read(folder, settings.COUNTRY)
        packs.everywhere(folder)
    except packs.PackUnclear as unclear:
        mend = "Mend that field, or take the file as it was released."
        yield Problem("helpline.pack_unclear", Level.WARNING, f"{unclear}.", mend)
        return
    if settings.COUNTRY and pack.country != settings.COUNTRY:
        yield Problem(
            "helpline.no_pack",
            Level.WARNING,
            f"There are no lines for ALONGSIDE_COUNTRY={settings.COUNTRY}.",
            "Add content/lines/<country>.toml; until then the page shows the world's.",
        )
    today = localdate()
    old = [
        line.id
        for line in pack.lines
        if lines.freshness(line, today) is Freshness.DATED
    ]
    if old:
        yield Problem(
            "helpline.lines_past_their_day",
            Level.WARNING,
            f"Past their check date, and shown as such: {', '.join(old)}.",
            "Ring or look up each, then write the day into checked_on.",
        )
