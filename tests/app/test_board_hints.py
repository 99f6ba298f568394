"""What the plan as a whole still lacks, and what is said of it above the board."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.content.advice import advice_words
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.words import joined
from careerkit.workspace import PlanFindingKind
from pages._ui.clock import now
from pages._ui.escape import safe
from pages._ui.plan_state import PlanKey
from tests.tools.board_pages import SOON, TODAY, VIEWS, board_of, press, texts
from tests.tools.needs_pages import compared, in_order
from tests.tools.seeding import seed

YEAR = TODAY.year
GOAL = Goal(id="g", title="Pass *part* 2", due=SOON, status=GoalStatus.DOING)


def _says(app: AppTest, kind: PlanFindingKind, **filled: object) -> bool:
    words = advice_words().findings[kind]
    sentence = f"{words.says} :gray[{words.suggests}]"
    for name, value in filled.items():
        sentence = sentence.replace(f"{{{name}}}", str(value))
    return f"- {sentence}" in texts(app)


def _steps(*weights: int, year: int = YEAR) -> list[Milestone]:
    return [
        Milestone(id=f"m{at}", title=f"Step {at}", year=year, kind=MilestoneKind.ROLE, weight=weight)
        for at, weight in enumerate(weights)
    ]


def test_an_empty_plan_is_left_alone(app: AppTest) -> None:
    seed(app, Aspiration(id="a", title="Lead people well"))
    board_of(app)

    assert PlanKey.PLAN_HINTS not in [it.key for it in app.get("expander")]
    assert "Worth a look" not in str([it.label for it in app.expander])


def test_an_empty_year_appears_in_words_until_something_is_planned_for_it(app: AppTest) -> None:
    seed(app, *_steps(1))
    board_of(app)
    others = joined([str(year) for year in range(YEAR + 1, YEAR + 7)])
    assert _says(app, PlanFindingKind.EMPTY_YEAR, year=others)  # all of them in one sentence


def test_a_goal_that_serves_nothing_appears_in_words(app: AppTest) -> None:
    seed(app, GOAL)
    board_of(app)

    assert _says(app, PlanFindingKind.ORPHAN_GOAL, title=safe(GOAL.title))


def test_an_aspiration_and_a_milestone_that_serve_nothing_appear_in_words(app: AppTest) -> None:
    seed(app, Aspiration(id="a", title="Lead people well"), *_steps(1))
    board_of(app)

    assert _says(app, PlanFindingKind.ORPHAN_ASPIRATION, title="Lead people well")
    assert _says(app, PlanFindingKind.ORPHAN_MILESTONE, title="Step 0")


def test_a_first_need_that_nothing_serves_appears_by_its_name(app: AppTest) -> None:
    seed(app, GOAL)
    compared(in_order("freedom", "meaning", "mastery"))
    board_of(app)
    assert _says(app, PlanFindingKind.FIRST_NEED_UNSERVED, need="Freedom")

    seed(app, Goal(id="h", title="Go part-time", needs=frozenset({"freedom"})))
    assert not _says(app.run(), PlanFindingKind.FIRST_NEED_UNSERVED, need="Freedom")


def test_a_year_that_holds_a_lot_appears_with_what_it_adds_up_to(app: AppTest) -> None:
    seed(app, *_steps(5, 5, 3))
    board_of(app)

    assert _says(app, PlanFindingKind.OVERLOAD, year=YEAR, count=13)


def test_a_year_that_holds_a_lot_for_somebody_who_wants_balance_says_so(app: AppTest) -> None:
    seed(app, *_steps(5, 4))
    compared(in_order("balance"))
    board_of(app)

    words = advice_words().overload_with_balance.says.replace("{year}", str(YEAR)).replace("{count}", "9")
    assert words in texts(app)


def test_a_goal_that_nobody_has_touched_for_long_appears_in_words(app: AppTest) -> None:
    seed(app, GOAL, at=now() - timedelta(200))
    board_of(app)

    assert f"“{safe(GOAL.title)}” has not moved for three months." in texts(app)


def test_a_goal_that_was_touched_lately_is_left_alone(app: AppTest) -> None:
    seed(app, GOAL, at=now() - timedelta(10))
    board_of(app)

    assert "has not moved for three months." not in texts(app)


def test_a_title_with_placeholders_stays_what_it_is(app: AppTest) -> None:
    seed(app, Goal(id="g", title="{year} {count} {need}"))
    board_of(app)

    assert _says(app, PlanFindingKind.ORPHAN_GOAL, title=safe("{year} {count} {need}"))


def test_more_hints_than_fit_are_shown_on_demand(app: AppTest) -> None:
    seed(app, *(Goal(id=f"g{at}", title=f"Goal {at:02}") for at in range(20)))
    board_of(app, view="Timeline")
    assert "Goal 19" not in texts(app)
    press(app, PlanKey.BOARD_MORE.of("hints"))

    assert "Goal 19" in texts(app)


@pytest.mark.parametrize("view", VIEWS)
def test_hints_are_about_the_whole_plan_whatever_the_filter_leaves(view: str, app: AppTest) -> None:
    seed(app, GOAL)
    board_of(app, view=view, find="no such goal")

    assert _says(app, PlanFindingKind.ORPHAN_GOAL, title=safe(GOAL.title))


def test_the_board_says_how_the_milestones_stand(app: AppTest) -> None:
    seed(app, *_steps(1, 1))
    board_of(app)

    assert "Milestones: 0 of 2 done, 0 were planned by now, 6 years to go." in texts(app)
