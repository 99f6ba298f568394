"""The same plan on two tabs: nothing that one of them saved gets lost in the other."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.goals import GoalStatus, MilestoneKind
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.board_pages import (
    SOON,
    TODAY,
    add_goal,
    board_of,
    close,
    edit,
    fields,
    fill,
    new_tab,
    plain,
    plan_of,
    press,
    show,
    texts,
)


@pytest.fixture
def board(app: AppTest) -> AppTest:
    return board_of(app)


@pytest.fixture
def other(board: AppTest) -> AppTest:
    """Another tab of the same person, with the board open and one goal on it."""
    add_goal(board, "Pass part 2")
    return new_tab()


def test_different_fields_of_a_goal_that_two_tabs_changed_are_both_kept(
    board: AppTest, other: AppTest
) -> None:
    edit(board)
    edit(other)
    other.text_input(key=PlanKey.GOAL_FIRST_STEP).set_value("Register")
    press(other, Key.DRAFT_SAVE)
    board.text_input(key=PlanKey.GOAL_IF).set_value("a late call")
    board.text_input(key=PlanKey.GOAL_THEN).set_value("study on Saturday")
    press(board, Key.DRAFT_SAVE)

    [goal] = plan_of(board).goals.values()
    assert not board.error
    assert (goal.first_step, goal.if_then and goal.if_then.obstacle) == ("Register", "a late call")


def test_what_another_tab_saved_meanwhile_outlives_a_draft_that_was_refused_at_first(
    board: AppTest, other: AppTest
) -> None:
    edit(board)
    edit(other)
    other.text_input(key=PlanKey.GOAL_TITLE).set_value("Pass part 3")
    other.text_area(key=PlanKey.GOAL_WHY).set_value("For the licence")
    press(other, Key.DRAFT_SAVE)

    board.selectbox(key=PlanKey.GOAL_STATUS).set_value(GoalStatus.DOING)
    press(board, Key.DRAFT_SAVE)
    assert "a goal without one stays an idea" in board.error[0].value
    board.date_input(key=PlanKey.GOAL_DUE).set_value(date(2031, 12, 12))
    press(board, Key.DRAFT_SAVE)

    assert not board.error
    press(board, PlanKey.GOAL_EDIT)
    assert board.text_input(key=PlanKey.GOAL_TITLE).value == "Pass part 3"
    assert board.text_area(key=PlanKey.GOAL_WHY).value == "For the licence"
    assert board.selectbox(key=PlanKey.GOAL_STATUS).value is GoalStatus.DOING


def test_what_both_tabs_changed_is_shown_and_only_a_second_press_overwrites_it(
    board: AppTest, other: AppTest
) -> None:
    edit(board)
    edit(other)
    other.text_input(key=PlanKey.GOAL_TITLE).set_value("Theirs")
    other.text_area(key=PlanKey.GOAL_WHY).set_value("For the licence")
    press(other, Key.DRAFT_SAVE)

    board.text_input(key=PlanKey.GOAL_TITLE).set_value("Mine")
    press(board, Key.DRAFT_SAVE)
    assert "Someone changed “title” meanwhile" in board.error[0].value
    assert [text.value for text in board.text] == ["Theirs", "Mine"]
    assert "**Theirs**" in texts(new_tab())

    press(board, Key.DRAFT_SAVE)
    assert not board.error
    assert "**Mine**" in texts(board)
    press(board, PlanKey.GOAL_EDIT)
    assert board.text_area(key=PlanKey.GOAL_WHY).value == "For the licence"


def test_a_status_that_came_with_a_date_elsewhere_can_still_be_overwritten(
    board: AppTest, other: AppTest
) -> None:
    edit(board)
    edit(other)
    fill(other, "Pass part 2", due=SOON, status=GoalStatus.DOING)
    press(other, Key.DRAFT_SAVE)

    board.selectbox(key=PlanKey.GOAL_STATUS).set_value(GoalStatus.DROPPED)
    press(board, Key.DRAFT_SAVE)
    assert "Someone changed “status” meanwhile" in board.error[0].value

    press(board, Key.DRAFT_SAVE)
    assert not board.exception
    assert "Dropped and archived: 1" in [expander.label for expander in board.expander]


def test_a_goal_that_another_tab_archived_says_so_instead_of_opening(board: AppTest, other: AppTest) -> None:
    press(board, PlanKey.GOAL_OPEN)
    edit(other)
    press(other, Key.DRAFT_ARCHIVE)
    press(board, PlanKey.GOAL_EDIT)

    assert "This goal is gone" in board.error[0].value
    assert not fields(board)


def test_a_card_of_a_goal_that_another_tab_archived_says_that_it_is_not_here(
    board: AppTest, other: AppTest
) -> None:
    edit(other)
    press(other, Key.DRAFT_ARCHIVE)
    press(board, PlanKey.GOAL_OPEN)

    assert not board.exception
    assert "This goal is not here." in texts(board)


def test_a_goal_that_another_tab_undid_meanwhile_cannot_be_checked_in(board: AppTest, other: AppTest) -> None:
    press(board, PlanKey.CHECK_IN)
    press(other, Key.UNDO)
    board.text_area(key=PlanKey.CHECK_IN_NOTE).set_value("Two papers written")
    press(board, Key.DRAFT_SAVE)

    assert not board.exception
    assert board.error
    assert board.text_area(key=PlanKey.CHECK_IN_NOTE).value == "Two papers written"
    assert not new_tab().exception


def test_a_milestone_edited_in_two_tabs_keeps_what_each_of_them_changed(board: AppTest) -> None:
    show(board, "Years")
    press(board, PlanKey.MILESTONE_ADD.of(str(TODAY.year)))
    board.text_input(key=PlanKey.MILESTONE_TITLE).set_value("Team lead")
    press(board, Key.DRAFT_SAVE)
    other = show(new_tab(), "Years")
    press(board, PlanKey.MILESTONE_EDIT)
    press(other, PlanKey.MILESTONE_LATER)

    board.radio(key=PlanKey.MILESTONE_KIND).set_value(MilestoneKind.ROLE)
    press(board, Key.DRAFT_SAVE)

    assert "Team lead · Role" in plain(board)
    assert f"Nothing planned yet for {TODAY.year}." in texts(board)


def test_a_goal_that_is_open_shows_what_another_tab_saved_in_the_next_run(
    board: AppTest, other: AppTest
) -> None:
    press(board, PlanKey.GOAL_OPEN)
    edit(other)
    other.text_area(key=PlanKey.GOAL_WHY).set_value("For the licence")
    press(other, Key.DRAFT_SAVE)
    board.run()

    assert "**Why:** For the licence" in texts(board)
    close(board)
    assert not board.exception
