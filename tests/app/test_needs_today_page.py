import os
from collections.abc import Callable
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from careerkit.content import directions
from careerkit.labels import Mark
from careerkit.needs import (
    Decision,
    Direction,
    Mode,
    decide_direction,
    gap_in_words,
    latest_ratings,
    need_gaps,
)
from careerkit.text import NOTE
from pages._ui.clock import now
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.needs_pages import (
    LONG_AGO,
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
def scales(app: AppTest) -> AppTest:
    """The view Today of somebody for whom income comes first, and then security; nothing is rated yet."""
    compared(in_order("income", "security"))
    return at_view(app, "Today")


@pytest.fixture
def missing(scales: AppTest) -> AppTest:
    """The same, with no more than 1 of 10 for the income they have, and all else well met."""
    rated(income=1)
    return scales.run()


@pytest.fixture
def leading(app: AppTest) -> AppTest:
    """The view Directions of the same person."""
    compared(in_order("income", "security"))
    return at_view(app, "Directions")


def direction(direction_id: str) -> Direction:
    return next(it for it in directions() if it.id == direction_id)


def rate(page: AppTest, need: str, value: int | None) -> AppTest:
    page.segmented_control(key=Key.NEEDS_RATING.of(need)).set_value(value).run()
    assert not page.exception
    return page


def rating_on(page: AppTest, need: str) -> object:
    return page.segmented_control(key=Key.NEEDS_RATING.of(need)).value


def note_on(page: AppTest, need: str) -> TextInput:
    return page.text_input(key=Key.NEEDS_RATING_NOTE.of(need))


def rating(need: str) -> tuple[int, str] | None:
    found = latest_ratings(stored().satisfactions).get(need)
    return (found.value, found.note) if found else None


def gap_said(need: str) -> str:
    gaps = need_gaps(result(), latest_ratings(stored().satisfactions))
    return next(gap_in_words(gap, str) for gap in gaps if gap.need == need)


def decided() -> dict[str, Decision]:
    return dict(stored().standpoint.directions)


def decline_stored(*which: Direction) -> None:
    for it in which:
        deed = partial(decide_direction, direction=it.id, decision=Decision.DECLINED, stamp=owner())
        save(lambda plan, deed=deed: deed(plan.standpoints))  # type: ignore[misc] # bound now


def take(page: AppTest, direction_id: str, place: str = "card") -> AppTest:
    return press_key(page, Key.DIRECTION_TAKE.of(f"{place}-{direction_id}"))


def edit(page: AppTest, direction_id: str, place: str = "card") -> AppTest:
    return press_key(page, Key.DIRECTION_EDIT.of(f"{place}-{direction_id}"))


def decline(page: AppTest, direction_id: str, place: str = "card") -> AppTest:
    return press_key(page, Key.DIRECTION_DECLINE.of(f"{place}-{direction_id}"))


def buttons_of(page: AppTest, direction_id: str) -> list[str]:
    keys = [button.key or "" for button in page.button]
    return [key for key in keys if key.endswith(direction_id)]


def test_every_need_has_a_scale_and_the_picture_waits_for_all_of_them(scales: AppTest) -> None:
    drawn = [one for one in scales.segmented_control if one.key != Key.NEEDS_VIEW]

    assert [scale.options for scale in drawn] == [[str(number) for number in range(11)]] * 8
    assert drawn[0].label == "Income"
    assert all(scale.value is None for scale in drawn)
    assert "8 needs to go." in texts(scales)
    assert not scales.get("vega_lite_chart")
    assert all(field.disabled for field in scales.text_input)


def test_a_number_is_saved_at_once_and_then_a_note_can_stand_beside_it(scales: AppTest) -> None:
    rate(scales, "income", 3)
    assert rating("income") == (3, "")
    assert "7 needs to go." in texts(scales)
    assert [field.key for field in scales.text_input if not field.disabled] == [note_on(scales, "income").key]

    note_on(scales, "income").set_value(" No rise since spring ").run()

    assert rating("income") == (3, "No rise since spring")
    again = another_tab("Today")
    assert (rating_on(again, "income"), note_on(again, "income").value) == (3, "No rise since spring")


def test_the_last_number_shows_what_matters_and_is_missing(scales: AppTest) -> None:
    rated(income=None)
    assert "1 need to go." in texts(scales.run())

    rate(scales, "income", 0)

    assert "to go." not in texts(scales)
    assert len(scales.get("vega_lite_chart")) == 1
    assert gap_said("income") in texts(scales)


def test_another_number_leaves_the_note_as_it_is_and_undo_takes_one_step_back(scales: AppTest) -> None:
    rate(scales, "income", 3)
    note_on(scales, "income").set_value("No rise since spring").run()

    rate(scales, "income", 6)
    assert rating("income") == (6, "No rise since spring")

    press_key(scales, Key.UNDO)
    assert rating("income") == (3, "No rise since spring")
    assert (rating_on(scales, "income"), note_on(scales, "income").value) == (3, "No rise since spring")


def test_undo_of_the_first_number_leaves_the_need_unrated(scales: AppTest) -> None:
    rate(scales, "income", 3)

    press_key(scales, Key.UNDO)

    assert rating("income") is None
    assert rating_on(scales, "income") is None
    assert note_on(scales, "income").disabled


def test_a_note_that_is_too_long_is_refused_and_stays_as_it_was_typed(scales: AppTest) -> None:
    rate(scales, "income", 3)
    too_long = "x" * (NOTE + 1)

    note_on(scales, "income").set_value(too_long).run()

    assert len(scales.error) == 1
    assert rating("income") == (3, "")
    assert note_on(scales, "income").value == too_long
    assert "Not saved yet." in texts(scales)


def test_a_number_of_an_earlier_day_says_so_and_stays_when_todays_takes_its_place(scales: AppTest) -> None:
    rated(at=LONG_AGO, rest=None, income=3)
    scales.run()
    [scale] = [one for one in scales.segmented_control if one.key == Key.NEEDS_RATING.of("income")]
    assert scale.label == "Income :gray[· as of 1 Mar 2025]"
    assert scale.value == 3

    rate(scales, "income", 5)

    [scale] = [one for one in scales.segmented_control if one.key == Key.NEEDS_RATING.of("income")]
    assert scale.label == "Income"
    assert [one.ratings["income"].value for one in stored().satisfactions.values()] == [3, 5]


def test_numbers_stay_when_the_needs_are_compared_again(scales: AppTest) -> None:
    rate(scales, "income", 3)
    compared(in_order("balance"), at=now())

    assert rating_on(another_tab("Today"), "income") == 3


def test_two_tabs_that_rate_one_need_show_both_and_the_first_stays(scales: AppTest) -> None:
    rate(scales, "balance", 5)  # so that there is a day for both to write to
    other = another_tab("Today")
    rate(other, "income", 3)

    rate(scales, "income", 7)

    assert len(scales.error) == 1
    assert "Someone changed" in errors(scales)[0]
    assert rating("income") == (3, "")
    assert rating_on(scales, "income") == 3


def test_two_tabs_that_rate_one_need_first_of_all_lose_neither_number_without_a_word(
    scales: AppTest,
) -> None:
    other = another_tab("Today")
    rate(other, "income", 3)

    rate(scales, "income", 7)

    kept = [one.ratings["income"].value for one in stored().satisfactions.values()]
    assert kept == [3, 7] or (kept == [3] and len(scales.error) == 1)
    assert rating_on(scales, "income") == rating_on(another_tab("Today"), "income")


def test_a_number_counts_that_is_chosen_after_two_tabs_rated_the_need_at_once(scales: AppTest) -> None:
    other = another_tab("Today")
    rate(other, "income", 3)
    rate(scales, "income", 7)

    rate(scales.run(), "income", 3)

    assert not scales.error
    assert rating("income") == (3, "")


@pytest.mark.parametrize("before", ["nothing yet", "something already"])
def test_two_tabs_can_rate_different_needs(scales: AppTest, before: str) -> None:
    if before == "something already":
        rate(scales, "balance", 5)
    rate(another_tab("Today"), "security", 3)
    rate(scales, "income", 7)

    assert not scales.error
    assert (rating("income"), rating("security")) == ((7, ""), (3, ""))
    assert rating_on(scales.run(), "security") == 3


def test_a_number_that_could_not_be_saved_is_not_shown_as_if_it_were(
    scales: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        rate(scales, "income", 3)

    assert len(scales.error) == 1
    assert rating("income") is None
    assert rating_on(scales, "income") is None or "Not saved yet." in texts(scales)


def test_the_table_of_gaps_has_the_largest_first(scales: AppTest) -> None:
    rated(responsibility=0, security=5, income=1, rest=10)

    scales.run()

    (table,) = scales.table
    assert list(table.value.columns) == ["Need", "Kept", "Met today", "Gap"]
    rows = [[plain(str(cell)) for cell in row] for row in table.value.to_numpy()]
    assert rows[:2] == [["Income", "10", "1", "9"], ["Security", "8.6", "5", "4.3"]]
    assert {row[3] for row in rows[2:]} == {"0"}
    assert len(rows) == 8


def test_where_what_matters_is_met_nothing_is_suggested(scales: AppTest) -> None:
    rated(responsibility=0)

    scales.run()

    assert "What you keep most often is fairly well met today." in texts(scales)
    assert "Add to plan" not in labels(scales)


def test_what_is_missing_is_told_after_a_comparison_in_fours_too(app: AppTest) -> None:
    compared(in_order("income"), mode=Mode.FOURS)
    rated(income=2)

    page = at_view(app, "Today")

    assert gap_said("income") in texts(page)
    assert [str(cell) for cell in page.table[0].value.to_numpy()[0]] == ["Income", "10", "2", "8"]


def test_at_most_three_gaps_are_named_with_a_next_step_each(scales: AppTest) -> None:
    rated(rest=0)

    scales.run()

    assert labels(scales).count("Add to plan") == 3
    assert texts(scales).count("A next step could be") == 3


def test_a_next_step_goes_into_the_plan_as_a_goal_with_need_first_step_and_mark(missing: AppTest) -> None:
    course = direction(COURSE)
    assert f"A next step could be “{course.title}”." in texts(missing)
    assert f"First step: {course.first_step}" in texts(missing)

    take(missing, COURSE, "gap-income")

    [goal] = stored().goals.values()
    assert (goal.title, goal.first_step, goal.mark) == (course.title, course.first_step, Mark.PRIVATE)
    assert goal.needs == {"income", "security"}
    assert decided() == {COURSE: Decision.ACCEPTED}
    assert [toast.value for toast in missing.toast] == ["It is in your plan. You find it on the Board."]
    assert f"In your plan: {course.title}." in texts(missing)
    assert not buttons_of(missing, COURSE)  # another step is suggested now
    assert labels(missing).count("Add to plan") == 1


def test_two_needs_that_one_step_would_serve_can_both_be_acted_on(missing: AppTest) -> None:
    rated(income=1, security=0)

    decline(missing.run(), "security-savings", "gap-security")

    assert not missing.exception
    assert buttons_of(missing, COURSE)


def test_a_need_whose_every_step_is_decided_asks_for_one_of_ones_own(missing: AppTest) -> None:
    decline_stored(*directions())
    missing.run()
    assert gap_said("income") in texts(missing)
    assert "Add to plan" not in labels(missing)

    press(missing, "Write a step of your own")
    assert missing.multiselect(key=PlanKey.GOAL_NEEDS).value == ["income"]
    missing.text_input(key=PlanKey.GOAL_TITLE).set_value("Talk to Ruth about pay")
    press_key(missing, Key.DRAFT_SAVE)

    [goal] = stored().goals.values()
    assert (goal.title, set(goal.needs)) == ("Talk to Ruth about pay", {"income"})
    assert Decision.ACCEPTED not in decided().values()


def test_a_step_of_ones_own_pressed_over_a_lost_connection_says_so_and_opens_nothing(
    missing: AppTest, arrive: Callable[[Connection | None], None]
) -> None:
    decline_stored(*directions())
    missing.run()

    arrive(None)
    press(missing, "Write a step of your own")

    assert "The connection was lost for a moment" in errors(missing)[0]
    assert not [field for field in missing.text_input if field.key == PlanKey.GOAL_TITLE]


def test_directions_stand_below_their_need_in_the_order_of_the_needs(leading: AppTest) -> None:
    heads = [plain(head.value) for head in leading.subheader]
    assert heads == ["Income", "Security", "Balance"]
    assert unfolding(leading) == ["Meaning", "Freedom", "Mastery", "Recognition", "Responsibility"]
    assert all(it.title in texts(leading) and it.reason in texts(leading) for it in directions())
    assert len(buttons_of(leading, COURSE)) == 3  # once, though it serves two needs
    assert "See also the directions under income." in texts(leading)


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
    assert leading.text_input(key=PlanKey.GOAL_TITLE).value == course.title
    assert leading.text_input(key=PlanKey.GOAL_FIRST_STEP).value == course.first_step
    assert leading.multiselect(key=PlanKey.GOAL_NEEDS).value == ["income", "security"]
    assert leading.radio(key=PlanKey.GOAL_MARK).value is Mark.PRIVATE
    assert decided() == {}

    leading.text_input(key=PlanKey.GOAL_TITLE).set_value("Complete the course on audits")
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
    assert leading.text_input(key=PlanKey.ASPIRATION_TITLE).value == direction(ASPIRATION).title
    assert leading.multiselect(key=PlanKey.ASPIRATION_NEEDS).value == ["income", "security"]

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
    press_key(leading, PlanKey.GOAL_ADD)
    leading.text_input(key=PlanKey.GOAL_TITLE).set_value("Something else")
    press_key(leading, Key.DRAFT_SAVE)

    assert len(stored().goals) == 1
    assert decided() == {}


def test_an_edit_from_today_marks_the_direction_too(missing: AppTest) -> None:
    edit(missing, COURSE, "gap-income")
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
    decline(missing, COURSE, "gap-income")

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
