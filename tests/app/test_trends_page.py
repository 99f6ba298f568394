from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content.trends import trend_words
from careerkit.goals import Fit, FitAnswer, FitSide, Goal, GoalStatus, Trend, TrendDirection
from careerkit.needs import Rating, Satisfaction
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.seeding import seed

FRAME = Path(__file__).parents[2] / "streamlit_app.py"
TODAY = now().date()
LONG_AGO = date(TODAY.year - 2, TODAY.month, 1)
FRESH = Trend(id="t", title="Firms sell abroad", on=TODAY, direction=TrendDirection.GROWING)
STALE = replace(
    FRESH, id="s", title="Paper returns", on=LONG_AGO, direction=TrendDirection.SHRINKING, source="A survey"
)
GOAL = Goal(id="g", title="Learn customs law", due=TODAY + timedelta(30), status=GoalStatus.DOING)


@pytest.fixture
def trends(app: AppTest) -> AppTest:
    return app.switch_page(Place.TRENDS.value).run()


def _open(app: AppTest) -> AppTest:
    return app.switch_page(Place.TRENDS.value).run()


def _press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def _texts(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.markdown, *app.caption, *app.subheader))


def _keys(app: AppTest) -> set[str]:
    return {button.key or "" for button in app.button}


def test_an_empty_page_says_what_a_trend_is_with_an_example(trends: AppTest) -> None:
    assert not trends.exception
    assert trend_words().trend.about in _texts(trends)
    assert f"For example: {trend_words().trend.example}" in _texts(trends)


def test_a_noted_trend_shows_all_that_was_entered(trends: AppTest) -> None:
    _press(trends, PlanKey.TREND_ADD)
    assert trends.date_input(key=PlanKey.TREND_ON).value == TODAY
    trends.text_input(key=PlanKey.TREND_TITLE).set_value("Small firms sell abroad")
    trends.text_input(key=PlanKey.TREND_SOURCE).set_value("The chamber")
    trends.text_area(key=PlanKey.TREND_MEANS).set_value("More *hard* cases")
    trends.segmented_control(key=PlanKey.TREND_DIRECTION).set_value(TrendDirection.CHANGING)
    trends.date_input(key=PlanKey.TREND_ON).set_value(date(2026, 5, 3))
    trends.number_input(key=PlanKey.TREND_STALE_AFTER).set_value(120)
    _press(trends, Key.DRAFT_SAVE)

    assert not trends.exception
    assert [head.value for head in trends.subheader] == ["Small firms sell abroad"]
    for words in (
        "3 May 2026 · The chamber",
        "More \\*hard\\* cases",
        "Changing",
        "No goal answers it yet.",
    ):
        assert words in _texts(trends)
    assert trend_words().trend.about not in _texts(trends)


def test_a_trend_that_says_nothing_keeps_the_form_open(trends: AppTest) -> None:
    _press(trends, PlanKey.TREND_ADD)
    trends.text_input(key=PlanKey.TREND_SOURCE).set_value("The chamber")
    _press(trends, Key.DRAFT_SAVE)

    assert [error.value for error in trends.error] == ["Say what you see happening\\."]
    assert trends.text_input(key=PlanKey.TREND_SOURCE).value == "The chamber"


def test_a_trend_is_edited_put_away_and_brought_back(app: AppTest) -> None:
    seed(app, FRESH)
    page = _open(app)
    _press(page, PlanKey.TREND_EDIT.of("t"))
    page.text_input(key=PlanKey.TREND_TITLE).set_value("Firms buy abroad")
    _press(page, Key.DRAFT_SAVE)
    assert [head.value for head in page.subheader] == ["Firms buy abroad"]

    _press(page, PlanKey.TREND_EDIT.of("t"))
    _press(page, Key.DRAFT_ARCHIVE)
    assert [head.value for head in page.subheader] == []
    assert "Archived: 1" in [expander.label for expander in page.expander]
    _press(page, PlanKey.TREND_RESTORE.of("t"))
    assert [head.value for head in page.subheader] == ["Firms buy abroad"]


def test_what_nobody_looked_at_for_long_comes_first_and_one_press_says_that_it_is_still_so(
    app: AppTest,
) -> None:
    longest = replace(STALE, id="l", title="Fax", on=date(LONG_AGO.year - 1, 1, 1))
    older = replace(FRESH, id="o", title="Remote teams", on=TODAY - timedelta(40))
    seed(app, older, STALE, FRESH, longest)
    page = _open(app)
    assert [head.value for head in page.subheader] == [
        "Fax",
        "Paper returns",
        "Firms sell abroad",
        "Remote teams",
    ]
    months = 12 * (TODAY.year - LONG_AGO.year) + TODAY.month - LONG_AGO.month
    assert f"Not looked at for {months} months. Is it still so?" in _texts(page)

    _press(page, PlanKey.TREND_STILL_SO.of("s"))

    assert page.session_state[Key.SEEN].trends["s"].on == TODAY
    assert PlanKey.TREND_STILL_SO.of("s") not in _keys(page)
    assert page.subheader[0].value == "Fax"


def test_still_so_pressed_in_two_tabs_is_no_conflict(app: AppTest) -> None:
    seed(app, STALE)
    page = _open(app)
    other = _open(AppTest.from_file(FRAME, default_timeout=30).run())
    _press(page, PlanKey.TREND_STILL_SO.of("s"))

    _press(other, PlanKey.TREND_STILL_SO.of("s"))

    assert not other.exception
    assert not other.error
    assert other.session_state[Key.SEEN].trends["s"].on == TODAY


