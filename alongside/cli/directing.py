"""`alongside directory`: read lists of places, say what is here, look for a place."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from alongside.cli import server
from alongside.cli.saying import PROBLEM, WELL, answer, whisper
from alongside.directory.place import Kind
from alongside.directory.query import FARTHEST
from alongside.directory.reading import Asked, Unreadable
from alongside.directory.sources import LISTS

NOT_UNDERSTOOD = 2
KINDS = tuple(LISTS)


def read_list(chosen: argparse.Namespace) -> int:
    """Read a list into the directory: all of it, or nothing."""
    _ready()
    from django.utils.timezone import localdate  # noqa: TID251 -- the clock is read here

    from alongside.directory import actions, sources

    kind = sources.LISTS[chosen.kind]
    today = localdate()
    edition = chosen.edition or sources.edition_in(chosen.file.name) or str(today)
    try:
        report = actions.import_list(
            kind,
            actions.Copy(
                chosen.file.read_bytes(),
                name=chosen.name or chosen.file.stem,
                edition=edition,
                on=today,
                asked=Asked(Kind(chosen.place), dict(chosen.column)),
                credit=chosen.credit,
            ),
            progress=whisper,
        )
    except OSError as fault:
        whisper(f"{chosen.file} cannot be read: {fault.strerror}.")
        return PROBLEM
    except Unreadable as fault:
        whisper(f"{chosen.file} was not read, and nothing is changed. {fault}")
        return PROBLEM
    except actions.OlderEdition as fault:
        whisper(
            f"The edition of {fault} is here already. Nothing is changed by an older one."
        )
        return PROBLEM
    told = asdict(report)
    answer(told, as_json=chosen.json, sentences=_sentences(told))
    return WELL


def status(chosen: argparse.Namespace) -> int:
    """Which lists are here, of which day, and with how many places."""
    _ready()
    from alongside.directory import queries

    told: dict[str, Any] = {
        "places": queries.count(),
        "sources": [
            {
                "id": source.id,
                "title": source.title,
                "edition": source.edition,
                "read_on": str(source.read_on),
                "places": queries.count(source),
            }
            for source in queries.sources()
        ],
    }
    lines = [
        f"{s['title']} ({s['id']}): {s['places']} places, edition {s['edition']},"
        f" read on {s['read_on']}"
        for s in told["sources"]
    ]
    first = "alongside directory import samhsa FILE.xlsx"
    none = [f"No list of places has been read yet. The first: {first}"]
    answer(told, as_json=chosen.json, sentences=lines or none)
    return WELL


def look(chosen: argparse.Namespace) -> int:
    """Look for places, as the page does."""
    _ready()
    from alongside.directory import facets, geography, queries
    from alongside.directory.query import Query, plain_words

    spot = geography.find(chosen.near) if chosen.near else None
    if chosen.near and spot is None:
        whisper("Say where as a ZIP code or as “City, ST”.")
        return NOT_UNDERSTOOD
    named = [*chosen.medicine, *chosen.pay, *chosen.language, *chosen.group]
    try:
        bits = facets.mask(named)
        kinds = tuple(Kind(kind) for kind in chosen.kind)
    except (KeyError, ValueError) as fault:
        whisper(f"{fault.args[0]} is not known here. Known: {_known()}")
        return NOT_UNDERSTOOD
    found = queries.search(
        Query(
            spot=spot,
            miles=chosen.within,
            kinds=kinds,
            facets=bits,
            words=plain_words(chosen.words or ""),
        ),
        most=chosen.most,
    )
    places = [_place(hit) for hit in found.hits]
    lines = [f"{found.total} places"]
    lines += [_line(hit) for hit in places]
    told = {"places": places, "total": found.total}
    answer(told, as_json=chosen.json, sentences=lines)
    return WELL


def _place(hit: Any) -> dict[str, Any]:
    place = hit.place
    return {
        "id": str(hit.id),
        "name": place.name,
        "miles": None if hit.miles is None else round(hit.miles, 2),
        "kind": str(place.kind),
        "street": place.street,
        "city": place.city,
        "state": place.state,
        "zip": place.postal_code,
        "phones": [phone.number for phone in place.phones],
        "located": str(place.located),
        "has": list(hit.facets),
    }


def _line(told: dict[str, Any]) -> str:
    far = "" if told["miles"] is None else f"about {told['miles']:.1f} miles: "
    phones = ", ".join(told["phones"]) or "no number known"
    return f"{far}{told['name']}, {told['city']}, {told['state']}. {phones}"


def _sentences(told: dict[str, Any]) -> list[str]:
    return [
        f"{told['read']} rows read: {told['new']} places new, {told['changed']} changed,"
        f" {told['same']} as before, {told['gone']} no longer in the list,"
        f" {told['merged']} rows said twice, {told['refused']} refused.",
        *told["why"],
    ]


def _known() -> str:
    from alongside.directory import facets

    return ", ".join([*Kind, *(each.name for each in facets.facets().facet)])


def _ready() -> None:
    import django

    server.keep_to_ourselves()
    django.setup()
    from alongside.cli import ready

    for said in ready.make():
        whisper(said)


def parser(acts: Any) -> list[argparse.ArgumentParser]:
    """What can be typed after `alongside directory`: one parser for each act."""
    directory = acts.add_parser("directory", help="places where help can be had")
    under = directory.add_subparsers(required=True, metavar="ACT")

    reads = under.add_parser("import", help="read a list: all of it, or nothing")
    reads.set_defaults(act=read_list)
    reads.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    reads.add_argument("file", type=Path, metavar="FILE")
    reads.add_argument("--edition", default="", help="the year or day of the list")
    reads.add_argument("--name", default="", help="tells apart lists of one kind")
    reads.add_argument(
        "--place",
        choices=[str(kind) for kind in Kind],
        default=str(Kind.EVERYDAY),
        help="what the places of a list are that does not say so (%(default)s)",
    )
    reads.add_argument(
        "--column",
        action="append",
        type=_column,
        default=[],
        metavar="THING=COLUMN",
        help="which column of a csv, geojson or kml says the name, street, city and so on",
    )
    reads.add_argument("--credit", default="", help="who makes the list")
    reads.add_argument("--json", action="store_true")

    says = under.add_parser("status", help="which lists are here, and of which day")
    says.set_defaults(act=status)
    says.add_argument("--json", action="store_true")

    looks = under.add_parser("search", help="look for places")
    looks.set_defaults(act=look)
    looks.add_argument("--near", metavar='ZIP|"City, ST"', default="")
    looks.add_argument("--within", type=_miles, default=25.0, metavar="MILES")
    for name in ("kind", "medicine", "pay", "language", "group"):
        looks.add_argument(f"--{name}", action="append", default=[])
    looks.add_argument("--words", default="")
    looks.add_argument("--most", type=int, default=20, help="(%(default)s)")
    looks.add_argument("--json", action="store_true")
    return [reads, says, looks]


def _column(said: str) -> tuple[str, str]:
    thing, equals, column = said.partition("=")
    if not equals or not thing or not column:
        raise argparse.ArgumentTypeError(f"{said!r} is not THING=COLUMN")
    return thing, column


def _miles(said: str) -> float:
    miles = float(said)
    if not 0 < miles <= FARTHEST:
        raise argparse.ArgumentTypeError(f"from 0 to {FARTHEST} miles")
    return miles
