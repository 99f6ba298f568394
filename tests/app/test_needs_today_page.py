import os
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content import directions
from careerkit.labels import Mark
from careerkit.needs import Decision, Direction, Satisfaction, decide_direction, drop_assessment
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.state import Key
from tests.tools.needs_pages import (
    another_tab,
    at_view,
    choose_view,
    compared,
    errors,
    in_order,
    labels,
    owner,
    plain,
    press,
    press_key,
    rated,
    result,
    save,
    stored,
    texts,
    unfolding,
)
from tests.tools.visitors import AT_HOME

COURSE = "income-training"
"""The first goal that is suggested for income: private, and of use for security too."""
ASPIRATION = "income-position"
TAKEN = "This direction is in your plan already. Change it there."


@pytest.fixture
def today(app: AppTest) -> AppTest:
    """The view Today of somebody for whom income comes first, and then security."""
    compared(in_order("income", "security"))
    return at_view(app, "Today")


@pytest.fixture
def missing(today: AppTest) -> AppTest:
    """The same, with no more than 1 of 10 for the income they have."""
    rated(income=1)
    return today.run()


@pytest.fixture
def leading(app: AppTest) -> AppTest:
    """The view Directions of the same person."""
    compared(in_order("income", "security"))
    return at_view(app, "Directions")


def direction(direction_id: str) -> Direction:
    return next(it for it in directions() if it.id == direction_id)


def rate(page: AppTest, need: str, value: int | None) -> AppTest:
    page.segmented_control(key=Key.NEEDS_RATING.of(f"{result().id}-{need}")).set_value(value).run()
    assert not page.exception
    return page


def rating_on(page: AppTest, need: str) -> object:
    return page.segmented_control(key=Key.NEEDS_RATING.of(f"{result().id}-{need}")).value


def note_key(need: str) -> str:
    return Key.NEEDS_RATING_NOTE.of(f"{result().id}-{need}")


def rating(need: str) -> tuple[int, str] | None:
    found: Satisfaction | None = result().satisfaction.get(need)
    return (found.value, found.note) if found else None


def decided() -> dict[str, Decision]:
    return dict(stored().standpoint.directions)


def take(page: AppTest, direction_id: str, place: str = "card") -> AppTest:
    return press_key(page, Key.DIRECTION_TAKE.of(f"{place}-{direction_id}"))


def edit(page: AppTest, direction_id: str, place: str = "card") -> AppTest:
    return press_key(page, Key.DIRECTION_EDIT.of(f"{place}-{direction_id}"))


def decline(page: AppTest, direction_id: str, place: str = "card") -> AppTest:
    return press_key(page, Key.DIRECTION_DECLINE.of(f"{place}-{direction_id}"))


def buttons_of(page: AppTest, direction_id: str) -> list[str]:
    keys = [button.key or "" for button in page.button]
    return [key for key in keys if key.endswith(direction_id)]


def test_every_need_has_a_scale_and_without_a_number_there_is_no_picture(today: AppTest) -> None:
    scales = [one for one in today.segmented_control if one.key != Key.NEEDS_VIEW]

    assert [scale.options for scale in scales] == [[str(number) for number in range(11)]] * 8
    assert scales[0].label == "Income"
    assert all(scale.value is None for scale in scales)
    assert not today.get("vega_lite_chart")
    assert not today.text_input


def test_a_number_is_saved_at_once_and_then_a_note_can_stand_beside_it(today: AppTest) -> None:
    rate(today, "income", 3)
    assert rating("income") == (3, "")

    assert [field.key for field in today.text_input] == [note_key("income")]
    today.text_input(key=note_key("income")).set_value(" No rise since spring ").run()

    assert rating("income") == (3, "No rise since spring")
    assert another_tab("Today").text_input(key=note_key("income")).value == "No rise since spring"


def test_zero_is_a_number_like_any_other(today: AppTest) -> None:
    rate(today, "income", 0)

    assert rating("income") == (0, "")
    assert "Income matters a lot to you and is hardly met: 0 of 10 today." in texts(today)


def test_another_number_leaves_the_note_as_it_is(today: AppTest) -> None:
    rate(today, "income", 3)
    today.text_input(key=note_key("income")).set_value("No rise since spring").run()

    rate(today, "income", 6)

    assert rating("income") == (6, "No rise since spring")


