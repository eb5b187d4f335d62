"""One line for each room."""

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.home.urls")),
    path("", include("alongside.safety.urls")),
    path("", include("alongside.accounts.urls")),
    path("", include("alongside.web.urls")),
    path("", include("alongside.learn.urls")),
    path("call/", include("alongside.helpline.urls")),
    path("find/", include("alongside.treatment.urls")),
    path("find/", include("alongside.directory.urls")),
    path("signs/", include("alongside.signs.urls")),
    path("talk/practise/", include("alongside.talk.practice.urls")),
    path("talk/", include("alongside.talk.urls")),
]

handler400 = "alongside.web.views.not_understood"
handler403 = "alongside.web.views.closed"
handler404 = "alongside.web.views.not_found"
handler500 = "alongside.web.views.broken"
