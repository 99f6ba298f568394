"""Every view of the board, however much there is to draw, by one filter and by links."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.labels import Mark
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.board_pages import SOON, TODAY, VIEWS, board_of, new_tab, press, show, texts
from tests.tools.seeding import seed

LEAD = Aspiration(id="a", title="Lead people well", needs=frozenset({"responsibility"}))
LATER = (TODAY.replace(day=1) + timedelta(days=400)).replace(day=15)
GOALS = (
    Goal(id="exam", title="Pass part 2", due=LATER, status=GoalStatus.PLANNED, why="For the licence"),
    Goal(id="team", title="Lead a team", due=SOON, status=GoalStatus.DOING, aspirations=frozenset({"a"})),
    Goal(id="talk", title="Speak at a meetup", needs=frozenset({"recognition"}), mark=Mark.PRIVATE),
    Goal(id="late", title="Write two articles", due=date(2026, 1, 1), status=GoalStatus.PLANNED),
)
STEP = Milestone(
    id="m", title="Deputy lead", year=TODAY.year, kind=MilestoneKind.ROLE, goals=frozenset({"team"})
)
TITLES = {goal.id: goal.title for goal in GOALS}
SHOWS: Mapping[str, frozenset[str]] = {
    "Status": frozenset(TITLES),
    "Years": frozenset({"exam", "team", "late"}),  # with a date
    "Timeline": frozenset({"exam", "team", "late"}),
    "List": frozenset(TITLES),
    "Calendar": frozenset({"team"}),  # in the month of SOON
}
"""The goals that each view has a place for, in the years and the month that the tests open."""
ODD: Mapping[str, str | list[str]] = {
    "unknown": "of-another-workspace",
    "long": "x" * 10_000,
    "nul": "a\0b",
    "path": "../../x",
    "empty": "",
    "large": "99999999999999999999",
    "negative": "-1",
    "markdown": ":red[x] ![x](http://127.0.0.1/leak)",
    "repeated": ["List", "Years", "List"],
    "none": [],
}
"""What anybody can write into an address."""


@pytest.fixture
def board(app: AppTest) -> AppTest:
    """The board of somebody with four goals, an aspiration and a milestone."""
    seed(app, LEAD, *GOALS, STEP)
    return board_of(app)


def _many(count: int) -> list[Goal | Milestone]:
    statuses = list(GoalStatus)
    goals = [
        Goal(
            id=f"g{at}",
            title=f"Goal {at}",
            due=date(2026, 1, 1) + timedelta(days=41 * at),
            status=statuses[at % len(statuses)],
            measure=Measure(start=0, target=9, current=at % 9) if at % 3 else None,
            archived=at % 11 == 10,
            by_hand=50 if at % 7 == 1 else None,
        )
        for at in range(count)
    ]
    steps = [
        Milestone(
            id=f"m{at}",
            title=f"Step {at}",
            year=goal.due.year if goal.due else 2026,
            on=goal.due if at % 2 else None,
            kind=MilestoneKind.TRAINING,
            goals=frozenset({goal.id}),
            weight=1 + at % 5,
        )
        for at, goal in enumerate(goals)
    ]
    return [*goals, *steps]


def _shown(board: AppTest) -> set[str]:
    """Return the ids of the goals that the view draws, whichever it is."""
    opened = {it.key.removeprefix("goal-open-") for it in board.button if it.key and "goal-open-" in it.key}
    rows = [str(table.value.to_dict()) for table in board.table]
    return opened | {id_ for id_, title in TITLES.items() if any(title in row for row in rows)}


def _filter(board: AppTest, by: str) -> None:
    """Set one part of the filter so that the goal about a team passes it."""
    match by:
        case "text":
            board.text_input(key=PlanKey.FILTER_TEXT).set_value("TEAM léad")
        case "status":
            board.pills(key=PlanKey.FILTER_STATUS).set_value([GoalStatus.DOING])
        case "aspiration":
            board.selectbox(key=PlanKey.FILTER_ASPIRATION).set_value("a")
        case _:
            board.selectbox(key=PlanKey.FILTER_MARK).set_value(Mark.SAY)
            board.text_input(key=PlanKey.FILTER_TEXT).set_value("team")
    board.run()


@pytest.mark.parametrize("count", [0, 1, 12, 60])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws_few_goals_and_many(count: int, view: str, app: AppTest) -> None:
    seed(app, *_many(count))
    board_of(app, view=view)

    assert not app.exception
    assert not app.error
    assert [head.value for head in app.title] == ["Board"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws_the_demo_person(view: str, app: AppTest) -> None:
    app.button(key=Key.DEMO_ADD).click().run()
    board_of(app, view=view)

    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("view", VIEWS)
def test_without_a_filter_every_view_shows_what_it_has_a_place_for(view: str, app: AppTest) -> None:
    seed(app, LEAD, *GOALS)
    board_of(app, view=view, month=f"{SOON:%Y-%m}")

    assert _shown(app) == SHOWS[view]


@pytest.mark.parametrize("by", ["text", "status", "aspiration", "mark and text"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_filter_leaves_the_same_goals_in_every_view_and_says_how_many_of_how_many(
    view: str, by: str, board: AppTest
) -> None:
    board.query_params["month"] = f"{SOON:%Y-%m}"
    show(board, view)
    _filter(board, by)

    assert not board.exception
    assert _shown(board) == {"team"}
    assert "1 of 4 goals shown." in texts(board)

    press(board, PlanKey.FILTER_CLEAR)
    assert _shown(board) == SHOWS[view]
    assert "goals shown." not in texts(board)


def test_the_filter_stays_from_one_view_to_the_next(board: AppTest) -> None:
    _filter(board, "text")
    for view in ("List", "Years", "Status"):
        show(board, view)
        assert _shown(board) == {"team"}


def test_the_filter_by_need_leaves_what_serves_it(board: AppTest) -> None:
    board.selectbox(key=PlanKey.FILTER_NEED).set_value("recognition").run()

    assert _shown(board) == {"talk"}
    assert board.query_params["need"] == "recognition"


def test_dropped_goals_follow_the_filter_too(board: AppTest) -> None:
    seed(board, Goal(id="gone", title="Found a firm", status=GoalStatus.DROPPED))
    board.run()
    assert "Found a firm" in texts(board)
    _filter(board, "text")

    assert "Found a firm" not in texts(board)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("Status", "Nothing here."),
        ("Years", "Nothing matches here."),
        ("Timeline", "No goal with a date matches."),
        ("List", "No goal matches."),
        ("Calendar", "Nothing has a date in"),
    ],
)
def test_a_view_that_the_filter_leaves_empty_says_so(view: str, words: str, board: AppTest) -> None:
    show(board, view)
    board.text_input(key=PlanKey.FILTER_TEXT).set_value("no such goal").run()

    assert not board.exception
    assert words in texts(board)
    assert "0 of 4 goals shown." in texts(board)


def test_the_address_says_which_aspiration_by_its_id_until_all_are_shown(board: AppTest) -> None:
    _filter(board, "aspiration")
    assert board.query_params["aspiration"] == "a"
    assert "Lead" not in str(board.query_params)

    press(board, PlanKey.FILTER_CLEAR)
    assert "aspiration" not in board.query_params


def test_the_address_says_which_goal_is_open_and_which_month(board: AppTest) -> None:
    show(board, "Calendar")
    press(board, PlanKey.CALENDAR_NEXT)
    ahead = (TODAY.replace(day=1) + timedelta(days=31)).strftime("%Y-%m")
    assert board.query_params["month"] == ahead
    show(board, "List")
    press(board, PlanKey.GOAL_OPEN.of("exam"))
    assert board.query_params["goal"] == "exam"
    assert board.query_params["month"] == ahead


def test_a_link_opens_the_view_the_filter_and_the_goal_that_it_names(board: AppTest) -> None:
    link = new_tab(view="List", status="Doing", aspiration="a", find="team", goal="exam")

    assert link.segmented_control(key=PlanKey.BOARD_VIEW).value == "List"
    assert link.pills(key=PlanKey.FILTER_STATUS).value == [GoalStatus.DOING]
    assert link.selectbox(key=PlanKey.FILTER_ASPIRATION).value == "a"
    assert link.text_input(key=PlanKey.FILTER_TEXT).value == "team"
    assert _shown(link) == {"team"}
    assert "1 of 4 goals shown." in texts(link)
    assert "**Why:** For the licence" in texts(link)  # the goal that is open
    assert not board.exception


def test_a_link_opens_the_month_that_it_names(board: AppTest) -> None:
    link = new_tab(view="Calendar", month=f"{LATER:%Y-%m}")

    assert _shown(link) == {"exam"}
    assert not board.exception


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("view", VIEWS)
def test_whatever_stands_in_the_address_of_a_view_is_harmless(
    view: str, odd: str | list[str], app: AppTest
) -> None:
    seed(app, LEAD, *GOALS, STEP)
    names = ("status", "due", "mark", "aspiration", "need", "goal", "month", "page", "part", "sort")
    board_of(app, view=view, **dict.fromkeys(names, odd))

    assert not app.exception
    assert not app.error
    assert "![x]" not in texts(app)
    assert _shown(app) == SHOWS[view] or view == "Calendar"  # that one shows another month


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", ["view", "find"])
def test_whatever_is_looked_for_in_the_address_is_harmless(
    name: str, odd: str | list[str], app: AppTest
) -> None:
    seed(app, LEAD, *GOALS, STEP)
    board_of(app, **{name: odd})

    assert not app.exception
    assert not app.error
    assert [head.value for head in app.title] == ["Board"]
    assert "![x]" not in texts(app)


@pytest.mark.parametrize(
    ("month", "shown"),
    [
        ("2028-02", "February 2028"),
        ("1946-01", "January 1946"),
        ("2106-12", "December 2106"),
        ("0001-01", "January 1946"),
        ("9999-12", "December 2106"),
        ("2028-02-29", "February 2028"),
        *((odd, f"{TODAY:%B} {TODAY.year}") for odd in ("2028-13", "2028", "２０２８-02", "now", "2028-2")),
    ],
)
def test_the_calendar_opens_the_nearest_month_that_a_plan_speaks_of(
    month: str, shown: str, app: AppTest
) -> None:
    board_of(app, view="Calendar", month=month)

    assert not app.exception
    assert [head.value for head in app.subheader] == [shown]


@pytest.mark.parametrize(
    ("month", "button", "shown"),
    [
        ("2026-12", PlanKey.CALENDAR_NEXT, "January 2027"),
        ("2026-01", PlanKey.CALENDAR_BACK, "December 2025"),
        ("1946-01", PlanKey.CALENDAR_BACK, "January 1946"),
        ("2106-12", PlanKey.CALENDAR_NEXT, "December 2106"),
        ("1946-01", PlanKey.CALENDAR_TODAY, f"{TODAY:%B} {TODAY.year}"),
    ],
)
def test_the_calendar_leads_from_month_to_month(month: str, button: Key, shown: str, app: AppTest) -> None:
    press(board_of(app, view="Calendar", month=month), button)

    assert [head.value for head in app.subheader] == [shown]


def test_a_link_to_a_goal_that_is_not_here_says_so_and_shows_the_board_behind_it(board: AppTest) -> None:
    link = new_tab(goal="of-another-workspace")

    assert "This goal is not here." in texts(link)
    assert _shown(link) == set(TITLES)
    assert not board.exception


def test_a_long_list_has_pages_and_a_filter_leads_back_to_one_that_there_is(app: AppTest) -> None:
    seed(app, *(Goal(id=f"g{at}", title=f"Goal {at:02}") for at in range(45)))
    board_of(app, view="List", page="3")
    assert _shown(app) == {f"g{at}" for at in range(40, 45)}
    app.text_input(key=PlanKey.FILTER_TEXT).set_value("goal 0").run()

    assert _shown(app) == {f"g{at}" for at in range(45) if "0" in f"{at:02}"}
    assert not app.exception


def test_a_link_can_open_the_years(app: AppTest) -> None:
    app.query_params[PlanKey.BOARD_VIEW.value] = "Years"
    app.switch_page(Place.BOARD.value).run()

    assert app.segmented_control(key=PlanKey.BOARD_VIEW).value == "Years"
