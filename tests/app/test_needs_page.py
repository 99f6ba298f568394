from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content import needs_catalogue
from careerkit.needs import (
    drop_assessment,
    hide_need,
    next_question,
    pair_key,
    repeats,
    repeats_in_words,
    results,
)
from pages._ui.comparing import time_left
from pages._ui.local import Connection
from pages._ui.state import Key
from tests.tools.needs_pages import (
    ORDER,
    another_tab,
    answer,
    at_view,
    begin,
    button,
    choose_view,
    compared,
    errors,
    in_order,
    keeps,
    labels,
    opened,
    owner,
    plain,
    press,
    press_key,
    pressed,
    progress,
    result,
    save,
    stored,
    texts,
    unfolding,
    view_of,
)
from tests.tools.visitors import AT_HOME

QUESTIONS = 30
"""28 pairs, and two of them once more."""


@pytest.fixture
def comparing(app: AppTest) -> AppTest:
    """The page with a comparison in pairs that has just begun."""
    begin()
    return at_view(app)


def on_screen(page: AppTest) -> list[str]:
    """The names of the two needs that are to be compared, left and right."""
    return [plain(head.value) for head in page.subheader[:2]]


def keep(page: AppTest, side: int = 0) -> AppTest:
    return pressed(page, keeps(page)[side])


def by_keyboard(page: AppTest, shortcut: str) -> AppTest:
    [found] = [button for button in page.button if button.proto.shortcut == shortcut]
    return pressed(page, found)


def test_the_page_opens_with_the_eight_needs_and_one_thing_to_do(needs: AppTest) -> None:
    assert needs.title[0].value == "What do you need from your job?"
    assert all(need.name in texts(needs) and need.about in texts(needs) for need in needs_catalogue())
    assert "28 pairs" in texts(needs)
    assert [button.label for button in needs.button if button.proto.type == "primary"] == ["Start comparing"]


def test_starting_asks_for_the_first_of_28_pairs_and_two_repeats(needs: AppTest) -> None:
    press(needs, "Start comparing")

    assert progress(needs) == "0 of 30 · about four minutes left"
    assert len(keeps(needs)) == 2
    assert button(needs, "Undo last answer").disabled


def test_each_answer_is_saved_at_once_and_the_next_pair_comes(comparing: AppTest) -> None:
    first = on_screen(comparing)
    keep(comparing)

    assert progress(comparing).startswith("1 of 30")
    assert set(on_screen(comparing)).isdisjoint(first)
    assert len(opened().answers) == 1


def test_the_arrows_and_the_numbers_keep_the_need_on_their_side(comparing: AppTest) -> None:
    for shortcut, side in (("1", "left"), ("right", "right"), ("2", "right"), ("left", "left")):
        asked = next_question(opened())
        assert asked is not None
        by_keyboard(comparing, shortcut)
        assert opened().answers[pair_key(asked.left, asked.right)].kept == getattr(asked, side)

    assert button(comparing, "Cannot choose").proto.shortcut == "0"
    assert button(comparing, "Undo last answer").proto.shortcut == "u"


def test_a_new_visit_continues_where_the_last_one_stopped(comparing: AppTest) -> None:
    for _ in range(3):
        keep(comparing)

    again = another_tab()

    assert on_screen(again) == on_screen(comparing)
    assert progress(again).startswith("3 of 30")


def test_a_comparison_left_alone_says_when_it_was_begun(needs: AppTest) -> None:
    begin()
    assert "You began this on 1 Mar 2025." in texts(needs.run())

    press(needs, "Discard")
    press(needs, "Start comparing")
    assert "You began this" not in texts(needs)


def test_not_being_able_to_choose_is_an_answer_too(comparing: AppTest) -> None:
    press(comparing, "Cannot choose")

    assert [answer.kept for answer in opened().answers.values()] == [None]
    assert progress(comparing).startswith("1 of 30")


