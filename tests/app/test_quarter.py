from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.review import QuarterCheck, quarter_of
from pages._ui.review_state import YearKey
from tests.tools.review_pages import another_tab, at, begun, plan_of, press, ran, refused, review_page, said
from tests.tools.seeding import seed


def _answer(page: AppTest, question: str, text: str) -> AppTest:
    page.text_area(key=YearKey.QUARTER_ANSWER.of(question)).set_value(text)
    return ran(page)


def _answered(page: AppTest, question: str) -> str | None:
    value: str | None = page.text_area(key=YearKey.QUARTER_ANSWER.of(question)).value
    return value


def test_the_quarterly_check_saves_itself_and_is_there_in_another_tab(app: AppTest) -> None:
    page = _answer(review_page(app), "moved", "The draft went out.")
    page = _answer(page, "energy", "Teaching gave some.")

    [check] = plan_of(page).quarter_checks.values()
    assert check.answers == {"moved": "The draft went out.", "energy": "Teaching gave some."}
    assert _answered(another_tab(), "moved") == "The draft went out."


def test_two_tabs_answer_different_questions_of_one_check(app: AppTest) -> None:
    page, other = review_page(app), another_tab()
    _answer(page, "moved", "Here.")
    other = _answer(other, "next", "There.")

    assert not other.error
    [check] = plan_of(another_tab()).quarter_checks.values()
    assert check.answers == {"moved": "Here.", "next": "There."}


def test_the_same_question_answered_in_two_tabs_keeps_the_first_and_shows_both(app: AppTest) -> None:
    page, other = review_page(app), another_tab()
    _answer(page, "moved", "Here.")
    other = _answer(other, "moved", "There.")

    assert "answered in another tab meanwhile" in refused(other)[0]
    assert "There." in [it.value for it in other.text]
    assert _answered(other, "moved") == "Here."
    assert not _answer(other, "moved", "There.").error


def test_an_undo_empties_the_field(app: AppTest) -> None:
    page = press(_answer(review_page(app), "moved", "The draft went out."), "Undo")

    assert _answered(page, "moved") == ""


def test_the_review_of_the_year_tells_what_the_check_said(app: AppTest) -> None:
    page = _answer(review_page(app), "moved", "The draft went out.")
    page = begun(page)

    assert "The draft went out." in said(page)
    assert "1 of 4 quarterly checks answered" in said(page)


def test_a_new_quarter_asks_anew_and_keeps_the_last(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 2026, 9, 30)
    page = _answer(review_page(app), "moved", "In the third quarter.")
    at(monkeypatch, 2026, 10, 1)
    page = ran(page)
    assert "Quarterly check, quarter 4 of 2026" in [it.label for it in page.expander]
    assert _answered(page, "moved") == ""
    page = _answer(page, "moved", "In the fourth.")

    checks = {it.quarter: it.answers for it in plan_of(page).quarter_checks.values()}
    assert checks == {3: {"moved": "In the third quarter."}, 4: {"moved": "In the fourth."}}


def test_what_was_typed_before_midnight_is_kept_in_the_quarter_it_was_typed_in(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 9, 30)
    page = review_page(app)
    at(monkeypatch, 2026, 10, 1)
    page = _answer(page, "moved", "On the last evening.")

    [check] = plan_of(page).quarter_checks.values()
    assert check.quarter == 3


def test_an_archived_check_takes_answers_again(app: AppTest) -> None:
    year, quarter = quarter_of(date.today())  # noqa: DTZ011 - the tests run in UTC
    seed(
        app,
        QuarterCheck(
            id=f"quarter-{year}-{quarter}",
            year=year,
            quarter=quarter,
            on=date(year, 1, 1),
            answers={"next": "Ask."},
            archived=True,
        ),
    )
    page = _answer(review_page(app), "moved", "Something.")

    [check] = plan_of(page).quarter_checks.values()
    assert not check.archived
