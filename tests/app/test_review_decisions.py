from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.review import Choice, Reason
from pages._ui.review_state import YearKey
from pages._ui.state import Key
from tests.tools.review_pages import (
    YEAR,
    another_tab,
    begun,
    button,
    choose,
    decisions,
    fill,
    go,
    labels,
    marked_down,
    note,
    plan_of,
    press,
    press_key,
    proposed,
    ran,
    refused,
    review_of,
    said,
)
from tests.tools.seeding import seed

EXAM = Goal(id="exam", title="Pass the exam", due=date(YEAR, 11, 1), status=GoalStatus.DOING)
TALK = Goal(id="talk", title="Give a talk", due=date(YEAR, 12, 1))
IDEA = Goal(id="idea", title="Learn to weld")
EXPERT = Aspiration(id="expert", title="Become the expert", level="Senior")
VISIT = Milestone(id="visit", title="Visit the fair", year=YEAR, kind=MilestoneKind.EXPERIENCE)
GOAL, OTHER, UNDATED = "goals-exam", "goals-talk", "goals-idea"
ASPIRATION, MILESTONE = "aspirations-expert", "milestones-visit"
STEPS = {
    GOAL: "goals",
    OTHER: "goals",
    UNDATED: "goals",
    ASPIRATION: "aspirations",
    MILESTONE: "next-milestones",
}


@pytest.fixture
def review(app: AppTest) -> AppTest:
    """A review of a plan with two goals, an aspiration and a milestone, just begun."""
    seed(app, EXAM, TALK, IDEA, EXPERT, VISIT)
    return begun(app)


def _decide(page: AppTest, entry: str, choice: Choice, **fields: object) -> AppTest:
    page = choose(go(page, STEPS[entry]), entry, choice)
    return note(page, entry, **fields)


def _drop(page: AppTest, entry: str = GOAL) -> AppTest:
    return _decide(page, entry, Choice.DROP, selectbox__reason=Reason.LIFE)


@pytest.mark.parametrize("choice", [Choice.KEEP, Choice.DONE])
def test_what_needs_no_words_is_noted_with_one_press(review: AppTest, choice: Choice) -> None:
    page = choose(go(review, "goals"), GOAL, choice)

    assert decisions(page)[GOAL].choice is choice
    assert plan_of(page).goals["exam"].status is GoalStatus.DOING


def test_pressing_a_choice_again_takes_it_out(review: AppTest) -> None:
    page = choose(go(review, "goals"), GOAL, Choice.DONE)
    page = choose(page, GOAL, None)

    assert decisions(page) == {}
    assert not page.error


def test_a_choice_without_the_reason_it_needs_is_refused_in_a_sentence_and_what_was_typed_stays(
    review: AppTest,
) -> None:
    page = _decide(review, GOAL, Choice.DROP, text_input__note="It was never mine.")

    assert refused(page) == ["Choose a reason: in a year you will want to know what it was."]
    assert decisions(page) == {}
    assert page.text_input(key=YearKey.DECIDE_NOTE.of(f"{review_of(page).id}-{GOAL}")).value == (
        "It was never mine."
    )


def test_another_reason_asks_for_words(review: AppTest) -> None:
    page = _decide(review, GOAL, Choice.DROP, selectbox__reason=Reason.OTHER)

    assert refused(page) == ["Say in a few words what the other reason is."]


def test_a_level_without_words_is_refused(review: AppTest) -> None:
    page = _decide(review, ASPIRATION, Choice.RAISE, text_input__level=" ")

    assert refused(page) == ["Name the level that you are on from now."]


def test_a_split_into_one_part_is_refused(review: AppTest) -> None:
    page = _decide(review, GOAL, Choice.SPLIT, text_area__parts="Paper 1\n\n", selectbox__reason=Reason.LIFE)

    assert "at least two goals" in refused(page)[0]
    assert page.text_area(key=YearKey.DECIDE_PARTS.of(f"{review_of(page).id}-{GOAL}")).value == "Paper 1\n\n"


