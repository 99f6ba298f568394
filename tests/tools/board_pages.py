"""The board without a browser: opened, pressed, filled and read."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from careerkit.goals import GoalStatus
from careerkit.workspace import Workspace
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key

FRAME: Final = Path(__file__).parents[2] / "streamlit_app.py"
TODAY: Final = now().date()
SOON: Final = TODAY + timedelta(days=30)
VIEWS: Final = ("Status", "Years", "Timeline", "List", "Calendar")


def board_of(app: AppTest, **address: str | list[str]) -> AppTest:
    """Open the board as a link with this address does."""
    app.query_params.update(address)
    return app.switch_page(Place.BOARD.value).run()


def new_tab(**address: str | list[str]) -> AppTest:
    """Open the board in another tab of the same person."""
    return board_of(AppTest.from_file(FRAME, default_timeout=30).run(), **address)


def show(board: AppTest, view: str) -> AppTest:
    """Switch to a view of the board."""
    return board.segmented_control(key=PlanKey.BOARD_VIEW).set_value(view).run()


def by_key(app: AppTest, kind: str, key: str) -> Any:  # noqa: ANN401 - AppTest has a type for each kind
    """Return the one element of a kind whose key begins so."""
    [found] = [it for it in app.get(kind) if it.key is not None and it.key.startswith(key)]
    return found


def press(app: AppTest, key: str) -> AppTest:
    """Press the one button whose key begins so."""
    by_key(app, "button", key).click()
    return app.run()


def fill(app: AppTest, title: str, *, due: date | None = None, status: GoalStatus = GoalStatus.IDEA) -> None:
    """Fill the form of a goal that is open."""
    app.text_input(key=PlanKey.GOAL_TITLE).set_value(title)
    app.date_input(key=PlanKey.GOAL_DUE).set_value(due)
    app.selectbox(key=PlanKey.GOAL_STATUS).set_value(status)


def add_goal(app: AppTest, title: str, **entered: Any) -> AppTest:  # noqa: ANN401 - as fill takes them
    """Write down a goal."""
    press(app, PlanKey.GOAL_ADD)
    fill(app, title, **entered)
    return press(app, Key.DRAFT_SAVE)


def edit(app: AppTest) -> AppTest:
    """Open the one goal on the board, and its form from there."""
    press(app, PlanKey.GOAL_OPEN)
    return press(app, PlanKey.GOAL_EDIT)


def close(app: AppTest) -> AppTest:
    """Close the goal that is open, as the cross of its dialog does."""
    app.query_params.pop("goal", None)
    return app.run()


def fields(app: AppTest) -> set[str]:
    """Return the keys of the text fields that are drawn, without the search."""
    return {it.key for it in app.text_input if it.key} - {PlanKey.FILTER_TEXT.value}


def texts(app: AppTest) -> str:
    """Return what the page says."""
    return "\n".join(str(it.value) for it in (*app.markdown, *app.caption, *app.subheader))


def plain(app: AppTest) -> str:
    """Return what the page says, without sizes and colours."""
    return re.sub(r":(small|gray)\[|\]", "", texts(app)).replace("\u00a0", " ")


def plan_of(app: AppTest) -> Workspace:
    """Return the plan that the page shows."""
    plan: Workspace = app.session_state[Key.SEEN]
    return plan
