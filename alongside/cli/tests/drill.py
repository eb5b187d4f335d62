"""The two acts of the restore drill, each in a process and a place of its own.

    python -m alongside.cli.tests.drill begin         Mara arrives, notes, and prints her code
    python -m alongside.cli.tests.drill return CODE   she comes back with nothing but the code

Each prints as JSON what she sees. The place is that of ALONGSIDE_DATA.
"""

import json
import os
import sys
from typing import TYPE_CHECKING

import time_machine

from alongside.testing.world import NOW

if TYPE_CHECKING:
    from django.test import Client

    from alongside.testing.visitor import Visitor


def begin() -> dict[str, object]:
    from alongside.signs.tests.acts import notice
    from alongside.testing.people import PASSPHRASE, type_back
    from alongside.testing.visitor import Visitor

    mara = Visitor(_browser(), name="mara").visit("/sign-up/")
    mara.fill("Your name here", "mara").fill("Passphrase", PASSPHRASE).press("Go on")
    code = [group.get_text(strip=True) for group in mara.page.select(".code li")]
    type_back(mara)
    for _ in range(3):
        notice(mara)
    return {"code": "-".join(code), "notes": _notes(mara.visit("/signs/"))}


def come_back(code: str) -> dict[str, object]:
    from alongside.testing.people import PASSPHRASE, type_back
    from alongside.testing.visitor import Visitor

    mara = Visitor(_browser(), name="mara").visit("/sign-in/")
    mara.fill("Your name here", "mara").fill("Passphrase", PASSPHRASE)
    with_passphrase = mara.press("Open my notes").status
    mara.visit("/recover/").fill("Your printed code", code)
    mara.fill("Your name here", "mara").fill(
        "New passphrase", "a new river, much later"
    )
    type_back(mara.press("Open my notes"))
    return {"with passphrase": with_passphrase, "notes": _notes(mara.visit("/signs/"))}


def _browser() -> "Client":
    from django.test import Client

    return Client(SERVER_NAME="localhost")


def _notes(mara: "Visitor") -> str:
    return " ".join(mara.page.get_text(" ").split())


def main(act: str, *words: str) -> dict[str, object]:
    import django

    django.setup()
    from alongside.cli import ready

    # What `alongside serve` does before its first answer.
    list(ready.make())
    return begin() if act == "begin" else come_back(*words)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.settings"
    with time_machine.travel(NOW):
        sys.stdout.write(json.dumps(main(*sys.argv[1:])))
