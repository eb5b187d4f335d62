"""The sample for nginx, run as it is: only its ports, name and folders are put in place.

Alongside is stopped in every test here, except where it says that it answers.
"""

import contextlib
import getpass
import gzip
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.core.management import call_command
from django.test import Client

SAMPLE = Path("deploy/nginx.conf")
HOST = "127.0.0.1"
MARKER = "quiet-marker-7f31"
AROUND = """\
user {user};
worker_processes 1;
daemon off;
pid {here}/nginx.pid;
error_log {here}/start.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    # As Debian has it: whoever does not say otherwise keeps a log of every visit.
    access_log {here}/access.log;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/site.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    port: int
    upstream: int
    folder: Path

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> "Answer":
        unknown = ssl.create_default_context(
            cafile=str(self.folder / "certificate.pem")
        )
        line = http.client.HTTPSConnection(HOST, self.port, context=unknown, timeout=10)
        with contextlib.closing(line):
            line.request(method, path, body, headers)
            said = line.getresponse()
            return Answer(said.status, dict(said.getheaders()), said.read())


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


def certificate(folder: Path) -> None:
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    named = [
        "-subj",
        f"/CN={HOST}",
        "-addext",
        f"subjectAltName=IP:{HOST}",
        "-days",
        "99999",
    ]
    kept = ["-keyout", str(folder / "key.pem")]
    kept += ["-out", str(folder / "certificate.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", *key, *named, *kept],
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    folder = tmp_path_factory.mktemp("nginx")
    call_command("write_public", into=folder / "public", verbosity=0)
    certificate(folder)
    started = Nginx(free_port(), free_port(), folder)
    site = SAMPLE.read_text()
    for ours, here in {
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 80;": f"listen {HOST}:{free_port()};",
        "listen 443 ssl http2;": f"listen {HOST}:{started.port} ssl http2;",
        "127.0.0.1:8000": f"{HOST}:{started.upstream}",
        "/var/cache/alongside": f"{folder}/public",
        "/etc/ssl/alongside": str(folder),
        "/var/log/nginx/alongside.log": f"{folder}/alongside.log",
    }.items():
        assert ours in site
        site = site.replace(ours, here)
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(
        AROUND.format(user=getpass.getuser(), here=folder)
    )
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert program, "nginx is not there: apt-get install nginx"
    running = subprocess.Popen(
        [program, "-c", folder / "nginx.conf", "-e", folder / "start.log"], text=True
    )
    try:
        wait_for(started.port, running)
        yield started
    finally:
        running.terminate()
        running.wait(timeout=10)


def wait_for(port: int, running: "subprocess.Popen[str]") -> None:
    # Real seconds: the clock of the tests stands still.
    for _ in range(100):
        assert running.poll() is None, "nginx did not start"
        with (
            contextlib.suppress(OSError),
            socket.create_connection((HOST, port), timeout=1),
        ):
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")


class Upstream(BaseHTTPRequestHandler):
    """Stands where Alongside listens, and keeps what it was asked."""

    asked: list[tuple[str, dict[str, str], bytes]]

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.asked.append(
            (self.requestline, dict(self.headers), self.rfile.read(length))
        )
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"up")

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """A test has no log."""


@pytest.fixture
def alongside(nginx: Nginx) -> Iterator[list[tuple[str, dict[str, str], bytes]]]:
    asked: list[tuple[str, dict[str, str], bytes]] = []
    answering = type("Answering", (Upstream,), {"asked": asked})
    with ThreadingHTTPServer((HOST, nginx.upstream), answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield asked
        server.shutdown()


@pytest.mark.parametrize("path", ["/now", "/ahora"])
def test_the_steps_answer_while_alongside_is_down(nginx: Nginx, path: str) -> None:
    answer = nginx.ask("GET", path, **{"Accept-Encoding": "gzip"})

    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.body) <= 6_000
    assert "Set-Cookie" not in answer.headers
    assert gzip.decompress(answer.body) == Client().get(path).content


@pytest.mark.parametrize("path", ["/now", "/ahora", "/offline/", "/sw.js"])
def test_the_headers_are_those_of_alongside_itself(nginx: Nginx, path: str) -> None:
    ours = {k: v for k, v in Client().get(path).headers.items() if k != "ETag"}
    kind = ours.pop("Content-Type")

    answer = nginx.ask("GET", path)

    assert answer.status == 200
    assert {name: answer.headers.get(name) for name in ours} == ours
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert (
        answer.headers["Content-Type"].split(";")[0].endswith(kind.split(";")[0][-10:])
    )
    assert answer.headers["Content-Type"].endswith("charset=utf-8")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_leaving_works_while_alongside_is_down(nginx: Nginx, method: str) -> None:
    answer = nginx.ask(method, "/leave", MARKER if method == "POST" else "")

    assert answer.status == 200
    assert b'content="0;url=https://www.weather.gov/"' in answer.body
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_any_other_page_says_what_still_works(nginx: Nginx) -> None:
    answer = nginx.ask("GET", "/today/")

    assert answer.status == 502
    assert b'href="/now"' in answer.body
    assert b'href="tel:911"' in answer.body
    assert "style-src 'sha256-" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/leave.html", "/offline.html"])
def test_the_files_behind_have_no_address_of_their_own(nginx: Nginx, path: str) -> None:
    assert nginx.ask("GET", path).status == 404


def test_what_was_asked_is_written_down_nowhere(nginx: Nginx) -> None:
    nginx.ask("GET", f"/now?{MARKER}")
    nginx.ask("POST", f"/today/?{MARKER}", f"{MARKER} " * 10_000)

    written = [file for file in nginx.folder.rglob("*") if file.is_file()]

    assert not [file for file in written if MARKER.encode() in file.read_bytes()]


def test_what_is_sent_never_goes_through_a_file() -> None:
    [largest] = re.findall(r"client_max_body_size (\w+);", SAMPLE.read_text())
    [in_memory] = re.findall(r"client_body_buffer_size (\w+);", SAMPLE.read_text())

    assert largest == in_memory
    assert "proxy_max_temp_file_size 0;" in SAMPLE.read_text()


def test_while_alongside_answers_it_is_asked_for_the_rest(
    nginx: Nginx, alongside: list[tuple[str, dict[str, str], bytes]]
) -> None:
    nginx.ask("GET", "/now")
    nginx.ask("GET", "/ahora")
    answer = nginx.ask("POST", "/signs/notice/", "what=" + "a" * 100_000)

    assert (answer.status, answer.body) == (200, b"up")
    [(line, headers, body)] = alongside
    assert line == "POST /signs/notice/ HTTP/1.1"
    assert len(body) == 100_005
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["Host"] == f"{HOST}:{nginx.port}"
    assert headers["X-Real-IP"] == HOST
    assert "X-Forwarded-For" not in headers


def test_nobody_can_say_for_themselves_where_they_come_from(
    nginx: Nginx, alongside: list[tuple[str, dict[str, str], bytes]]
) -> None:
    nginx.ask("GET", "/", **{"X-Real-IP": "10.0.0.1", "X-Forwarded-Proto": "http"})

    [(_, headers, _)] = alongside
    assert headers["X-Real-IP"] == HOST
    assert headers["X-Forwarded-Proto"] == "https"


def test_while_alongside_answers_it_ends_the_session(
    nginx: Nginx, alongside: list[tuple[str, dict[str, str], bytes]]
) -> None:
    assert nginx.ask("POST", "/leave").body == b"up"
    assert nginx.ask("GET", "/leave").body == b"up"
    assert len(alongside) == 2
