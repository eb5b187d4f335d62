"""The built pages as they are answered and as they are laid out for a web server."""

import gzip
import hashlib
import re
from base64 import b64encode
from datetime import date
from pathlib import Path

import brotli
import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client

from alongside.safety import queries

PATHS = ["/now", "/ahora", "/offline/", "/sw.js"]
FILES = {
    "/now": "now.html",
    "/ahora": "ahora.html",
    "/offline/": "offline.html",
    "/sw.js": "sw.js",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    call_command("write_public", into=tmp_path / "public", verbosity=0)
    return tmp_path / "public"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("", None),
    ],
)
def test_a_browser_is_sent_the_smallest_it_can_read(
    path: str, asked: str, sent: str | None
) -> None:
    plain = Client().get(path).content

    answer = Client().get(path, headers={"accept-encoding": asked})

    assert answer.headers.get("Content-Encoding") == sent
    opened = {"br": brotli.decompress, "gzip": gzip.decompress}.get(sent or "", bytes)
    assert opened(answer.content) == plain
    assert answer.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", PATHS)
def test_the_answer_is_the_file_that_nginx_serves(path: str, folder: Path) -> None:
    answer = Client().get(path)
    name = FILES[path]

    assert (folder / name).read_bytes() == answer.content
    assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == answer.content
    assert brotli.decompress((folder / f"{name}.br").read_bytes()) == answer.content
    said = (folder / f"{name}.headers").read_text()
    for header, value in answer.headers.items():
        if header not in {"Content-Type", "Content-Length", "ETag"}:
            escaped = value.replace('"', '\\"')
            assert f'add_header {header} "{escaped}" always;\n' in said
    assert 'add_header Strict-Transport-Security "max-age=31536000' in said


def test_the_folder_holds_nothing_else(folder: Path) -> None:
    names = [*FILES.values(), "leave.html"]

    assert {file.name for file in folder.iterdir()} == {
        f"{name}{end}" for name in names for end in ("", ".gz", ".br", ".headers")
    }
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o644}


@pytest.mark.parametrize("path", ["/now", "/ahora", "/offline/"])
def test_the_policy_lets_in_the_one_style_and_nothing_that_runs(path: str) -> None:
    answer = Client().get(path)
    [style] = re.findall(r"<style>(.*)</style>", answer.content.decode(), re.DOTALL)
    summed = b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policy = answer.headers["Content-Security-Policy"]

    assert f"style-src 'sha256-{summed}';" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert answer.headers["Cache-Control"].startswith("public, max-age=3600")
    assert not answer.cookies


@pytest.mark.parametrize("path", PATHS)
def test_what_a_browser_has_is_not_sent_again(path: str) -> None:
    first = Client().get(path)

    again = Client().get(path, headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    # A browser puts these headers on the page it kept: they are those of the page.
    for name in ("Content-Security-Policy", "Cache-Control", "Vary", "ETag"):
        assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_taken_from_a_reader(path: str) -> None:
    answer = Client().post(
        path, {"note": "x"}, headers={"sec-fetch-site": "same-origin"}
    )

    assert answer.status_code == 405


def test_the_way_out_keeps_the_steps_on_the_phone(folder: Path) -> None:
    said = (folder / "leave.html.headers").read_text()

    assert r'add_header Clear-Site-Data "\"cache\", \"cookies\"" always;' in said
    assert "storage" not in said
    assert 'add_header Cache-Control "no-store" always;' in said


def test_the_worker_keeps_exactly_the_public_files() -> None:
    script = Client().get("/sw.js").content.decode()

    assert 'const NOW = ["/now", "/ahora"];' in script
    assert 'const OFFLINE = "/offline/";' in script
    [assets] = re.findall(r"const ASSETS = \[(.*)\];", script)
    css, code, face = (each.strip('"') for each in assets.split(", "))
    assert re.fullmatch(r"/style\.[0-9a-f]{10}\.css", css)
    assert re.fullmatch(r"/static/web/js/alongside\.[0-9a-f]{12}\.js", code)
    assert re.fullmatch(r"/static/web/alongside-display\.[0-9a-f]{12}\.woff2", face)
    assert [Client().head(each).status_code for each in (css, code, face)] == [200] * 3


def test_the_worker_has_a_new_name_when_any_page_changes(
    settings: LazySettings,
) -> None:
    def version() -> str:
        script = Client().get("/sw.js").content.decode()
        [found] = re.findall(r'"public-([0-9a-f]{12})"', script)
        return str(found)

    before = version()
    assert version() == before

    settings.COUNTRY = "CA"

    assert version() != before


def test_on_a_bad_day_the_worker_takes_itself_away(settings: LazySettings) -> None:
    settings.WORKER_OFF = True

    script = Client().get("/sw.js").content.decode()

    assert "registration.unregister()" in script
    assert "caches.delete" in script
    assert "fetch" not in script.partition("self.addEventListener")[2]


def test_a_day_is_built_once() -> None:
    day = date(2026, 12, 5)

    assert queries.public_files(day) is queries.public_files(day)
