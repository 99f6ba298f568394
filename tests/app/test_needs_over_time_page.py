from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from careerkit.needs import Mode, agreement_in_words, largest_moves, move_in_words, results
from pages._ui.state import Key
from tests.tools.needs_pages import (
    LONG_AGO,
    ORDER,
    at_view,
    choose_view,
    compared,
    in_order,
    plain,
    rated,
    stored,
    texts,
    unfolding,
)

LATER = LONG_AGO + timedelta(days=365)
LAST = LONG_AGO + timedelta(days=500)
GUESS = "What would somebody who knows you guess?"


def two(app: AppTest, second: Mode = Mode.PAIRS) -> AppTest:
    """Two comparisons a year apart: income came last but two, and then first."""
    compared(in_order())
    rated(at=LONG_AGO, rest=None, balance=3)
    compared(in_order("income"), at=LATER, mode=second)
    rated(at=LATER, rest=None, balance=9, income=4)
    return at_view(app, "Over time")


def said() -> list[str]:
    """What moved between the two newest comparisons, in words."""
    after, before, *_ = results(stored().assessments)
    return [f"- {move_in_words(move, str)}" for move in largest_moves(before, after)]


def moves_said(page: AppTest) -> list[str]:
    return [line for line in texts(page).splitlines() if line.startswith("- ")]


def columns(page: AppTest) -> list[str]:
    return list(page.table[0].value.columns)


def guess(page: AppTest, *needs: str) -> AppTest:
    page.multiselect(key=Key.NEEDS_GUESS).set_value([*needs]).run()
    assert not page.exception
    return page


def test_one_comparison_has_nothing_to_be_compared_with(app: AppTest) -> None:
    compared(in_order())

    page = at_view(app, "Over time")

    assert "There is one comparison so far. Compare again in a year" in texts(page)
    assert not page.selectbox
    assert not page.get("vega_lite_chart")


def test_two_comparisons_say_in_words_what_moved(app: AppTest) -> None:
    page = two(app)

    assert moves_said(page) == said()
    assert moves_said(page)[0].startswith("- Income")
    assert "Of 28 pairs that you answered both times, you answered 23 the same way." in texts(page)
    assert len(page.get("vega_lite_chart")) == 1


def test_the_table_has_the_place_of_each_need_at_both_dates_and_how_far_it_was_met(app: AppTest) -> None:
    page = two(app)

    assert columns(page) == [
        "Need",
        "Place, 1 Mar 2025",
        "Place, 1 Mar 2026",
        "Met, 1 Mar 2025",
        "Met, 1 Mar 2026",
    ]
    rows = {row[0]: list(row[1:]) for row in page.table[0].value.to_numpy()}
    assert next(iter(rows)) == "Income"
    assert rows["Income"] == ["6", "1", "4 (1 Mar 2026)", "4"]  # it was not rated the first time
    assert rows["Balance"] == ["1", "2", "3", "9"]
    assert len(rows) == 8


def test_the_same_answers_twice_moved_nothing(app: AppTest) -> None:
    compared(in_order())
    compared(in_order(), at=LATER)

    page = at_view(app, "Over time")

    assert "Nothing moved by more than one answer would explain." in texts(page)
    assert "you answered 28 the same way." in texts(page)


def test_of_three_comparisons_any_two_can_be_chosen_in_either_order(app: AppTest) -> None:
    for at, first in ((LONG_AGO, "balance"), (LATER, "income"), (LAST, "meaning")):
        compared(in_order(first), at=at)
    page = at_view(app, "Over time")
    assert columns(page)[1:3] == ["Place, 1 Mar 2025", "Place, 14 Jul 2026"]

    page.selectbox(key=Key.NEEDS_BEFORE).select("14 Jul 2026")
    page.selectbox(key=Key.NEEDS_AFTER).select("1 Mar 2026").run()

    assert columns(page)[1:3] == ["Place, 1 Mar 2026", "Place, 14 Jul 2026"]
    assert moves_said(page) == said()
    assert moves_said(page)[0].startswith("- Income moved down from 1st to 6th place")


