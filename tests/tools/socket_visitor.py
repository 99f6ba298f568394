"""A visitor without a browser: speaks Streamlit's protocol and may send what no browser would."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st  # noqa: F401 - the messages below need it to be imported first
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

_TIMEOUT = 30.0  # seconds, for each message
_TEXTS = ("body", "message", "label")


class SocketVisitor:
    """One session over one open socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._fragment = ""
        self._page = ""

    def open_page(self, path: str = "", *, query: str = "") -> str:
        """Return every text that the page shows, once its run has finished."""
        message = BackMsg()
        message.rerun_script.page_name = path
        message.rerun_script.query_string = query
        self._socket.send(message.SerializeToString())
        return self._shown()

    def redraw_fragment(self, *, query: str = "") -> str:
        """Return every text of the last fragment that the page has, once it alone was drawn again."""
        message = BackMsg()
        message.rerun_script.fragment_id = self._fragment
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.query_string = query
        self._socket.send(message.SerializeToString())
        return self._shown()

    def _shown(self) -> str:
        texts: list[str] = []
        while True:
            reply = self._next()
            kind = reply.WhichOneof("type")
            if kind == "new_session":
                self._page = reply.new_session.page_script_hash
            if kind == "delta":
                self._fragment = reply.delta.fragment_id or self._fragment
                texts += _texts(reply)
            elif kind == "script_finished" and reply.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return "\n".join(texts)

    def _next(self) -> ForwardMsg:
        reply = ForwardMsg()
        reply.ParseFromString(self._socket.recv(timeout=_TIMEOUT, decode=False))
        return reply


@contextmanager
def visitor_over_socket(port: int, *, origin: str | None, **headers: str) -> Iterator[SocketVisitor]:
    """Open a socket to this machine with the headers of your choice; without ``Origin`` if it is ``None``.

    Raises ``websockets.exceptions.InvalidStatus`` when the server refuses it.
    """
    with connect(
        f"ws://localhost:{port}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        origin=None if origin is None else Origin(origin),
        additional_headers={name.replace("_", "-"): value for name, value in headers.items()},
        open_timeout=_TIMEOUT,
        max_size=None,
        compression=None,
        proxy=None,
    ) as socket:
        yield SocketVisitor(socket)


def _texts(reply: ForwardMsg) -> list[str]:
    if reply.delta.WhichOneof("type") != "new_element":
        return []
    element = reply.delta.new_element
    content = getattr(element, element.WhichOneof("type") or "", None)
    found = [getattr(content, name, "") for name in _TEXTS]
    return [text for text in found if isinstance(text, str) and text]
