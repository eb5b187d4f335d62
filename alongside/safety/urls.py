from django.urls import path, register_converter

from alongside.safety import views
from alongside.safety.urgent import Danger


class DangerNumber:
    """A kind of danger as a number: an address is read by others and names none."""

    regex = "[1-5]"
    KINDS = tuple(Danger)

    def to_python(self, value: str) -> Danger:
        return self.KINDS[int(value) - 1]

    def to_url(self, value: str) -> str:
        return str(self.KINDS.index(Danger(value)) + 1)


register_converter(DangerNumber, "danger")

app_name = "safety"
urlpatterns = [
    path("now", views.now, name="now"),
    path("ahora", views.ahora, name="ahora"),
    path("help/<danger:kind>/", views.heard, name="heard"),
    path("hide/", views.hide, name="hide"),
    path("offline/", views.offline, name="offline"),
    path("sw.js", views.worker, name="worker"),
]
