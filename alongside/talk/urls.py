from django.urls import path

from alongside.talk.views import anyone, mine

app_name = "talk"
urlpatterns = [
    path("", anyone.overview, name="overview"),
    path("check/", anyone.check, name="check"),
    path("plan/", anyone.make_plan, name="plan"),
    path("tell/", anyone.tell, name="tell"),
    path("tell/kept/", mine.tell_kept, name="tell_kept"),
    path("listen/", anyone.listen, name="listen"),
    path("mine/", mine.mine, name="mine"),
    path("mine/new/", mine.new, name="new"),
    path("mine/take/", mine.take, name="take"),
    path("mine/after/", mine.afterwards, name="after"),
    path("mine/safe/", mine.unsafe, name="unsafe"),
    path("mine/<uuid:plan_id>/", mine.kept, name="kept"),
    path("mine/<uuid:plan_id>/change/", mine.change, name="change"),
    path("mine/<uuid:plan_id>/after/", mine.afterwards, name="after_plan"),
    path("mine/<uuid:plan_id>/away/", mine.take_back, name="take_back"),
]
