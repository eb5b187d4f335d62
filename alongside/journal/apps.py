from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from alongside.journal import heap


class JournalConfig(AppConfig):
    name = "alongside.journal"

    def ready(self) -> None:
        # Reading needs every kind, whichever room is being visited.
        autodiscover_modules("entries")
        autodiscover_modules("checks")
        heap.keep()
