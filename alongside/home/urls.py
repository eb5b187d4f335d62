from django.urls import path

from alongside.home.views import export, start, today

app_name = "home"
urlpatterns = [
    path("", start.front, name="front"),
    path("start/", start.start, name="start"),
    path("today/", today.overview, name="today"),
    path("today/done/", today.done, name="done"),
    path("today/later/", today.put_off, name="put_off"),
    path("today/questions/", today.answers, name="answers"),
    path("today/check/", today.check, name="check"),
    path("today/keep/", today.keep, name="keep"),
    path("settings/export/", export.file, name="export"),
    path("settings/export/page/", export.readable, name="readable"),
]
