from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content.advice import advice_words
from careerkit.goals import Advice, Goal, GoalStatus, IfThen, Measure
from careerkit.labels import Mark
from careerkit.text import LINE
from pages._ui.escape import safe
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
    plan_of,
    press,
    texts,
)
from tests.tools.seeding import seed


@pytest.fixture
def board(app: AppTest) -> AppTest:
    return board_of(app)


@pytest.fixture
def form(board: AppTest) -> AppTest:
    """The board with the form of a new goal."""
    press(board, PlanKey.GOAL_ADD)
    fill(board, "Pass part 2")
    return board


def _stored(board: AppTest) -> Goal:
    [goal] = plan_of(board).goals.values()
    return goal


def _says(board: AppTest, advice: Advice) -> bool:
    return f":material/lightbulb: {advice_words().goal[advice]}" in [it.value for it in board.caption]


def _measure(board: AppTest, **numbers: float) -> None:
    for name, value in numbers.items():
        board.number_input(key=f"goal-measure-{name}").set_value(value)


def test_a_goal_without_a_title_keeps_the_form_open_with_the_reason_and_what_was_typed(
    board: AppTest,
) -> None:
    press(board, PlanKey.GOAL_ADD)
    board.text_area(key=PlanKey.GOAL_WHY).set_value("For the licence")
    press(board, Key.DRAFT_SAVE)

    assert [error.value for error in board.error] == ["Give the goal a title\\."]
    assert board.text_area(key=PlanKey.GOAL_WHY).value == "For the licence"


def test_a_refusal_stays_in_sight_while_fields_are_mended_and_is_gone_once_it_is_saved(
    board: AppTest,
) -> None:
    press(board, PlanKey.GOAL_ADD)
    press(board, Key.DRAFT_SAVE)
    board.text_area(key=PlanKey.GOAL_WHY).set_value("For the licence").run()
    assert [error.value for error in board.error] == ["Give the goal a title\\."]
    board.text_input(key=PlanKey.GOAL_TITLE).set_value("Pass part 2").run()
    assert len(board.error) == 1  # if it went away, the button would move under the pointer
    press(board, Key.DRAFT_SAVE)

    assert not board.error
    assert len(plan_of(board).goals) == 1


@pytest.mark.parametrize("leave", [Key.DRAFT_CANCEL, Key.DRAFT_SAVE])
def test_a_refusal_does_not_follow_into_the_next_dialog(leave: Key, board: AppTest) -> None:
    press(board, PlanKey.GOAL_ADD)
    press(board, Key.DRAFT_SAVE)
    board.text_input(key=PlanKey.GOAL_TITLE).set_value("Pass part 2")
    press(board, leave)
    press(board, PlanKey.GOAL_ADD)

    assert not board.error


def test_a_status_beyond_idea_asks_for_a_date(board: AppTest) -> None:
    add_goal(board, "Some day", status=GoalStatus.DOING)

    assert "a goal without one stays an idea" in board.error[0].value
    assert board.text_input(key=PlanKey.GOAL_TITLE).value == "Some day"


def test_a_title_that_is_too_long_arrives_and_is_refused_in_words(form: AppTest) -> None:
    fill(form, "x" * (LINE + 1))
    press(form, Key.DRAFT_SAVE)

    assert safe("The title of the goal has 121 characters; 120 are possible.") in form.error[0].value
    assert form.text_input(key=PlanKey.GOAL_TITLE).value == "x" * (LINE + 1)


def test_the_dialog_edits_what_is_there(board: AppTest) -> None:
    add_goal(board, "Pass part 1")
    edit(board)
    assert board.text_input(key=PlanKey.GOAL_TITLE).value == "Pass part 1"
    board.text_input(key=PlanKey.GOAL_TITLE).set_value("Pass part 2")
    board.radio(key=PlanKey.GOAL_MARK).set_value(Mark.PRIVATE)
    press(board, Key.DRAFT_SAVE)
    close(board)

    assert "**Pass part 2**" in texts(board)
    assert "Pass part 1" not in texts(board)
    assert "Private" in texts(board)


