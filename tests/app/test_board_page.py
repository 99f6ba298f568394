from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.goals import GoalStatus, MilestoneKind
from careerkit.labels import Mark
from careerkit.text import LINE
from pages._ui.clock import now
from pages._ui.drag import Drop
from pages._ui.escape import safe
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.state import Key
from tests.tools.visitors import AT_HOME

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
TODAY = now().date()
SOON = TODAY + timedelta(days=30)


@pytest.fixture
def board(app: AppTest) -> AppTest:
    return app.switch_page(Place.BOARD.value).run()


@pytest.fixture
def other(board: AppTest) -> AppTest:
    """Another tab of the same person, with the board open and one goal on it."""
    _add_goal(board, "Pass part 2")
    return _board_in_a_new_tab()


def _board_in_a_new_tab() -> AppTest:
    return AppTest.from_file(FRAME, default_timeout=30).run().switch_page(Place.BOARD.value).run()


def _by_key(app: AppTest, kind: str, key: str) -> Any:  # noqa: ANN401 - AppTest has a type for each kind
    [found] = [
        element for element in app.get(kind) if element.key is not None and element.key.startswith(key)
    ]
    return found


def _press(app: AppTest, key: str) -> AppTest:
    _by_key(app, "button", key).click()
    return app.run()


def _fill(app: AppTest, title: str, *, due: date | None = None, status: GoalStatus = GoalStatus.IDEA) -> None:
    app.text_input(key=Key.GOAL_TITLE).set_value(title)
    app.date_input(key=Key.GOAL_DUE).set_value(due)
    app.selectbox(key=Key.GOAL_STATUS).set_value(status)


def _add_goal(app: AppTest, title: str, **entered: Any) -> AppTest:  # noqa: ANN401 - as _fill takes them
    _press(app, Key.GOAL_ADD)
    _fill(app, title, **entered)
    return _press(app, Key.DRAFT_SAVE)


def _texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.markdown, *app.caption))


def test_a_new_goal_stands_in_its_column_with_its_date_in_words(board: AppTest) -> None:
    _add_goal(board, "Pass part 2", due=date(2031, 12, 12), status=GoalStatus.PLANNED)

    assert not board.exception
    assert "**Pass part 2**" in _texts(board)
    assert "Due 12 Dec 2031" in _texts(board)
    assert "**Planned** :gray[1]" in _texts(board)
    assert not board.text_input


def test_a_goal_without_a_title_keeps_the_form_open_with_the_reason_and_what_was_typed(
    board: AppTest,
) -> None:
    _press(board, Key.GOAL_ADD)
    board.text_area(key=Key.GOAL_WHY).set_value("For the licence")
    _press(board, Key.DRAFT_SAVE)

    assert [error.value for error in board.error] == ["Give the goal a title\\."]
    assert board.text_area(key=Key.GOAL_WHY).value == "For the licence"


def test_a_status_beyond_idea_asks_for_a_date(board: AppTest) -> None:
    _add_goal(board, "Some day", status=GoalStatus.DOING)

    assert "a goal without one stays an idea" in board.error[0].value
    assert board.text_input(key=Key.GOAL_TITLE).value == "Some day"


def test_a_measure_shows_where_the_goal_stands(board: AppTest) -> None:
    _press(board, Key.GOAL_ADD)
    _fill(board, "Fewer hours")
    board.number_input(key=Key.GOAL_MEASURE_START).set_value(48.0)
    board.number_input(key=Key.GOAL_MEASURE_CURRENT).set_value(44.0)
    board.number_input(key=Key.GOAL_MEASURE_TARGET).set_value(40.0)
    board.text_input(key=Key.GOAL_MEASURE_UNIT).set_value("hours")
    _press(board, Key.DRAFT_SAVE)

    [bar] = board.get("progress")
    assert (bar.proto.value, bar.proto.text) == (50, safe("now 44 hours, from 48 to 40"))


