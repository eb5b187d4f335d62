"""What pages weigh on the wire. Bytes do not depend on how busy a machine is."""

import gzip

import pytest
from django.test import Client

KB = 1000


def weight(path: str) -> int:
    """Bytes of the body as a browser that takes gzip is sent it."""
    answer = Client().get(path, headers={"accept-encoding": "gzip"})
    body = b"".join(answer) if answer.streaming else answer.content

    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body)
    return len(body)


def test_the_front_page_with_its_sheet_fits_one_flight() -> None:
    assert weight("/") <= 12 * KB


@pytest.mark.parametrize("path", ["/now", "/ahora"])
def test_the_overdose_steps_fit_half_a_flight(path: str) -> None:
    assert weight(path) <= 6 * KB


def test_the_first_page_paints_after_one_request() -> None:
    page = Client().get("/").content.decode()

    assert 'rel="stylesheet"' not in page
    assert page.count("<script") == page.count("defer></script>") == 1
    assert "@import" not in page
