from datetime import date

import pytest
from streamlit.testing.v1 import AppTest
from streamlit_dnd import DropEvent

from careerkit.aspirations import Vision
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from pages._ui.drag import Drop
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.board_pages import (
    TODAY,
    add_goal,
    board_of,
    edit,
    new_tab,
    plain,
    plan_of,
    press,
    show,
    texts,
)
from tests.tools.seeding import seed

YEAR = TODAY.year
LAST = YEAR + 6
LEAD = Milestone(id="m", title="Team lead", year=YEAR, kind=MilestoneKind.ROLE)


@pytest.fixture
def years(app: AppTest) -> AppTest:
    """The board of somebody without a plan, by years."""
    return show(board_of(app), "Years")


@pytest.fixture
def leap(app: AppTest) -> AppTest:
    """The years 2028 to 2034, with a goal and a milestone that fall on 29 February."""
    day = date(2028, 2, 29)
    seed(
        app,
        Vision(start_year=2028),
        Goal(id="g", title="Pass part 2", due=day, status=GoalStatus.PLANNED),
        Milestone(id="m", title="Team lead", year=2028, on=day, kind=MilestoneKind.ROLE),
    )
    return show(board_of(app), "Years")


def _new(years: AppTest, year: int, title: str = "Team lead") -> AppTest:
    """Begin a milestone."""
    press(years, PlanKey.MILESTONE_ADD.of(str(year)))
    years.text_input(key=PlanKey.MILESTONE_TITLE).set_value(title)
    return years


def _drop(
    years: AppTest, monkeypatch: pytest.MonkeyPatch, card: str, source: str, column: str, times: int = 1
) -> AppTest:
    drops = iter(times * [Drop(card=card, source=source, column=column)])
    monkeypatch.setattr("pages._ui.year_board.dropped", lambda *_, **__: next(drops, None))
    return years.run()


def test_every_year_of_the_plan_has_a_lane_and_an_empty_one_says_so(years: AppTest) -> None:
    assert [head.value for head in years.subheader] == [str(year) for year in range(YEAR, LAST + 1)]
    assert f"Nothing planned yet for {YEAR}." in texts(years)


def test_a_milestone_is_added_done_moved_and_put_away(years: AppTest) -> None:
    _new(years, YEAR + 1).radio(key=PlanKey.MILESTONE_KIND).set_value(MilestoneKind.ROLE)
    press(years, Key.DRAFT_SAVE)
    assert not years.exception
    assert "Team lead · Role" in plain(years)

    years.checkbox[0].check().run()
    press(years, PlanKey.MILESTONE_LATER)
    assert years.checkbox[0].value
    assert f"Nothing planned yet for {YEAR + 1}." in texts(years)
    assert f"Nothing planned yet for {YEAR + 2}." not in texts(years)

    press(years, PlanKey.MILESTONE_EDIT)
    press(years, Key.DRAFT_ARCHIVE)
    assert "Archived milestones: 1" in [expander.label for expander in years.expander]
    press(years, PlanKey.MILESTONE_RESTORE)
    assert not [it.label for it in years.expander if it.label.startswith("Archived")]
    assert len(years.checkbox) == 1


def test_a_milestone_without_a_year_keeps_the_form_open(years: AppTest) -> None:
    _new(years, YEAR).number_input(key=PlanKey.MILESTONE_YEAR).set_value(None)
    press(years, Key.DRAFT_SAVE)

    assert [error.value for error in years.error] == ["Choose the year of the milestone\\."]
    assert years.text_input(key=PlanKey.MILESTONE_TITLE).value == "Team lead"


def test_a_milestone_with_a_day_and_a_weight_says_both_and_stands_in_the_year_of_its_day(
    years: AppTest,
) -> None:
    _new(years, YEAR).date_input(key=PlanKey.MILESTONE_ON).set_value(date(YEAR + 2, 3, 4))
    years.segmented_control(key=PlanKey.MILESTONE_WEIGHT).set_value(3)
    press(years, Key.DRAFT_SAVE)

    assert f"Team lead · Qualification, on 4 Mar {YEAR + 2}, weight 3" in plain(years)
    assert f"Nothing planned yet for {YEAR}." in texts(years)
    assert f"Nothing planned yet for {YEAR + 2}." not in texts(years)