def test_a_number_taken_away_takes_its_note_along_and_undo_brings_both_back(today: AppTest) -> None:
    rate(today, "income", 3)
    today.text_input(key=note_key("income")).set_value("No rise since spring").run()

    rate(today, "income", None)
    assert rating("income") is None
    assert not today.text_input

    press_key(today, Key.UNDO)
    assert rating("income") == (3, "No rise since spring")
    assert rating_on(today, "income") == 3
    assert today.text_input(key=note_key("income")).value == "No rise since spring"


def test_two_tabs_that_rate_one_need_show_both_and_the_first_stays(today: AppTest) -> None:
    other = another_tab("Today")
    rate(other, "income", 3)

    rate(today, "income", 7)

    assert len(today.error) == 1
    assert "Someone changed “satisfaction” meanwhile" in errors(today)[0]
    assert rating("income") == (3, "")
    assert rating_on(today, "income") == 3


def test_two_tabs_can_rate_different_needs(today: AppTest) -> None:
    rate(another_tab("Today"), "security", 3)
    rate(today, "income", 7)

    assert not today.error
    assert (rating("income"), rating("security")) == ((7, ""), (3, ""))


def test_a_number_that_could_not_be_saved_is_not_shown_as_if_it_were(
    today: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        rate(today, "income", 3)

    assert len(today.error) == 1
    assert rating("income") is None
    assert rating_on(today, "income") is None or "Not saved yet." in texts(today)


def test_the_table_of_gaps_has_the_largest_first(today: AppTest) -> None:
    rated(responsibility=0, security=5, income=1)
    today.run()

    (table,) = today.table
    assert [plain(str(need)) for need in table.value["Need"]] == ["Income", "Security", "Responsibility"]
    assert list(table.value.columns) == ["Need", "Matters", "Met today", "Gap"]
    assert [list(row) for row in table.value.to_numpy()[:, 1:]] == [
        ["10", "1", "9"],
        ["8.6", "5", "4.3"],
        ["0", "0", "0"],
    ]
    assert len(today.get("vega_lite_chart")) == 1


def test_where_what_matters_is_met_nothing_is_suggested(today: AppTest) -> None:
    rated(income=9, responsibility=0)

    today.run()

    assert "Nothing that matters much to you is badly met today." in texts(today)
    assert "Add to plan" not in labels(today)


def test_at_most_three_gaps_are_named_with_a_next_step_each(today: AppTest) -> None:
    rated(income=0, security=0, balance=0, meaning=0, freedom=0)

    today.run()

    assert labels(today).count("Add to plan") == 3
    assert texts(today).count("A next step could be") == 3


def test_a_next_step_goes_into_the_plan_as_a_goal_with_need_first_step_and_mark(missing: AppTest) -> None:
    course = direction(COURSE)
    assert f"First step: {course.first_step}" in texts(missing)

    take(missing, COURSE, "gap")

    [goal] = stored().goals.values()
    assert (goal.title, goal.first_step, goal.mark) == (course.title, course.first_step, Mark.PRIVATE)
    assert goal.needs == {"income", "security"}
    assert decided() == {COURSE: Decision.ACCEPTED}
    assert [toast.value for toast in missing.toast] == ["It is in your plan. You find it under the Board."]
    assert not buttons_of(missing, COURSE)  # another step is suggested now
    assert labels(missing).count("Add to plan") == 1


def test_two_needs_that_one_step_would_serve_can_both_be_acted_on(missing: AppTest) -> None:
    rated(security=0)

    decline(missing.run(), "security-savings", "gap")

    assert not missing.exception
    assert buttons_of(missing, COURSE)


def test_a_need_whose_every_step_is_decided_still_shows_its_gap(missing: AppTest) -> None:
    for it in directions():
        save(
            lambda plan, it=it: decide_direction(  # type: ignore[misc] # bound now
                plan.standpoints, it.id, Decision.DECLINED, stamp=owner()
            )
        )

    missing.run()

    assert "Income matters a lot to you and is hardly met: 1 of 10 today." in texts(missing)
    assert "Add to plan" not in labels(missing)


def test_directions_stand_below_their_need_in_the_order_of_the_needs(leading: AppTest) -> None:
    heads = [plain(head.value) for head in leading.subheader]
    assert heads == ["Income", "Security", "Balance"]
    assert unfolding(leading) == ["Meaning", "Freedom", "Mastery", "Recognition", "Responsibility"]
    assert all(it.title in texts(leading) and it.reason in texts(leading) for it in directions())
    assert len(buttons_of(leading, COURSE)) == 3  # once, though it serves two needs
    assert "What stands under income leads here too." in texts(leading)


def test_an_aspiration_goes_into_the_plan_with_its_needs_and_mark(leading: AppTest) -> None:
    take(leading, ASPIRATION)

    [aspiration] = stored().aspirations.values()
    assert (aspiration.title, aspiration.mark) == (direction(ASPIRATION).title, Mark.PRIVATE)
    assert aspiration.needs == {"income", "security"}
    assert decided() == {ASPIRATION: Decision.ACCEPTED}
    assert [toast.value for toast in leading.toast] == ["It is in your plan. You find it under Aspirations."]
    assert not buttons_of(leading, ASPIRATION)
    assert "In your plan" in texts(leading)


def test_undo_takes_the_entry_and_the_decision_back_together_and_redo_brings_both(leading: AppTest) -> None:
    take(leading, COURSE)

    press_key(leading, Key.UNDO)
    assert (stored().goals, decided()) == ({}, {})
    assert len(buttons_of(leading, COURSE)) == 3

    press_key(leading, Key.REDO)
    assert len(stored().goals) == 1
    assert decided() == {COURSE: Decision.ACCEPTED}


@pytest.mark.parametrize("before", [(), (ASPIRATION,)], ids=["the-first", "a-later-one"])
def test_what_another_tab_took_meanwhile_is_refused_with_one_sentence_and_not_added_twice(
    leading: AppTest, before: tuple[str, ...]
) -> None:
    for taken in before:
        take(leading, taken)
    other = another_tab("Directions")
    take(other, COURSE)

    take(leading, COURSE)

    assert errors(leading) == [TAKEN]
    assert len(stored().goals) == 1
    assert decided()[COURSE] is Decision.ACCEPTED
    assert not buttons_of(leading, COURSE)


def test_what_another_tab_declined_meanwhile_can_still_be_taken_only_after_it_is_seen(
    leading: AppTest,
) -> None:
    decline(another_tab("Directions"), COURSE)

    take(leading, COURSE)

    assert len(leading.error) == 1
    assert stored().goals == {}
    assert decided() == {COURSE: Decision.DECLINED}


def test_edit_first_opens_the_goal_filled_in_and_saving_it_marks_the_direction(leading: AppTest) -> None:
    course = direction(COURSE)
    edit(leading, COURSE)
    assert leading.text_input(key=Key.GOAL_TITLE).value == course.title
    assert leading.text_input(key=Key.GOAL_FIRST_STEP).value == course.first_step
    assert leading.multiselect(key=Key.GOAL_NEEDS).value == ["income", "security"]
    assert leading.radio(key=Key.GOAL_MARK).value is Mark.PRIVATE
    assert decided() == {}

    leading.text_input(key=Key.GOAL_TITLE).set_value("Complete the course on audits")
    press_key(leading, Key.DRAFT_SAVE)

    assert [goal.title for goal in stored().goals.values()] == ["Complete the course on audits"]
    assert decided() == {COURSE: Decision.ACCEPTED}
    assert not buttons_of(leading, COURSE)
    press_key(leading, Key.UNDO)
    assert (stored().goals, decided()) == ({}, {})


def test_edit_first_opens_the_aspiration_filled_in_and_saving_it_marks_the_direction(
    leading: AppTest,
) -> None:
    edit(leading, ASPIRATION)
    assert leading.text_input(key=Key.ASPIRATION_TITLE).value == direction(ASPIRATION).title
    assert leading.multiselect(key=Key.ASPIRATION_NEEDS).value == ["income", "security"]

    press_key(leading, Key.DRAFT_SAVE)

    assert len(stored().aspirations) == 1
    assert decided() == {ASPIRATION: Decision.ACCEPTED}


@pytest.mark.parametrize("which", [COURSE, ASPIRATION])
def test_a_cancelled_edit_leaves_the_direction_open(leading: AppTest, which: str) -> None:
    edit(leading, which)

    press_key(leading, Key.DRAFT_CANCEL)

    assert (stored().goals, stored().aspirations, decided()) == ({}, {}, {})
    assert len(buttons_of(leading, which)) == 3


def test_a_goal_of_ones_own_after_a_cancelled_edit_accepts_no_direction(leading: AppTest) -> None:
    edit(leading, COURSE)
    press_key(leading, Key.DRAFT_CANCEL)
    leading.switch_page(Place.BOARD).run()
    press_key(leading, Key.GOAL_ADD)
    leading.text_input(key=Key.GOAL_TITLE).set_value("Something else")
    press_key(leading, Key.DRAFT_SAVE)

    assert len(stored().goals) == 1
    assert decided() == {}


def test_an_edit_from_today_marks_the_direction_too(missing: AppTest) -> None:
    edit(missing, COURSE, "gap")
    press_key(missing, Key.DRAFT_SAVE)

    assert len(stored().goals) == 1
    assert decided() == {COURSE: Decision.ACCEPTED}
    assert not buttons_of(missing, COURSE)


@pytest.mark.parametrize("which", [COURSE, ASPIRATION])
def test_an_edited_direction_that_another_tab_took_meanwhile_is_not_added_twice(
    leading: AppTest, which: str
) -> None:
    edit(leading, which)
    take(another_tab("Directions"), which)

    press_key(leading, Key.DRAFT_SAVE)

    assert len(leading.error) == 1
    assert len(stored().goals) + len(stored().aspirations) == 1


def test_a_second_press_adds_a_direction_once(leading: AppTest) -> None:
    [first] = [one for one in leading.button if one.key == Key.DIRECTION_TAKE.of(f"card-{COURSE}")]
    first.click().run()

    first.click().run()

    assert not leading.exception
    assert len(stored().goals) == 1


def test_what_is_declined_is_put_aside_and_stays_declined_in_a_new_session(leading: AppTest) -> None:
    decline(leading, COURSE)
    assert decided() == {COURSE: Decision.DECLINED}

    again = another_tab("Directions")

    for page in (leading, again):
        assert not buttons_of(page, f"card-{COURSE}")
        assert unfolding(page)[-1] == "Declined (1)"
        assert buttons_of(page, COURSE) == [Key.DIRECTION_RECONSIDER.of(COURSE)]


def test_what_was_declined_can_be_reconsidered(leading: AppTest) -> None:
    decline(leading, COURSE)

    press(leading, "Reconsider")

    assert decided() == {}
    assert len(buttons_of(leading, f"card-{COURSE}")) == 3
    assert "Declined (1)" not in unfolding(leading)


def test_a_need_whose_directions_are_all_declined_says_so(leading: AppTest) -> None:
    for it in directions():
        if "income" in it.needs:
            decline(leading, it.id)

    assert "You have declined what was suggested here." in texts(leading)
    assert unfolding(leading)[-1] == "Declined (4)"


def test_what_is_declined_is_not_suggested_as_a_next_step_either(missing: AppTest) -> None:
    decline(missing, COURSE, "gap")

    assert not buttons_of(missing, COURSE)
    assert buttons_of(missing, "income-ask")
    assert not buttons_of(choose_view(missing, "Directions"), f"card-{COURSE}")


@pytest.mark.parametrize("button", [Key.DIRECTION_TAKE, Key.DIRECTION_EDIT, Key.DIRECTION_DECLINE])
def test_a_direction_pressed_over_a_lost_connection_says_so_and_changes_nothing(
    leading: AppTest, button: Key, arrive: Callable[[Connection | None], None]
) -> None:
    arrive(None)
    press_key(leading, button.of(f"card-{COURSE}"))
    assert len(leading.error) == 1
    assert "The connection was lost for a moment" in errors(leading)[0]

    arrive(AT_HOME)
    assert (stored().goals, decided()) == ({}, {})


def test_a_number_for_a_comparison_that_is_no_longer_the_newest_goes_to_its_own(today: AppTest) -> None:
    older = result()
    compared(in_order("balance"), at=owner().at.replace(year=2026))

    today.segmented_control(key=Key.NEEDS_RATING.of(f"{older.id}-income")).set_value(4).run()

    assert not today.exception
    assert stored().assessments[older.id].satisfaction["income"].value == 4
    assert result().id != older.id
    assert result().satisfaction == {}


def test_a_comparison_that_was_opened_again_elsewhere_takes_the_number_or_says_why_not(
    today: AppTest,
) -> None:
    press_key(another_tab(), Key.UNDO)  # its last answer: it is open again

    today.segmented_control(key=Key.NEEDS_RATING.of(f"{next(iter(stored().assessments))}-income")).set_value(
        4
    ).run()

    assert not today.exception
    [assessment] = stored().assessments.values()
    assert not assessment.is_complete
    assert ("income" in assessment.satisfaction) is not bool(today.error)
    save(lambda plan: drop_assessment(plan.assessments, assessment.id, stamp=owner()))
    assert not today.run().exception
