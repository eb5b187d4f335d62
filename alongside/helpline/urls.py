from django.urls import path

from alongside.helpline import views

app_name = "helpline"
urlpatterns = [
    path("", views.call, name="call"),
    path("<slug:country>/", views.call_from, name="call_from"),
]