def test_the_dialog_edits_what_is_there(board: AppTest) -> None:
    _add_goal(board, "Pass part 1")
    _press(board, Key.GOAL_EDIT)
    assert board.text_input(key=Key.GOAL_TITLE).value == "Pass part 1"
    board.text_input(key=Key.GOAL_TITLE).set_value("Pass part 2")
    board.radio(key=Key.GOAL_MARK).set_value(Mark.PRIVATE)
    _press(board, Key.DRAFT_SAVE)

    assert "**Pass part 2**" in _texts(board)
    assert "Pass part 1" not in _texts(board)
    assert "Private" in _texts(board)


def test_cancel_keeps_everything_as_it_was(board: AppTest) -> None:
    _press(board, Key.GOAL_ADD)
    _fill(board, "Never mind")
    _press(board, Key.DRAFT_CANCEL)

    assert "Never mind" not in _texts(board)
    assert not board.text_input


def test_a_goal_moves_by_its_menu(board: AppTest) -> None:
    _add_goal(board, "Pass part 2", due=SOON)
    board.menu_button[0].click(GoalStatus.DOING)
    board.run()

    assert "**Doing** :gray[1]" in _texts(board)
    assert "**Idea** :gray[0]" in _texts(board)


def test_an_idea_without_a_date_stays_where_it_is_and_says_why(board: AppTest) -> None:
    _add_goal(board, "Speak at a meetup")
    board.menu_button[0].click(GoalStatus.PLANNED)
    board.run()

    assert "a goal without one stays an idea" in board.error[0].value
    assert "**Idea** :gray[1]" in _texts(board)


def _drop(board: AppTest, monkeypatch: pytest.MonkeyPatch, source: str, column: str) -> None:
    drops = iter([lambda cards: Drop(card=next(iter(cards.values())), source=source, column=column)])
    monkeypatch.setattr(
        "pages._ui.status_board.dropped",
        lambda columns, cards: next(drops, lambda _: None)(cards),  # noqa: ARG005 - what the browser sends
    )
    board.run()


