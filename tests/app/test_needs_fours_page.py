import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from careerkit.content import needs_words
from careerkit.needs import (
    Mode,
    SetChoice,
    need_groups,
    need_order,
    next_set,
    order_in_words,
    standing_in_words,
)
from pages._ui.state import Key
from tests.tools.needs_pages import (
    ORDER,
    another_tab,
    answer,
    at_view,
    begin,
    button,
    compared,
    errors,
    in_order,
    opened,
    plain,
    press,
    press_key,
    pressed,
    progress,
    result,
    texts,
    unfolding,
    view_of,
)

FIRST = "Which would you keep first?"
SECOND = "And which would you give up first?"
ANSWERED = "These four have their answer already. To choose again, undo the last answer."


@pytest.fixture
def comparing(app: AppTest) -> AppTest:
    """The page with a comparison in fours that has just begun."""
    begin(mode=Mode.FOURS)
    return at_view(app)


def on_screen(page: AppTest) -> tuple[str, ...]:
    """The names of the four needs, as they stand."""
    return tuple(plain(head.value) for head in page.subheader[:4])


def asked(page: AppTest) -> str:
    """The question in bold."""
    [bold] = [one.value.strip("*") for one in page.markdown if one.value.startswith("**")]
    return str(bold)


def cards(page: AppTest) -> list[Button]:
    """The buttons that answer the question, each with its number on the keyboard."""
    return [button for button in page.button if button.proto.shortcut in {"1", "2", "3", "4"}]


def choose(page: AppTest, at: int) -> AppTest:
    return pressed(page, cards(page)[at])


def choice() -> SetChoice:
    [only] = opened().choices.values()
    return only


def test_the_short_form_begins_with_the_first_of_14_fours(needs: AppTest) -> None:
    press(needs, "In fours")

    assert progress(needs) == "0 of 14 · about three minutes left"
    assert asked(needs) == FIRST
    assert [one.proto.shortcut for one in cards(needs)] == ["1", "2", "3", "4"]
    assert [plain(one.label) for one in cards(needs)] == [f"Keep {name.lower()}" for name in on_screen(needs)]


def test_after_what_to_keep_the_same_four_ask_what_to_give_up(comparing: AppTest) -> None:
    four = next_set(opened())
    assert four is not None
    names = on_screen(comparing)
    choose(comparing, 2)

    assert (choice().needs, choice().best, choice().worst) == (four, four[2], None)
    assert progress(comparing).startswith("0 of 14")
    assert (asked(comparing), on_screen(comparing)) == (SECOND, names)
    assert "You keep this one first." in texts(comparing)
    assert [one.proto.shortcut for one in cards(comparing)] == ["1", "2", "4"]

    choose(comparing, 2)

    assert (choice().best, choice().worst) == (four[2], four[3])
    assert progress(comparing).startswith("1 of 14")
    assert asked(comparing) == FIRST
    assert on_screen(comparing) != names


def test_a_person_goes_through_all_fours_to_an_order_that_says_it_is_coarse(needs: AppTest) -> None:
    press(needs, "In fours")
    for turn in range(14):
        assert progress(needs).startswith(f"{turn} of 14")
        for place in (0, -1):
            ranked = sorted(cards(needs), key=lambda card: ORDER.index(plain(card.label).split()[-1].lower()))
            pressed(needs, ranked[place])

    assert view_of(needs) == "Order"
    (table,) = needs.table
    assert list(table.value.columns) == ["Rank", "Need", "Kept first", "Given up first", "Of"]
    assert [str(need).lower() for need in table.value["Need"]][0::7] == ["balance", "responsibility"]
    assert list(table.value["Of"]) == ["7"] * 8
    assert sum(int(kept) for kept in table.value["Kept first"]) == 14
    assert sum(int(given) for given in table.value["Given up first"]) == 14
    assert len(result().choices) == 14


def test_an_order_from_fours_claims_no_more_than_an_order(app: AppTest) -> None:
    compared(in_order(), mode=Mode.FOURS)

    page = at_view(app)

    assert needs_words()["coarse"].strip() in texts(page)
    assert order_in_words(need_order(result()), need_groups(result()), str) in texts(page)
    assert all(standing_in_words(result(), it, str) in texts(page) for it in need_order(result()))
    assert "in fours." in texts(page)
    assert unfolding(page) == ["The numbers, and how each came about"]
    assert len(page.get("vega_lite_chart")) == 1


