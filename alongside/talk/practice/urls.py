from django.urls import path

from alongside.talk.practice import views

app_name = "practice"
urlpatterns = [path("", views.practise, name="practise")]
