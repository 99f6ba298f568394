"""What the browser may do with the pages: nothing that comes from, or goes, elsewhere."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages._ui.visit import VisitCookie

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FRAME_PAGE: Final = Path(st.__file__).parent / "static" / "index.html"


def security_headers() -> dict[str, str]:
    """Return the headers that every response carries."""
    scripts = " ".join(["'self'", "blob:", *_hashes_of_inline_scripts()])
    policy = {
        "default-src": "'self'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",  # Streamlit styles its elements in place
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' ws: wss:",
        "worker-src": "'self' blob:",
        "frame-src": "'self'",
        "frame-ancestors": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
    }


class SecurityHeaders:
    """Adds the security headers to every response that does not bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = security_headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and add the headers where a response starts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def frame_middleware() -> list[Middleware]:
    """Return what stands around the app: the security headers outermost, then the visit cookie."""
    return [Middleware(SecurityHeaders), Middleware(VisitCookie)]


def _hashes_of_inline_scripts() -> list[str]:
    """Return the sources that allow the few scripts that stand inside Streamlit's own page, and no others."""
    page = _FRAME_PAGE.read_text(encoding="utf-8") if _FRAME_PAGE.is_file() else ""
    digests = [hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page)]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
