import re
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.content import needs_catalogue
from careerkit.needs import FEWEST_ACTIVE, Mode, active_needs, next_question
from careerkit.needs import NEED_NAME as LONGEST
from pages._ui.escape import safe
from pages._ui.local import Connection
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
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
    rated,
    result,
    stored,
    texts,
    view_of,
)

HOSTILE = "<b>x</b> :red[a] ![x](//a.example) $a$"
MORE_HOSTILE = "<b>x</b> :red[a] ![x](http://career.example/x.png) $a$ [l](http://career.example) `c` :smile:"
READ_AS_MORE = ("<", ":red", "![", "](", "$", "`", "smile:", "//")
"""What Streamlit would read as something else than the letters."""


@pytest.fixture
def own_set(app: AppTest) -> AppTest:
    """The view with the needs that are compared."""
    return at_view(app, "Your needs")


def word(page: AppTest, need: str, name: str, about: str | None = None) -> AppTest:
    press_key(page, Key.NEED_EDIT.of(need))
    return save_need(page, name, about)


def add(page: AppTest, name: str, about: str | None = None) -> str:
    """Add a need and return its id."""
    before = set(stored().needs)
    press_key(page, Key.NEED_ADD)
    save_need(page, name, about)
    [added] = set(stored().needs) - before
    return added


def save_need(page: AppTest, name: str, about: str | None = None) -> AppTest:
    page.text_input(key=Key.NEED_NAME).set_value(name)
    if about is not None:
        page.text_input(key=Key.NEED_ABOUT).set_value(about)
    return press_key(page, Key.DRAFT_SAVE)


def hide(page: AppTest, need: str) -> AppTest:
    return press_key(page, Key.NEED_HIDE.of(need))


def show(page: AppTest, need: str) -> AppTest:
    return press_key(page, Key.NEED_SHOW.of(need))


def active() -> list[str]:
    return [need.name for need in active_needs(needs_catalogue(), stored().needs)]


def is_open(page: AppTest) -> bool:
    return any(field.key == Key.NEED_NAME for field in page.text_input)


def markdown_on(page: AppTest) -> Iterator[str]:
    """Every text on the page that Streamlit reads as Markdown."""
    for element in (*page.markdown, *page.caption, *page.subheader, *page.info, *page.error):
        yield str(element.value)
    for widget in (*page.button, *page.segmented_control, *page.text_area, *page.text_input):
        yield from (widget.label, widget.help)
    yield from (expander.label for expander in page.expander)
    for table in page.table:
        yield from (str(cell) for cell in table.value.to_numpy().flat)
        yield from (str(column) for column in table.value.columns)


def read_as_more(page: AppTest) -> list[str]:
    """The texts in which something is not escaped that came from a person."""
    bare = {text: re.sub(r"\\.", "", text, flags=re.DOTALL) for text in markdown_on(page)}
    return [text for text in bare if any(sign in bare[text] for sign in READ_AS_MORE)]


def test_all_eight_needs_are_compared_at_first_and_none_is_hidden(own_set: AppTest) -> None:
    assert all(f"**{need.name}**" in texts(own_set) for need in needs_catalogue())
    assert labels(own_set).count("Hide") == 8
    assert "Hidden" not in texts(own_set)


def test_a_need_in_ones_own_words_stands_everywhere_and_keeps_its_answers(app: AppTest) -> None:
    compared(in_order())
    page = at_view(app, "Your needs")
    press_key(page, Key.NEED_EDIT.of("balance"))
    assert page.text_input(key=Key.NEED_NAME).value == "Balance"
    assert page.text_input(key=Key.NEED_ABOUT).value == needs_catalogue()[6].about

    save_need(page, "Time for Yaw", about="To be there when school ends.")

    assert "**Time for Yaw**\nTo be there when school ends." in texts(page)
    assert "Balance" not in texts(page)
    choose_view(page, "Order")
    assert page.table[0].value["Need"][0] == "Time for Yaw"
    assert "**Time for Yaw.** You kept Time for Yaw over" in texts(page)
    press(page, "Compare again")
    while "Time for Yaw" not in texts(page):
        pressed(page, keeps(page)[0])
    assert "Keep Time for Yaw" in labels(page)


