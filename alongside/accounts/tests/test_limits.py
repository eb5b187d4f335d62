"""Guessing takes longer and longer, and locks nobody out."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from alongside.accounts import limiter, memory
from alongside.accounts.tests.acts import everything_kept, is_open
from alongside.testing.people import PASSPHRASE, unlock
from alongside.testing.visitor import Visitor

HOME, ELSEWHERE = "203.0.113.7", "198.51.100.9"


def attempt(name: str = "mara", address: str = HOME, **headers: str) -> None:
    request = RequestFactory(REMOTE_ADDR=address).post("/sign-in/", headers=headers)
    limiter.attempt(limiter.limits(request, name.encode()))


def wait(name: str = "mara", address: str = HOME, **headers: str) -> int:
    """The seconds that someone is asked to wait; none, and the try is counted."""
    try:
        attempt(name, address, **headers)
    except limiter.TooSoon as too_soon:
        return too_soon.seconds
    return 0


def waits(tries: int, clock: time_machine.Traveller, address: str = HOME) -> list[int]:
    """How long each wait was for someone who tries again as soon as it is over."""
    asked = []
    for _ in range(tries):
        asked.append(wait(address=address))
        clock.shift(timedelta(seconds=asked[-1]))
        if asked[-1]:
            attempt(address=address)
    return asked


def test_the_wait_doubles_up_to_a_minute(clock: time_machine.Traveller) -> None:
    asked = waits(12, clock)

    assert asked[:7] == [0, 0, 0, 1, 2, 4, 8]
    assert asked == sorted(asked)
    assert 50 < asked[-1] <= 60


def test_to_ask_too_early_makes_no_wait_longer(clock: time_machine.Traveller) -> None:
    waits(6, clock)
    first = wait()

    assert {wait() for _ in range(50)} == {first}


def test_after_a_quiet_hour_all_is_forgotten(clock: time_machine.Traveller) -> None:
    waits(11, clock)

    clock.shift(timedelta(hours=1, seconds=1))

    assert waits(4, clock) == [0, 0, 0, 1]


def test_a_new_day_has_a_new_key(clock: time_machine.Traveller) -> None:
    clock.move_to("2026-12-05T23:59:40+00:00")
    waits(7, clock)
    assert wait() == 16

    clock.move_to("2026-12-06T00:00:01+00:00")

    assert wait() == 0


def test_a_clock_set_back_locks_nobody_out(clock: time_machine.Traveller) -> None:
    waits(9, clock)

    clock.shift(timedelta(hours=-3))

    assert wait() == 0


def test_guesses_from_elsewhere_do_not_keep_the_owner_out(
    clock: time_machine.Traveller,
) -> None:
    """Someone far away who never stops, for an hour."""
    waits(70, clock, ELSEWHERE)

    assert wait(address=ELSEWHERE) > 50
    assert wait(address=HOME) == 0


def after_fourteen(one: str, other: str) -> int:
    """The wait at another address, after tries at many names from the first."""
    for number in range(14):
        wait(f"name {number}", one)
    return wait("another name", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.7", "203.0.113.200"),
        ("2001:db8:1:2::1", "2001:db8:1:f0::9"),
        ("::ffff:203.0.113.7", "203.0.113.9"),
    ],
)
def test_a_household_counts_as_one(one: str, other: str) -> None:
    assert after_fourteen(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.7", "203.0.114.7"),
        ("2001:db8:1:2::1", "2001:db8:1:300::1"),
        ("127.0.0.1", "127.0.0.1"),
        ("", ""),
    ],
)
def test_another_household_is_another(one: str, other: str) -> None:
    """And this machine is none: behind a proxy without a name, all would be it."""
    assert after_fourteen(one, other) == 0


def test_many_networks_together_cannot_guess_without_end() -> None:
    counted = [wait(f"{n}", f"10.{n % 250}.{n // 250}.1") for n in range(100)]

    assert counted[:60] == [0] * 60
    assert 0 < max(counted) <= 2


@pytest.mark.parametrize("name", ["mara", "nobody at all"])
def test_a_known_and_an_unknown_name_wait_alike(
    mara: Visitor, stranger: Visitor, name: str, clock: time_machine.Traveller
) -> None:
    mara.visit("/settings/").press("Lock my notes now")
    clock.shift(timedelta(hours=1, seconds=1))
    stranger.name = name
    for _ in range(4):
        stranger.visit("/sign-in/")
        unlock(stranger, "not the passphrase")

    assert stranger.status == 429
    assert stranger.sees("Wait 1 second, then try again.")


def test_after_the_wait_the_right_passphrase_opens(
    mara: Visitor, clock: time_machine.Traveller
) -> None:
    mara.visit("/settings/").press("Lock my notes now")
    for _ in range(4):
        unlock(mara, "not the passphrase")
    assert mara.status == 429

    clock.shift(timedelta(seconds=60))
    unlock(mara)

    assert is_open(mara)


def test_accounts_are_not_made_by_the_hundred(
    stranger: Visitor, clock: time_machine.Traveller, db: None
) -> None:
    stranger.client.defaults["REMOTE_ADDR"] = HOME
    for number in range(14):
        stranger.client.cookies.clear()
        stranger.visit("/sign-up/").fill("Your name here", f"name {number}")
        stranger.fill("Passphrase", PASSPHRASE).press("Go on")

    assert stranger.status == 429


def test_a_name_and_an_address_leave_no_trace(settings: Settings) -> None:
    attempt("unforgettable name")

    kept = (Path(settings.RUNTIME) / "limits.sqlite3").read_bytes()

    for trace in (b"unforgettable", HOME.encode(), b"203.0.113", bytes([203, 0, 113])):
        assert trace not in kept


def test_nor_does_a_wrong_passphrase(mara: Visitor) -> None:
    mara.visit("/settings/").press("Lock my notes now")
    mara.name = "unforgettable name"
    unlock(mara, "unforgettable passphrase")

    assert b"unforgettable" not in everything_kept()


def test_a_header_is_believed_only_if_the_host_named_it(settings: Settings) -> None:
    settings.PROXY_HEADER = "X-Real-IP"
    own_proxy = "127.0.0.1"
    far = {"x-real-ip": "198.51.100.9", "x-forwarded-for": "192.0.2.1"}

    for number in range(12):
        wait(f"{number}", own_proxy, **far)

    assert wait("another", own_proxy, **far) > 0
    assert wait("another", own_proxy, **{**far, "x-real-ip": "192.0.2.1"}) == 0


def test_of_a_list_of_addresses_only_the_proxys_own_counts(settings: Settings) -> None:
    settings.PROXY_HEADER = "X-Forwarded-For"
    for number in range(12):
        wait(
            f"{number}", "127.0.0.1", **{"x-forwarded-for": f"10.0.{number}.1, {HOME}"}
        )

    assert wait("another", "127.0.0.1", **{"x-forwarded-for": HOME}) > 0


def test_without_a_named_header_what_one_claims_is_nothing() -> None:
    for number in range(12):
        wait(f"{number}", HOME, **{"x-forwarded-for": f"10.0.{number}.1"})

    assert wait("another", HOME, **{"x-forwarded-for": "10.9.9.9"}) > 0


def test_the_store_does_not_grow_without_end(
    monkeypatch: pytest.MonkeyPatch, clock: time_machine.Traveller, settings: Settings
) -> None:
    monkeypatch.setattr(limiter, "MOST_ROWS", 30)
    for number in range(60):
        clock.shift(timedelta(seconds=5))
        wait(f"{number}", f"10.0.{number}.1")

    assert _rows(settings.RUNTIME / "limits.sqlite3") <= 30 + 4


def _rows(file: Path) -> int:
    with memory.opened(file, *limiter.SCHEMA) as rows:
        (found,) = rows.execute("SELECT count(*) FROM tries").fetchone()
    return int(found)


def test_two_networks_that_never_rest_do_not_keep_the_owner_out(
    clock: time_machine.Traveller,
) -> None:
    heard = []
    for second in range(2 * 3600):
        for network in (ELSEWHERE, "192.0.2.9"):
            wait(address=network)
        # By then they have filled all that the name alone allows.
        if second >= 3600 and second % 300 == 0:
            heard.append(wait(address=HOME) == 0)
        clock.shift(timedelta(seconds=1))

    assert len(heard) == 12
    assert all(heard)
