"""The web server: how it takes its address, and what its log may say."""

import logging
import socket

import pytest
from gunicorn.config import Config

from alongside.cli import server

SECRET = "/signs/?note=he-took-my-ring"


def test_an_address_that_is_taken_is_named_with_a_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(server.PortTaken) as refused:
            server.door("127.0.0.1", port)

    assert f"127.0.0.1:{port} is taken" in str(refused.value)
    assert f"--port {port + 1}" in str(refused.value)


def test_an_address_of_another_machine_is_named() -> None:
    with pytest.raises(server.PortTaken, match=r"192\.0\.2\.1:8000 is not an address"):
        server.door("192.0.2.1", 8000)


def test_an_address_is_ours_at_once() -> None:
    with server.door("127.0.0.1", 0) as ours:
        port = ours.getsockname()[1]

        with pytest.raises(server.PortTaken):
            server.door("127.0.0.1", port)


def quiet() -> server.Quiet:
    """Made inside a test, since it holds on to the stream that it finds."""
    config = Config()
    config.set("loglevel", "error")
    return server.Quiet(config)


def test_a_fault_in_a_request_is_logged_by_its_kind_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = quiet()

    try:
        raise ValueError(SECRET)
    except ValueError:
        log.exception("Error handling request %s", SECRET)
    log.error("Error handling request %s", SECRET)
    log.critical("Error handling request %s", SECRET)

    said = capsys.readouterr().err
    assert "ValueError at" in said
    assert said.count("gunicorn.error") == 3
    assert "ring" not in said


def test_what_is_no_error_is_not_logged_at_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = quiet()

    log.warning("Invalid request from ip=%s: %s", "192.0.2.7", SECRET)
    log.info("%s", SECRET)
    log.debug("%s", SECRET)

    assert capsys.readouterr().err == ""


def test_the_overseer_says_in_words_that_a_worker_died(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = quiet()

    record = logging.LogRecord(
        "gunicorn.error",
        logging.ERROR,
        "/gunicorn/arbiter.py",
        1,
        "Worker (pid:%s) was sent SIGKILL! Perhaps out of memory?",
        (7,),
        None,
    )

    log.error_log.handle(record)

    assert "Worker (pid:7) was sent SIGKILL!" in capsys.readouterr().err
