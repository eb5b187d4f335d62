"""Builds the pages that answer although the application is down.

`files` makes them; `write` lays them into a folder from which a web server can serve them,
each also compressed, with its headers as a snippet for nginx. The application itself answers
the same bytes (`views`). Reading the sources and writing the folder is the job of this module.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

import rcssmin

from alongside.safety import numbers, refuge, served, sheet, steps
from alongside.safety.served import File
from alongside.safety.sheet import Reader, Sheet
from alongside.safety.steps import Language

PAGES = Path(__file__).parent / "pages"
ENDINGS = {"br": ".br", "gzip": ".gz", "identity": ""}


@dataclass(frozen=True)
class Place:
    """Where and for whom the pages are built, and what they lie beside.

    `headers` are those of every answer of this site; `assets` are the addresses of the
    stylesheet, the script and the font, which change their name with their content.
    """

    content: Path
    country: str
    leave_to: str
    headers: Mapping[str, str]
    assets: tuple[str, ...]
    worker: bool = True


def files(place: Place, today: date) -> dict[str, File]:
    """Every file by its path: the steps in both languages, two refuges and the worker."""
    parts = {each.name: _text(each) for each in PAGES.iterdir()}
    emergency = steps.read(_text(place.content / "safety" / "overdose.toml"))
    country = _country(place)
    number = country.emergency if country else ""
    code = country.code if country else ""
    pages = {
        "offline.html": ("/offline/", refuge.offline(emergency, country, today, parts))
    }
    for language in Language:
        reader = Reader(language, code, number)
        path = sheet.PATHS[language]
        pages[f"{path[1:]}.html"] = (
            path,
            Sheet(emergency, reader, today, parts).html(),
        )
    made = {
        path: served.page(name, path, _tight(html), _css_in(html), place.headers)
        for name, (path, html) in pages.items()
    }
    script = _worker(place, made, parts)
    made["/sw.js"] = served.worker("sw.js", "/sw.js", script, place.headers)
    made["/leave"] = _leave(place, parts)
    return made


def write(made: Mapping[str, File], into: Path, *, secure: Mapping[str, str]) -> None:
    """Lay every file into a folder, whole at every moment, for a web server to serve.

    `secure` are headers that belong on HTTPS alone, where such a server stands.
    """
    into.mkdir(mode=0o755, parents=True, exist_ok=True)
    for file in made.values():
        for encoding, body in file.encoded.items():
            _put(into / f"{file.name}{ENDINGS[encoding]}", body)
        _put(into / f"{file.name}.headers", _nginx({**file.headers, **secure}).encode())


def _country(place: Place) -> numbers.Country | None:
    """The country whose numbers are shown, if its lines are known to us."""
    pack = place.content / "lines" / f"{place.country.lower()}.toml"
    return numbers.read(_text(pack)) if place.country and pack.is_file() else None


def _worker(place: Place, made: Mapping[str, File], parts: Mapping[str, str]) -> str:
    """The worker, named for all it keeps: a change of any byte makes a new one."""
    if not place.worker:
        return parts["sw-off.js"]
    kept = [file.tag for file in made.values()] + [*place.assets, parts["sw.js"]]
    version = hashlib.sha256("\n".join(kept).encode()).hexdigest()[:12]
    assets = json.dumps(place.assets)
    return Template(parts["sw.js"]).substitute(version=version, assets=assets)


def _leave(place: Place, parts: Mapping[str, str]) -> File:
    html = refuge.leave(place.leave_to, parts)
    file = served.page(
        "leave.html", "/leave", _tight(html), _css_in(html), place.headers
    )
    leaving = {
        "Cache-Control": served.NEVER_KEPT,
        # Not "storage": the overdose steps stay on the phone (ADR 10).
        "Clear-Site-Data": '"cache", "cookies"',
    }
    return File(file.name, file.path, file.body, file.kind, {**file.headers, **leaving})


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8").strip()
    return str(rcssmin.cssmin(text)) if path.suffix == ".css" else text


def _css_in(html: str) -> str:
    return html.partition("<style>")[2].partition("</style>")[0]


def _tight(html: str) -> str:
    """Without the blank lines that empty parts leave."""
    return re.sub(r"\n\s*\n", "\n", html) + "\n"


def _nginx(headers: Mapping[str, str]) -> str:
    """Headers as nginx adds them, errors included."""
    lines = [
        f"add_header {name} {json.dumps(value)} always;"
        for name, value in headers.items()
    ]
    return "\n".join([*lines, ""])


def _put(path: Path, body: bytes) -> None:
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    waiting.write_bytes(body)
    waiting.chmod(0o644)
    waiting.replace(path)
