"""Two people, or two tabs, change one comparison at the same time."""

from typing import Any

import pytest

from careerkit.change import Change, ConflictError, created
from careerkit.needs import (
    Assessment,
    Mode,
    answer_pair,
    choose_in_set,
    latest_result,
    look_again,
    pair_key,
    pair_order,
    set_order,
)
from tests.unit.needs.comparing import after, answered, begun, needs, stamp

ORDER = pair_order(needs(8), 1)
FOURS = begun(mode=Mode.FOURS)
FOUR = set_order(needs(8), 1)[0]


def _by_id(assessment: Assessment) -> dict[str, Assessment]:
    return {"x": assessment}


def _answer(kept: str | None, pair: tuple[str, str], minute: int) -> list[Change]:
    return answer_pair(_by_id(begun()), "x", *pair, kept, stamp=stamp(minute))


def test_answers_to_different_pairs_given_at_once_are_both_kept() -> None:
    first, second = ORDER[:2]

    both = after(begun(), [*_answer(first[0], first, 1), *_answer(None, second, 2)])

    assert [it.kept for it in both.answers.values()] == [first[0], None]


def test_two_answers_to_one_pair_given_at_once_are_a_conflict_that_names_both() -> None:
    pair = ORDER[0]
    key = pair_key(*pair)

    with pytest.raises(ConflictError) as caught:
        after(begun(), [*_answer(pair[0], pair, 1), *_answer(pair[1], pair, 2)])

    assert caught.value.field == f"answers.{key}"
    theirs: Any = caught.value.theirs
    yours: Any = caught.value.yours
    assert (theirs["kept"], yours["kept"]) == pair


def test_the_last_two_answers_given_at_once_make_a_result_though_neither_saw_the_end() -> None:
    seen = answered(begun(checks=0), 26)
    last_two = [pair for pair in ORDER if pair_key(*pair) not in seen.answers]

    changes = [
        change for pair in last_two for change in answer_pair(_by_id(seen), "x", *pair, None, stamp=stamp(60))
    ]

    both = after(seen, changes)
    assert both.finished_at is None
    assert latest_result(_by_id(both)) == both


def test_two_halves_of_one_four_chosen_at_once_are_a_conflict() -> None:
    half = choose_in_set(_by_id(FOURS), "x", FOUR, best=FOUR[0], stamp=stamp(1))
    other = choose_in_set(_by_id(FOURS), "x", FOUR, best=FOUR[1], stamp=stamp(2))

    with pytest.raises(ConflictError):
        after(FOURS, [*half, *other])


def test_another_look_chosen_twice_at_once_asks_for_all_that_was_chosen() -> None:
    finished = answered(begun())
    one = look_again(_by_id(finished), "x", {pair_key(*ORDER[0])}, stamp=stamp(1))
    other = look_again(_by_id(finished), "x", {pair_key(*ORDER[1])}, stamp=stamp(2))

    assert after(finished, [*one, *other]).again == {pair_key(*ORDER[0]), pair_key(*ORDER[1])}


def test_a_comparison_that_is_created_twice_is_a_conflict_unless_it_is_the_same() -> None:
    change = created(begun(), stamp=stamp())

    assert after(begun(), [change]) == begun()
    with pytest.raises(ConflictError):
        after(answered(begun(), 1), [change])
