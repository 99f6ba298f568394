from collections.abc import Sequence

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content import needs_catalogue
from careerkit.needs import (
    Mode,
    chance_in_words,
    circle_in_words,
    circles,
    consistency_in_words,
    how_sure_in_words,
    need_groups,
    need_order,
    next_question,
    order_in_words,
    pair_key,
    repeats,
    repeats_in_words,
    side_count,
    sides_in_words,
    standing_in_words,
)
from careerkit.words import day_in_words
from pages._ui.clock import today
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.state import Key
from tests.tools.needs_pages import (
    ORDER,
    Keep,
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
    neither,
    plain,
    press,
    press_key,
    pressed,
    result,
    stored,
    texts,
    unfolding,
    view_of,
)

CIRCLE = ("balance", "meaning", "freedom")
"""Kept in a circle: each over the next, and the last over the first."""
PAIRS = {pair_key(*pair) for pair in (CIRCLE[:2], CIRCLE[1:], CIRCLE[::2])}


def in_a_circle(one: str, other: str) -> str | None:
    """Keep what comes first in the order, but freedom over balance."""
    return "freedom" if {one, other} == {"balance", "freedom"} else in_order()(one, other)


def in_two_circles(one: str, other: str) -> str | None:
    return "responsibility" if {one, other} == {"income", "responsibility"} else in_a_circle(one, other)


def left(one: str, _other: str) -> str:
    return one


def order_of(keep: Keep, app: AppTest) -> AppTest:
    compared(keep)
    return at_view(app)


def asked() -> str:
    question = next_question(result())
    assert question is not None
    return pair_key(question.left, question.right)


def shown(page: AppTest, column: str) -> list[str]:
    return [plain(str(value)) for value in page.table[0].value[column]]


def test_the_order_says_what_comes_first_and_that_it_may_be_close(app: AppTest) -> None:
    page = order_of(in_order(), app)

    assert view_of(page) == "Order"
    order, groups = need_order(result()), need_groups(result())
    assert f"**{order_in_words(order, groups, str)}** {how_sure_in_words(order, groups, str)}" in texts(page)
    assert how_sure_in_words(order, groups, str)
    assert "As you answered on 1 Mar 2025, in pairs." in texts(page)


def test_the_table_and_a_sentence_for_each_need_say_how_its_number_came_about(app: AppTest) -> None:
    page = order_of(in_order(), app)

    assert shown(page, "Need") == [need.capitalize() for need in ORDER]
    assert shown(page, "Rank") == list("12345678")
    assert shown(page, "Kept in") == [f"{kept} of 7" for kept in range(7, -1, -1)]
    assert sum(int(share.removesuffix(" %")) for share in shown(page, "Share")) in range(98, 103)
    for standing in need_order(result()):
        line = f"- **{standing.need.capitalize()}.** {standing_in_words(result(), standing, str)}"
        assert line in texts(page).splitlines()


def test_choices_that_fit_together_are_said_to_be_consistent_in_words_and_as_a_number(app: AppTest) -> None:
    page = order_of(in_order(), app)

    assert consistency_in_words(0, 0.0) in texts(page)
    assert repeats_in_words(repeats(result())) in texts(page)
    assert all(repeat.same for repeat in repeats(result()))
    assert "0 of at most 20 circles, so the coefficient is 1.00" in texts(page)
    assert not [label for label in unfolding(page) if "circle" in label]
    assert "Look again" not in labels(page)


def test_pairs_that_were_all_left_open_set_no_need_apart(app: AppTest) -> None:
    page = order_of(neither, app)

    assert order_in_words(need_order(result()), need_groups(result()), str) in texts(page)
    assert [area.key for area in page.text_area] == [Key.NEEDS_ANSWER]  # none of them ranks high
    assert set(shown(page, "Rank")) == {"1"}
    assert set(shown(page, "Kept in")) == {"3.5 of 7"}
    assert consistency_in_words(0, 1.0, 1.0) in texts(page)
    assert chance_in_words(1.0, 28) in texts(page)


def test_keeping_the_same_side_every_time_is_mentioned_without_a_verdict(app: AppTest) -> None:
    page = order_of(left, app)

    assert (side_count(result()).left, side_count(result()).right) == (28, 0)
    assert sides_in_words(side_count(result())) in texts(page)
    assert len(page.table) == 1


def test_choices_that_run_in_a_circle_are_listed_as_sentences(app: AppTest) -> None:
    page = order_of(in_two_circles, app)

    found = circles(result())
    assert len(found) > 1
    assert f"Choices that run in a circle ({len(found)})" in unfolding(page)
    assert all(circle_in_words(it, str) in texts(page).splitlines() for it in found)
    assert labels(page).count("Look again") == len(found)


