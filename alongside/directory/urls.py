from django.urls import path

from alongside.directory import views

app_name = "directory"
urlpatterns = [
    path("", views.find, name="find"),
    path("p/<uuid:place_id>/", views.place, name="place"),
]
