from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.aspirations import Aspiration
from careerkit.content import review_checklist
from careerkit.export import comparison_markdown, review_markdown
from careerkit.goals import Goal, GoalStatus
from careerkit.labels import Mark
from careerkit.review import Choice, Reason, Review, compare_years, finished_reviews
from careerkit.store import default_folder, open_store
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.review_state import YearKey
from pages._ui.state import Key
from tests.tools.review_pages import (
    HOSTILE,
    YEAR,
    another_tab,
    answer,
    at,
    begun,
    choose,
    go,
    labels,
    marked_down,
    note,
    plan_of,
    press,
    press_key,
    ran,
    refused,
    review_of,
    review_page,
    said,
    step,
    write,
)
from tests.tools.seeding import seed

EXPERT = Aspiration(id="expert", title="Become the expert")


@pytest.fixture
def under_way(app: AppTest) -> AppTest:
    return begun(app)


@pytest.fixture
def demo(app: AppTest) -> AppTest:
    """The yearly review of the demo person, who has last year's record."""
    return review_page(press_key(app, Key.DEMO_ADD))


def _finish(page: AppTest) -> AppTest:
    return press(go(page, "finish"), "Finish the review")


def _records(page: AppTest) -> tuple[Review, ...]:
    return finished_reviews(plan_of(page).reviews)


def _read(page: AppTest, year: int) -> AppTest:
    page.selectbox(key=Key.REVIEW_RECORD).set_value(year)
    return ran(page)


def _add_later(page: AppTest, text: str) -> AppTest:
    record = _records(page)[0]
    page.text_area(key=YearKey.ADDENDUM.of(record.id)).set_value(text)
    return press_key(page, YearKey.ADDENDUM_ADD.of(record.id))


def test_a_finished_review_is_a_record(under_way: AppTest) -> None:
    page = _finish(press(write(under_way, HOSTILE), "Next"))

    record = review_of(page)
    assert record.finished_on is not None
    assert record.next_on is not None
    assert record.next_on.year == YEAR + 1
    assert record.facts["year-in-facts"][0].startswith(f"Nothing of {YEAR} is in your plan yet.")
    assert page.header[0].value == f"The review of {YEAR}"
    assert "Your answer" not in [it.label for it in page.text_area]
    assert "](http" not in marked_down(page)
    assert f"Start the review of {YEAR}" not in labels(page)


def test_finishing_cannot_be_undone_so_undo_is_not_offered(under_way: AppTest) -> None:
    page = _finish(under_way)

    assert review_of(page).finished_on is not None
    assert "Undo" not in labels(page)


def test_a_review_in_which_everything_is_skipped_is_finished(under_way: AppTest) -> None:
    page = under_way
    for _ in review_of(page).steps:
        page = press(page, "Next")
    assert "Of 11 steps, 0 answered, 11 skipped, 0 still open." in said(page)
    page = press(page, "Finish the review")

    assert _records(page)[0].year == YEAR
    assert said(page).count("Skipped.") == len(review_of(page).steps)


def test_with_an_empty_plan_every_step_says_where_to_begin(under_way: AppTest) -> None:
    page = under_way
    for each in review_of(page).steps:
        page = go(page, each.id)
        assert step(page) == each.title
        assert "From your plan" in said(page), each.id
        assert answer(page)
    assert _records(_finish(page))


def test_a_finished_review_takes_a_later_thought_and_stays_as_it_is(under_way: AppTest) -> None:
    page = _finish(write(under_way, "Much happened."))
    before = _records(page)[0]
    page = _add_later(page, f"It was three talks. {HOSTILE}")

    after = _records(page)[0]
    assert [it.text for it in after.addenda] == [f"It was three talks. {HOSTILE}"]
    assert after.answers == before.answers
    assert "It was three talks." in said(page)
    assert "](http" not in marked_down(page)
    assert page.text_area(key=YearKey.ADDENDUM.of(after.id)).value == ""