def test_looking_again_asks_exactly_the_three_pairs_of_a_circle(app: AppTest) -> None:
    page = order_of(in_a_circle, app)
    first = result()
    press(page, "Look again")

    assert view_of(page) == "Compare"
    seen = []
    for left_over in ("3 pairs", "2 pairs", "1 pair"):
        assert f"Looking again: {left_over} left." in texts(page)
        seen.append(asked())
        question = next_question(result())
        assert question is not None
        assert (question.left, question.right) == (
            first.answers[seen[-1]].right,
            first.answers[seen[-1]].left,
        )
        kept = in_order()(question.left, question.right)
        pressed(page, keeps(page)[0 if kept == question.left else 1])

    assert set(seen) == PAIRS
    assert view_of(page) == "Order"
    assert consistency_in_words(0, 0.0) in texts(page)
    assert result().id == first.id
    assert len(result().answers) == 28
    assert f"As you answered on 1 Mar 2025, in pairs; 1 pair answered anew on {day_in_words(today())}." in (
        texts(page)
    )


def test_looking_again_at_all_circles_asks_each_of_their_pairs_once(app: AppTest) -> None:
    page = order_of(in_two_circles, app)
    pairs = {pair_key(*pair) for it in circles(result()) for pair in (it[:2], it[1:], it[::2])}

    press(page, "Look again at all of them")

    assert result().again == pairs
    assert f"Looking again: {len(pairs)} pairs left." in texts(page)


def test_the_result_is_still_there_while_one_looks_again(app: AppTest) -> None:
    page = order_of(in_a_circle, app)
    press(page, "Look again")
    pressed(page, keeps(page)[0])

    choose_view(page, "Order")
    assert len(page.table) == 1
    assert len(result().answers) == 28
    again = another_tab()
    assert view_of(again) == "Compare"
    assert "Looking again: 2 pairs left." in texts(again)


def test_leaving_it_as_it_is_keeps_every_answer_and_goes_back_to_the_order(app: AppTest) -> None:
    page = order_of(in_a_circle, app)
    first = result()
    press(page, "Look again")

    press(page, "Leave as it is")

    assert view_of(page) == "Order"
    assert result() == first


def test_undo_takes_back_an_answer_given_at_another_look(app: AppTest) -> None:
    page = order_of(in_a_circle, app)
    press(page, "Look again")
    before, pair = result(), asked()
    other = 0 if before.answers[pair].kept == before.answers[pair].right else 1  # sides are swapped now
    pressed(page, keeps(page)[1 - other])
    assert result().answers[pair].kept != before.answers[pair].kept

    press(page, "Undo last answer")

    assert result() == before
    assert "Looking again: 3 pairs left." in texts(page)


def test_undo_takes_back_an_answer_that_another_look_only_confirmed(app: AppTest) -> None:
    page = order_of(in_a_circle, app)
    press(page, "Look again")
    before, pair = result(), asked()
    same = 0 if before.answers[pair].kept == before.answers[pair].right else 1
    pressed(page, keeps(page)[same])
    assert result().answers == before.answers
    assert "Looking again: 2 pairs left." in texts(page)
    assert not button(page, "Undo last answer").disabled

    press(page, "Undo last answer")

    assert result() == before
    assert "Looking again: 3 pairs left." in texts(page)


def test_a_second_look_from_another_tab_is_not_overwritten(app: AppTest) -> None:
    page = order_of(in_a_circle, app)
    press(page, "Look again")
    other = another_tab()
    pressed(page, keeps(page)[0])
    made = result()

    pressed(other, keeps(other)[1])

    assert errors(other) == ["This pair has its answer already. To choose again, undo the last answer."]
    assert result() == made
    assert "Looking again: 2 pairs left." in texts(other)


def test_the_result_leads_on_to_aspirations(app: AppTest) -> None:
    page = order_of(in_order(), app)

    press(page, "Turn this into aspirations")

    assert "An aspiration is a direction" in texts(page)


def test_the_result_leads_on_to_where_it_can_lead(app: AppTest) -> None:
    page = press(order_of(in_order(), app), "See where this can lead")

    assert view_of(page) == "Directions"


