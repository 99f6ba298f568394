import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from pages._ui.access import AccessRefusedError, Role, connection, current_access
from pages._ui.local import Connection
from pages._ui.state import Key
from tests.tools.visitors import AT_HOME, new_guest

Arrive = Callable[[Connection | None], None]


def who_script() -> None:
    """Stands for the app: shows who is here and what their session remembers."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs the body of this function alone

    from pages._ui.access import AccessRefusedError, current_access  # noqa: PLC0415 - as above

    try:
        access = current_access()
    except AccessRefusedError as refusal:
        st.error(str(refusal))
    else:
        st.text(access.role)
        st.text(access.workspace_id)
        st.text(access.demo_id)
        st.text(st.session_state.get("remembered", "nothing"))


@pytest.fixture
def who() -> AppTest:
    return AppTest.from_function(who_script, default_timeout=30)


def answers(who: AppTest) -> list[str]:
    assert not who.exception
    return [text.value for text in who.text]


def test_the_person_at_the_machine_owns_the_files_on_it(who: AppTest, arrive: Arrive) -> None:
    arrive(AT_HOME)

    assert answers(who.run())[:3] == [Role.OWNER, "mine", "demo"]


def test_anyone_else_is_a_guest_with_a_workspace_of_their_own(who: AppTest, arrive: Arrive) -> None:
    arrive(new_guest())

    role, workspace, demo, _ = answers(who.run())

    assert role == Role.GUEST
    assert re.fullmatch("guest-[0-9a-f]{32}", workspace)
    assert demo == f"{workspace}-demo"


def test_a_guest_who_comes_back_finds_the_same_workspace(arrive: Arrive) -> None:
    arrive(new_guest())

    first, second = (answers(AppTest.from_function(who_script).run(timeout=30)) for _ in range(2))

    assert first == second


def test_two_guests_have_two_workspaces(who: AppTest, arrive: Arrive) -> None:
    arrive(new_guest())
    first = answers(who.run())
    arrive(new_guest())

    assert answers(AppTest.from_function(who_script).run(timeout=30))[1] != first[1]


def test_without_a_cookie_the_tab_keeps_the_workspace_and_shares_it_with_no_other(
    who: AppTest, arrive: Arrive
) -> None:
    arrive(new_guest(with_cookie=False))

    first, again = answers(who.run()), answers(who.run())

    assert first == again
    assert answers(AppTest.from_function(who_script).run(timeout=30))[1] != first[1]


def test_a_connection_that_cannot_be_read_is_refused_and_never_a_guest(who: AppTest, arrive: Arrive) -> None:
    arrive(None)

    who.run()

    assert answers(who) == []
    assert who.error[0].value == str(AccessRefusedError())


def test_outside_a_session_there_is_no_connection() -> None:
    assert connection() is None
    with pytest.raises(AccessRefusedError):
        current_access()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(AT_HOME, new_guest(), id="owner-then-guest"),
        pytest.param(new_guest(), AT_HOME, id="guest-then-owner"),
        pytest.param(new_guest(), new_guest(), id="one-guest-then-another"),
        pytest.param(new_guest(), new_guest(with_cookie=False), id="guest-then-without-cookie"),
        pytest.param(new_guest(with_cookie=False), new_guest(), id="guest-then-with-cookie"),
    ],
)
def test_a_session_forgets_everything_when_someone_else_takes_it_over(
    who: AppTest, arrive: Arrive, before: Connection, after: Connection
) -> None:
    arrive(before)
    first = answers(who.run())
    who.session_state["remembered"] = "a private draft"
    arrive(after)

    second, third = answers(who.run()), answers(who.run())

    assert second[1] != first[1]
    assert second[3] == "nothing"
    assert third == second


def test_a_session_remembers_while_the_same_person_stays(who: AppTest, arrive: Arrive) -> None:
    arrive(AT_HOME)
    who.run()
    who.session_state["remembered"] = "a draft"

    assert answers(who.run())[3] == "a draft"


def test_a_tab_that_was_someone_elses_in_between_starts_anew(who: AppTest, arrive: Arrive) -> None:
    arrive(new_guest(with_cookie=False))
    first = answers(who.run())
    arrive(new_guest())
    who.run()
    arrive(new_guest(with_cookie=False))

    assert answers(who.run())[1] != first[1]


def test_the_owner_sees_no_word_of_guests(app: AppTest) -> None:
    assert not app.exception
    assert not guest_banner(app)


def test_a_guest_is_told_that_nothing_is_kept_for_good(guest_app: AppTest) -> None:
    assert not guest_app.exception
    assert guest_banner(guest_app)


def test_the_app_refuses_in_words_when_the_connection_dropped(app: AppTest, arrive: Arrive) -> None:
    arrive(None)

    app.run()

    assert not app.exception
    assert "connection was lost" in app.error[0].value
    assert app.session_state[Key.IDENTITY] == Role.OWNER


def guest_banner(app: AppTest) -> bool:
    return any("You are a guest here" in caption.value for caption in app.caption)
