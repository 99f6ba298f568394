"""The cookie that lets a browser come back to what it had, and says nothing else."""

import hashlib
import secrets
from http import HTTPStatus
from typing import Final

from itsdangerous import BadSignature, Signer
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages._ui.process import process_facts

COOKIE: Final = "careerkit_visit"
_DAYS_KEPT: Final = 30
# Streamlit's page asks for this before it opens each socket, also after a restart of the server has made
# the old cookie worthless and no page is loaded anew.
_BEFORE_EACH_SOCKET: Final = "/_stcore/health"


def visit_hash(cookie: str | None) -> str | None:
    """Return the 32 hexadecimal digits that a cookie stands for; ``None`` unless this process signed it."""
    if not cookie:
        return None
    try:
        visit = _signer().unsign(cookie)
    except BadSignature:
        return None
    return hashlib.sha256(visit).hexdigest()[:32]


def new_visit() -> str:
    """Return the value of a new visit cookie: random and signed."""
    return _signer().sign(secrets.token_hex(16)).decode()


class VisitCookie:
    """Gives every browser that has no valid visit cookie one with its first page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and add the cookie to the response that needs it."""
        if scope["type"] != "http" or visit_hash(HTTPConnection(scope).cookies.get(COOKIE)):
            await self._app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and _wants_cookie(scope, message):
                headers = MutableHeaders(scope=message)
                headers.append("Set-Cookie", _cookie(secure=_is_secure(scope)))
                headers["Cache-Control"] = "no-store"  # a shared cache must not hand one visit to many
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def _signer() -> Signer:
    return Signer(process_facts().secret, salt=COOKIE)


def _wants_cookie(scope: Scope, start: Message) -> bool:
    if start["status"] != HTTPStatus.OK:
        return False
    kind = MutableHeaders(scope=start).get("Content-Type", "")
    path: str = scope["path"]
    return kind.startswith("text/html") or path.endswith(_BEFORE_EACH_SOCKET)


def _is_secure(scope: Scope) -> bool:
    forwarded = HTTPConnection(scope).headers.get("X-Forwarded-Proto", "")
    return scope["scheme"] == "https" or forwarded.split(",")[0].strip().lower() == "https"


def _cookie(*, secure: bool) -> str:
    age = _DAYS_KEPT * 24 * 60 * 60
    value = f"{COOKIE}={new_visit()}; Max-Age={age}; Path=/; HttpOnly; SameSite=Lax"
    return f"{value}; Secure" if secure else value