def test_an_empty_thought_is_refused_and_added_twice_it_stands_once(under_way: AppTest) -> None:
    page = _add_later(_finish(under_way), " ")
    assert refused(page) == ["Write down what you want to add."]

    page = _add_later(_add_later(page, "Again."), "Again.")
    assert len(_records(page)[0].addenda) == 1


def test_two_tabs_add_a_thought_each(under_way: AppTest) -> None:
    page = _finish(under_way)
    other = another_tab()
    page = _add_later(page, "Here.")
    other = _add_later(other, "There.")

    assert not other.error
    assert [it.text for it in _records(another_tab())[0].addenda] == ["Here.", "There."]


def test_a_private_step_is_in_the_record_and_out_of_the_document(under_way: AppTest) -> None:
    page = write(go(under_way, "balance"), "A secret of mine.")
    page.checkbox(key=YearKey.STEP_PRIVATE.of(f"{review_of(page).id}-balance")).check()
    page = _finish(write(go(ran(page), "lessons"), "Ask early."))

    record = _records(page)[0]
    assert record.private == {"balance"}
    assert "A secret of mine." in said(page)
    assert "A secret" not in review_markdown(record)
    assert "Ask early" in review_markdown(record)


def test_a_private_goal_that_was_decided_about_is_out_of_the_document(app: AppTest) -> None:
    seed(app, Goal(id="exam", title="Leave them all", due=date(YEAR, 12, 1), mark=Mark.PRIVATE))
    page = choose(go(begun(app), "goals"), "goals-exam", Choice.DROP)
    page = _finish(note(page, "goals-exam", selectbox__reason=Reason.LIFE))

    assert "Leave them all: Drop it" in said(page)
    assert "Leave them all" not in review_markdown(_records(page)[0])


def test_earlier_records_can_be_read(under_way: AppTest) -> None:
    page = press(_finish(under_way), f"Start the review of {YEAR - 1}")
    assert step(page) == "The year in facts"
    page = _finish(page)

    assert page.header[0].value == f"The review of {YEAR}"
    assert _read(page, YEAR - 1).header[0].value == f"The review of {YEAR - 1}"


def test_last_year_stands_beside_each_question(demo: AppTest) -> None:
    page = press(demo, f"Start the review of {YEAR}")
    assert f"What you wrote in {YEAR - 1}" in [it.label for it in page.expander]
    page = _finish(page)

    assert page.header[0].value == f"The review of {YEAR}"
    assert page.header[0].value != _read(page, YEAR - 1).header[0].value


def test_one_record_is_not_compared_with_itself(demo: AppTest) -> None:
    assert "Year against year" not in [it.label for it in demo.expander]


def test_two_years_of_the_demo_person_are_compared(demo: AppTest) -> None:
    page = press(demo, f"Start the review of {YEAR}")
    page = _finish(page)
    newer, older = _records(page)
    compared = compare_years(older, newer)

    assert page.selectbox(key=YearKey.COMPARE_OLDER).value == YEAR - 1
    assert page.selectbox(key=YearKey.COMPARE_NEWER).value == YEAR
    told = said(page)
    for place in compared.places:
        assert f"- {place.need}: " in told
    assert f"{YEAR - 1}: Take a second degree in law (My interests." in told
    assert "Take a second degree in law" in comparison_markdown(compared)

    page.selectbox(key=YearKey.COMPARE_OLDER).set_value(YEAR)
    assert "Choose two different years." in said(ran(page))


def test_all_years_stand_in_one_table(demo: AppTest) -> None:
    page = _finish(press(demo, f"Start the review of {YEAR}"))

    table = page.table[0].value
    assert [*table["Year"]] == [str(YEAR - 1), str(YEAR)]
    assert "What changed the plan over the years: My interests: " in said(page)


