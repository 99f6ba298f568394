from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.labels import Mark
from careerkit.needs import Strength
from careerkit.review import Win
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.review_state import YearKey
from pages._ui.state import Key
from tests.tools.review_pages import (
    HOSTILE,
    YEAR,
    begun,
    go,
    labels,
    marked_down,
    plan_of,
    press,
    press_key,
    ran,
    refused,
    review_page,
    said,
)
from tests.tools.seeding import seed

TODAY = now().date()
PRAISE = Win(id="praise", title="A kind letter", on=TODAY, evidence="It hangs over my desk.")


def _new(page: AppTest) -> AppTest:
    return press_key(page, YearKey.WIN_ADD)


def _save(page: AppTest) -> AppTest:
    return press_key(page, Key.DRAFT_SAVE)


def _write(page: AppTest, title: str) -> AppTest:
    page.text_input(key=YearKey.WIN_TITLE).set_value(title)
    return _save(page)


def _dialog_open(page: AppTest) -> bool:
    return YearKey.WIN_TITLE in [it.key for it in page.text_input]


@pytest.mark.parametrize("place", list(Place))
def test_a_win_is_written_down_from_any_page(app: AppTest, place: Place) -> None:
    page = _write(_new(ran(app.switch_page(place))), " The talk  went well ")

    [win] = plan_of(page).wins.values()
    assert (win.title, win.on, win.mark) == ("The talk went well", TODAY, Mark.SAY)
    assert not _dialog_open(page)
    assert not page.error


@pytest.mark.parametrize("place", list(Place))
def test_a_win_is_written_down_from_any_page_of_the_demo_person(app: AppTest, place: Place) -> None:
    page = ran(press_key(app, Key.DEMO_ADD).switch_page(place))
    before = len(plan_of(page).wins)
    page = _write(_new(page), "The talk went well")

    assert len(plan_of(page).wins) == before + 1
    assert plan_of(page).profile.demo


def test_a_win_without_words_is_refused_and_what_else_was_typed_stays(app: AppTest) -> None:
    page = _new(app)
    page.text_area(key=YearKey.WIN_EVIDENCE).set_value("Three letters.")
    page = _write(page, "  ")

    assert refused(page)
    assert plan_of(page).wins == {}
    assert page.text_area(key=YearKey.WIN_EVIDENCE).value == "Three letters."
    page = _write(page, "The letters")
    assert [it.evidence for it in plan_of(page).wins.values()] == ["Three letters."]


def test_a_win_without_a_day_is_refused(app: AppTest) -> None:
    page = _new(app)
    page.date_input(key=YearKey.WIN_ON).set_value(None)
    page = _write(page, "The letters")

    assert refused(page) == ["Choose the day on which it went well."]


def test_a_win_given_up_leaves_nothing(app: AppTest) -> None:
    page = _new(app)
    page.text_input(key=YearKey.WIN_TITLE).set_value("Not so sure")
    page = press_key(page, Key.DRAFT_CANCEL)

    assert plan_of(page).wins == {}
    assert _new(page).text_input(key=YearKey.WIN_TITLE).value == ""


def test_a_win_keeps_what_it_speaks_to(app: AppTest) -> None:
    seed(app, Strength(id="calm", title="Calm"))
    page = _new(app.run())
    page.multiselect(key=YearKey.WIN_NEEDS).set_value(["mastery"])
    page.multiselect(key=YearKey.WIN_STRENGTHS).set_value(["calm"])
    page = _write(page, "Kept my calm")

    [win] = plan_of(page).wins.values()
    assert (sorted(win.needs), sorted(win.strengths)) == (["mastery"], ["calm"])


def test_one_undo_takes_a_win_back(app: AppTest) -> None:
    page = press(_write(_new(app), "The talk"), "Undo")

    assert not [it for it in plan_of(page).wins.values() if not it.archived]


def test_the_log_shows_changes_archives_and_brings_back_a_win(app: AppTest) -> None:
    seed(app, PRAISE)
    page = review_page(app)
    assert "It hangs over my desk." in said(page)

    page = press_key(page, YearKey.WIN_EDIT.of("praise"))
    assert page.text_input(key=YearKey.WIN_TITLE).value == "A kind letter"
    page = _write(page, "Two kind letters")
    assert "Two kind letters" in said(page)

    page = press_key(press_key(page, YearKey.WIN_EDIT.of("praise")), Key.DRAFT_ARCHIVE)
    assert "Archived: Two kind letters" in said(page)
    page = press_key(page, YearKey.WIN_RESTORE.of("praise"))
    assert "Archived" not in said(page)
    assert not plan_of(page).wins["praise"].archived


def test_the_log_opens_the_same_dialog(app: AppTest) -> None:
    page = _write(press_key(review_page(app), YearKey.WIN_ADD.of("log")), "The talk")

    assert [it.title for it in plan_of(page).wins.values()] == ["The talk"]


def test_the_review_starts_from_the_wins_of_its_year(app: AppTest) -> None:
    early = Win(id="early", title="Long ago", on=date(YEAR - 2, 1, 1))
    seed(app, PRAISE, early)
    page = go(begun(app), "wins")

    assert "A kind letter" in said(page)
    assert "Long ago" not in said(page)


def test_a_win_can_be_written_down_in_the_middle_of_a_review(app: AppTest) -> None:
    page = _write(_new(go(begun(app), "wins")), "The talk")

    assert page.subheader[0].value == "What went well"
    assert "The talk" in said(page)


def test_a_win_is_shown_as_it_was_typed(app: AppTest) -> None:
    seed(app, Win(id="w", title=HOSTILE, on=TODAY, evidence=HOSTILE))
    page = review_page(app)

    assert "](http" not in marked_down(page)
    assert "](http" not in marked_down(go(begun(page), "wins"))
    assert "Next" in labels(page)
