"""The page a phone shows without a signal, and the one that leads away when we are down."""

from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from string import Template

from alongside.safety.numbers import Country
from alongside.safety.steps import Emergency, Language


def offline(
    emergency: Emergency, country: Country | None, today: date, parts: Mapping[str, str]
) -> str:
    """What still works: the steps, and numbers to call with the day they were checked."""
    rows = (
        _lines(emergency, country, today, parts)
        if country
        else _world(emergency, parts)
    )
    page = Template(parts["offline.html"])
    return page.substitute(css=parts["quiet.css"], lines="\n".join(rows))


def leave(leave_to: str, parts: Mapping[str, str]) -> str:
    """The way out when the server that ends sessions does not answer."""
    page = Template(parts["leave.html"])
    return page.substitute(css=parts["quiet.css"], leave_to=escape(leave_to))


def _world(emergency: Emergency, parts: Mapping[str, str]) -> Iterator[str]:
    row = Template(parts["ambulance.html"])
    for region in emergency.region:
        yield row.substitute(
            number=region.number, where=escape(region.name(Language.EN))
        )


def _lines(
    emergency: Emergency, country: Country, today: date, parts: Mapping[str, str]
) -> Iterator[str]:
    yield Template(parts["ambulance.html"]).substitute(
        number=country.emergency, where=""
    )
    for line in country.lines:
        row = parts["line.html"] if line.is_fresh(today) else parts["line-old.html"]
        yield Template(row).substitute(
            name=escape(line.name),
            about=escape(line.about),
            number=escape(line.number),
            dialled=line.dialled,
            hours=escape(f"{line.hours}. " if line.hours else ""),
            day=escape(emergency.page[Language.EN].day(line.checked_on)),
        )
