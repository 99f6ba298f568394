from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.needs import (
    Assessment,
    circles,
    open_assessment,
    results,
)
from pages._ui.comparing import time_left
from pages._ui.places import Place
from pages._ui.state import Key

QUESTIONS = 30
"""28 pairs, and two of them once more."""

FRAME = Path(__file__).parents[2] / "streamlit_app.py"


@pytest.fixture
def needs(app: AppTest) -> AppTest:
    return app.switch_page(Place.NEEDS).run()


def _button(page: AppTest, label: str) -> Button:
    return next(button for button in page.button if button.label == label)


def _labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def _keeps(page: AppTest) -> list[Button]:
    return [button for button in page.button if button.label.startswith("Keep ")]


def _compare(page: AppTest, times: int, keep: Callable[[str], int] = lambda _: 0) -> AppTest:
    """Answer so many pairs; ``keep`` says from the name of the left need which side to keep."""
    for _ in range(times):
        left, right = _keeps(page)
        page = (left, right)[keep(left.label)].click().run()
        assert not page.exception
    return page


def _assessments(page: AppTest) -> dict[str, Assessment]:
    return dict(page.session_state[Key.SEEN].assessments)


def _another_tab() -> AppTest:
    return AppTest.from_file(FRAME, default_timeout=30).run().switch_page(Place.NEEDS).run()


def test_the_page_opens_with_the_eight_needs_and_one_thing_to_do(needs: AppTest) -> None:
    texts = " ".join(element.value for element in [*needs.markdown, *needs.caption])

    assert needs.title[0].value == "What do you need from your job?"
    assert all(name in texts for name in ("Responsibility", "Income", "Balance", "Meaning"))
    assert "28" in texts
    assert "Start comparing" in _labels(needs)


def test_starting_asks_for_the_first_of_28_pairs(needs: AppTest) -> None:
    page = _button(needs, "Start comparing").click().run()

    assert page.get("progress")[0].proto.text == "0 of 30 · about four minutes left"
    assert len(_keeps(page)) == 2
    assert _button(page, "Undo last answer").disabled


def test_each_answer_is_saved_at_once_and_the_next_pair_comes(needs: AppTest) -> None:
    page = _button(needs, "Start comparing").click().run()
    first = [button.label for button in _keeps(page)]
    page = _compare(page, 1)

    assert page.get("progress")[0].proto.text.startswith("1 of 30")
    assert [button.label for button in _keeps(page)] != first
    assert len(open_assessment(_assessments(page)).answers) == 1  # type: ignore[union-attr] # else it fails


def test_a_new_visit_continues_where_the_last_one_stopped(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), 5)
    waiting = [button.label for button in _keeps(page)]

    again = _another_tab()

    assert [button.label for button in _keeps(again)] == waiting
    assert again.get("progress")[0].proto.text.startswith("5 of 30")


def test_undo_brings_the_last_pair_back(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), 3)
    last = [button.label for button in _keeps(page)]
    page = _compare(page, 1)

    page = _button(page, "Undo last answer").click().run()

    assert [button.label for button in _keeps(page)] == last


def test_not_being_able_to_choose_is_an_answer_too(needs: AppTest) -> None:
    page = _button(needs, "Start comparing").click().run()

    page = _button(page, "Cannot choose").click().run()

    (assessment,) = _assessments(page).values()
    assert [answer.kept for answer in assessment.answers.values()] == [None]


def test_a_second_press_of_the_same_button_answers_no_second_pair(needs: AppTest) -> None:
    page = _button(needs, "Start comparing").click().run()
    left, right = _keeps(page)
    page = left.click().run()

    page = left.click().run()
    assert not page.exception
    assert page.get("progress")[0].proto.text.startswith("1 of 30")

    page = right.click().run()
    assert page.get("progress")[0].proto.text.startswith("1 of 30")


def test_coming_back_later_leads_home_and_keeps_the_answers(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), 2)

    page = _button(page, "Come back later").click().run()

    assert "Come back later" not in _labels(page)
    again = page.switch_page(Place.NEEDS).run()
    assert again.get("progress")[0].proto.text.startswith("2 of 30")


def test_a_discarded_comparison_can_be_begun_anew(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), 2)

    page = _button(page, "Discard").click().run()

    assert "Start comparing" in _labels(page)
    page = _button(page, "Start comparing").click().run()
    assert page.get("progress")[0].proto.text.startswith("0 of 30")


def test_the_last_answer_shows_the_order_as_a_chart_with_a_table(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), QUESTIONS)

    (table,) = page.table
    assert len(page.get("vega_lite_chart")) == 1
    assert list(table.value.columns) == ["Rank", "Need", "Kept in", "Share", "Interval"]
    assert len(table.value) == 8
    assert all(kept.endswith(" of 7") for kept in table.value["Kept in"])
    assert sum(float(kept.removesuffix(" of 7")) for kept in table.value["Kept in"]) == 28
    assert len(results(_assessments(page))) == 1


def test_consistency_is_told_in_words_and_as_a_number(needs: AppTest) -> None:
    order = "Balance Meaning Freedom Mastery Security Income Recognition Responsibility".lower().split()
    page = _button(needs, "Start comparing").click().run()
    for _ in range(QUESTIONS):
        ranked = sorted(_keeps(page), key=lambda button: order.index(button.label.removeprefix("Keep ")))
        page = ranked[0].click().run()
    texts = " ".join(element.value for element in page.markdown)

    assert "Your choices hang together" in texts
    assert "the coefficient is 1.00" in texts
    assert [str(need).lower() for need in page.table[0].value["Need"]] == order


def test_choices_that_run_in_a_circle_are_listed_as_sentences(needs: AppTest) -> None:
    page = _compare(
        _button(needs, "Start comparing").click().run(), QUESTIONS, keep=lambda label: len(label) % 2
    )
    texts = "\n".join(element.value for element in page.markdown)

    (result,) = results(_assessments(page))
    assert texts.count(", but ") == len(circles(result)) > 0


def test_the_result_leads_on_to_aspirations(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), QUESTIONS)

    page = _button(page, "Turn this into aspirations").click().run()

    assert not page.exception
    assert page.title[0].value != "What do you need from your job?"


def test_comparing_again_keeps_the_earlier_result_with_its_date(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), QUESTIONS)
    page = _button(page, "Compare again").click().run()
    page = _compare(page, QUESTIONS, keep=lambda _: 1)

    assert len(results(_assessments(page))) == 2
    assert "Earlier results (1)" in [expander.label for expander in page.expander]


def test_the_undo_of_the_page_opens_a_finished_comparison_again(needs: AppTest) -> None:
    page = _compare(_button(needs, "Start comparing").click().run(), QUESTIONS)

    page = page.button(key=Key.UNDO).click().run()

    assert page.get("progress")[0].proto.text.startswith("29 of 30")


def test_an_answer_from_another_tab_is_not_overwritten(needs: AppTest) -> None:
    page = _button(needs, "Start comparing").click().run()
    other = _another_tab()
    _keeps(other)[0].click().run()

    page = _keeps(page)[1].click().run()

    assert "has its answer already" in page.error[0].value
    (assessment,) = _assessments(page).values()
    (answer,) = assessment.answers.values()
    assert answer.kept == answer.left


def test_two_tabs_that_start_share_one_comparison(needs: AppTest) -> None:
    other = _another_tab()
    page = _button(needs, "Start comparing").click().run()
    other = _button(other, "Start comparing").click().run()

    assert list(_assessments(other)) == list(_assessments(page))
    assert len(_assessments(other)) == 1


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
