from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content import review_checklist
from careerkit.review import Review
from pages._ui.state import Key
from tests.tools.review_pages import (
    YEAR,
    another_tab,
    answer,
    begun,
    go,
    labels,
    plan_of,
    press,
    review_of,
    review_page,
    said,
    step,
    write,
)


@pytest.fixture
def page(app: AppTest) -> AppTest:
    return review_page(app)


@pytest.fixture
def under_way(app: AppTest) -> AppTest:
    return begun(app)


def _reviews(page: AppTest) -> Mapping[str, Review]:
    return plan_of(page).reviews


def test_the_page_says_what_a_review_is_and_offers_one_thing_to_do(page: AppTest) -> None:
    assert page.title[0].value == "Yearly review"
    assert "41 minutes" in said(page)
    assert f"Start the review of {YEAR}" in labels(page)


def test_last_year_can_be_chosen_when_it_has_no_review(page: AppTest) -> None:
    page = page.segmented_control(key=Key.REVIEW_YEAR).set_value(YEAR - 1).run()

    assert review_of(press(page, f"Start the review of {YEAR - 1}")).year == YEAR - 1


def test_a_review_begins_at_the_first_step_with_what_the_plan_says(under_way: AppTest) -> None:
    assert step(under_way) == "The year in facts"
    assert f"Nothing of {YEAR} is in your plan yet." in said(under_way)
    assert review_of(under_way).steps == review_checklist()


def test_an_answer_saves_itself_and_is_there_after_a_reload(under_way: AppTest) -> None:
    page = press(write(under_way, "Much happened."), "Next")
    assert step(page) == "What went well"

    again = another_tab()
    assert step(again) == "What went well"
    again = press(again, "Back")
    assert answer(again).value == "Much happened."


def test_next_without_an_answer_skips_the_step_for_good(under_way: AppTest) -> None:
    page = press(under_way, "Next")

    assert review_of(page).answers == {"year-in-facts": ""}
    assert step(another_tab()) == "What went well"


def test_going_back_skips_nothing(under_way: AppTest) -> None:
    page = press(go(under_way, "goals"), "Back")

    assert step(page) == "Your aspirations"
    assert review_of(page).answers == {}


def test_steps_can_be_taken_in_any_order(under_way: AppTest) -> None:
    page = write(go(under_way, "lessons"), "Ask early.")
    page = go(page, "wins")

    assert step(page) == "What went well"
    assert review_of(page).answers == {"lessons": "Ask early."}
    assert step(another_tab()) == "The year in facts"


def test_two_tabs_answer_different_steps_without_loss(under_way: AppTest) -> None:
    other = go(another_tab(), "wins")
    write(under_way, "Here.")
    write(other, "There.")

    assert review_of(another_tab()).answers == {"year-in-facts": "Here.", "wins": "There."}


def test_what_was_typed_is_kept_when_another_tab_answered_the_samestep(under_way: AppTest) -> None:
    other = another_tab()
    write(other, "There.")
    answer(under_way).set_value("Here.")
    page = press(under_way, "Next")

    assert page.error
    assert step(page) == "The year in facts"
    assert review_of(another_tab()).answers == {"year-in-facts": "There."}
    assert "Here." in [element.value for element in page.text]


def test_a_tab_that_has_not_seen_the_end_is_told(under_way: AppTest) -> None:
    other = another_tab()
    press(go(under_way, "finish"), "Finish the review")
    other = write(other, "Too late.")

    assert "finished and stays as it is" in other.error[0].value
    assert review_of(other).answers == {}


def test_a_review_set_aside_can_be_taken_up_again(under_way: AppTest) -> None:
    page = press(go(write(under_way, "Much."), "finish"), "Set it aside")
    assert f"Start the review of {YEAR}" in labels(page)

    page = press(page, next(label for label in labels(page) if label.startswith("Take up")))
    assert review_of(page).answers == {"year-in-facts": "Much."}
    assert not review_of(page).archived


def test_the_way_on_leads_to_the_board(under_way: AppTest) -> None:
    page = press(go(under_way, "finish"), "Finish the review")
    page = press(page, f"Plan {YEAR + 1} on the board")

    assert page.title[0].value != "Yearly review"