PROPOSED = [
    pytest.param(GOAL, Choice.DONE, {}, ("Mark the goal “Pass the exam” as done", "Doing → Done"), id="done"),
    pytest.param(
        GOAL,
        Choice.MOVE,
        {"date_input__due": date(YEAR + 1, 5, 3), "selectbox__reason": Reason.MARKET},
        ("Move the goal “Pass the exam”", f"Due 1 Nov {YEAR} → 3 May {YEAR + 1}", "The market"),
        id="move",
    ),
    pytest.param(
        UNDATED,
        Choice.MOVE,
        {"date_input__due": date(YEAR + 1, 5, 3), "selectbox__reason": Reason.MARKET},
        ("Move the goal “Learn to weld”", f"No date → 3 May {YEAR + 1}"),
        id="first-date",
    ),
    pytest.param(
        GOAL,
        Choice.SPLIT,
        {"text_area__parts": "Paper 1\n\nPaper 2\n", "selectbox__reason": Reason.LIFE},
        ("Split the goal “Pass the exam”", "“Paper 1” and “Paper 2”"),
        id="split",
    ),
    pytest.param(
        GOAL,
        Choice.DROP,
        {"selectbox__reason": Reason.OTHER, "text_input__note": "Too far."},
        ("Drop the goal “Pass the exam”", "Doing → Dropped", "Too far."),
        id="drop",
    ),
    pytest.param(
        ASPIRATION,
        Choice.RAISE,
        {"text_input__level": "Lead", "text_input__next": "Head"},
        ("Raise the aspiration “Become the expert”", "Level: Senior → Lead, then Head"),
        id="raise",
    ),
    pytest.param(
        ASPIRATION,
        Choice.DOWN,
        {"text_input__level": "Junior", "selectbox__reason": Reason.HEALTH},
        ("Step down on the aspiration “Become the expert”", "Senior → Junior", "My health"),
        id="down",
    ),
    pytest.param(
        ASPIRATION,
        Choice.SIDEWAYS,
        {"text_input__level": "Teacher", "selectbox__reason": Reason.INTERESTS},
        ("Step sideways on the aspiration “Become the expert”", "Senior → Teacher", "My interests"),
        id="sideways",
    ),
    pytest.param(
        ASPIRATION,
        Choice.RETIRE,
        {"selectbox__reason": Reason.EMPLOYER},
        ("Retire the aspiration “Become the expert”", "In the plan → Retired", "My employer"),
        id="retire",
    ),
    pytest.param(
        MILESTONE,
        Choice.DONE,
        {},
        ("Mark the milestone “Visit the fair” as done", "Open → Done"),
        id="milestone-done",
    ),
    pytest.param(
        MILESTONE,
        Choice.MOVE,
        {"selectbox__reason": Reason.LIFE},
        ("Move the milestone “Visit the fair”", f"Planned for {YEAR} → {YEAR + 1}"),
        id="milestone-moved",
    ),
    pytest.param(
        MILESTONE,
        Choice.DROP,
        {"selectbox__reason": Reason.LIFE},
        ("Drop the milestone “Visit the fair”", f"Planned for {YEAR} → Archived"),
        id="milestone-dropped",
    ),
]


@pytest.mark.parametrize(("entry", "choice", "fields", "says"), PROPOSED)
def test_the_end_lists_what_would_change_with_before_and_after_and_why(
    review: AppTest, entry: str, choice: Choice, fields: dict[str, object], says: tuple[str, ...]
) -> None:
    before = plan_of(review)
    page = choose(go(review, STEPS[entry]), entry, choice)
    page = note(page, entry, **fields) if choice is not Choice.DONE else page
    assert not page.error
    page = go(page, "finish")

    [change] = proposed(page)
    for words in says:
        assert words in change
    plan = plan_of(page)
    assert (plan.goals, plan.aspirations, plan.milestones) == (
        before.goals,
        before.aspirations,
        before.milestones,
    )


@pytest.mark.parametrize(("entry", "choice", "fields", "says"), PROPOSED)
def test_what_is_applied_is_in_the_plan_and_one_undo_takes_it_back_and_it_is_offered_again(
    review: AppTest, entry: str, choice: Choice, fields: dict[str, object], says: tuple[str, ...]
) -> None:
    before = plan_of(review)
    page = choose(go(review, STEPS[entry]), entry, choice)
    page = note(page, entry, **fields) if choice is not Choice.DONE else page
    page = press_key(go(page, "finish"), YearKey.PROPOSAL_APPLY)
    kind, _, id_ = entry.partition("-")

    assert plan_of(page).collection(kind)[id_] != before.collection(kind)[id_]
    assert proposed(page) == []
    assert "Your plan has followed everything you decided." in said(page)

    page = press(page, "Undo")
    assert plan_of(page).collection(kind)[id_] == before.collection(kind)[id_]
    assert says[0] in proposed(page)[0]