def test_an_own_question_is_asked_by_the_next_review_and_not_by_the_one_under_way(app: AppTest) -> None:
    page = _ask(review_page(app), "Courage", "What did I not dare?")
    page = press(page, f"Start the review of {YEAR}")
    assert [it.title for it in review_of(page).steps if it.own] == ["Courage"]
    own = next(it for it in review_of(page).steps if it.own)
    page = go(page, own.id)
    assert "What did I not dare?" in said(page)
    page = press(_finish(write(page, "To ask for more.")), f"Start the review of {YEAR - 1}")
    assert [it.title for it in review_of(page).steps if it.own] == ["Courage"]

    page = press(go(page, "finish"), "Set it aside")
    page = _ask(page, "Rest", HOSTILE)
    assert "](http" not in marked_down(page)
    page = press(page, next(it for it in labels(page) if it.startswith("Take up")))
    assert [it.title for it in review_of(page).steps if it.own] == ["Courage"]


def test_an_own_question_is_changed_archived_and_brought_back(app: AppTest) -> None:
    page = _ask(review_page(app), "Courage", "What did I not dare?")
    [question] = plan_of(page).own_questions.values()
    page = press_key(page, YearKey.QUESTION_EDIT.of(question.id))
    page.text_input(key=YearKey.QUESTION_TITLE).set_value("Daring")
    page = press_key(page, Key.DRAFT_SAVE)
    assert "Daring" in said(page)

    page = press_key(press_key(page, YearKey.QUESTION_EDIT.of(question.id)), Key.DRAFT_ARCHIVE)
    assert "Archived: Daring" in said(page)
    assert not [it for it in review_of(press(page, f"Start the review of {YEAR}")).steps if it.own]
    page = another_tab()
    page = press(press(go(page, "finish"), "Set it aside"), "Bring back")
    assert not plan_of(page).own_questions[question.id].archived


def test_an_own_question_without_words_is_refused(app: AppTest) -> None:
    page = press_key(review_page(app), YearKey.QUESTION_ADD)
    page.text_area(key=YearKey.QUESTION_ASKS).set_value("What did I not dare?")
    page = press_key(page, Key.DRAFT_SAVE)

    assert refused(page)
    assert page.text_area(key=YearKey.QUESTION_ASKS).value == "What did I not dare?"


def _ask(page: AppTest, title: str, asks: str) -> AppTest:
    page = press_key(page, YearKey.QUESTION_ADD)
    page.text_input(key=YearKey.QUESTION_TITLE).set_value(title)
    page.text_area(key=YearKey.QUESTION_ASKS).set_value(asks)
    return press_key(page, Key.DRAFT_SAVE)


def _home(page: AppTest) -> AppTest:
    return ran(page.switch_page(Place.HOME))


def _record(finished: date, next_on: date) -> Review:
    return Review(
        id=f"review-{finished.year}-1",
        year=finished.year,
        steps=review_checklist(),
        started_on=finished,
        finished_on=finished,
        next_on=next_on,
    )


@pytest.mark.parametrize(
    ("day", "age"),
    [
        pytest.param((2026, 12, 11), None, id="before"),
        pytest.param((2026, 12, 12), None, id="that-day"),
        pytest.param((2026, 12, 13), "12 months", id="a-day-later"),
        pytest.param((2028, 1, 12), "25 months", id="years-later"),
        pytest.param((2025, 11, 1), None, id="clock-set-back"),
    ],
)
def test_home_reminds_of_the_review_only_after_its_day_with_the_age_of_the_last_one(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, day: tuple[int, int, int], age: str | None
) -> None:
    seed(app, EXPERT, _record(date(2025, 12, 12), date(2026, 12, 12)))
    at(monkeypatch, *day)
    page = _home(app)

    assert ("Your yearly review was planned for 12 Dec 2026" in said(page).replace("**", "")) == bool(age)
    if age:
        assert f"The last one is {age} old." in said(page)
        assert press_key(page, YearKey.REMINDER).title[0].value == "Yearly review"


