"""The commands keep files to themselves; after each test this process is as it was."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def usual_mask() -> Iterator[None]:
    mask = os.umask(0o022)
    yield
    os.umask(mask)