def test_a_second_press_of_the_same_button_answers_no_second_pair(comparing: AppTest) -> None:
    left, right = keeps(comparing)
    pressed(comparing, left)

    for late in (left, right):
        pressed(comparing, late)
        assert progress(comparing).startswith("1 of 30")
    assert [answer.kept == answer.left for answer in opened().answers.values()] == [True]


def test_the_last_two_questions_are_pairs_seen_before_and_change_no_number(comparing: AppTest) -> None:
    before = answer(in_order(), times=28)
    comparing.run()
    for turn in (28, 29):
        assert progress(comparing).startswith(f"{turn} of 30")
        assert "You saw this pair before" in texts(comparing)
        asked = next_question(opened())
        assert asked is not None
        first = before.answers[pair_key(asked.left, asked.right)]
        assert (asked.left, asked.right) == (first.right, first.left)
        keep(comparing, 1 if first.kept == asked.left else 0)  # the other one, this time

    assert result().answers == before.answers
    assert view_of(comparing) == "Order"
    assert [plain(need).lower() for need in comparing.table[0].value["Need"]] == [*ORDER]
    assert not any(repeat.same for repeat in repeats(result()))
    assert repeats_in_words(repeats(result())) in texts(comparing)


def test_undo_brings_the_last_pair_back(comparing: AppTest) -> None:
    keep(comparing)
    last = on_screen(comparing)
    keep(comparing)

    press(comparing, "Undo last answer")

    assert on_screen(comparing) == last
    assert progress(comparing).startswith("1 of 30")
    assert len(opened().answers) == 1


def test_undo_goes_back_answer_by_answer_and_stops_at_the_first(comparing: AppTest) -> None:
    pairs = []
    for _ in range(3):
        pairs.append(on_screen(comparing))
        keep(comparing)

    for pair in reversed(pairs):
        press(comparing, "Undo last answer")
        assert on_screen(comparing) == pair
    assert button(comparing, "Undo last answer").disabled
    assert opened().answers == {}


def test_undo_takes_back_a_repeat_and_leaves_the_first_answers_alone(comparing: AppTest) -> None:
    answered = answer(in_order(), times=28)
    keep(comparing.run())
    assert len(opened().repeats) == 1

    press(comparing, "Undo last answer")

    assert progress(comparing).startswith("28 of 30")
    assert (opened().answers, opened().repeats) == (answered.answers, {})


def test_a_late_press_of_an_earlier_undo_takes_nothing_back(comparing: AppTest) -> None:
    keep(comparing)
    earlier = button(comparing, "Undo last answer")
    keep(comparing)
    before, pair = opened(), on_screen(comparing)

    pressed(comparing, earlier)  # what a key does that is pressed before the browser has bound the new one

    assert opened() == before
    assert on_screen(comparing) == pair
    assert not comparing.error


def test_both_undo_buttons_take_back_the_same_answer_and_redo_brings_it_again(comparing: AppTest) -> None:
    keep(comparing, 1)
    before, pair = opened(), on_screen(comparing.run())

    for undo in (Key.NEEDS_UNDO, Key.UNDO):
        press_key(comparing, undo)
        assert opened().answers == {}
        press_key(comparing.run(), Key.REDO)  # the head is drawn with the page, not with each answer
        assert opened() == before
        assert on_screen(comparing) == pair


def test_undo_of_an_answer_is_not_offered_for_something_else(comparing: AppTest) -> None:
    keep(comparing)
    choose_view(comparing, "Your needs")
    press_key(comparing, Key.NEED_EDIT.of("income"))
    comparing.text_input(key=Key.NEED_NAME).set_value("Pay")
    press_key(comparing, Key.DRAFT_SAVE)

    choose_view(comparing, "Compare")

    assert button(comparing, "Undo last answer").disabled
    assert len(opened().answers) == 1


def test_coming_back_later_leads_home_and_keeps_the_answers(comparing: AppTest) -> None:
    keep(keep(comparing))

    press(comparing, "Come back later")

    assert comparing.title[0].value != "What do you need from your job?"
    assert progress(at_view(comparing)).startswith("2 of 30")