def test_a_review_that_was_due_at_once_is_less_than_a_month_old(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(app, EXPERT, _record(date(2025, 12, 12), date(2025, 12, 13)))
    at(monkeypatch, 2025, 12, 20)

    assert "The last one is less than a month old." in said(_home(app))


def test_nobody_is_reminded_of_a_review_that_is_under_way(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(app, EXPERT, _record(date(2025, 12, 12), date(2026, 12, 12)))
    at(monkeypatch, 2026, 12, 20)
    page = _home(press(review_page(app), "Start the review of 2026"))

    assert "was planned for" not in said(page)


def test_a_review_started_in_december_is_finished_in_january(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 12, 28)
    page = write(begun(app, 2026), "Much happened.")
    at(monkeypatch, 2027, 1, 6)
    page = another_tab()
    assert "Looking back on 2026" in said(page)
    page = _finish(page)

    [record] = _records(page)
    assert (record.year, record.finished_on, record.next_on) == (2026, date(2027, 1, 6), date(2028, 1, 6))
    assert "The review of 2026 is done" in said(page)
    assert "Plan 2027 on the board" in labels(page)
    at(monkeypatch, 2027, 11, 2)
    assert "Start the review of 2027" in labels(another_tab())


def test_with_the_clock_set_back_a_review_goes_on_and_is_finished(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 12, 28)
    begun(app, 2026)
    at(monkeypatch, 2024, 3, 1)
    page = _finish(write(another_tab(), "Much happened."))

    [record] = _records(page)
    assert record.finished_on == date(2024, 3, 1)
    assert page.header[0].value == "The review of 2026"


def test_the_next_review_has_to_lie_ahead(under_way: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    page = go(under_way, "finish")
    page.date_input(key=Key.REVIEW_NEXT_ON).set_value(now().date() + timedelta(days=1))
    page = ran(page)
    at(monkeypatch, YEAR + 1, 2, 1)  # the page lay open for a while
    page = press(page, "Finish the review")

    assert review_of(page).finished_on is None
    assert refused(page) == ["The next review has to lie ahead. Choose a date after today."]


def _restore(page: AppTest, data: bytes) -> AppTest:
    page = ran(page.switch_page(Place.DATA))
    page.file_uploader[0].upload("backup.json", data)
    return press_key(ran(page), Key.RESTORE.of("backup"))


def test_a_backup_with_an_open_review_is_restored_and_the_review_goes_on(under_way: AppTest) -> None:
    page = press(write(under_way, "Much happened."), "Next")
    data = open_store(default_folder()).backup("mine", at=now())
    page = press(go(page, "finish"), "Set it aside")
    page = review_page(_restore(page, data))

    assert not review_of(page).archived
    assert step(page) in {"Finish", "What went well"}
    assert answer(press(go(page, "wins"), "Back")).value == "Much happened."


def test_a_backup_from_before_the_end_opens_the_review_again_and_undo_brings_the_record_back(
    under_way: AppTest,
) -> None:
    page = write(under_way, "Much happened.")
    data = open_store(default_folder()).backup("mine", at=now())
    page = _restore(_finish(page), data)
    assert review_of(page).finished_on is None

    page = review_page(press(page, "Undo"))
    assert _records(page)[0].answers == {"year-in-facts": "Much happened."}


def test_a_goal_that_is_met_after_the_record_leaves_the_record_alone(app: AppTest) -> None:
    seed(app, Goal(id="exam", title="Pass the exam", due=date(YEAR, 12, 1), status=GoalStatus.DOING))
    page = _finish(begun(app))
    before = _records(page)[0]
    page = ran(page.switch_page(Place.BOARD))
    page.menu_button[0].click(GoalStatus.DONE)
    page = ran(page)

    assert plan_of(page).goals["exam"].status is GoalStatus.DONE
    assert _records(page)[0] == before