def test_a_new_visit_goes_on_between_the_two_halves_of_a_four(comparing: AppTest) -> None:
    choose(comparing, 1)

    again = another_tab()

    assert (asked(again), on_screen(again)) == (SECOND, on_screen(comparing))


def test_undo_takes_back_what_to_give_up_and_then_what_to_keep(comparing: AppTest) -> None:
    names = on_screen(comparing)
    choose(choose(comparing, 0), 0)
    kept = choice().best

    press(comparing, "Undo last answer")
    assert (asked(comparing), on_screen(comparing)) == (SECOND, names)
    assert (choice().best, choice().worst) == (kept, None)
    assert progress(comparing).startswith("0 of 14")

    press(comparing, "Undo last answer")
    assert (asked(comparing), on_screen(comparing)) == (FIRST, names)
    assert opened().choices == {}
    assert button(comparing, "Undo last answer").disabled


def test_the_head_of_the_page_does_the_second_half_of_a_four_again(comparing: AppTest) -> None:
    choose(choose(comparing, 0), 0)
    before = choice()
    press_key(comparing.run(), Key.UNDO)
    assert choice().worst is None

    press_key(comparing, Key.REDO)

    assert choice() == before
    assert progress(comparing).startswith("1 of 14")


def test_late_and_second_presses_of_a_card_answer_nothing_else(comparing: AppTest) -> None:
    first, second = cards(comparing)[:2]
    pressed(comparing, first)
    for late in (first, second):
        pressed(comparing, late)
        assert choice().worst is None
        assert asked(comparing) == SECOND
    third, fourth = cards(comparing)[-2:]
    pressed(comparing, third)
    made = choice()

    for late in (third, fourth, first):
        pressed(comparing, late)

    assert choice() == made
    assert not comparing.error
    assert progress(comparing).startswith("1 of 14")


def test_two_tabs_that_choose_the_same_lose_nothing_and_double_nothing(comparing: AppTest) -> None:
    other = another_tab()
    for half in (SECOND, FIRST):
        choose(comparing, 0)
        choose(other, 0)
        assert not other.error
        assert (asked(other), on_screen(other)) == (half, on_screen(comparing))
    assert progress(other).startswith("1 of 14")
    assert choice().worst is not None


def test_a_tab_that_is_behind_by_both_halves_of_a_four_takes_neither_back(comparing: AppTest) -> None:
    other = another_tab()
    choose(choose(comparing, 0), 0)
    made = choice()

    choose(other, 0)

    assert not other.error
    assert choice() == made
    assert on_screen(other) == on_screen(comparing)


@pytest.mark.parametrize("half", ["what to keep", "what to give up"])
def test_another_choice_among_the_same_four_from_another_tab_is_refused_with_one_sentence(
    comparing: AppTest, half: str
) -> None:
    if half == "what to give up":
        choose(comparing, 0)
    other = another_tab()
    choose(comparing, 0)
    made = choice()

    choose(other, 1)

    assert errors(other) == [ANSWERED]
    assert choice() == made
    assert (asked(other), on_screen(other)) == (asked(comparing), on_screen(comparing))


def test_what_to_give_up_is_refused_when_another_tab_keeps_another_need_by_now(comparing: AppTest) -> None:
    choose(comparing, 0)
    other = another_tab()
    press(comparing, "Undo last answer")
    choose(comparing, 3)
    made = choice()

    choose(other, 0)

    assert errors(other) == [ANSWERED]
    assert choice() == made


def test_the_last_half_of_the_last_four_shows_the_order_and_undo_brings_it_back(comparing: AppTest) -> None:
    answer(in_order(), times=13)
    choose(choose(comparing.run(), 0), 2)

    assert view_of(comparing) == "Order"
    press_key(comparing, Key.UNDO)
    assert asked(comparing) == SECOND
    assert progress(comparing).startswith("13 of 14")