def test_a_discarded_comparison_can_be_begun_anew_or_brought_back(comparing: AppTest) -> None:
    keep(comparing)

    press(comparing, "Discard")
    assert "Start comparing" in labels(comparing)
    press_key(comparing, Key.UNDO)
    assert progress(comparing).startswith("1 of 30")

    press(comparing, "Discard")
    press(comparing, "Start comparing")
    assert progress(comparing).startswith("0 of 30")


def test_thirty_answers_show_the_order_as_a_chart_with_a_table(needs: AppTest) -> None:
    press(needs, "Start comparing")
    for turn in range(QUESTIONS):
        assert progress(needs).startswith(f"{turn} of 30")
        keep(needs, turn % 2)

    (table,) = needs.table
    assert view_of(needs) == "Order"
    assert len(needs.get("vega_lite_chart")) == 1
    assert list(table.value.columns) == ["Rank", "Need", "Kept in", "Share", "Interval"]
    kept = [plain(cell).split(" of ") for cell in table.value["Kept in"]]
    assert {of for _, of in kept} == {"7"}
    assert sum(float(times) for times, _ in kept) == 28
    assert len(result().answers) == 28


def test_comparing_again_keeps_the_earlier_result_with_its_date(app: AppTest) -> None:
    compared(in_order())
    page = press(at_view(app), "Compare again")
    assert progress(page).startswith("0 of 30")
    answer(in_order("income"), times=29)
    keep(page.run())

    assert len(results(stored().assessments)) == 2
    assert view_of(page) == "Order"
    assert "Earlier results (1)" in unfolding(page)
    assert "1 Mar 2025\n1 Balance · 2 Meaning" in texts(page).replace("**", "").replace("  \n", "\n")


def test_a_comparison_that_runs_beside_a_result_asks_first(app: AppTest) -> None:
    compared(in_order())
    begin()

    page = at_view(app)

    assert view_of(page) == "Compare"
    assert len(choose_view(page, "Order").table) == 1


def test_the_undo_of_the_page_opens_a_finished_comparison_again(comparing: AppTest) -> None:
    answer(in_order(), times=29)
    keep(comparing.run())

    press_key(comparing, Key.UNDO)

    assert progress(comparing).startswith("29 of 30")


@pytest.mark.parametrize("label", ["Start comparing", "In fours"])
def test_a_start_over_a_lost_connection_says_so_and_works_later(
    needs: AppTest, label: str, arrive: Callable[[Connection | None], None]
) -> None:
    arrive(None)
    press(needs, label)
    assert len(needs.error) == 1
    assert "The connection was lost for a moment" in errors(needs)[0]
    assert stored().assessments == {}

    arrive(AT_HOME)
    press(needs.run(), label)
    assert progress(needs).startswith("0 of")


@pytest.mark.parametrize("label", ["Keep", "Cannot choose", "Undo last answer", "Discard"])
def test_a_press_over_a_lost_connection_says_so_and_changes_nothing(
    comparing: AppTest, label: str, arrive: Callable[[Connection | None], None]
) -> None:
    keep(comparing)
    before = opened()
    arrive(None)
    pressed(comparing, keeps(comparing)[0] if label == "Keep" else button(comparing, label))
    assert len(comparing.error) == 1
    assert "The connection was lost for a moment" in errors(comparing)[0]

    arrive(AT_HOME)
    assert opened() == before
    assert progress(comparing.run()).startswith("1 of 30")


def test_two_tabs_that_start_share_one_comparison(needs: AppTest) -> None:
    other = another_tab()
    press(needs, "Start comparing")
    press(other, "Start comparing")

    assert len(stored().assessments) == 1
    assert on_screen(other) == on_screen(needs)


