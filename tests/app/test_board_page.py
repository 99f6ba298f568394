from collections.abc import Callable
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest
from streamlit_dnd import DropEvent

from careerkit.goals import Goal, GoalStatus
from pages._ui.drag import Drop
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.board_pages import (
    SOON,
    TODAY,
    add_goal,
    board_of,
    by_key,
    close,
    edit,
    fields,
    new_tab,
    plan_of,
    press,
    show,
    texts,
)
from tests.tools.seeding import seed
from tests.tools.visitors import AT_HOME


@pytest.fixture
def board(app: AppTest) -> AppTest:
    return board_of(app)


def _drop(board: AppTest, monkeypatch: pytest.MonkeyPatch, source: str, column: str, times: int = 1) -> None:
    drops = iter(times * [lambda cards: Drop(card=next(iter(cards.values())), source=source, column=column)])
    monkeypatch.setattr(
        "pages._ui.status_board.dropped",
        lambda columns, cards: next(drops, lambda _: None)(cards),  # noqa: ARG005 - what the browser sends
    )
    board.run()


def test_a_new_goal_stands_in_its_column_with_its_date_in_words(board: AppTest) -> None:
    add_goal(board, "Pass part 2", due=date(2031, 12, 12), status=GoalStatus.PLANNED)

    assert not board.exception
    assert "**Pass part 2**" in texts(board)
    assert "Due 12 Dec 2031" in texts(board)
    assert "**Planned** :gray[1]" in texts(board)
    assert not fields(board)


def test_a_goal_moves_by_its_menu(board: AppTest) -> None:
    add_goal(board, "Pass part 2", due=SOON)
    board.menu_button[0].click(GoalStatus.DOING)
    board.run()

    assert "**Doing** :gray[1]" in texts(board)
    assert "**Idea** :gray[0]" in texts(board)


def test_an_idea_that_shall_be_more_gets_its_date_in_its_form(board: AppTest) -> None:
    add_goal(board, "Speak at a meetup")
    board.menu_button[0].click(GoalStatus.PLANNED)
    board.run()

    assert not board.error
    assert "**Idea** :gray[1]" in texts(board)
    assert board.selectbox(key=PlanKey.GOAL_STATUS).value == GoalStatus.PLANNED
    board.date_input(key=PlanKey.GOAL_DUE).set_value(SOON)
    press(board, Key.DRAFT_SAVE)
    assert "**Planned** :gray[1]" in texts(board)