def test_a_comparison_beside_itself_asks_for_another_date(app: AppTest) -> None:
    page = two(app)

    page.selectbox(key=Key.NEEDS_AFTER).select("1 Mar 2025").run()

    assert "Choose two different dates." in texts(page)
    assert not page.table


def test_two_comparisons_of_one_day_are_told_apart_everywhere(app: AppTest) -> None:
    compared(in_order())
    compared(in_order("income"), at=LONG_AGO + timedelta(hours=2))

    page = at_view(app, "Over time")

    assert [plain(date)[:12] for date in page.selectbox(key=Key.NEEDS_BEFORE).options] == ["1 Mar 2025, "] * 2
    assert len(set(page.selectbox(key=Key.NEEDS_BEFORE).options)) == 2
    assert moves_said(page) == said()
    assert len(set(columns(page))) == 5
    rows = {row[0]: list(row[1:3]) for row in page.table[0].value.to_numpy()}
    assert rows["Income"] == ["6", "1"]


def test_pairs_and_fours_beside_each_other_are_said_to_be_hard_to_compare(app: AppTest) -> None:
    page = two(app, second=Mode.FOURS)

    assert "One of these was made in pairs and the other in fours, so only places can be compared." in (
        texts(page)
    )
    assert "pairs that you answered both times" not in texts(page)
    assert len(page.table[0].value) == 8


def test_two_comparisons_in_fours_tell_moves_in_their_own_counts(app: AppTest) -> None:
    compared(in_order(), mode=Mode.FOURS)
    compared(in_order("income"), mode=Mode.FOURS, at=LATER)

    page = at_view(app, "Over time")

    assert "so only places can be compared" not in texts(page)
    assert moves_said(page) == said()
    assert moves_said(page)[0].startswith("- Income")


def test_needs_that_were_compared_only_once_have_one_place(app: AppTest) -> None:
    compared(in_order())
    compared(in_order(), at=LATER, needs=ORDER[:-1])

    page = at_view(app, "Over time")

    rows = {row[0]: list(row[1:3]) for row in page.table[0].value.to_numpy()}
    assert rows["Responsibility"] == ["8", ""]
    assert "Of 21 pairs that you answered both times, you answered 21 the same way." in texts(page)


def test_a_guess_shows_nothing_until_every_need_has_its_place(app: AppTest) -> None:
    compared(in_order())
    page = at_view(app, "Over time")
    assert GUESS in unfolding(page)
    assert "to go" not in texts(page)

    guess(page, *ORDER[:3])

    assert "5 to go. Both orders show once every need has its place." in texts(page)
    assert not page.table


@pytest.mark.parametrize(
    ("guessed", "agreement"),
    [
        pytest.param(ORDER, 1.0, id="same"),
        pytest.param((*ORDER[1::-1], *ORDER[2:]), 1 - 2 / 28, id="one-pair-the-other-way-round"),
        pytest.param(ORDER[::-1], -1.0, id="opposite"),
    ],
)
def test_a_whole_guess_stands_beside_the_own_order_with_how_far_they_agree(
    app: AppTest, guessed: tuple[str, ...], agreement: float
) -> None:
    compared(in_order())
    page = guess(at_view(app, "Over time"), *guessed)

    assert agreement_in_words(agreement, 8) in texts(page)
    (table,) = page.table
    assert list(table.value.columns) == ["Need", "Own place", "Guessed"]
    assert [plain(str(need)).lower() for need in table.value["Need"]] == [*ORDER]
    assert [int(place) - 1 for place in table.value["Guessed"]] == [guessed.index(need) for need in ORDER]


def test_a_guess_is_gone_with_the_view_and_changes_nothing(app: AppTest) -> None:
    compared(in_order())
    page = guess(at_view(app, "Over time"), *ORDER)
    undo = [one.key for one in page.button if one.key == Key.UNDO]

    choose_view(choose_view(page, "Order"), "Over time")

    assert not page.table
    assert page.multiselect(key=Key.NEEDS_GUESS).value == []
    assert [one.key for one in page.button if one.key == Key.UNDO] == undo
