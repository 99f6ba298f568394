from datetime import UTC, datetime
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content import needs_catalogue
from careerkit.needs import (
    MOST_SATISFIED,
    Mode,
    hide_need,
    latest_ratings,
    made_at,
    need_order,
    pair_key,
    results,
)
from pages._ui.clock import now
from pages._ui.places import Place
from pages._ui.state import Key
from tests.tools.needs_pages import (
    FRAME,
    LONG_AGO,
    ORDER,
    answer,
    at_view,
    begin,
    choose_view,
    compared,
    errors,
    in_order,
    keeps,
    labels,
    neither,
    opened,
    owner,
    press,
    pressed,
    progress,
    rated,
    result,
    save,
    stored,
    texts,
    unfolding,
    view_of,
)

YEAR = datetime.now(UTC).year
WAYS = ["It still sounds like me", "Ask the 8 closest pairs again", "Compare all again"]
ALL = {*WAYS, "Compare your needs", "Go on comparing your needs"}


def at_step(app: AppTest, step: str = "needs") -> AppTest:
    """Arrive at a step of the review of this year, which is begun if it is not under way."""
    page = app.switch_page(Place.REVIEW).run()
    if f"Start the review of {YEAR}" in labels(page):
        page = press(page, f"Start the review of {YEAR}")
    page.selectbox[0].set_value(step).run()
    assert not page.exception
    return page


def another_tab(step: str = "needs") -> AppTest:
    return at_step(AppTest.from_file(FRAME, default_timeout=30).run(), step)


def ways(page: AppTest) -> list[str]:
    return [label for label in labels(page) if label in ALL or label.startswith("Ask the")]


@pytest.fixture
def last_year(app: AppTest) -> AppTest:
    """The step of somebody who has compared their needs long ago."""
    compared(in_order())
    return at_step(app)


# Needs again


def test_without_a_result_there_is_one_way_and_it_leads_to_the_needs(app: AppTest) -> None:
    page = at_step(app)
    assert ways(page) == ["Compare your needs"]

    page = press(page, "Compare your needs")

    assert page.title[0].value == "What do you need from your job?"
    assert "Start comparing" in labels(page)
    assert not stored().assessments


def test_with_a_result_there_are_three_quiet_ways(last_year: AppTest) -> None:
    assert ways(last_year) == WAYS
    assert [it.label for it in last_year.button if it.proto.type == "primary"] == ["Next"]
    assert "the one of 1 Mar 2025 stays" in texts(last_year)


def test_saying_that_it_is_still_so_makes_a_result_of_today_with_the_same_order(last_year: AppTest) -> None:
    page = press(last_year, "It still sounds like me")

    new, old = results(stored().assessments)
    assert made_at(new).date() == now().date()
    assert need_order(new) == need_order(old)
    assert page.subheader[0].value == "What you need"
    assert "It has hardly moved since 1 Mar 2025" in texts(page)
    assert ways(page) == WAYS[1:]


def test_a_confirmed_result_is_one_of_two_dates_over_time(last_year: AppTest) -> None:
    page = press(last_year, "It still sounds like me").switch_page(Place.NEEDS).run()
    page = choose_view(page, "Over time")

    assert "Of 28 pairs that you answered both times, you answered 28 the same way." in texts(page)


def test_confirming_can_be_undone(last_year: AppTest) -> None:
    page = press(press(last_year, "It still sounds like me"), "Undo")

    assert [made_at(it) for it in results(stored().assessments)] == [made_at(result())]
    assert ways(page) == WAYS


def test_pressed_in_two_tabs_it_is_confirmed_once(last_year: AppTest) -> None:
    other = another_tab()
    press(last_year, "It still sounds like me")
    press(other, "It still sounds like me")

    assert len(results(stored().assessments)) == 2


def test_the_closest_pairs_are_asked_on_the_page_of_the_needs_and_nothing_else(last_year: AppTest) -> None:
    before = result()

    page = press(last_year, WAYS[1])

    assert page.title[0].value == "What do you need from your job?"
    assert view_of(page) == "Compare"
    assert progress(page).startswith("20 of 28 · about a minute left")
    neighbours = {pair_key(*pair) for pair in pairwise(ORDER)}
    assert len(neighbours - opened().answers.keys()) == 7
    page = at_view(page)  # else the test would go on in the review
    for left in range(8, 0, -1):
        assert opened().questions - opened().answered == left
        page = pressed(page, keeps(page)[0])
    new = result()
    assert new.id != before.id
    assert stored().assessments[before.id] == before
    assert view_of(page) == "Order"


def test_back_in_the_review_the_step_shows_the_new_result(last_year: AppTest) -> None:
    press(last_year, WAYS[1])
    answer(in_order(*ORDER[::-1]), at=now())

    page = another_tab()

    assert made_at(result()).date() == now().date()
    assert "since 1 Mar 2025" in texts(page)
    assert ways(page) == WAYS[1:]


