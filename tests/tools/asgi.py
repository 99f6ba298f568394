"""Sends one request through a middleware to an app that answers always the same."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Headers = list[tuple[bytes, bytes]]


def headers_through(
    middleware: Callable[[ASGIApp], ASGIApp], scope: Scope, *, answer: Headers, status: int = 200
) -> Headers:
    """Return the headers of the answer as they leave the middleware; its body must pass untouched."""
    passed: list[Message] = []

    async def app(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": answer})
        await send({"type": "http.response.body", "body": b"as it was"})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        passed.append(message)

    finish(middleware(app)(scope, receive, send))

    assert passed[1] == {"type": "http.response.body", "body": b"as it was"}
    headers: Headers = passed[0]["headers"]
    return headers


def finish(work: Any) -> None:  # noqa: ANN401 - an app promises no more than something to await
    """Run a coroutine to its end, in a thread of its own: a browser test may have a loop in this one."""

    async def whole() -> None:
        await work

    coroutine: Coroutine[Any, Any, None] = whole()
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, coroutine).result()