def test_a_milestone_names_the_goals_that_it_serves(years: AppTest) -> None:
    add_goal(years, "Pass part 2")
    _new(years, YEAR).multiselect(key=PlanKey.MILESTONE_GOALS).set_value([*plan_of(years).goals])
    press(years, Key.DRAFT_SAVE)

    assert "Team lead · Qualification, for Pass part 2" in plain(years)


def test_a_new_milestone_is_planned_in_each_year_until_the_end_and_saving_it_again_adds_none(
    years: AppTest,
) -> None:
    _new(years, YEAR + 2, "Trade fair").checkbox(key=PlanKey.MILESTONE_REPEAT).check()
    press(years, Key.DRAFT_SAVE)
    assert sorted(it.year for it in plan_of(years).milestones.values()) == [*range(YEAR + 2, LAST + 1)]

    press(years, PlanKey.MILESTONE_EDIT.of(next(iter(plan_of(years).milestones))))
    years.checkbox(key=PlanKey.MILESTONE_REPEAT).check()
    press(years, Key.DRAFT_SAVE)
    assert not years.error
    assert len(plan_of(years).milestones) == LAST + 1 - (YEAR + 2)


def test_a_milestone_that_is_edited_and_repeated_at_once_is_repeated_as_edited(years: AppTest) -> None:
    seed(years, LEAD)
    press(years.run(), PlanKey.MILESTONE_EDIT)
    years.text_input(key=PlanKey.MILESTONE_TITLE).set_value("Lead the fair")
    years.number_input(key=PlanKey.MILESTONE_YEAR).set_value(LAST - 2)
    years.segmented_control(key=PlanKey.MILESTONE_WEIGHT).set_value(4)
    years.checkbox(key=PlanKey.MILESTONE_REPEAT).check()
    press(years, Key.DRAFT_SAVE)

    milestones = plan_of(years).milestones.values()
    assert sorted((it.title, it.year, it.weight, it.series) for it in milestones) == [
        ("Lead the fair", year, 4, "m") for year in (LAST - 2, LAST - 1, LAST)
    ]


def test_a_milestone_in_the_last_year_has_nothing_to_repeat(years: AppTest) -> None:
    _new(years, LAST).checkbox(key=PlanKey.MILESTONE_REPEAT).check()
    press(years, Key.DRAFT_SAVE)

    assert len(plan_of(years).milestones) == 1


def test_a_goal_stands_in_the_year_it_is_due(years: AppTest) -> None:
    add_goal(years, "Pass part 2", due=date(YEAR + 2, 3, 1), status=GoalStatus.PLANNED)

    assert f"Pass part 2 · Planned · due 1 Mar {YEAR + 2}" in plain(years)


@pytest.mark.parametrize(("due", "label"), [(date(1946, 1, 1), "Before"), (date(2106, 12, 31), "After")])
def test_what_is_due_outside_of_the_seven_years_stands_before_or_after_them(
    due: date, label: str, app: AppTest
) -> None:
    seed(
        app,
        Goal(id="g", title="Pass part 2", due=due),
        Milestone(id="m", title="Team lead", year=due.year, on=due, kind=MilestoneKind.ROLE),
    )
    years = show(board_of(app), "Years")

    assert [it.label for it in years.expander if it.label.startswith(label)] == [
        f"{label} {YEAR if label == 'Before' else LAST}: 2"
    ]
    assert "Pass part 2" in texts(years)


@pytest.mark.parametrize(
    ("year", "button"), [(1946, PlanKey.MILESTONE_EARLIER), (2106, PlanKey.MILESTONE_LATER)]
)
def test_a_milestone_at_the_edge_of_what_a_plan_can_speak_of_stays_and_says_why(
    year: int, button: PlanKey, app: AppTest
) -> None:
    seed(app, Milestone(id="m", title="Team lead", year=year, kind=MilestoneKind.ROLE))
    years = press(show(board_of(app), "Years"), button)

    assert "out of reach" in years.error[0].value
    assert plan_of(years).milestones["m"].year == year


