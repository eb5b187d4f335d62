from django.urls import path

from alongside.learn import views

app_name = "learn"
urlpatterns = [
    path("learn/", views.guides, name="guides"),
    path("learn/<slug:slug>/", views.guide, name="guide"),
    path("for-you/", views.for_you, name="for_you"),
]
