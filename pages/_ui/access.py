"""Who is here: asked on every run, before anything is read or written."""

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import streamlit as st

from careerkit.change import Actor
from careerkit.errors import CareerKitError
from pages._ui.hosting import hosted
from pages._ui.local import Connection, is_on_this_machine
from pages._ui.session import session
from pages._ui.state import Key
from pages._ui.visit import COOKIE, visit_hash

_FORWARDING: Final = re.compile(r"forwarded|via|x-real-ip|x-forwarded(-.*)?", re.IGNORECASE)


class AccessRefusedError(CareerKitError):
    """It cannot be told who is here, so nothing is shown or saved."""

    def __init__(self) -> None:
        super().__init__("The connection was lost for a moment. Please reload the page; nothing was saved.")


class Role(StrEnum):
    """What a visitor is to the app."""

    OWNER = "owner"
    GUEST = "guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who a visitor is and which workspaces are theirs.

    ``demo_id`` is the visitor's own copy of the demo person; ``location`` says where their data is kept, to
    follow "Your data is kept".
    """

    role: Role
    workspace_id: str
    demo_id: str
    actor: Actor
    location: str


_OWNER: Final = Access(
    role=Role.OWNER,
    workspace_id="mine",
    demo_id="demo",
    actor=Actor(id="owner", name="You"),
    location="in a folder on this computer",
)


def current_access() -> Access:
    """Return who is here. Raises :class:`AccessRefusedError` when the connection cannot be read.

    When the session belonged to someone else before, everything it remembers is forgotten first.
    """
    seen = connection()
    if seen is None:
        raise AccessRefusedError
    at_home = is_on_this_machine(seen, hosted=hosted())
    _forget_anyone_but(Role.OWNER if at_home else seen.visit or Role.GUEST)
    return _OWNER if at_home else _guest(seen.visit)


def connection() -> Connection | None:
    """Return what the server knows of the visitor's socket; ``None`` when there is none to read.

    The only place that reads headers, cookies and addresses.
    """
    headers = st.context.headers
    peer, cookie = st.context.ip_address, st.context.cookies.get(COOKIE)
    # The socket may drop or be another one between two readings; what was read must be of one and the same.
    if not headers or dict(headers) != dict(st.context.headers):
        return None
    return Connection(
        hosts=tuple(headers.get_all("Host")),
        origins=tuple(headers.get_all("Origin")),
        peer=peer,
        forwarded=any(_FORWARDING.fullmatch(name) for name in headers),
        visit=visit_hash(cookie),
    )


def _guest(visit: str | None) -> Access:
    if visit is None:
        return _named_guest(_visit_of_this_tab(), "in the memory of this server, until you close this tab")
    return _named_guest(visit, "in the memory of this server, until it restarts")


def _named_guest(visit: str, location: str) -> Access:
    return Access(
        role=Role.GUEST,
        workspace_id=f"guest-{visit}",
        demo_id=f"guest-{visit}-demo",
        actor=Actor(id="guest", name="You"),
        location=location,
    )


def _forget_anyone_but(identity: str) -> None:
    if session.get(Key.IDENTITY, identity) != identity:
        session.clear()
    session[Key.IDENTITY] = identity


def _visit_of_this_tab() -> str:
    """Return what stands for a guest without a cookie: it lives as long as the tab's session."""
    if Key.VISIT not in session:
        session[Key.VISIT] = secrets.token_hex(16)
    visit: str = session[Key.VISIT]
    return visit