def test_the_own_answer_is_saved_and_offered_as_the_why_of_an_aspiration(app: AppTest) -> None:
    page = order_of(in_order(), app)
    page.text_area(key=Key.NEEDS_ANSWER).set_value(" I need work that ends at five. ").run()
    assert stored().standpoint.answer == "I need work that ends at five."

    page.switch_page(Place.ASPIRATIONS).run()
    press_key(page, PlanKey.ASPIRATION_ADD)
    assert page.multiselect(key=PlanKey.ASPIRATION_NEEDS).value == ["freedom", "balance", "meaning"]
    assert "Your answer from Needs: “I need work that ends at five.”" in texts(page)
    page.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Home by six")
    page.text_area(key=PlanKey.ASPIRATION_WHY).set_value("Yaw asks for me.")
    press_key(page, PlanKey.ASPIRATION_USE_ANSWER)

    why = "Yaw asks for me.\n\nI need work that ends at five."
    assert page.text_area(key=PlanKey.ASPIRATION_WHY).value == why
    assert page.text_input(key=PlanKey.ASPIRATION_TITLE).value == "Home by six"
    assert not [one for one in page.button if one.key == PlanKey.ASPIRATION_USE_ANSWER]
    press_key(page, Key.DRAFT_SAVE)
    assert [one.why for one in stored().aspirations.values()] == [why]


def test_without_an_own_answer_no_why_is_offered(app: AppTest) -> None:
    app.switch_page(Place.ASPIRATIONS).run()
    press_key(app, PlanKey.ASPIRATION_ADD)

    assert not [one for one in app.button if one.key == PlanKey.ASPIRATION_USE_ANSWER]


@pytest.mark.parametrize(
    ("first", "asked_about"),
    [
        pytest.param(("balance", "meaning", "freedom", "income"), set(), id="fourth"),
        pytest.param(("balance", "meaning", "income"), {"income"}, id="third"),
        pytest.param(("responsibility", "recognition"), {"responsibility", "recognition"}, id="two-of-them"),
    ],
)
def test_a_need_that_is_hard_to_admit_asks_one_question_when_it_ranks_first_to_third(
    app: AppTest, first: Sequence[str], asked_about: set[str]
) -> None:
    page = order_of(in_order(*first), app)

    questions = {area.key: area.label for area in page.text_area if area.key != Key.NEEDS_ANSWER}
    assert questions == {
        Key.NEEDS_SAID.of(need.id): need.once_said for need in needs_catalogue() if need.id in asked_about
    }


def test_what_one_would_decide_is_saved_with_its_need(app: AppTest) -> None:
    page = order_of(in_order("income"), app)
    page.text_area(key=Key.NEEDS_SAID.of("income")).set_value("Ask for it in March.").run()

    assert stored().standpoint.said == {"income": "Ask for it in March."}
    assert another_tab().text_area(key=Key.NEEDS_SAID.of("income")).value == "Ask for it in March."
    press_key(page, Key.UNDO)
    assert page.text_area(key=Key.NEEDS_SAID.of("income")).value == ""


@pytest.mark.parametrize("mode", list(Mode))
def test_a_comparison_with_a_need_that_is_gone_says_so_and_every_view_still_opens(
    app: AppTest, mode: Mode
) -> None:
    compared(in_order("gone", *ORDER[:-1]), mode=mode, needs=["gone", *ORDER[:-1]])
    page = at_view(app)

    assert [plain(info.value)[:58] for info in page.info] == [
        "This comparison holds a need that is not in your list any "
    ]
    assert shown(page, "Need")[0] == "A need that is gone"
    for view in page.segmented_control(key=Key.NEEDS_VIEW).options:
        choose_view(page, view)


def test_an_open_comparison_with_a_need_that_is_gone_can_be_finished(app: AppTest) -> None:
    begin(needs=["gone", *ORDER[:-1]])
    answer(in_order("gone", *ORDER), times=29)
    page = at_view(app)

    pressed(page, keeps(page)[0])

    assert view_of(page) == "Order"


@pytest.mark.parametrize(
    "view", ["Order", "Today", "Directions", "Strengths", "Over time", "Your needs", "Compare"]
)
def test_a_link_opens_each_view(app: AppTest, view: str) -> None:
    compared(in_order())
    begin()

    assert view_of(at_view(app, view)) == view
    assert len(app.title) == 1


def test_every_view_opens_for_the_demo_person(app: AppTest) -> None:
    app.button(key=Key.DEMO_ADD).click().run()
    page = at_view(app)

    views = page.segmented_control(key=Key.NEEDS_VIEW).options
    assert views == ["Order", "Today", "Directions", "Strengths", "Over time", "Your needs"]
    for view in views:
        assert view_of(choose_view(page, view)) == view
        assert not page.error


@pytest.mark.parametrize("view", ["Order", "Today", "Over time", "compare", "<b>x</b>"])
def test_a_link_to_a_view_that_is_not_there_yet_opens_the_first(app: AppTest, view: str) -> None:
    assert view_of(at_view(app, view)) == "Compare"
    assert "Start comparing" in labels(app)


def test_a_link_to_comparing_opens_the_order_when_nothing_is_asked(app: AppTest) -> None:
    compared(in_order())

    assert view_of(at_view(app, "Compare")) == "Order"
    assert not button(app, "Compare again").disabled