def test_cancel_keeps_everything_as_it_was(form: AppTest) -> None:
    press(form, Key.DRAFT_CANCEL)

    assert "Pass part 2" not in texts(form)
    assert not fields(form)
    assert not plan_of(form).goals


def test_all_that_is_entered_is_kept_and_shown_when_the_goal_is_opened(form: AppTest) -> None:
    fill(form, "Pass part 2", due=SOON, status=GoalStatus.PLANNED)
    form.text_input(key=PlanKey.GOAL_FIRST_STEP).set_value("Register")
    form.text_input(key=PlanKey.GOAL_IF).set_value("a late call")
    form.text_input(key=PlanKey.GOAL_THEN).set_value("study on Saturday")
    form.pills(key=PlanKey.GOAL_CONFIDENCE).set_value(8)
    form.multiselect(key=PlanKey.GOAL_NEEDS).set_value(["freedom"])
    form.text_area(key=PlanKey.GOAL_WHY).set_value("For the *licence*")
    press(form, Key.DRAFT_SAVE)
    press(form, PlanKey.GOAL_OPEN)

    goal = _stored(form)
    assert goal.if_then == IfThen(obstacle="a late call", action="study on Saturday")
    assert (goal.confidence, goal.needs, goal.first_step) == (8, frozenset({"freedom"}), "Register")
    for words in (
        "**Why:** For the \\*licence\\*",
        "**First step:** Register",
        "**If** a late call, **then I will** study on Saturday",
        "**How sure I am:** 8 of 10",
    ):
        assert words in texts(form)


@pytest.mark.parametrize("half", [PlanKey.GOAL_IF, PlanKey.GOAL_THEN])
def test_half_an_if_then_plan_is_refused_in_one_sentence_and_the_text_stays(half: Key, form: AppTest) -> None:
    form.text_input(key=half).set_value("study on Saturday")
    press(form, Key.DRAFT_SAVE)

    assert [error.value for error in form.error] == [
        safe("An if-then plan has two parts: what gets in the way, and what you will do.")
    ]
    assert form.text_input(key=half).value == "study on Saturday"
    assert form.text_input(key=PlanKey.GOAL_TITLE).value == "Pass part 2"


def test_a_goal_is_met_by_yes_or_no_without_any_number(form: AppTest) -> None:
    _measure(form, target=4.0)
    form.run()
    form.segmented_control(key=PlanKey.GOAL_HOW).set_value("Yes or no").run()
    assert not [it for it in form.number_input if it.key and it.key.startswith("goal-measure")]
    press(form, Key.DRAFT_SAVE)

    assert (_stored(form).yes_no, _stored(form).measure) == (True, None)


def test_numbers_stay_while_yes_or_no_is_tried_out(form: AppTest) -> None:
    _measure(form, start=1.0, current=2.0, target=4.0)
    form.text_input(key=PlanKey.GOAL_MEASURE_UNIT).set_value("papers").run()
    form.segmented_control(key=PlanKey.GOAL_HOW).set_value("Yes or no").run()
    form.segmented_control(key=PlanKey.GOAL_HOW).set_value("By a number").run()
    press(form, Key.DRAFT_SAVE)

    assert _stored(form).measure == Measure(start=1, current=2, target=4, unit="papers")


@pytest.mark.parametrize(
    ("numbers", "share", "words"),
    [
        pytest.param(
            {"start": 48.0, "current": 44.0, "target": 40.0}, 50, "now 44 hours, from 48 to 40", id="down"
        ),
        pytest.param({"start": 2.0, "current": 3.0, "target": 6.0}, 25, "now 3 hours, from 2 to 6", id="up"),
        pytest.param({"current": 3.0, "target": 4.0}, 75, "3 of 4 hours", id="from-nothing"),
        pytest.param({"start": 48.0, "target": 40.0}, 0, "now 48 hours, from 48 to 40", id="not-begun"),
    ],
)
def test_a_measure_shows_where_the_goal_stands(
    numbers: dict[str, float], share: int, words: str, form: AppTest
) -> None:
    _measure(form, **numbers)
    form.text_input(key=PlanKey.GOAL_MEASURE_UNIT).set_value("hours")
    press(form, Key.DRAFT_SAVE)

    [bar] = form.get("progress")
    assert (bar.proto.value, bar.proto.text) == (share, safe(words))