def test_the_words_of_the_product_come_back_when_they_are_written_again(own_set: AppTest) -> None:
    word(own_set, "balance", "Time for Yaw")
    word(own_set, "balance", " Balance ")

    assert stored().needs["balance"].name == ""
    assert "**Balance**" in texts(own_set)


def test_undo_takes_back_a_new_name(own_set: AppTest) -> None:
    word(own_set, "balance", "Time for Yaw")

    press_key(own_set, Key.UNDO)

    assert "**Balance**" in texts(own_set)


def test_a_need_of_ones_own_is_compared_like_any_other(own_set: AppTest) -> None:
    add(own_set, "Quiet", about="Hours in which nobody asks for anything.")

    assert active()[-1] == "Quiet"
    assert "**Quiet**\nHours in which nobody asks for anything." in texts(own_set)
    choose_view(own_set, "Compare")
    assert "36 pairs" in texts(own_set)
    press(own_set, "Start comparing")
    assert progress(own_set).startswith("0 of 38")
    assert len(opened().needs) == 9


def test_a_need_of_ones_own_leads_to_no_suggestion_but_to_a_question(app: AppTest) -> None:
    own = add(at_view(app, "Your needs"), "Quiet")
    compared(in_order(own), needs=[*ORDER, own])

    page = another_tab("Directions")

    assert plain(page.subheader[0].value) == "Quiet"
    assert "Ask yourself what would help with Quiet, and write it down as an aspiration." in texts(page)


def test_a_need_of_ones_own_is_offered_to_aspirations_and_goals(own_set: AppTest) -> None:
    own = add(own_set, "Quiet")
    own_set.switch_page(Place.ASPIRATIONS).run()
    press_key(own_set, PlanKey.ASPIRATION_ADD)
    own_set.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("A room of my own")
    own_set.multiselect(key=PlanKey.ASPIRATION_NEEDS).select(own)
    press_key(own_set, Key.DRAFT_SAVE)
    own_set.switch_page(Place.BOARD).run()
    press_key(own_set, PlanKey.GOAL_ADD)
    own_set.text_input(key=PlanKey.GOAL_TITLE).set_value("Two mornings without meetings")
    own_set.multiselect(key=PlanKey.GOAL_NEEDS).select(own)
    press_key(own_set, Key.DRAFT_SAVE)

    assert [one.needs for one in stored().aspirations.values()] == [{own}]
    assert [one.needs for one in stored().goals.values()] == [{own}]
    own_set.switch_page(Place.ASPIRATIONS).run()
    assert "Quiet" in texts(own_set)


def test_a_hidden_need_is_not_compared_and_can_be_shown_again(own_set: AppTest) -> None:
    hide(own_set, "income")
    assert "Income" not in active()
    assert "Hidden" in texts(own_set)
    choose_view(own_set, "Compare")
    assert "21 pairs" in texts(own_set)

    choose_view(own_set, "Your needs")
    show(own_set, "income")

    assert len(active()) == 8
    assert "Hidden" not in texts(own_set)


def test_a_hidden_need_can_be_put_into_other_words(own_set: AppTest) -> None:
    hide(own_set, "income")

    word(own_set, "income", "Pay")

    assert "Pay" in texts(own_set)
    assert "Pay" not in active()