def test_a_milestone_is_dragged_to_another_year_and_keeps_its_day(
    leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    _drop(leap, monkeypatch, "milestone-row-m", "2028", "2030")

    assert not leap.error
    assert plan_of(leap).milestones["m"].on == date(2030, 2, 28)


def test_a_goal_is_dragged_to_another_year_and_keeps_its_day(
    leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    _drop(leap, monkeypatch, "goal-card-g", "2028", "2029")
    assert plan_of(leap).goals["g"].due == date(2029, 2, 28)

    _drop(leap, monkeypatch, "goal-card-g", "2029", "2032")
    assert not leap.error
    assert plan_of(leap).goals["g"].due == date(2032, 2, 28)


@pytest.mark.parametrize("card", ["goal-card-g", "milestone-row-m"])
def test_the_same_drop_sent_twice_moves_once_and_says_so(
    card: str, leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(plan_of(leap).history)
    _drop(leap, monkeypatch, card, "2028", "2030", times=2)

    assert len(plan_of(leap).history) == before + 1
    assert "It was moved meanwhile" in leap.error[0].value


def test_what_another_tab_moved_meanwhile_is_not_moved_again(
    leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(show(new_tab(), "Years"), PlanKey.MILESTONE_LATER)
    _drop(leap, monkeypatch, "milestone-row-m", "2028", "2033")

    assert "It was moved meanwhile" in leap.error[0].value
    assert plan_of(leap).milestones["m"].year == 2029


def test_what_is_let_go_in_its_own_year_stays_without_a_word(
    leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(plan_of(leap).history)
    _drop(leap, monkeypatch, "milestone-row-m", "2028", "2028")

    assert not leap.error
    assert not leap.toast
    assert len(plan_of(leap).history) == before


@pytest.mark.parametrize(
    ("source", "column", "card"),
    [
        pytest.param("board-year-2028", "board-year-2030", "milestone-row-nowhere", id="card"),
        pytest.param("board-year-2028", "board-year-2035", "milestone-row-m", id="year-outside"),
        pytest.param("board-year-2028", "board-column-done", "goal-card-g", id="other-board"),
        pytest.param("board-year-9999", "board-year-2030", "goal-card-g", id="source-outside"),
        pytest.param("board-year-2028", "board-year-x\0", "goal-card-g", id="no-year"),
        pytest.param("board-year-2028", "board-year-2030", "g", id="bare-id"),
    ],
)
def test_a_drop_that_names_nothing_on_the_board_moves_nothing(
    source: str, column: str, card: str, leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plan_of(leap)
    events = iter([DropEvent(source, column, card, 0, 0)])
    monkeypatch.setattr("pages._ui.drag.dnd", lambda *_, **__: next(events, None))
    leap.run()

    assert next(events, None) is None  # it has arrived
    assert not leap.exception
    assert not leap.error
    assert (plan_of(leap).goals, plan_of(leap).milestones) == (before.goals, before.milestones)


def test_a_drop_in_the_wrong_year_is_not_taken_for_a_move(
    leap: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = iter([DropEvent("board-year-2031", "board-year-2030", "goal-card-g", 0, 0)])
    monkeypatch.setattr("pages._ui.drag.dnd", lambda *_, **__: next(events, None))
    leap.run()

    assert "It was moved meanwhile" in leap.error[0].value
    assert plan_of(leap).goals["g"].due == date(2028, 2, 29)


def test_a_goal_of_a_year_opens_and_its_date_can_be_changed_without_dragging(leap: AppTest) -> None:
    edit(leap)
    leap.date_input(key=PlanKey.GOAL_DUE).set_value(date(2033, 1, 1))
    press(leap, Key.DRAFT_SAVE)

    assert "due 1 Jan 2033" in texts(leap)


def test_a_reason_given_for_a_milestone_is_kept(years: AppTest) -> None:
    seed(years, LEAD)
    press(years.run(), PlanKey.MILESTONE_EDIT)
    years.number_input(key=PlanKey.MILESTONE_YEAR).set_value(YEAR + 1)
    years.text_input(key=PlanKey.MILESTONE_REASON).set_value("No opening yet")
    press(years, Key.DRAFT_SAVE)

    assert plan_of(years).history[-1].changes[-1].reason == "No opening yet"


def test_a_year_with_many_entries_shows_the_first_and_the_rest_on_demand(app: AppTest) -> None:
    seed(
        app,
        *(Milestone(id=f"m{at}", title=f"Step {at}", year=YEAR, kind=MilestoneKind.ROLE) for at in range(30)),
    )
    years = show(board_of(app), "Years")
    assert len(years.checkbox) == 12
    press(years, PlanKey.BOARD_MORE.of(f"year-{YEAR}"))
    assert len(years.checkbox) == 24
    press(years, PlanKey.BOARD_MORE.of(f"year-{YEAR}"))
    assert len(years.checkbox) == 30
    assert PlanKey.BOARD_MORE.of(f"year-{YEAR}") not in [it.key for it in years.button]