def test_the_last_answer_to_the_closest_pairs_can_be_taken_back(last_year: AppTest) -> None:
    page = at_view(press(last_year, WAYS[1]))
    page = pressed(page, keeps(page)[0])
    assert progress(page).startswith("21 of 28")

    assert progress(press(page, "Undo last answer")).startswith("20 of 28")


def test_a_comparison_that_is_open_is_gone_on_with(last_year: AppTest) -> None:
    press(last_year, WAYS[1])
    page = another_tab()
    assert ways(page) == ["Go on comparing your needs"]

    assert progress(press(page, "Go on comparing your needs")).startswith("20 of 28")


def test_all_are_compared_again_from_the_start(last_year: AppTest) -> None:
    page = press(last_year, "Compare all again")

    assert progress(page).startswith("0 of 30")
    assert view_of(page) == "Compare"


def test_whatever_was_looked_at_on_the_page_of_the_needs_the_pairs_come_first(app: AppTest) -> None:
    compared(in_order())
    page = choose_view(app.switch_page(Place.NEEDS).run(), "Over time")

    assert view_of(press(at_step(page), WAYS[1])) == "Compare"


def test_in_fours_all_are_compared_again_in_fours_or_none(app: AppTest) -> None:
    compared(in_order(), mode=Mode.FOURS)
    page = at_step(app)
    assert ways(page) == [WAYS[0], WAYS[2]]

    press(page, "Compare all again")

    assert opened().mode is Mode.FOURS


def test_with_another_set_of_needs_all_are_compared_again(app: AppTest) -> None:
    compared(in_order(), mode=Mode.FOURS)
    save(lambda plan: hide_need(needs_catalogue(), plan.needs, "income", stamp=owner()))
    page = at_step(app)
    assert ways(page) == ["Compare all again"]
    assert "Your set of needs is another than on 1 Mar 2025" in texts(page)

    press(page, "Compare all again")

    assert (opened().mode, len(opened().needs)) == (Mode.PAIRS, 7)


def test_a_set_of_needs_that_changed_in_another_tab_is_told(last_year: AppTest) -> None:
    save(lambda plan: hide_need(needs_catalogue(), plan.needs, "income", stamp=owner()))

    page = press(last_year, WAYS[1])

    assert errors(page) == ["There is no comparison in pairs of just these needs. Compare all of them again."]
    assert ways(page) == ["Compare all again"]


def test_pressed_while_another_tab_compares_it_goes_on_there(last_year: AppTest) -> None:
    begin()

    assert progress(press(last_year, WAYS[1])).startswith("0 of 30")


def test_a_result_newer_than_the_page_is_not_confirmed_unseen(last_year: AppTest) -> None:
    compared(in_order("income"), at=now())

    press(last_year, "It still sounds like me")

    assert len(results(stored().assessments)) == 2


# How far they are met


def test_the_first_needs_can_be_rated_in_the_review_and_the_others_unfolded(app: AppTest) -> None:
    compared(in_order())
    page = at_step(app, "satisfaction")

    assert [it.key for it in page.segmented_control] == [Key.NEEDS_RATING.of(need) for need in ORDER]
    assert "The other 5 needs" in unfolding(page)


def test_needs_that_share_a_place_are_not_parted(app: AppTest) -> None:
    compared(neither)

    page = at_step(app, "satisfaction")

    assert len(page.segmented_control) == len(ORDER)
    assert not [label for label in unfolding(page) if label.startswith("The other")]


def test_a_rating_saves_itself_and_stands_among_the_facts(app: AppTest) -> None:
    compared(in_order())
    page = at_step(app, "satisfaction")

    page.segmented_control(key=Key.NEEDS_RATING.of("balance")).set_value(7).run()

    assert not page.exception
    assert latest_ratings(stored().satisfactions)["balance"].value == 7
    assert "Balance: 7" in texts(page)
    page.text_input(key=Key.NEEDS_RATING_NOTE.of("balance")).set_value("Evenings are mine.").run()
    assert latest_ratings(stored().satisfactions)["balance"].note == "Evenings are mine."


def test_an_earlier_rating_stays_with_its_day(app: AppTest) -> None:
    compared(in_order())
    rated(at=LONG_AGO, balance=3)
    page = at_step(app, "satisfaction")
    scale = page.segmented_control(key=Key.NEEDS_RATING.of("balance"))
    assert (scale.value, "as of 1 Mar 2025" in scale.label) == (3, True)

    scale.set_value(MOST_SATISFIED).run()

    assert len(stored().satisfactions) == 2


def test_without_a_result_all_needs_can_be_rated(app: AppTest) -> None:
    page = at_step(app, "satisfaction")

    assert len(page.segmented_control) == len(needs_catalogue())
    assert not [label for label in unfolding(page) if label.startswith("The other")]
