"""Blows aimed at one call to the system: the process kills itself just before, amid or just after it."""

import fcntl
import os
import signal
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, Final, NamedTuple

_CALLS: Final = (
    *(
        (os, name)
        for name in ("open", "write", "fsync", "close", "link", "rename", "replace", "unlink", "mkdir")
    ),
    (fcntl, "flock"),
)
"""Every call with which a save makes something different, as the modules that make them look them up."""
_NAMES_CHANGED: Final = {"link", "rename", "replace", "unlink"}


class Side(StrEnum):
    """Where in a call the blow falls."""

    BEFORE = "before"
    AMID = "amid"
    """A write has put down its first half."""
    AFTER = "after"


class Aim(NamedTuple):
    """Which call of which save is hit, and where."""

    save: int
    call: int
    name: str
    side: Side

    @property
    def leaves_new_ground(self) -> bool:
        """Whether the files are then as they are at no earlier moment: that tells most."""
        return self.side is Side.AMID or (self.side is Side.AFTER and self.name in _NAMES_CHANGED)


def record_calls() -> list[str]:
    """Return a list that grows by the name of every call from now on, for the rest of this process."""
    names: list[str] = []

    def around(call: Callable[..., Any], name: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - any call
        names.append(name)
        return call(*args, **options)

    _intercept(around)
    return names


def aims_at(save: int, names: list[str]) -> list[Aim]:
    """Return every aim that there is in a save that makes the calls ``names``."""
    return [
        Aim(save, call, name, side)
        for call, name in enumerate(names)
        for side in Side
        if side is not Side.AMID or name == "write"
    ]


def strike(aim: Aim) -> None:
    """Let this process die where ``aim`` says, its save beginning now."""
    made = 0

    def around(call: Callable[..., Any], _name: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - any call
        nonlocal made
        side = aim.side if made == aim.call else None
        made += 1
        if side is Side.AMID:
            handle, data = args
            call(handle, data[: len(data) // 2])
        if side in (Side.BEFORE, Side.AMID):
            os.kill(os.getpid(), signal.SIGKILL)
        try:
            return call(*args, **options)
        finally:  # a call that is refused, as for a folder that is there already, counts too
            if side is Side.AFTER:
                os.kill(os.getpid(), signal.SIGKILL)

    _intercept(around)


def _intercept(around: Callable[..., Any]) -> None:
    for module, name in _CALLS:
        setattr(module, name, partial(around, getattr(module, name), name))
