"""The built pages of this server: for its country, beside its stylesheet and script."""

from datetime import date
from functools import lru_cache

from django.conf import settings
from django.templatetags.static import static

from alongside.safety import build
from alongside.safety.served import File
from alongside.web import policy, stylesheet


def public_files(today: date) -> dict[str, File]:
    """Every file by its path, as it stands on that day. Made once a day, without a row."""
    return _files(
        settings.COUNTRY, settings.LEAVE_TO, today, worker=not settings.WORKER_OFF
    )


@lru_cache(maxsize=4)
def _files(
    country: str, leave_to: str, today: date, *, worker: bool
) -> dict[str, File]:
    assets = (
        stylesheet.address(),
        static("web/js/alongside.js"),
        static(stylesheet.FACE),
    )
    place = build.Place(
        settings.CONTENT, country, leave_to, policy.headers(), assets, worker
    )
    return build.files(place, today)