def test_the_name_of_a_hidden_need_still_stands_on_old_results_and_aspirations(app: AppTest) -> None:
    compared(in_order("income"))
    page = at_view(app).switch_page(Place.ASPIRATIONS).run()
    press_key(page, PlanKey.ASPIRATION_ADD)
    page.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Earn what it is worth")
    page.multiselect(key=PlanKey.ASPIRATION_NEEDS).set_value(["income"])
    press_key(page, Key.DRAFT_SAVE)

    hide(at_view(page, "Your needs"), "income")

    assert choose_view(page, "Order").table[0].value["Need"][0] == "Income"
    assert not page.info
    page.switch_page(Place.ASPIRATIONS).run()
    assert "Income" in texts(page)


def test_an_aspiration_keeps_its_hidden_need_when_something_else_of_it_is_edited(own_set: AppTest) -> None:
    own_set.switch_page(Place.ASPIRATIONS).run()
    press_key(own_set, PlanKey.ASPIRATION_ADD)
    own_set.text_input(key=PlanKey.ASPIRATION_TITLE).set_value("Earn what it is worth")
    own_set.multiselect(key=PlanKey.ASPIRATION_NEEDS).set_value(["income", "freedom"])
    press_key(own_set, Key.DRAFT_SAVE)
    hide(at_view(own_set, "Your needs"), "income")

    own_set.switch_page(Place.ASPIRATIONS).run()
    press_key(own_set, PlanKey.ASPIRATION_EDIT)
    assert "income" not in own_set.multiselect(key=PlanKey.ASPIRATION_NEEDS).options
    own_set.text_area(key=PlanKey.ASPIRATION_WHY).set_value("It is time")
    press_key(own_set, Key.DRAFT_SAVE)

    [aspiration] = stored().aspirations.values()
    assert (aspiration.why, set(aspiration.needs)) == ("It is time", {"income", "freedom"})


def test_of_seven_needs_none_can_be_hidden(own_set: AppTest) -> None:
    hide(own_set, "income")
    assert len(active()) == FEWEST_ACTIVE

    hide(own_set, "security")

    assert len(active()) == FEWEST_ACTIVE
    assert len(own_set.error) == 1
    assert "At least 7 needs are compared" in errors(own_set)[0]


def test_two_tabs_that_hide_a_need_each_leave_seven(own_set: AppTest) -> None:
    other = another_tab("Your needs")
    hide(own_set, "income")

    hide(other, "security")

    assert len(active()) == FEWEST_ACTIVE
    assert len(other.error) == 1


def test_of_ten_needs_no_other_can_be_added_or_shown(own_set: AppTest) -> None:
    hide(own_set, "income")
    for name in ("Quiet", "Light", "Music"):
        add(own_set, name)
    assert len(active()) == 10
    assert button(own_set, "Add a need of my own").disabled

    show(own_set, "income")

    assert len(active()) == 10
    assert errors(own_set) == [
        "You compare 10 needs already, and more pairs would tire anyone. Hide one first."
    ]
    choose_view(own_set, "Compare")
    assert "45 pairs" in texts(own_set)
    assert "15 fours" in texts(own_set)


def test_two_tabs_that_add_a_need_each_stop_at_ten(own_set: AppTest) -> None:
    add(own_set, "Quiet")
    other = another_tab("Your needs")
    press_key(other, Key.NEED_ADD)
    add(own_set, "Light")

    save_need(other, "Music")

    assert len(active()) == 10
    assert len(other.error) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        pytest.param("income", "There is a need called “income” already. Choose another name.", id="taken"),
        pytest.param("  ", "Give the need a name.", id="empty"),
        pytest.param(
            "x" * (LONGEST + 1), "The name of the need has 41 characters; 40 are possible.", id="long"
        ),
    ],
)
def test_a_name_that_cannot_be_used_keeps_the_form_open_with_what_was_typed(
    own_set: AppTest, name: str, sentence: str
) -> None:
    for opens in (Key.NEED_ADD, Key.NEED_EDIT.of("balance")):
        press_key(own_set, opens)
        save_need(own_set, name, about="To be there")
        assert errors(own_set)[0].startswith(sentence)
        assert len(own_set.error) == 1
        assert own_set.text_input(key=Key.NEED_NAME).value == name
        assert own_set.text_input(key=Key.NEED_ABOUT).value == "To be there"
        press_key(own_set, Key.DRAFT_CANCEL)

    assert stored().needs == {}
    assert not is_open(own_set)