def test_a_dropped_card_moves_once(board: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    _add_goal(board, "Pass part 2", due=SOON)
    _drop(board, monkeypatch, "idea", "done")

    assert "**Done** :gray[1]" in _texts(board)


def test_a_card_that_was_moved_meanwhile_is_not_moved_again(
    board: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add_goal(board, "Pass part 2", due=SOON)
    _drop(board, monkeypatch, "doing", "done")

    assert "**Done** :gray[0]" in _texts(board)
    assert "was moved meanwhile" in board.error[0].value


def test_an_archived_goal_can_be_brought_back(board: AppTest) -> None:
    _add_goal(board, "Pass part 2")
    _press(board, Key.GOAL_EDIT)
    _press(board, Key.DRAFT_ARCHIVE)
    assert "Dropped and archived: 1" in [expander.label for expander in board.expander]
    _press(board, Key.GOAL_RESTORE)

    assert "**Idea** :gray[1]" in _texts(board)
    assert not board.expander


def test_a_late_goal_says_so_in_words(board: AppTest) -> None:
    _add_goal(board, "Pass part 2", due=TODAY - timedelta(days=1), status=GoalStatus.DOING)

    assert "Overdue" in _texts(board)


def test_a_title_is_shown_as_it_was_typed(board: AppTest) -> None:
    _add_goal(board, "![x](http://127.0.0.1/leak) :red[x]")

    shown = next(element.value for element in board.markdown if "leak" in element.value)
    assert "![" not in shown
    assert ":red[" not in shown


def test_every_year_of_the_plan_has_a_lane_and_an_empty_one_says_so(board: AppTest) -> None:
    board.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()

    years = [head.value for head in board.subheader]
    assert years == [str(TODAY.year + at) for at in range(7)]
    assert f"Nothing planned yet for {TODAY.year}." in _texts(board)


def test_a_milestone_is_added_done_moved_and_put_away(board: AppTest) -> None:
    year = TODAY.year
    board.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()
    _press(board, Key.MILESTONE_ADD.of(str(year + 1)))
    board.text_input(key=Key.MILESTONE_TITLE).set_value("Team lead")
    board.radio(key=Key.MILESTONE_KIND).set_value(MilestoneKind.ROLE)
    _press(board, Key.DRAFT_SAVE)
    assert not board.exception
    assert board.checkbox[0].label == "Team lead :gray[· Role]"

    board.checkbox[0].check().run()
    _press(board, Key.MILESTONE_LATER)
    assert board.checkbox[0].value
    assert f"Nothing planned yet for {year + 1}." in _texts(board)
    assert f"Nothing planned yet for {year + 2}." not in _texts(board)

    _press(board, Key.MILESTONE_EDIT)
    _press(board, Key.DRAFT_ARCHIVE)
    assert "Archived milestones: 1" in [expander.label for expander in board.expander]
    _press(board, Key.MILESTONE_RESTORE)
    assert not board.expander


def test_a_goal_stands_in_the_year_it_is_due(board: AppTest) -> None:
    _add_goal(board, "Pass part 2", due=date(TODAY.year + 2, 3, 1), status=GoalStatus.PLANNED)
    board.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()

    assert f"Pass part 2 :gray[· Planned · due 1 Mar {TODAY.year + 2}]" in _texts(board)


def test_a_link_can_open_the_years(app: AppTest) -> None:
    app.query_params[Key.BOARD_VIEW.value] = "Years"
    app.switch_page(Place.BOARD.value).run()

    assert app.segmented_control(key=Key.BOARD_VIEW).value == "Years"


def test_what_another_tab_saved_meanwhile_outlives_a_draft_that_was_refused_at_first(
    board: AppTest, other: AppTest
) -> None:
    _press(board, Key.GOAL_EDIT)
    _press(other, Key.GOAL_EDIT)
    other.text_input(key=Key.GOAL_TITLE).set_value("Pass part 3")
    other.text_area(key=Key.GOAL_WHY).set_value("For the licence")
    _press(other, Key.DRAFT_SAVE)

    board.selectbox(key=Key.GOAL_STATUS).set_value(GoalStatus.DOING)
    _press(board, Key.DRAFT_SAVE)
    assert "a goal without one stays an idea" in board.error[0].value
    board.date_input(key=Key.GOAL_DUE).set_value(date(2031, 12, 12))
    _press(board, Key.DRAFT_SAVE)

    assert not board.error
    _press(board, Key.GOAL_EDIT)
    assert board.text_input(key=Key.GOAL_TITLE).value == "Pass part 3"
    assert board.text_area(key=Key.GOAL_WHY).value == "For the licence"
    assert board.selectbox(key=Key.GOAL_STATUS).value is GoalStatus.DOING


def test_what_both_tabs_changed_is_shown_and_only_a_second_press_overwrites_it(
    board: AppTest, other: AppTest
) -> None:
    _press(board, Key.GOAL_EDIT)
    _press(other, Key.GOAL_EDIT)
    other.text_input(key=Key.GOAL_TITLE).set_value("Theirs")
    other.text_area(key=Key.GOAL_WHY).set_value("For the licence")
    _press(other, Key.DRAFT_SAVE)

    board.text_input(key=Key.GOAL_TITLE).set_value("Mine")
    _press(board, Key.DRAFT_SAVE)
    assert "Someone changed “title” meanwhile" in board.error[0].value
    assert [text.value for text in board.text] == ["Theirs", "Mine"]
    assert "**Theirs**" in _texts(_board_in_a_new_tab())

    _press(board, Key.DRAFT_SAVE)
    assert not board.error
    assert "**Mine**" in _texts(board)
    _press(board, Key.GOAL_EDIT)
    assert board.text_area(key=Key.GOAL_WHY).value == "For the licence"


def test_a_status_that_came_with_a_date_elsewhere_can_still_be_overwritten(
    board: AppTest, other: AppTest
) -> None:
    _press(board, Key.GOAL_EDIT)
    _press(other, Key.GOAL_EDIT)
    _fill(other, "Pass part 2", due=SOON, status=GoalStatus.DOING)
    _press(other, Key.DRAFT_SAVE)

    board.selectbox(key=Key.GOAL_STATUS).set_value(GoalStatus.DROPPED)
    _press(board, Key.DRAFT_SAVE)
    assert "Someone changed “status” meanwhile" in board.error[0].value

    _press(board, Key.DRAFT_SAVE)
    assert not board.exception
    assert "Dropped and archived: 1" in [expander.label for expander in board.expander]


def test_a_goal_that_another_tab_archived_says_so_instead_of_opening(board: AppTest, other: AppTest) -> None:
    _press(other, Key.GOAL_EDIT)
    _press(other, Key.DRAFT_ARCHIVE)
    _press(board, Key.GOAL_EDIT)

    assert "This goal is gone" in board.error[0].value
    assert not board.text_input


@pytest.mark.parametrize("button", [Key.GOAL_ADD, Key.GOAL_EDIT])
def test_a_dialog_asked_for_over_a_lost_connection_says_so_and_opens_later(
    button: Key, board: AppTest, arrive: Callable[[Connection | None], None]
) -> None:
    _add_goal(board, "Pass part 2")
    arrive(None)
    _press(board, button)
    assert not board.exception
    assert "The connection was lost for a moment" in board.error[0].value

    arrive(AT_HOME)
    _press(board.run(), button)
    assert [field.key for field in board.text_input if field.key == Key.GOAL_TITLE]


def test_two_buttons_pressed_at_once_open_one_dialog(board: AppTest) -> None:
    board.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()
    _by_key(board, "button", Key.GOAL_ADD).click()
    _press(board, Key.MILESTONE_ADD.of(str(TODAY.year)))

    assert not board.exception
    assert len(board.text_input) in (1, 3)  # the fields of one form


def test_a_milestone_edited_in_two_tabs_keeps_what_each_of_them_changed(board: AppTest) -> None:
    board.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()
    _press(board, Key.MILESTONE_ADD.of(str(TODAY.year)))
    board.text_input(key=Key.MILESTONE_TITLE).set_value("Team lead")
    _press(board, Key.DRAFT_SAVE)
    other = _board_in_a_new_tab()
    other.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()
    _press(board, Key.MILESTONE_EDIT)
    _press(other, Key.MILESTONE_LATER)

    board.radio(key=Key.MILESTONE_KIND).set_value(MilestoneKind.ROLE)
    _press(board, Key.DRAFT_SAVE)

    assert board.checkbox[0].label == "Team lead :gray[· Role]"
    assert f"Nothing planned yet for {TODAY.year}." in _texts(board)


def test_a_milestone_without_a_year_keeps_the_form_open(board: AppTest) -> None:
    board.segmented_control(key=Key.BOARD_VIEW).set_value("Years").run()
    _press(board, Key.MILESTONE_ADD.of(str(TODAY.year)))
    board.text_input(key=Key.MILESTONE_TITLE).set_value("Team lead")
    board.number_input(key=Key.MILESTONE_YEAR).set_value(None)
    _press(board, Key.DRAFT_SAVE)

    assert [error.value for error in board.error] == ["Choose the year of the milestone\\."]
    assert board.text_input(key=Key.MILESTONE_TITLE).value == "Team lead"


def test_a_title_that_is_too_long_arrives_and_is_refused_in_words(board: AppTest) -> None:
    _press(board, Key.GOAL_ADD)
    _fill(board, "x" * (LINE + 1))
    _press(board, Key.DRAFT_SAVE)

    assert safe("The title of the goal has 121 characters; 120 are possible.") in board.error[0].value
    assert board.text_input(key=Key.GOAL_TITLE).value == "x" * (LINE + 1)
