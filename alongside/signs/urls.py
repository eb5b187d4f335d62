from django.urls import path

from alongside.signs import views

app_name = "signs"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("note/", views.notice, name="notice"),
    path("ask/", views.is_it_now, name="is_it_now"),
    path("<uuid:note>/keep/", views.keep, name="keep"),
    path("<uuid:note>/stop-keeping/", views.stop_keeping, name="stop_keeping"),
    path("<uuid:note>/take-back/", views.take_back, name="take_back"),
    path("<uuid:note>/erase/", views.erase, name="erase"),
]
