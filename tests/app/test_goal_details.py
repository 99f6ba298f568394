"""A goal that is open: how it stands, check-ins, progress by hand, and what it hangs together with."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.goals import CheckIn, Goal, GoalStatus, Measure, Milestone, MilestoneKind
from pages._ui.escape import safe
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.board_pages import (
    SOON,
    TODAY,
    board_of,
    by_key,
    close,
    edit,
    fields,
    plain,
    plan_of,
    press,
    texts,
)
from tests.tools.seeding import seed

PAPERS = Goal(
    id="g",
    title="Write four papers",
    due=SOON,
    status=GoalStatus.DOING,
    measure=Measure(start=0, target=4, current=1, unit="papers"),
)
TALK = Goal(id="g", title="Speak at a meetup", due=SOON, status=GoalStatus.DOING)


@pytest.fixture
def papers(app: AppTest) -> AppTest:
    """The board of somebody who writes papers."""
    seed(app, PAPERS)
    return board_of(app)


@pytest.fixture
def talk(app: AppTest) -> AppTest:
    """The board of somebody whose one goal has no measure, and is open."""
    seed(app, TALK)
    return board_of(app, goal="g")


def _check_in(board: AppTest, *, on: date = TODAY, value: float | None = None, note: str = "") -> AppTest:
    if not any(it.key == PlanKey.CHECK_IN_ON for it in board.date_input):
        press(board, PlanKey.CHECK_IN.of("g"))
    board.date_input(key=PlanKey.CHECK_IN_ON).set_value(on)
    if value is not None:
        board.number_input(key=PlanKey.CHECK_IN_VALUE).set_value(value)
    board.text_area(key=PlanKey.CHECK_IN_NOTE).set_value(note)
    return press(board, Key.DRAFT_SAVE)


def _current(board: AppTest) -> float | None:
    measure = plan_of(board).goals["g"].measure
    return measure.current if measure is not None else None


def _bar(board: AppTest) -> tuple[int, str]:
    """Return the share in percent and the words of the bar on the card."""
    bar = board.get("progress")[0]
    return bar.proto.value, bar.proto.text


def test_a_check_in_from_the_card_begins_with_today_and_sets_the_measure(papers: AppTest) -> None:
    press(papers, PlanKey.CHECK_IN)
    assert papers.date_input(key=PlanKey.CHECK_IN_ON).value == TODAY
    assert papers.number_input(key=PlanKey.CHECK_IN_VALUE).value == 1
    assert papers.number_input(key=PlanKey.CHECK_IN_VALUE).label == "Now (papers)"
    _check_in(papers, value=3.0)

    assert not papers.exception
    assert not papers.date_input
    assert _bar(papers) == (75, safe("3 of 4 papers"))


def test_an_older_check_in_is_kept_and_does_not_set_the_measure(papers: AppTest) -> None:
    _check_in(papers, value=3.0)
    _check_in(papers, on=TODAY - timedelta(10), value=2.0)

    assert _current(papers) == 3
    assert sorted(it.value or 0 for it in plan_of(papers).checkins.values()) == [2, 3]


def test_of_two_check_ins_of_one_day_the_later_one_counts(papers: AppTest) -> None:
    _check_in(papers, value=3.0)
    _check_in(papers, value=2.0)

    assert _current(papers) == 2


def test_an_empty_check_in_is_refused_and_the_dialog_stays(papers: AppTest) -> None:
    press(papers, PlanKey.CHECK_IN)
    papers.number_input(key=PlanKey.CHECK_IN_VALUE).set_value(None)
    press(papers, Key.DRAFT_SAVE)

    assert [error.value for error in papers.error] == [safe("Give the check-in a number or a note.")]
    assert papers.date_input(key=PlanKey.CHECK_IN_ON).value == TODAY
    assert not plan_of(papers).checkins


def test_a_check_in_without_a_day_is_refused_and_the_note_stays(papers: AppTest) -> None:
    press(papers, PlanKey.CHECK_IN)
    papers.date_input(key=PlanKey.CHECK_IN_ON).set_value(None)
    papers.text_area(key=PlanKey.CHECK_IN_NOTE).set_value("Draft sent")
    press(papers, Key.DRAFT_SAVE)

    assert [error.value for error in papers.error] == [safe("Choose the day of the check-in.")]
    assert papers.text_area(key=PlanKey.CHECK_IN_NOTE).value == "Draft sent"


def test_a_goal_without_a_measure_takes_a_note_and_no_number(talk: AppTest) -> None:
    press(talk, PlanKey.CHECK_IN.of("details-"))
    assert not talk.number_input
    talk.text_area(key=PlanKey.CHECK_IN_NOTE).set_value("Asked *two* organisers")
    press(talk, Key.DRAFT_SAVE)

    assert "Asked \\*two\\* organisers" in texts(talk)  # the goal is open again


def test_a_closed_goal_is_not_checked_in(app: AppTest) -> None:
    seed(app, Goal(id="g", title="Pass part 2", due=SOON, status=GoalStatus.DONE))
    board_of(app, goal="g")

    assert not [it.key for it in app.button if it.key and it.key.startswith(PlanKey.CHECK_IN)]


def test_check_ins_are_listed_the_newest_first_with_their_numbers(app: AppTest) -> None:
    days = [TODAY - timedelta(30), TODAY - timedelta(20), TODAY - timedelta(10)]
    seed(app, PAPERS, *(CheckIn(id=f"c{at}", goal="g", on=on, value=at) for at, on in enumerate(days)))
    board_of(app, goal="g")

    shown = [it.value for it in app.markdown if it.value.endswith("papers") and "·" in it.value]
    assert [line.split()[-2] for line in shown] == ["2", "1", "0"]
    assert not app.exception


def test_an_archived_check_in_leaves_the_list_and_undo_brings_it_back(papers: AppTest) -> None:
    _check_in(papers, value=3.0, note="Two at once")
    press(papers, PlanKey.GOAL_OPEN)
    assert "Two at once" in texts(papers)
    press(papers, PlanKey.CHECK_IN_ARCHIVE)
    [archived] = plan_of(papers).checkins.values()
    assert archived.archived
    assert _current(papers) == 3  # what it says is still so
    assert not [it.key for it in papers.button if it.key and it.key.startswith(PlanKey.CHECK_IN_ARCHIVE)]

    press(papers, Key.UNDO)
    assert "Two at once" in texts(papers)


def test_an_archived_check_in_can_be_brought_back_at_any_time(papers: AppTest) -> None:
    _check_in(papers, value=3.0, note="Two at once")
    press(papers, PlanKey.GOAL_OPEN)
    press(papers, PlanKey.CHECK_IN_ARCHIVE)
    press(papers, PlanKey.CHECK_IN_RESTORE)

    assert "Two at once" in texts(papers)
    assert not papers.error


def test_a_check_in_that_is_taken_back_takes_its_number_with_it(papers: AppTest) -> None:
    _check_in(papers, value=3.0)
    press(papers, Key.UNDO)

    assert _current(papers) == 1
    assert not plan_of(papers).checkins


def test_progress_by_hand_counts_and_says_so_until_it_is_cleared(app: AppTest) -> None:
    seed(app, PAPERS)
    board_of(app, goal="g")
    field = PlanKey.GOAL_BY_HAND.of("g")
    app.number_input(key=field).set_value(60).run()
    assert _bar(app) == (60, safe("1 of 4 papers · 60%, set by hand"))

    app.number_input(key=field).set_value(None).run()
    assert _bar(app) == (25, safe("1 of 4 papers"))
    assert plan_of(app).goals["g"].by_hand is None


def test_progress_by_hand_follows_an_undo(app: AppTest) -> None:
    seed(app, PAPERS)
    board_of(app, goal="g")
    app.number_input(key=PlanKey.GOAL_BY_HAND.of("g")).set_value(60).run()
    press(app, Key.UNDO)

    assert app.number_input(key=PlanKey.GOAL_BY_HAND.of("g")).value is None


def test_milestones_add_up_by_their_weight(app: AppTest) -> None:
    def step(id_: str, weight: int, *, done: bool) -> Milestone:
        return Milestone(
            id=id_,
            title=f"Step {id_}",
            year=TODAY.year,
            kind=MilestoneKind.NETWORK,
            goals=frozenset({"g"}),
            weight=weight,
            done=done,
        )

    seed(app, TALK, step("a", 3, done=True), step("b", 1, done=False))
    board_of(app, goal="g")

    assert _bar(app) == (75, safe("75% of its milestones"))
    assert f"- Step a · {TODAY.year}, done, weight 3" in plain(app)


def test_a_goal_says_what_it_serves_and_what_serves_it(app: AppTest) -> None:
    step = Milestone(
        id="m", title="Find a host", year=TODAY.year, kind=MilestoneKind.ROLE, goals=frozenset({"g"})
    )
    lead = Aspiration(id="a", title="Be heard")
    seed(app, lead, Goal(id="g", title="Speak", aspirations=frozenset({"a"})), step)
    board_of(app, goal="g")

    drawn = texts(app) + "\n".join(button.label for button in app.button)
    assert "Be heard :gray[· Aspiration]" in drawn
    assert "Find a host :gray[· Milestone" in drawn


def test_a_goal_that_is_edited_or_checked_in_is_open_again_afterwards(papers: AppTest) -> None:
    edit(papers)
    assert PlanKey.GOAL_TITLE in fields(papers)
    press(papers, Key.DRAFT_CANCEL)
    assert by_key(papers, "button", PlanKey.GOAL_EDIT)

    press(papers, PlanKey.CHECK_IN.of("details-"))
    _check_in(papers, value=2.0)
    assert by_key(papers, "button", PlanKey.GOAL_EDIT)
    close(papers)
    assert not [it.key for it in papers.button if it.key and it.key.startswith(PlanKey.GOAL_EDIT)]


def test_a_goal_moves_by_the_menu_of_its_dialog_too(talk: AppTest) -> None:
    by_key(talk, "menu_button", PlanKey.GOAL_MOVE.of("details-")).click(GoalStatus.DONE)
    talk.run()

    assert plan_of(talk).goals["g"].status is GoalStatus.DONE
    assert "**Done** :gray[1]" in texts(talk)


def test_what_was_typed_is_shown_as_it_was_typed(app: AppTest) -> None:
    odd = ":red[x] ![x](http://127.0.0.1/leak) **x** $x$"
    seed(
        app,
        Goal(
            id="g",
            title=odd,
            why=odd,
            first_step=odd,
            due=SOON,
            measure=Measure(start=0, target=4, current=1, unit=odd),
        ),
        CheckIn(id="c", goal="g", on=TODAY, value=1, note=odd),
        Milestone(id="m", title=odd, year=TODAY.year, kind=MilestoneKind.ROLE, goals=frozenset({"g"})),
    )
    board_of(app, goal="g")

    assert not app.exception
    for element in (*app.markdown, *app.caption):
        for formatted in (":red[", "![", "**x**", "$x$"):
            assert formatted not in element.value
