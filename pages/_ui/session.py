"""The session state, and callbacks that Streamlit cannot break off half-way.

Whatever reads or writes ``st.session_state`` is a place where Streamlit ends what runs to begin what was
pressed next, in a callback as well: the rest of it would be left out, without a word (streamlit issue 10578).
Text typed just before a press would be lost that way, and Undo would take back the change before it. The
setting ``runner.fastReruns = false`` belongs to this: with ``true``, a callback cannot be continued at all.
"""

from collections.abc import Callable, Iterator, MutableMapping
from contextvars import ContextVar
from functools import partial, wraps
from operator import delitem, setitem
from typing import Any, Final, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx

P = ParamSpec("P")
T = TypeVar("T")

_HELD: Final[ContextVar[list[RerunData] | None]] = ContextVar("held", default=None)


class _Session(MutableMapping[str, Any]):
    """The session state; in an unbroken callback, what is pressed meanwhile waits for its end."""

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - whatever was put in
        return _whole(lambda: st.session_state[key])

    def __setitem__(self, key: str, value: Any) -> None:  # noqa: ANN401 - anything can be put in
        _whole(partial(setitem, st.session_state, key, value))

    def __delitem__(self, key: str) -> None:
        _whole(partial(delitem, st.session_state, key))

    def __iter__(self) -> Iterator[str]:
        return iter(_whole(lambda: [str(key) for key in st.session_state]))

    def __len__(self) -> int:
        return _whole(lambda: len(st.session_state))


session: Final[MutableMapping[str, Any]] = _Session()
"""What this visitor's session remembers, by ``Key``; pages use it and never ``st.session_state``."""


def unbroken(callback: Callable[P, T]) -> Callable[P, T]:
    """Let a widget's callback come to its end, whatever is pressed meanwhile; that comes next."""

    @wraps(callback)
    def to_its_end(*args: P.args, **kwargs: P.kwargs) -> T:
        if _HELD.get() is not None:
            return callback(*args, **kwargs)
        held: list[RerunData] = []
        token = _HELD.set(held)
        try:
            return callback(*args, **kwargs)
        finally:
            _HELD.reset(token)
            context = get_script_run_ctx()
            if context is not None and context.script_requests is not None:
                for press in held:
                    context.script_requests.request_rerun(press)

    return to_its_end


def _whole(access: Callable[[], T]) -> T:
    held = _HELD.get()
    while True:
        try:
            return access()
        except RerunException as press:  # nothing has been read or written yet: it comes before
            if held is None:
                raise
            held.append(press.rerun_data)
