"""The world our tests take place in.

It is always nine in the morning of 5 December 2026, a Saturday. Mara worries about her
son Sam and keeps a journal. Ines has an account too, and no part in Mara's: whatever
Mara writes, Ines must never see. A stranger has no account.
"""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from alongside.testing.visitor import Visitor
from alongside.testing.world import NOW

# A rule holds or does not; how long it takes depends on what else the machine does.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """The fixed morning. A test that waits says `clock.shift(timedelta(minutes=11))`."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="session", autouse=True)
def static_files() -> None:
    """Pages name their files as they are named in life."""
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def fresh_runtime() -> Iterator[None]:
    """Sessions and limits of one test never reach the next."""
    yield
    for file in Path(settings.RUNTIME).rglob("*"):
        if file.is_file():
            file.unlink(missing_ok=True)


@pytest.fixture
def stranger() -> Visitor:
    return Visitor(Client())


@pytest.fixture
def mara(db: None) -> Visitor:
    from alongside.testing.people import sign_up

    return sign_up("mara")


@pytest.fixture
def ines(db: None) -> Visitor:
    from alongside.testing.people import sign_up

    return sign_up("ines")
