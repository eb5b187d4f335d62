"""What a page knows of danger: the kind that was heard in the form it answers, if any."""

from django.http import HttpRequest

from alongside.safety.urgent import Danger


def heard(request: HttpRequest) -> dict[str, Danger | None]:
    return {"heard": getattr(request, "heard", None)}
