"""What is pressed while a callback works must not end it; it comes next."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException, StopException

from pages._ui import session as module
from pages._ui.fields import _save
from pages._ui.session import session, unbroken

PRESS = RerunData(query_string="pressed")


class Interrupted(dict[str, object]):
    """A session state in which presses arrive at the accesses with the given numbers."""

    def __init__(self, *moments: int, ends: bool = False) -> None:
        super().__init__(name="Zoë")
        self.moments, self.ends, self.count = set(moments), ends, 0

    def __getitem__(self, key: str) -> object:
        self._arrive()
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: object) -> None:
        self._arrive()
        super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        self._arrive()
        super().__delitem__(key)

    def __iter__(self) -> Iterator[str]:
        self._arrive()
        return super().__iter__()

    def _arrive(self) -> None:
        self.count += 1
        if self.count in self.moments:
            raise StopException if self.ends else RerunException(PRESS)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[RerunData]:
    asked: list[RerunData] = []
    context = SimpleNamespace(script_requests=SimpleNamespace(request_rerun=asked.append))
    monkeypatch.setattr(module, "get_script_run_ctx", lambda: context)
    return asked


def accesses_of_a_save(monkeypatch: pytest.MonkeyPatch) -> int:
    state = Interrupted()
    monkeypatch.setattr(st, "session_state", state)
    _save(lambda _: None, "name")
    return state.count


def test_a_typed_text_is_saved_whenever_the_next_press_arrives(
    asked: list[RerunData], monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = accesses_of_a_save(monkeypatch)
    assert moments > 3

    for moment in range(1, moments + 1):
        saved: list[str] = []
        asked.clear()
        monkeypatch.setattr(st, "session_state", Interrupted(moment))

        _save(saved.append, "name")

        assert saved == ["Zoë"]
        assert asked == [PRESS]


def test_two_presses_meanwhile_both_come_next(
    asked: list[RerunData], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "session_state", Interrupted(1, 2, 4))

    _save(lambda _: None, "name")

    assert asked == [PRESS, PRESS, PRESS]


def test_outside_of_a_callback_a_press_ends_the_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", Interrupted(1))

    with pytest.raises(RerunException):
        session["name"]


@pytest.mark.usefixtures("asked")
def test_a_callback_ends_with_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", Interrupted(1, ends=True))

    with pytest.raises(StopException):
        _save(lambda _: None, "name")


def test_a_press_is_not_forgotten_when_the_callback_fails(
    asked: list[RerunData], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "session_state", Interrupted(1))

    @unbroken
    def failing() -> None:
        raise ValueError(session["name"])

    with pytest.raises(ValueError, match="Zoë"):
        failing()
    assert asked == [PRESS]


def test_the_session_reads_and_writes_what_streamlit_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", state := Interrupted())

    session["name"] = "Ada"
    session.setdefault("note", "typed")

    assert (len(session), list(session), session.pop("note")) == (2, ["name", "note"], "typed")
    session.clear()
    assert not state
