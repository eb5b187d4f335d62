"""What the frame of every page knows."""

from django.conf import settings
from django.http import HttpRequest


def frame(_: HttpRequest) -> dict[str, str]:
    """Where "Leave" goes, and who runs this server."""
    return {"leave_to": settings.LEAVE_TO, "host_name": settings.HOST_NAME}
