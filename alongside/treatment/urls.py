from django.urls import path

from alongside.treatment import views

app_name = "treatment"
urlpatterns = [path("", views.options, name="options")]