def test_two_tabs_lose_no_answer_and_double_none(comparing: AppTest) -> None:
    other = another_tab()
    for turn in range(1, 4):
        keep(comparing)
        keep(other)  # what it still shows has just been answered the same way
        assert len(opened().answers) == turn
        assert on_screen(other) == on_screen(comparing)
    keep(keep(comparing))
    keep(other)

    assert not other.error
    assert len(opened().answers) == 5
    assert progress(other).startswith("5 of 30")


def test_another_answer_to_the_same_pair_from_another_tab_is_refused_with_one_sentence(
    comparing: AppTest,
) -> None:
    other = another_tab()
    keep(other)

    keep(comparing, 1)

    assert errors(comparing) == ["This pair has its answer already. To choose again, undo the last answer."]
    (kept,) = opened().answers.values()
    assert kept.kept == kept.left
    assert on_screen(comparing) == on_screen(other)
    assert not comparing.run().error


def test_another_answer_to_the_same_repeat_from_another_tab_is_refused_with_one_sentence(
    comparing: AppTest,
) -> None:
    answer(in_order(), times=28)
    other = another_tab()
    keep(comparing.run())

    keep(other, 1)

    assert errors(other) == ["This pair has its answer already. To choose again, undo the last answer."]
    (kept,) = opened().repeats.values()
    assert kept.kept == kept.left


def test_an_answer_to_a_comparison_that_was_discarded_in_another_tab_says_that_it_is_gone(
    comparing: AppTest,
) -> None:
    save(lambda plan: drop_assessment(plan.assessments, opened().id, stamp=owner()))

    keep(comparing)

    assert errors(comparing) == [
        "This comparison is gone. Was it dropped in another tab? You can start a new one."
    ]
    assert "Start comparing" in labels(comparing)
    assert all(not one.answers for one in stored().assessments.values())


def test_a_tab_that_missed_the_end_shows_the_order_at_its_next_press(comparing: AppTest) -> None:
    answer(in_order(), times=29)
    comparing.run()
    last = next_question(opened())
    assert last is not None
    answer(lambda left, _right: left)

    keep(comparing)

    assert not comparing.error
    assert view_of(comparing) == "Order"
    assert result().repeats[pair_key(last.left, last.right)].kept == last.left


def test_an_undo_that_another_tab_has_done_already_is_refused_with_one_sentence(comparing: AppTest) -> None:
    keep(keep(comparing))
    other = another_tab()
    press(other, "Undo last answer")

    press(comparing, "Undo last answer")

    assert errors(comparing) == ["There is nothing left to take back here. Nothing was changed."]
    assert len(opened().answers) == 1


def test_a_set_of_needs_that_was_changed_elsewhere_is_offered_to_the_open_comparison(
    comparing: AppTest,
) -> None:
    keep(comparing)
    assert "Your set of needs has changed." not in texts(comparing)
    spared = next(need for need in ORDER if need not in next(iter(opened().answers)))
    save(lambda plan: hide_need(needs_catalogue(), plan.needs, spared, stamp=owner()))

    comparing.run()
    assert "Your set of needs has changed." in texts(comparing)
    press(comparing, "Use the new set")

    assert progress(comparing).startswith("1 of 23")
    assert "Your set of needs has changed." not in texts(comparing)


def test_a_new_set_taken_over_a_lost_connection_says_so_and_changes_nothing(
    comparing: AppTest, arrive: Callable[[Connection | None], None]
) -> None:
    save(lambda plan: hide_need(needs_catalogue(), plan.needs, "income", stamp=owner()))
    comparing.run()

    arrive(None)
    press(comparing, "Use the new set")

    assert "The connection was lost for a moment" in errors(comparing)[0]
    assert len(opened().needs) == 8


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (28, "about four minutes left"),
        (17, "about two minutes left"),
        (7, "about a minute left"),
        (3, "less than a minute left"),
        (63, "about 9 minutes left"),
    ],
)
def test_the_time_that_is_left_is_told_in_round_words(pairs: int, words: str) -> None:
    assert time_left(pairs) == words