def test_a_goal_set_from_a_trend_answers_it(app: AppTest) -> None:
    seed(app, FRESH)
    page = _open(app)
    _press(page, PlanKey.TREND_SET_GOAL.of("t"))
    assert page.multiselect(key=PlanKey.GOAL_TRENDS).value == ["t"]
    page.text_input(key=PlanKey.GOAL_TITLE).set_value("Learn customs law")
    _press(page, Key.DRAFT_SAVE)
    _open(page)

    assert "Learn customs law :gray[· Idea]" in [button.label for button in page.button]
    assert "No goal answers it yet." not in _texts(page)


def test_the_goal_that_answers_a_trend_opens_on_the_board(app: AppTest) -> None:
    seed(app, FRESH, replace(GOAL, trends=frozenset({"t"})))
    page = _open(app)
    _press(page, PlanKey.TREND_OPEN_GOAL.of("t-g"))

    assert page.query_params["goal"] in ("g", ["g"])
    assert [title.value for title in page.title] == ["Board"]


def test_a_dropped_goal_answers_no_trend(app: AppTest) -> None:
    seed(app, FRESH, replace(GOAL, trends=frozenset({"t"}), status=GoalStatus.DROPPED))

    assert "No goal answers it yet." in _texts(_open(app))


def test_both_questions_of_the_fit_are_asked_even_of_an_empty_plan(trends: AppTest) -> None:
    told = _texts(trends)

    for side in FitSide:
        assert f"**{side.label}**" in told
    assert "- You have not compared your needs yet." in told
    assert "- You have noted no trends yet." in told


def test_the_plan_says_what_the_market_does_to_it(app: AppTest) -> None:
    seed(app, FRESH, STALE, replace(GOAL, trends=frozenset({"s"})))
    told = _texts(_open(app))

    for fact in (
        "- You have noted 2 trends.",
        "- Not looked at for a long time: 1 of them.",
        "- No goal answers “Firms sell abroad”.",
        "- Something is shrinking around “Learn customs law”.",
    ):
        assert fact in told


def test_needs_that_are_hardly_met_stand_beside_the_question_about_me(app: AppTest) -> None:
    at = datetime(2026, 5, 1, tzinfo=UTC)
    ratings = {"income": Rating(value=1, at=at), "freedom": Rating(value=3, at=at)}
    seed(app, Satisfaction(id="r", on=at.date(), ratings=ratings))

    assert "- Hardly met today, from 0 to 10: income 1." in _texts(_open(app))


def _answer(app: AppTest, side: FitSide, answer: FitAnswer, note: str = "") -> AppTest:
    app.segmented_control(key=PlanKey.FIT_ANSWER.of(side)).set_value(answer)
    app.text_area(key=PlanKey.FIT_NOTE.of(side)).set_value(note)
    return _press(app, PlanKey.FIT_SAVE.of(side))


def test_an_answer_is_kept_with_its_day_and_its_note_and_the_form_is_empty_again(trends: AppTest) -> None:
    _answer(trends, FitSide.MARKET, FitAnswer.PARTLY, "Two firms stopped hiring")

    assert not trends.exception
    [fit] = trends.session_state[Key.SEEN].fits.values()
    assert (fit.side, fit.answer, fit.on) == (FitSide.MARKET, FitAnswer.PARTLY, TODAY)
    assert "· In part  \nTwo firms stopped hiring" in _texts(trends)
    assert trends.text_area(key=PlanKey.FIT_NOTE.of(FitSide.MARKET)).value == ""
    assert trends.segmented_control(key=PlanKey.FIT_ANSWER.of(FitSide.MARKET)).value is None


def test_the_same_answer_twice_on_a_day_is_kept_once_and_another_one_beside_it(trends: AppTest) -> None:
    _answer(trends, FitSide.ME, FitAnswer.YES, "Still mine")
    _answer(trends, FitSide.ME, FitAnswer.YES, " Still mine ")
    assert len(trends.session_state[Key.SEEN].fits) == 1

    _answer(trends, FitSide.ME, FitAnswer.NO, "Still mine")
    assert "2 answers so far" in [expander.label for expander in trends.expander]


def test_a_note_without_an_answer_is_not_lost(trends: AppTest) -> None:
    trends.text_area(key=PlanKey.FIT_NOTE.of(FitSide.ME)).set_value("Evenings count more")
    _press(trends, PlanKey.FIT_SAVE.of(FitSide.ME))

    assert "Say how well it fits first" in trends.error[0].value
    assert trends.text_area(key=PlanKey.FIT_NOTE.of(FitSide.ME)).value == "Evenings count more"
    assert not trends.session_state[Key.SEEN].fits


def test_what_was_typed_about_the_fit_waits_through_a_visit_elsewhere(trends: AppTest) -> None:
    trends.text_area(key=PlanKey.FIT_NOTE.of(FitSide.ME)).set_value("Evenings count more").run()
    trends.switch_page(Place.HOME.value).run()
    _open(trends)

    assert trends.text_area(key=PlanKey.FIT_NOTE.of(FitSide.ME)).value == "Evenings count more"


def test_the_newest_answer_stands_first(app: AppTest) -> None:
    first = Fit(id="f", on=date(2026, 1, 2), side=FitSide.ME, answer=FitAnswer.YES)
    seed(app, first, replace(first, id="h", on=date(2026, 3, 4), answer=FitAnswer.NO))
    told = _texts(_open(app))

    assert told.index("4 Mar 2026** · Not any more") < told.index("2 Jan 2026** · Yes")
