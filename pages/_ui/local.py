"""Whether a visitor sits at the machine that the app runs on."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

_NAME: Final = r"(?P<name>localhost|127\.0\.0\.1|\[::1\])(?::(?P<port>[0-9]{1,5}))?"
_HOST: Final = re.compile(_NAME, re.IGNORECASE)
_ORIGIN: Final = re.compile(rf"(?P<scheme>https?)://{_NAME}", re.IGNORECASE)
_USUAL_PORT: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What the server knows of the socket that a visitor's browser holds open.

    ``hosts`` and ``origins`` are all ``Host`` and ``Origin`` headers, ``peer`` the address at the other end
    (``None`` when unknown), ``forwarded`` says that a proxy left its mark, ``visit`` is what the visit cookie
    stands for (``None`` unless this server signed it).
    """

    hosts: tuple[str, ...]
    origins: tuple[str, ...]
    peer: str | None
    forwarded: bool
    visit: str | None


def is_on_this_machine(connection: Connection, *, hosted: bool) -> bool:
    """Say whether the visitor is the person at this machine.

    That takes exactly one host and one origin which are the same, under a name that no other machine can
    have, a peer on this machine (or an unknown one), no proxy, and an app that is not ``hosted``. So it holds
    against other pages in the same browser and against names that are made to point here.
    """
    return (
        not (hosted or connection.forwarded)
        and _peer_is_here(connection.peer)
        and _came_by_itself(connection)
    )


def _came_by_itself(connection: Connection) -> bool:
    if len(connection.hosts) != 1 or len(connection.origins) != 1:
        return False
    host, origin = _HOST.fullmatch(connection.hosts[0]), _ORIGIN.fullmatch(connection.origins[0])
    if host is None or origin is None or host["name"].lower() != origin["name"].lower():
        return False
    usual = _USUAL_PORT[origin["scheme"].lower()]
    return int(host["port"] or usual) == int(origin["port"] or usual)


def _peer_is_here(peer: str | None) -> bool:
    if peer is None:
        return True
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback
