from django.urls import path

from alongside.web import views

app_name = "web"
urlpatterns = [path("style.<slug:digest>.css", views.sheet, name="stylesheet")]
