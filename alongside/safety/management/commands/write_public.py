"""Lays the pages that answer without us into the folder a web server serves them from."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.timezone import localdate  # noqa: TID251 -- the clock is read here

from alongside.safety import build, queries
from alongside.web import policy


class Command(BaseCommand):
    help = "Write the overdose steps, the offline page and Leave as files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--into", type=Path, default=settings.PUBLIC, metavar="DIR")

    def handle(self, *_: Any, **options: Any) -> None:
        into = options["into"]
        made = queries.public_files(localdate())
        build.write(made, into, secure={"Strict-Transport-Security": policy.HSTS})
        if options["verbosity"]:
            self.stdout.write(f"{len(made)} pages are in {into}")
