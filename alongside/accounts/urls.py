from django.urls import path

from alongside.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-up/", views.sign_up, name="sign_up"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("unlock/", views.sign_in, name="unlock"),
    path("recover/", views.recover, name="recover"),
    path("lock/", views.lock, name="lock"),
    path("leave", views.leave, name="leave"),
    path("forget", views.forget, name="forget"),
    path("settings/", views.settings, name="settings"),
    path("settings/passphrase/", views.passphrase, name="passphrase"),
    path("settings/code/", views.code, name="code"),
    path(
        "settings/lock-everywhere/",
        views.lock_everywhere,
        name="lock_everywhere",
    ),
    path("settings/delete/", views.delete, name="delete"),
]