def test_nothing_decided_proposes_nothing(review: AppTest) -> None:
    page = go(choose(go(review, "goals"), GOAL, Choice.KEEP), "finish")

    assert proposed(page) == []
    assert "What would change in your plan" not in said(page)
    assert "followed" not in said(page)


def test_only_what_is_ticked_is_applied_and_the_rest_is_offered_on(review: AppTest) -> None:
    page = go(_drop(choose(go(review, "goals"), OTHER, Choice.DONE)), "finish")
    assert "Apply 2 changes" in labels(page)
    page.checkbox(key=YearKey.PROPOSAL.of(OTHER)).uncheck()
    page = press(ran(page), "Apply 1 change")

    assert plan_of(page).goals["exam"].status is GoalStatus.DROPPED
    assert plan_of(page).goals["talk"].status is GoalStatus.IDEA
    [left] = proposed(page)
    assert "Give a talk" in left


def test_with_nothing_ticked_there_is_nothing_to_apply(review: AppTest) -> None:
    page = go(_drop(review), "finish")
    page.checkbox(key=YearKey.PROPOSAL.of(GOAL)).uncheck()
    page = ran(page)

    assert button(page, "Apply no changes").disabled


def test_a_review_is_finished_without_applying_anything(review: AppTest) -> None:
    page = press(go(_drop(review), "finish"), "Finish the review")

    assert plan_of(page).goals["exam"] == EXAM
    assert "Pass the exam: Drop it · My life" in said(page)


def test_one_undo_takes_all_changes_back(review: AppTest) -> None:
    before = plan_of(review)
    page = _drop(review)
    page = _decide(page, ASPIRATION, Choice.RETIRE, selectbox__reason=Reason.MARKET)
    page = choose(go(page, "next-milestones"), MILESTONE, Choice.DONE)
    page = press(go(page, "finish"), "Apply 3 changes")
    page = press(page, "Undo")

    plan = plan_of(page)
    assert (plan.goals, plan.aspirations, plan.milestones) == (
        before.goals,
        before.aspirations,
        before.milestones,
    )
    assert len(proposed(page)) == 3


def test_what_the_plan_has_followed_is_told_at_its_entry_and_not_asked_again(review: AppTest) -> None:
    page = press(go(_drop(review), "finish"), "Apply 1 change")
    page = go(page, "goals")
    assert "Give a talk" in said(page)
    assert "**Pass the exam**" not in said(page)  # it is no longer open

    page = _decide(page, ASPIRATION, Choice.RAISE, text_input__level="Lead")
    page = go(press(go(page, "finish"), "Apply 1 change"), "aspirations")
    assert "Your plan has followed what you decided." in said(page)
    assert not page.segmented_control


def test_an_entry_that_another_tab_archived_is_told_and_the_rest_is_applied(review: AppTest) -> None:
    page = go(_drop(choose(go(review, "goals"), OTHER, Choice.DONE)), "finish")
    other = another_tab()
    other.query_params["goal"] = "exam"
    other = ran(other.switch_page("pages/plan/board.py"))
    other = press(press(other, "Edit"), "Archive")
    assert plan_of(other).goals["exam"].archived

    page = press(page, "Apply 2 changes")
    assert not page.error
    assert plan_of(page).goals["talk"].status is GoalStatus.DONE
    assert "“Pass the exam” is no longer in the plan; nothing to change." in said(page)
    assert not [it for it in labels(page) if it.startswith("Apply")]


def test_a_decision_made_in_another_tab_is_shown_here(review: AppTest) -> None:
    page = go(review, "goals")
    other = choose(go(another_tab(), "goals"), GOAL, Choice.DONE)
    other = choose(other, OTHER, Choice.KEEP)
    page = choose(page, OTHER, Choice.DONE)

    shown = page.segmented_control(key=YearKey.DECIDE.of(f"{review_of(page).id}-{GOAL}")).value
    assert shown == Choice.DONE
    assert {key: it.choice for key, it in decisions(page).items()} == {GOAL: Choice.DONE, OTHER: Choice.DONE}


