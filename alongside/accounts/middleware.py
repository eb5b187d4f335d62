"""The one cookie, on its way in and out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from alongside.accounts.sessions import Session

SEALED_LINE = "__Host-s"
# Browsers take no `__Host-` cookie over plain HTTP, which only this machine may use.
THIS_MACHINE = "s"


class Sessions:
    """Puts the session on the request; writes a cookie only if it has changed."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        secure = request.is_secure()
        name = SEALED_LINE if secure else THIS_MACHINE
        session = Session(request.COOKIES.get(name, ""))
        request.session = session  # type: ignore[assignment]
        response = self.answer(request)
        if session.cookie == session.came_with:
            return response
        if session.cookie:
            response.set_cookie(
                name, session.cookie, secure=secure, httponly=True, samesite="Lax"
            )
        else:
            response.delete_cookie(name, samesite="Lax")
        return response
