"""The certificate of a house: good for the names it was made for, and for no others."""

import socket
import ssl
import subprocess
import threading
from pathlib import Path

import pytest

MAKER = "deploy/certificate"


def make(folder: Path, *names: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [MAKER, folder, *names], capture_output=True, text=True, check=False
    )


def greet(house: Path, name: str, served: Path) -> str:
    """Ask a server that uses `served` for `name`, trusting only the house's authority."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(served / "server.crt", served / "server.key")
    trusting = ssl.create_default_context(cafile=house / "house.crt")
    with socket.create_server(("127.0.0.1", 0)) as door:
        answering = threading.Thread(target=_answer, args=(door, serving))
        answering.start()
        try:
            with (
                socket.create_connection(door.getsockname()) as line,
                trusting.wrap_socket(line, server_hostname=name) as sealed,
            ):
                return sealed.recv(5).decode()
        finally:
            answering.join()


def _answer(door: socket.socket, serving: ssl.SSLContext) -> None:
    line, _ = door.accept()
    with line:
        try:
            with serving.wrap_socket(line, server_side=True) as sealed:
                sealed.sendall(b"hello")
        except (ssl.SSLError, ConnectionError):
            # The caller did not trust us; what it says is what is tested.
            return


@pytest.mark.parametrize("name", ["kitchen.home", "192.168.1.20", "fd00::20"])
def test_it_is_trusted_under_each_name_it_was_made_for(
    tmp_path: Path, name: str
) -> None:
    made = make(tmp_path, "kitchen.home", "192.168.1.20", "fd00::20")

    assert made.returncode == 0, made.stderr
    assert greet(tmp_path, name, tmp_path) == "hello"


def test_it_is_not_trusted_under_another_name(tmp_path: Path) -> None:
    make(tmp_path, "kitchen.home")

    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        greet(tmp_path, "bank.example", tmp_path)


def test_the_authority_cannot_vouch_for_another_name(tmp_path: Path) -> None:
    make(tmp_path, "kitchen.home")

    forged = make(tmp_path, "bank.example")

    assert forged.returncode == 1
    assert "was made for other names" in forged.stderr
    # What was there still works, and no half-made file is left.
    assert greet(tmp_path, "kitchen.home", tmp_path) == "hello"
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "house.crt",
        "house.key",
        "server.crt",
        "server.key",
    ]


def test_renewing_leaves_the_phones_as_they_are(tmp_path: Path) -> None:
    make(tmp_path, "kitchen.home")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    make(tmp_path, "kitchen.home")

    after = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert after["house.crt"] == before["house.crt"]
    assert after["server.crt"] != before["server.crt"]
    assert greet(tmp_path, "kitchen.home", tmp_path) == "hello"


def test_the_keys_are_their_owners_alone(tmp_path: Path) -> None:
    make(tmp_path / "house", "kitchen.home")

    assert (tmp_path / "house").stat().st_mode & 0o777 == 0o700
    for key in ("house.key", "server.key"):
        assert (tmp_path / "house" / key).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["", "a;b", "-x", "a b", "https://kitchen.home"])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    refused = make(tmp_path / "house", name)

    assert refused.returncode == 2
    assert not (tmp_path / "house").exists()
