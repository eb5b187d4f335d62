from django.urls import path

from alongside.treatment import views

app_name = "treatment"
urlpatterns = [
    path("options/", views.options, name="options"),
    path("fit/", views.fit, name="fit"),
]
