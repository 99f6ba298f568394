"""The calls to the system that a save makes: seen one by one, and one of them answered otherwise."""

import fcntl
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import Any, Final, NamedTuple, Self

NAMES: Final = (
    *("open", "read", "write", "fsync", "fdatasync", "fstat", "stat", "lstat", "link", "symlink", "replace"),
    *("rename", "unlink", "remove", "mkdir", "rmdir", "scandir", "listdir", "close", "access", "readlink"),
    *("ftruncate", "truncate", "lseek", "fchmod", "chmod", "utime"),
)
"""What ``pathlib``, ``filelock`` and the store look up in ``os`` at each call."""
_TWO_PATHS: Final = {"link", "symlink", "replace", "rename"}
_UNKNOWN: Final = "?"

Answer = Callable[[str, Callable[[], Any], tuple[Any, ...]], Any]
"""Answers a call in the place of the system: from its name, what would make it, and its arguments."""


class Call(NamedTuple):
    """A call: its name, what it concerns within the folder, and for two paths also the second."""

    name: str
    place: str
    to: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


class SystemCalls:
    """While it is entered, sees every call of this thread that concerns a folder, or who knows what.

    The call with the number ``at``, counted from 0, is not made but answered by ``answer``.
    """

    def __init__(self, folder: Path, *, at: int | None = None, answer: Answer | None = None) -> None:
        self.calls: list[Call] = []
        self.answered: Call | None = None
        self._folder = folder
        self._at = at
        self._answer = answer
        self._places: dict[int, str | None] = {}
        self._real: list[tuple[object, str, Callable[..., Any]]] = []
        self._thread = 0

    def __enter__(self) -> Self:
        self._thread = get_ident()
        for module, name in [*((os, name) for name in NAMES), (fcntl, "flock")]:
            real = getattr(module, name)
            self._real.append((module, name, real))
            setattr(module, name, partial(self._around, name, real))
        return self

    def __exit__(self, *_: object) -> None:
        while self._real:
            setattr(*self._real.pop())

    def after(self, call: Call, args: tuple[Any, ...], result: Any) -> None:  # noqa: ANN401 - of any call
        """Take notice of a call that was made."""

    def _around(self, name: str, real: Callable[..., Any], *args: Any, **options: Any) -> Any:  # noqa: ANN401 - any call
        make = partial(real, *args, **options)
        if get_ident() != self._thread:
            return make()
        of_a_link = name == "stat" and options.get("follow_symlinks") is False
        call = self._call("lstat" if of_a_link else name, args)
        if call is not None:
            self.calls.append(call)
            if self._answer is not None and len(self.calls) - 1 == self._at:
                self.answered = call
                make = partial(self._answer, name, make, args)
        result = make()
        if name == "open":
            self._places[result] = call.place if call else None
        if call is not None:
            self.after(call, args, result)
        return result

    def _call(self, name: str, args: tuple[Any, ...]) -> Call | None:
        if isinstance(args[0], int):
            place = self._places.get(args[0], _UNKNOWN)
            return None if place is None else Call(name, place)
        places = [self._place(path) for path in args[: 2 if name in _TWO_PATHS else 1]]
        if all(place is None for place in places):
            return None
        return Call(name, *(place or _UNKNOWN for place in places))

    def _place(self, path: Any) -> str | None:  # noqa: ANN401 - as the caller wrote it
        whole = Path(os.fsdecode(path))
        return str(whole.relative_to(self._folder)) if whole.is_relative_to(self._folder) else None


def failing(number: int) -> Answer:
    """Return an answer that refuses with an error number. What is to be closed is closed, as on Linux."""

    def refuse(name: str, make: Callable[[], Any], _: tuple[Any, ...]) -> None:
        if name == "close":
            make()
        raise OSError(number, os.strerror(number))

    return refuse


def writing(part: Callable[[int], int]) -> Answer:
    """Return an answer to ``write`` that writes only a part of the bytes, and says so."""

    def write_less(_: str, make: Callable[[], Any], args: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any call
        handle, data = args
        real = make.func  # type: ignore[attr-defined] # a partial, as all are that come here
        return real(handle, data[: part(len(data))])

    return write_less
