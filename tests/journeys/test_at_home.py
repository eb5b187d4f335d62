"""From the phone in the kitchen: docs/at-home.md, walked with a second host name.

The certificate, nginx's file and the command are those that a family is given; only names
of folders and ports are changed. This world has the real clock, so nothing here depends
on a day.
"""

import base64
import getpass
import hashlib
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.looking import no_barriers
from tests.journeys.serving import free_port

pytestmark = pytest.mark.journey

NAME = "kitchen.home"
# A name that no browser was ever told to ask for over HTTPS alone.
PLAIN = "cellar.home"
AROUND = """\
user {user};
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log crit;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site;
}}
"""


@dataclass
class House:
    """A house with a server: its folder, its ports, and what runs in it."""

    folder: Path
    http: int
    https: int
    direct: int
    alongside: "subprocess.Popen[str]"

    @property
    def address(self) -> str:
        return f"https://{NAME}:{self.https}"

    @property
    def spki(self) -> str:
        """What the server's certificate is known by, as Chromium wants it."""
        key_file = self.folder / "house/server.key"
        key = subprocess.run(
            ["openssl", "pkey", "-pubout", "-outform", "DER", "-in", key_file],
            capture_output=True,
            check=True,
        ).stdout
        return base64.b64encode(hashlib.sha256(key).digest()).decode()

    def ask(self, path: str) -> "Answer":
        """Over HTTPS, trusting what a phone with the house's authority trusts."""
        trusting = ssl.create_default_context(cafile=self.folder / "house/house.crt")
        asking = HTTPSConnection(NAME, self.https, context=trusting)
        with (
            socket.create_connection(("127.0.0.1", self.https)) as line,
            trusting.wrap_socket(line, server_hostname=NAME) as asking.sock,
        ):
            asking.request("GET", path)
            said = asking.getresponse()
            said.read()
            return Answer(said.status, said.headers)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    subprocess.run(["deploy/certificate", folder / "house", NAME], check=True)
    http, https, direct = free_port(), free_port(), free_port()
    _write_site(folder, http, https, direct)
    alongside = _serve(folder, direct)
    nginx = subprocess.Popen(
        ["nginx", "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "early"],
        env={"PATH": "/usr/sbin:/usr/bin"},
    )
    try:
        _wait_for(https)
        yield House(folder, http, https, direct, alongside)
    finally:
        nginx.terminate()
        alongside.terminate()
        nginx.wait(20)
        alongside.communicate(timeout=20)


def _serve(folder: Path, port: int) -> "subprocess.Popen[str]":
    settings = {
        "ALONGSIDE_BEHIND_PROXY": "yes",
        "ALONGSIDE_COUNTRY": "US",
        "ALONGSIDE_DATA": str(folder / "data"),
        "ALONGSIDE_HOSTS": f"{NAME} {PLAIN}",
        "ALONGSIDE_PROXY_HEADER": "X-Real-IP",
        "ALONGSIDE_PUBLIC": str(folder / "public"),
        "ALONGSIDE_RUNTIME": str(folder / "runtime"),
    }
    alongside = subprocess.Popen(
        [sys.executable, "-P", "-m", "alongside.cli", "serve", "--port", str(port)],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd()), **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert alongside.stdout
    said = iter(alongside.stdout.readline, "")
    assert any("Alongside answers at" in line for line in said)
    return alongside


def _write_site(folder: Path, http: int, https: int, direct: int) -> None:
    site = Path("deploy/nginx.conf").read_text()
    for ours, theirs in (
        (r"listen (\[::\]:)?443 ssl http2;", ""),
        (r"listen (\[::\]:)?80;", ""),
        (r"return 301", f"listen 127.0.0.1:{http}; return 301"),
        (r"ssl_protocols", f"listen 127.0.0.1:{https} ssl http2; ssl_protocols"),
        (r"alongside\.example\.org", NAME),
        (r"/etc/ssl/alongside/certificate\.pem", f"{folder}/house/server.crt"),
        (r"/etc/ssl/alongside/key\.pem", f"{folder}/house/server.key"),
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{direct}"),
        (r"/var/cache/alongside", f"{folder}/public"),
        (r"/var/log/nginx", str(folder)),
    ):
        site, changed = re.subn(ours, theirs, site)
        assert changed, ours
    (folder / "site").write_text(site)
    (folder / "nginx.conf").write_text(
        AROUND.format(folder=folder, user=getpass.getuser())
    )


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"Nothing answers at {port}.")


@pytest.fixture(scope="module")
def phone(
    chromium: Browser, house: House, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A phone in the kitchen that knows the house by its name and trusts its server."""
    context = chromium.browser_type.launch_persistent_context(
        tmp_path_factory.mktemp("phone"),
        executable_path=CHROMIUM,
        args=[
            *FLAGS,
            "--host-resolver-rules=MAP *.home 127.0.0.1",
            f"--ignore-certificate-errors-spki-list={house.spki}",
        ],
        viewport={"width": 390, "height": 844},
    )
    yield context.new_page()
    context.close()


def test_a_phone_that_trusts_the_house_is_answered(house: House) -> None:
    answer = house.ask("/")

    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"]
    assert answer.headers["Set-Cookie"] is None


def test_the_part_with_notes_opens_under_the_second_name(
    house: House, phone: Page
) -> None:
    phone.goto(f"{house.address}/sign-up/")

    assert phone.get_by_role("textbox").count() > 0
    no_barriers(phone)


def test_without_a_certificate_it_stays_closed_and_says_why(
    house: House, phone: Page
) -> None:
    answer = phone.goto(f"http://{PLAIN}:{house.direct}/sign-up/")

    assert answer
    assert answer.status == 403
    assert phone.get_by_role("textbox").count() == 0
    assert phone.get_by_role("heading", level=1).is_visible()


def test_help_that_cannot_wait_needs_no_certificate(house: House, phone: Page) -> None:
    answer = phone.goto(f"http://{PLAIN}:{house.direct}/now")

    assert answer
    assert answer.status == 200
    assert phone.get_by_role("link", name=re.compile("911")).first.is_visible()


def test_another_name_is_not_answered(house: House) -> None:
    asking = socket.create_connection(("127.0.0.1", house.direct))
    asking.sendall(b"GET / HTTP/1.0\r\nHost: bank.example\r\n\r\n")

    assert b" 400 " in asking.recv(64)
    asking.close()


def test_the_overdose_steps_stand_while_the_computer_restarts_alongside(
    house: House, phone: Page
) -> None:
    house.alongside.send_signal(signal.SIGTERM)
    assert house.alongside.wait(20) == 0

    steps, leave, rest = house.ask("/now"), house.ask("/leave"), house.ask("/learn/")

    assert (steps.status, leave.status, rest.status) == (200, 200, 502)
    assert leave.headers["Clear-Site-Data"] == '"cache", "cookies"'
    phone.goto(f"{house.address}/now")
    assert phone.get_by_role("link", name=re.compile("911")).first.is_visible()
