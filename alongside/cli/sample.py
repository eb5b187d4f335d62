"""`alongside demo`: a sample family to look at, in an account of its own."""

import argparse
import secrets

from alongside.cli import server
from alongside.cli.saying import WELL, answer

NAME = "Maria"


def demo(chosen: argparse.Namespace) -> int:
    import django

    server.keep_to_ourselves()
    django.setup()
    from django.utils.timezone import localdate  # noqa: TID251 -- the clock is read here

    from alongside.accounts import actions, passphrase
    from alongside.cli import ready
    from alongside.home import demo
    from alongside.journal import recovery

    for _ in ready.make():
        pass
    said, code = passphrase.offered(secrets.choice), recovery.new_code()
    opened = actions.keep_code(actions.sign_up(NAME, said), code)
    entries = demo.fill(actions.own_journal(opened), localdate())
    printed = recovery.written(code)
    answer(
        {"name": NAME, "passphrase": said, "code": printed, "entries": entries},
        as_json=chosen.json,
        sentences=[
            f"A sample family, {demo.WEEKS} weeks, {entries} entries. All of it is invented.",
            f"Name: {NAME}",
            f"Passphrase: {said}",
            f"Recovery code: {printed}",
            "Nothing of this is kept anywhere else. Sign in at /sign-in/.",
        ],
    )
    return WELL
