from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.content import review_checklist
from careerkit.review import Review
from pages._ui.places import Place
from pages._ui.state import Key

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
YEAR = datetime.now(UTC).year
HOSTILE = "![x](http://evil.example/x) :red[boo] {} %s"


@pytest.fixture
def page(app: AppTest) -> AppTest:
    return app.switch_page(Place.REVIEW).run()


@pytest.fixture
def under_way(page: AppTest) -> AppTest:
    return _press(page, f"Start the review of {YEAR}")


def _another_tab() -> AppTest:
    return AppTest.from_file(FRAME, default_timeout=30).run().switch_page(Place.REVIEW).run()


def _button(page: AppTest, label: str) -> Button:
    return next(button for button in page.button if button.label == label)


def _labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def _press(page: AppTest, label: str) -> AppTest:
    page = _button(page, label).click().run()
    assert not page.exception
    return page


def _write(page: AppTest, text: str) -> AppTest:
    page = page.text_area[0].set_value(text).run()
    assert not page.exception
    return page


def _go(page: AppTest, step_id: str) -> AppTest:
    page = page.selectbox[0].set_value(step_id).run()
    assert not page.exception
    return page


def _step(page: AppTest) -> str:
    return page.subheader[0].value


def _reviews(page: AppTest) -> Mapping[str, Review]:
    reviews: Mapping[str, Review] = page.session_state[Key.SEEN].reviews
    return reviews


def _review(page: AppTest) -> Review:
    (review,) = _reviews(page).values()
    return review


def _said(page: AppTest) -> str:
    return "\n".join(element.value for element in (*page.markdown, *page.caption))


def test_the_page_says_what_a_review_is_and_offers_one_thing_to_do(page: AppTest) -> None:
    assert page.title[0].value == "Yearly review"
    assert "41 minutes" in _said(page)
    assert f"Start the review of {YEAR}" in _labels(page)


def test_last_year_can_be_chosen_when_it_has_no_review(page: AppTest) -> None:
    page = page.segmented_control[0].set_value(YEAR - 1).run()

    assert _review(_press(page, f"Start the review of {YEAR - 1}")).year == YEAR - 1


def test_a_review_begins_at_the_first_step_with_what_the_plan_says(under_way: AppTest) -> None:
    assert _step(under_way) == "The year in facts"
    assert f"No milestones planned for {YEAR}" in _said(under_way)
    assert _review(under_way).steps == review_checklist()


def test_an_answer_saves_itself_and_is_there_after_a_reload(under_way: AppTest) -> None:
    page = _press(_write(under_way, "Much happened."), "Next")
    assert _step(page) == "What went well"

    again = _another_tab()
    assert _step(again) == "What went well"
    again = _press(again, "Back")
    assert again.text_area[0].value == "Much happened."


def test_next_without_an_answer_skips_the_step_for_good(under_way: AppTest) -> None:
    page = _press(under_way, "Next")

    assert _review(page).answers == {"year-in-facts": ""}
    assert _step(_another_tab()) == "What went well"


def test_going_back_skips_nothing(under_way: AppTest) -> None:
    page = _press(_go(under_way, "goals"), "Back")

    assert _step(page) == "Your aspirations"
    assert _review(page).answers == {}


def test_steps_can_be_taken_in_any_order(under_way: AppTest) -> None:
    page = _write(_go(under_way, "lessons"), "Ask early.")
    page = _go(page, "wins")

    assert _step(page) == "What went well"
    assert _review(page).answers == {"lessons": "Ask early."}
    assert _step(_another_tab()) == "The year in facts"


def test_two_tabs_answer_different_steps_without_loss(under_way: AppTest) -> None:
    other = _go(_another_tab(), "wins")
    _write(under_way, "Here.")
    _write(other, "There.")

    assert _review(_another_tab()).answers == {"year-in-facts": "Here.", "wins": "There."}


def test_what_was_typed_is_kept_when_another_tab_answered_the_same_step(under_way: AppTest) -> None:
    other = _another_tab()
    _write(other, "There.")
    under_way.text_area[0].set_value("Here.")
    page = _press(under_way, "Next")

    assert page.error
    assert _step(page) == "The year in facts"
    assert _review(_another_tab()).answers == {"year-in-facts": "There."}
    assert "Here." in [element.value for element in page.text]


def test_a_finished_review_is_a_record(under_way: AppTest) -> None:
    page = _press(_write(under_way, HOSTILE), "Next")
    page = _press(_go(page, "finish"), "Finish the review")

    record = _review(page)
    assert record.finished_on is not None
    assert record.next_on is not None
    assert record.next_on.year == YEAR + 1
    assert record.facts["year-in-facts"] == (f"No milestones planned for {YEAR}.",)
    assert page.header[0].value == f"The review of {YEAR}"
    assert not page.text_area
    assert "](http" not in _said(page)
    assert f"Start the review of {YEAR}" not in _labels(page)


def test_finishing_cannot_be_undone_so_undo_is_not_offered(under_way: AppTest) -> None:
    page = _press(_go(under_way, "finish"), "Finish the review")

    assert _review(page).finished_on is not None
    assert "Undo" not in [button.label for button in page.button]


def test_a_tab_that_has_not_seen_the_end_is_told(under_way: AppTest) -> None:
    other = _another_tab()
    _press(_go(under_way, "finish"), "Finish the review")
    other = _write(other, "Too late.")

    assert "finished and stays as it is" in other.error[0].value
    assert _review(other).answers == {}


def test_a_review_set_aside_can_be_taken_up_again(under_way: AppTest) -> None:
    page = _press(_go(_write(under_way, "Much."), "finish"), "Set it aside")
    assert f"Start the review of {YEAR}" in _labels(page)

    page = _press(page, next(label for label in _labels(page) if label.startswith("Take up")))
    assert _review(page).answers == {"year-in-facts": "Much."}
    assert not _review(page).archived


def test_earlier_records_can_be_read(under_way: AppTest) -> None:
    page = _press(_go(under_way, "finish"), "Finish the review")
    page = _press(page, f"Start the review of {YEAR - 1}")
    assert _step(page) == "The year in facts"
    page = _press(_go(page, "finish"), "Finish the review")

    assert page.header[0].value == f"The review of {YEAR}"
    page = page.selectbox[0].set_value(YEAR - 1).run()
    assert page.header[0].value == f"The review of {YEAR - 1}"


def test_the_way_on_leads_to_the_board(under_way: AppTest) -> None:
    page = _press(_go(under_way, "finish"), "Finish the review")
    page = _press(page, f"Plan {YEAR + 1} on the board")

    assert page.title[0].value != "Yearly review"