def test_after_an_undo_the_choice_is_open_again(review: AppTest) -> None:
    page = press(choose(go(review, "goals"), GOAL, Choice.DONE), "Undo")

    assert decisions(page) == {}
    assert page.segmented_control(key=YearKey.DECIDE.of(f"{review_of(page).id}-{GOAL}")).value is None


def test_a_noted_decision_is_there_after_leaving_and_coming_back(review: AppTest) -> None:
    page = _decide(
        review,
        GOAL,
        Choice.MOVE,
        date_input__due=date(YEAR + 2, 1, 9),
        selectbox__reason=Reason.LIFE,
        text_input__note="The baby.",
    )
    page = go(another_tab(), "goals")

    at = f"{review_of(page).id}-{GOAL}"
    assert page.segmented_control(key=YearKey.DECIDE.of(at)).value == Choice.MOVE
    assert page.date_input(key=YearKey.DECIDE_DUE.of(at)).value == date(YEAR + 2, 1, 9)
    assert page.selectbox(key=YearKey.DECIDE_REASON.of(at)).value == Reason.LIFE
    assert page.text_input(key=YearKey.DECIDE_NOTE.of(at)).value == "The baby."
    assert "Note it anew" in labels(page)


def test_what_is_chosen_and_not_noted_says_so_and_what_stands(review: AppTest) -> None:
    page = choose(go(review, "goals"), GOAL, Choice.DROP)
    assert "Not noted yet." in said(page)

    page = choose(choose(page, GOAL, Choice.DONE), GOAL, Choice.DROP)
    assert "Not noted yet: “It is done” stands." in said(page)
    assert decisions(page)[GOAL].choice is Choice.DONE
    assert "Not noted yet" not in said(note(page, GOAL, selectbox__reason=Reason.LIFE))


def test_a_decision_after_the_review_was_finished_elsewhere_is_refused_in_a_sentence(
    review: AppTest,
) -> None:
    page = choose(go(review, "goals"), GOAL, Choice.DROP)
    press(go(another_tab(), "finish"), "Finish the review")
    fill(page, "selectbox", YearKey.DECIDE_REASON, GOAL, Reason.LIFE)
    page = press_key(page, YearKey.DECIDE_SAVE.of(f"{review_of(page).id}-{GOAL}"))

    assert "finished and stays as it is" in refused(page)[0]


def _add(page: AppTest, title: str) -> AppTest:
    page.text_input(key=YearKey.DECIDE_ADD.of("title")).set_value(title)
    return press_key(page, YearKey.DECIDE_ADD)


def test_milestones_of_next_year_are_noted_taken_out_and_applied(review: AppTest) -> None:
    page = _add(_add(go(review, "next-milestones"), " Lead  a project "), "Write an article")
    assert page.text_input(key=YearKey.DECIDE_ADD.of("title")).value == ""
    page = press(page, "Take out")
    page = go(page, "finish")
    [change] = proposed(page)
    assert "Add the milestone “Write an article”" in change
    assert f"Planned for {YEAR + 1}" in change
    assert "→" not in change  # there is nothing before
    page = press(page, "Apply 1 change")

    [added] = [it for it in plan_of(page).milestones.values() if it.id != "visit"]
    assert (added.title, added.year) == ("Write an article", YEAR + 1)
    assert "in your plan" in said(go(page, "next-milestones"))


def test_a_milestone_without_words_is_not_noted(review: AppTest) -> None:
    page = _add(go(review, "next-milestones"), "  ")

    assert decisions(page) == {}
    assert not page.error


def test_titles_are_shown_as_they_were_typed(app: AppTest) -> None:
    seed(app, Goal(id="exam", title="![x](http://evil.example/x) :red[boo]"))
    page = go(choose(go(begun(app), "goals"), GOAL, Choice.DONE), "finish")

    assert "](http" not in marked_down(page)
    page = press(page, "Finish the review")
    assert "](http" not in marked_down(page)
    assert Key.REVIEW_BOARD in [it.key for it in page.button]


def test_what_is_decided_and_not_applied_is_named_beside_the_end(review: AppTest) -> None:
    page = go(_drop(review), "finish")
    assert "1 change is not applied yet, above." in said(page)

    page = press_key(page, YearKey.PROPOSAL_APPLY)
    assert "not applied yet" not in said(page)