def test_a_dropped_card_moves_once(board: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    add_goal(board, "Pass part 2", due=SOON)
    _drop(board, monkeypatch, "idea", "done")

    assert not board.error
    assert "**Done** :gray[1]" in texts(board)


def test_the_same_drop_sent_twice_moves_once_and_says_so(
    board: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_goal(board, "Pass part 2", due=SOON)
    _drop(board, monkeypatch, "idea", "done", times=2)

    assert "**Done** :gray[1]" in texts(board)
    assert "was moved meanwhile" in board.error[0].value
    assert len(plan_of(board).history) == 2


def test_a_card_that_was_moved_meanwhile_is_not_moved_again(
    board: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_goal(board, "Pass part 2", due=SOON)
    other = new_tab()
    other.menu_button[0].click(GoalStatus.DOING)
    other.run()
    _drop(board, monkeypatch, "idea", "done")

    assert "**Doing** :gray[1]" in texts(board)
    assert "was moved meanwhile" in board.error[0].value


def test_a_card_that_may_not_move_says_why_in_words(board: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    add_goal(board, "Pass part 2")
    _drop(board, monkeypatch, "idea", "doing")

    assert "a goal without one stays an idea" in board.error[0].value
    assert "**Idea** :gray[1]" in texts(board)


def test_a_card_let_go_in_its_own_column_is_told_what_the_order_is(
    board: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_goal(board, "Pass part 2", due=SOON)
    _drop(board, monkeypatch, "idea", "idea")

    assert "Within a column, goals stand in the order of their dates." in texts(board)


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(
            DropEvent("board-column-idea", "board-column-done", "goal-card-nowhere", 0, 0), id="card"
        ),
        pytest.param(
            DropEvent("board-column-idea", "board-column-dropped", "goal-card-g", 0, 0), id="column"
        ),
        pytest.param(DropEvent("../../x", "board-column-done", "goal-card-g", 0, 0), id="source"),
        pytest.param(DropEvent("board-column-idea", "board-column-done", None, 0, 0), id="no-card"),
        pytest.param(DropEvent("board-column-idea", "board-column-done", 7, 0, 0), id="number"),
    ],
)
def test_a_drop_that_names_nothing_on_the_board_moves_nothing(
    forged: DropEvent, board: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(board, Goal(id="g", title="Pass part 2", due=SOON))
    events = iter([forged])
    monkeypatch.setattr("pages._ui.drag.dnd", lambda *_, **__: next(events, None))
    board.run()

    assert not board.exception
    assert not board.error
    assert plan_of(board).goals["g"].status is GoalStatus.IDEA
    assert next(events, None) is None  # it has arrived


def test_an_archived_goal_can_be_brought_back(board: AppTest) -> None:
    add_goal(board, "Pass part 2")
    edit(board)
    press(board, Key.DRAFT_ARCHIVE)
    assert "Dropped and archived: 1" in [expander.label for expander in board.expander]
    assert "This goal is not here" not in texts(board)  # whoever archived it knows
    assert "goal" not in board.query_params
    press(board, PlanKey.GOAL_RESTORE)

    assert "**Idea** :gray[1]" in texts(board)
    assert not [it.label for it in board.expander if it.label.startswith("Dropped")]


def test_a_dropped_goal_is_taken_up_again_by_its_menu(board: AppTest) -> None:
    seed(board, Goal(id="g", title="Pass part 2", status=GoalStatus.DROPPED))
    board.run()
    board.menu_button[0].click(GoalStatus.IDEA)
    board.run()

    assert "**Idea** :gray[1]" in texts(board)


def test_a_late_goal_says_so_in_words(board: AppTest) -> None:
    add_goal(board, "Pass part 2", due=TODAY - timedelta(days=1), status=GoalStatus.DOING)

    assert "Overdue" in texts(board)


def test_a_title_is_shown_as_it_was_typed(board: AppTest) -> None:
    add_goal(board, "![x](http://127.0.0.1/leak) :red[x]")

    for element in (*board.markdown, *board.caption):
        assert "![" not in element.value
        assert ":red[" not in element.value


@pytest.mark.parametrize("button", [PlanKey.GOAL_ADD, PlanKey.GOAL_EDIT, PlanKey.CHECK_IN])
def test_a_dialog_asked_for_over_a_lost_connection_says_so_and_opens_later(
    button: PlanKey, board: AppTest, arrive: Callable[[Connection | None], None]
) -> None:
    add_goal(board, "Pass part 2")
    if button is PlanKey.GOAL_EDIT:
        press(board, PlanKey.GOAL_OPEN)
    arrive(None)
    press(board, button)
    assert not board.exception
    assert "The connection was lost for a moment" in board.error[0].value

    arrive(AT_HOME)
    press(board.run(), button)
    assert Key.DRAFT_SAVE in [it.key for it in board.button]


def test_two_buttons_pressed_at_once_open_one_dialog(board: AppTest) -> None:
    show(board, "Years")
    by_key(board, "button", PlanKey.GOAL_ADD).click()
    press(board, PlanKey.MILESTONE_ADD.of(str(TODAY.year)))

    assert not board.exception
    assert (PlanKey.GOAL_TITLE in fields(board)) is not (PlanKey.MILESTONE_TITLE in fields(board))


def test_a_draft_left_behind_on_another_page_does_not_keep_a_goal_from_opening(app: AppTest) -> None:
    seed(app, Goal(id="g", title="Pass part 2", why="For the licence"))
    app.switch_page(Place.ASPIRATIONS.value).run()
    press(app, PlanKey.ASPIRATION_ADD)
    board_of(app)
    press(app, PlanKey.GOAL_OPEN)

    assert "For the licence" in texts(app)


def test_a_goal_that_is_open_can_be_closed_again(board: AppTest) -> None:
    seed(board, Goal(id="g", title="Pass part 2", why="For the licence"))
    board.run()
    press(board, PlanKey.GOAL_OPEN)
    assert "For the licence" in texts(board)
    close(board)

    assert "For the licence" not in texts(board)