def test_lower_is_better_without_a_start_begins_where_it_stands_now(form: AppTest) -> None:
    _measure(form, current=12.0, target=4.0)
    form.run()
    form.segmented_control(key=PlanKey.GOAL_DIRECTION).set_value("Lower is better").run()
    press(form, Key.DRAFT_SAVE)

    assert _stored(form).measure == Measure(start=12, current=12, target=4)


def test_lower_is_better_with_nothing_to_come_down_from_asks_for_it_and_keeps_the_target(
    form: AppTest,
) -> None:
    _measure(form, target=4.0)
    form.run()
    form.segmented_control(key=PlanKey.GOAL_DIRECTION).set_value("Lower is better").run()
    press(form, Key.DRAFT_SAVE)

    assert [error.value for error in form.error] == [
        safe("Lower is better here, so say where it starts or stands now.")
    ]
    assert form.number_input(key=PlanKey.GOAL_MEASURE_TARGET).value == 4


def test_numbers_that_tell_the_way_themselves_are_not_asked_for_it(form: AppTest) -> None:
    _measure(form, start=12.0, target=4.0)
    form.run()

    assert PlanKey.GOAL_DIRECTION not in [it.key for it in form.get("button_group")]
    assert "Lower is better here." in texts(form)


def test_advice_follows_what_is_typed(form: AppTest) -> None:
    form.run()
    assert _says(form, Advice.NO_DATE)
    assert _says(form, Advice.NO_MEASURE)
    form.date_input(key=PlanKey.GOAL_DUE).set_value(SOON)
    form.segmented_control(key=PlanKey.GOAL_HOW).set_value("Yes or no").run()
    assert not _says(form, Advice.NO_DATE)
    assert not _says(form, Advice.NO_MEASURE)
    form.date_input(key=PlanKey.GOAL_DUE).set_value(TODAY - timedelta(1)).run()
    assert _says(form, Advice.PAST_DATE)


def test_advice_is_silent_before_there_is_a_title(board: AppTest) -> None:
    press(board, PlanKey.GOAL_ADD)

    assert ":material/lightbulb:" not in texts(board)


@pytest.mark.parametrize(
    "title", ["Become someone people ask", "Pass part 2", "x" * LINE, ":red[x]", "$x$ {title}"]
)
def test_advice_never_stands_in_the_way_of_saving(title: str, form: AppTest) -> None:
    fill(form, title, due=date(1946, 1, 1), status=GoalStatus.DOING)
    form.pills(key=PlanKey.GOAL_CONFIDENCE).set_value(1).run()
    assert ":material/lightbulb:" in texts(form)
    press(form, Key.DRAFT_SAVE)

    assert not form.error
    assert _stored(form).title == title


def test_a_goal_that_reads_like_an_aspiration_is_filed_as_one_in_one_press_and_undo_brings_it_back(
    form: AppTest,
) -> None:
    fill(form, "Become someone people ask")
    form.multiselect(key=PlanKey.GOAL_NEEDS).set_value(["freedom"])
    press(form, Key.DRAFT_SAVE)
    [goal_id] = plan_of(form).goals
    edit(form)
    press(form, PlanKey.GOAL_REFILE)

    plan = plan_of(form)
    assert not form.exception
    assert not form.error
    assert not fields(form)
    assert "This goal is not here" not in texts(form)
    assert plan.goals[goal_id].archived
    assert plan.aspirations[goal_id].title == "Become someone people ask"
    assert plan.aspirations[goal_id].needs == {"freedom"}

    press(form, Key.UNDO)
    plan = plan_of(form)
    assert not plan.goals[goal_id].archived
    assert not plan.aspirations