def test_the_name_of_a_hidden_need_is_taken_too(own_set: AppTest) -> None:
    hide(own_set, "income")
    press_key(own_set, Key.NEED_ADD)

    save_need(own_set, "Income")

    assert errors(own_set) == ["There is a need called “Income” already. Choose another name."]


def test_two_tabs_that_add_the_same_name_do_not_end_with_two_needs_of_one_name(own_set: AppTest) -> None:
    other = another_tab("Your needs")
    press_key(other, Key.NEED_ADD)
    add(own_set, "Quiet")

    save_need(other, "Quiet")

    assert active().count("Quiet") == 1
    assert len(other.error) == 1


def test_hiding_a_need_half_way_keeps_the_answers_about_the_others(app: AppTest) -> None:
    begin()
    before = answer(in_order(), times=10)
    kept = {key for key, one in before.answers.items() if "income" not in {one.left, one.right}}

    page = choose_view(at_view(app), "Your needs")
    hide(page, "income")

    assert set(opened().answers) == kept
    assert len(kept) < 10
    choose_view(page, "Compare")
    assert progress(page).startswith(f"{len(kept)} of 23")
    assert "Your set of needs has changed." not in texts(page)


def test_hiding_a_need_while_another_tab_answers_about_it_loses_no_other_answer(app: AppTest) -> None:
    begin()
    page = choose_view(at_view(app), "Your needs")
    before = answer(in_order(), times=10)
    kept = {key for key, one in before.answers.items() if "income" not in {one.left, one.right}}

    hide(page, "income")

    assert not [sentence for sentence in errors(page) if "cannot be read" in sentence]
    if page.error:
        hide(page, "income")
    assert set(opened().answers) == kept
    assert "income" not in opened().needs


def test_adding_a_need_half_way_asks_only_its_own_pairs_besides(app: AppTest) -> None:
    begin()
    before = answer(in_order(), times=25)
    page = choose_view(at_view(app), "Your needs")
    own = add(page, "Quiet")

    assert opened().answers == before.answers
    choose_view(page, "Compare")
    assert progress(page).startswith("25 of 38")
    asked = set()
    while (question := next_question(opened())) and question.turn.name == "FIRST":
        asked.add(frozenset({question.left, question.right}))
        answer(in_order(own), times=1)
    assert len([pair for pair in asked if own in pair]) == 8
    assert len(asked) == 8 + 3


def test_a_need_that_was_hidden_and_is_shown_again_half_way_has_its_answers_back(app: AppTest) -> None:
    begin()
    before = answer(in_order(), times=10)
    page = choose_view(at_view(app), "Your needs")
    hide(page, "income")
    assert opened().answers != before.answers

    show(page, "income")

    assert opened().answers == before.answers
    choose_view(page, "Compare")
    assert progress(page).startswith("10 of 30")


def test_undo_of_a_hidden_need_brings_its_answers_back(app: AppTest) -> None:
    begin()
    before = answer(in_order(), times=10)
    page = choose_view(at_view(app), "Your needs")
    hide(page, "income")

    press_key(page, Key.UNDO)

    assert opened() == before
    assert len(active()) == 8


def test_another_name_half_way_changes_no_answer(app: AppTest) -> None:
    begin()
    before = answer(in_order(), times=10)
    page = choose_view(at_view(app), "Your needs")

    word(page, "income", "Pay")

    assert opened() == before
    assert progress(choose_view(page, "Compare")).startswith("10 of 30")


