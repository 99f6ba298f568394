"""Connections that tests arrive over."""

from pages._ui.local import Connection
from pages._ui.visit import new_visit, visit_hash

AT_HOME = Connection(
    hosts=("localhost:8501",), origins=("http://localhost:8501",), peer=None, forwarded=False, visit=None
)


def new_guest(*, with_cookie: bool = True) -> Connection:
    """A visitor by a public name who has never been here, with or without a visit cookie."""
    return Connection(
        hosts=("career.example",),
        origins=("https://career.example",),
        peer="203.0.113.7",
        forwarded=True,
        visit=visit_hash(new_visit()) if with_cookie else None,
    )