def test_what_was_typed_before_it_was_filed_as_an_aspiration_is_not_lost(board: AppTest) -> None:
    add_goal(board, "Become known")
    edit(board)
    board.text_input(key=PlanKey.GOAL_TITLE).set_value("Become someone people ask")
    board.text_area(key=PlanKey.GOAL_WHY).set_value("I like the hard cases")
    board.radio(key=PlanKey.GOAL_MARK).set_value(Mark.PRIVATE)
    board.text_input(key=PlanKey.GOAL_IF).set_value("half a plan").run()
    press(board, PlanKey.GOAL_REFILE)

    [aspiration] = plan_of(board).aspirations.values()
    assert aspiration.title == "Become someone people ask"
    assert (aspiration.why, aspiration.mark) == ("I like the hard cases", Mark.PRIVATE)


def test_a_new_goal_is_offered_as_an_aspiration_only_when_it_reads_like_one(form: AppTest) -> None:
    form.text_input(key=PlanKey.GOAL_TITLE).set_value("Pass part 2 by June 2031").run()
    assert PlanKey.GOAL_REFILE not in [it.key for it in form.button]

    form.text_input(key=PlanKey.GOAL_TITLE).set_value("Become someone people ask").run()
    form.text_area(key=PlanKey.GOAL_WHY).set_value("I like the hard cases").run()
    press(form, PlanKey.GOAL_REFILE)

    plan = plan_of(form)
    [aspiration] = plan.aspirations.values()
    assert (aspiration.title, aspiration.why) == ("Become someone people ask", "I like the hard cases")
    assert not plan.goals


def test_a_stored_goal_can_be_filed_as_an_aspiration_whatever_it_reads_like(board: AppTest) -> None:
    add_goal(board, "Pass part 2 by June 2031")
    edit(board)
    press(board, PlanKey.GOAL_REFILE)

    [aspiration] = plan_of(board).aspirations.values()
    assert aspiration.title == "Pass part 2 by June 2031"


def test_a_reason_given_for_a_change_stands_in_the_history_of_the_goal(board: AppTest) -> None:
    add_goal(board, "Pass part 2", due=SOON)
    edit(board)
    board.date_input(key=PlanKey.GOAL_DUE).set_value(date(2031, 2, 3))
    board.text_input(key=PlanKey.GOAL_REASON).set_value("No *seat* left")
    press(board, Key.DRAFT_SAVE)

    shown = texts(board)  # the goal is open again, with its history
    assert "*No \\*seat\\* left*" in shown
    assert "3 Feb 2031" in shown


def test_a_new_goal_is_not_asked_for_a_reason(form: AppTest) -> None:
    assert PlanKey.GOAL_REASON not in fields(form)


@pytest.mark.parametrize("due", [date(2028, 2, 29), date(1946, 1, 1), date(2106, 12, 31)])
@pytest.mark.parametrize("view", ["Status", "Years", "Timeline", "List", "Calendar"])
def test_a_goal_due_on_an_odd_day_is_kept_and_drawn(due: date, view: str, app: AppTest) -> None:
    seed(app, Goal(id="g", title="Pass part 2", due=due, measure=Measure(start=0, target=4, current=1)))
    board_of(app, view=view, month=f"{due:%Y-%m}", goal="g")

    assert not app.exception
    assert f"{due.day} {due:%b} {due.year}" in texts(app)
    assert [it.key for it in app.button].count(PlanKey.GOAL_OPEN.of("g")) == (view != "Timeline")
    edit_button = [it for it in app.button if it.key == PlanKey.GOAL_EDIT.of("g")]
    edit_button[0].click()
    app.run()
    assert app.date_input(key=PlanKey.GOAL_DUE).value == due