def test_hiding_the_need_of_the_last_missing_pair_finishes_the_comparison(app: AppTest) -> None:
    begin()
    answer(in_order(), times=27)
    missing = next_question(opened())
    assert missing is not None
    page = choose_view(at_view(app), "Your needs")

    hide(page, missing.left)
    choose_view(page, "Compare")
    while view_of(page) == "Compare":  # the two pairs that are asked once more
        pressed(page, keeps(page)[0])

    assert len(result().needs) == 7
    assert len(result().answers) == 21


def test_a_comparison_in_fours_can_go_on_with_another_set(app: AppTest) -> None:
    begin(mode=Mode.FOURS)
    before = answer(in_order(), times=5)
    page = choose_view(at_view(app), "Your needs")

    hide(page, "income")
    choose_view(page, "Compare")

    assert opened().choices.items() <= before.choices.items()  # other fours: hardly any is asked again
    assert progress(page).startswith(f"{len(opened().choices)} of 7")

    choose_view(page, "Your needs")
    assert "with another set the fours begin anew" in texts(page)
    show(page, "income")
    assert opened().choices == before.choices
    hide(page, "income")
    answer(in_order())
    assert view_of(another_tab()) == "Order"


def test_a_finished_comparison_stays_as_it_was_when_the_set_changes(app: AppTest) -> None:
    before = compared(in_order())
    page = at_view(app, "Your needs")

    hide(page, "income")
    add(page, "Quiet")

    assert result() == before
    assert "Your last comparison had another set." in texts(page)
    assert len(choose_view(page, "Order").table[0].value) == 8


@pytest.mark.parametrize("mode", list(Mode))
def test_hostile_names_are_shown_as_typed_on_every_view(app: AppTest, mode: Mode) -> None:
    page = at_view(app, "Your needs")
    word(page, "income", HOSTILE, about=MORE_HOSTILE)
    own = add(page, f"{HOSTILE}!", about=MORE_HOSTILE)
    needs = [*ORDER, own]
    compared(in_order("income", own), mode=mode, needs=needs)
    compared(in_order(own), mode=mode, needs=needs, at=owner().at.replace(year=2026))
    rated(rest=0)
    begin(mode=mode, needs=needs)

    page = another_tab()
    views = page.segmented_control(key=Key.NEEDS_VIEW).options
    assert len(views) == 7
    for view in views:
        choose_view(page, view)
        if view == "Compare":
            while safe(HOSTILE) not in "\n".join(markdown_on(page)):
                answer(in_order(), times=1)
                page.run()
        assert view == "Strengths" or any(safe(HOSTILE) in text for text in markdown_on(page))
        assert read_as_more(page) == []
    for place in (Place.HOME, Place.ASPIRATIONS, Place.BOARD, Place.HISTORY):
        page.switch_page(place).run()
        assert not page.exception
        assert read_as_more(page) == []


def test_a_hostile_name_that_is_refused_is_shown_as_typed(own_set: AppTest) -> None:
    add(own_set, HOSTILE)
    press_key(own_set, Key.NEED_ADD)

    save_need(own_set, HOSTILE)

    assert safe(f"There is a need called “{HOSTILE}” already.") in own_set.error[0].value


def test_a_need_edited_in_two_tabs_shows_both_and_the_first_stays(
    own_set: AppTest,
) -> None:
    press_key(own_set, Key.NEED_EDIT.of("balance"))
    word(another_tab("Your needs"), "balance", "Theirs")

    save_need(own_set, "Mine")

    assert len(own_set.error) == 1
    assert "Balance" not in active()
    assert "Theirs" in active()


@pytest.mark.parametrize("act", [hide, lambda page, need: press_key(page, Key.NEED_EDIT.of(need))])
def test_over_a_lost_connection_the_set_stays_as_it_is(
    own_set: AppTest, arrive: Callable[[Connection | None], None], act: Callable[[AppTest, str], AppTest]
) -> None:
    arrive(None)
    act(own_set, "income")

    assert len(own_set.error) == 1
    assert "The connection was lost for a moment" in errors(own_set)[0]
    assert len(active()) == 8
    assert not is_open(own_set)
