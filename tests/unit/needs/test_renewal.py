from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Change, created
from careerkit.errors import InvalidValueError
from careerkit.needs import (
    Assessment,
    AssessmentNotFoundError,
    Mode,
    Rating,
    Turn,
    answer_pair,
    answers_in_common,
    follow_needs,
    latest_result,
    looked_again,
    made_at,
    moves,
    need_order,
    next_question,
    open_assessment,
    pair_key,
    repeats,
    results,
)
from careerkit.needs.renewal import (
    confirm_assessment,
    moved_pairs,
    renew_assessment,
    renewable,
)
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace, take_back, undo
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    START,
    Counting,
    after,
    answered,
    begun,
    chosen,
    drawn,
    in_order,
    left,
    needs,
    neither,
    some,
    stamp,
)

LAST_YEAR = answered(begun(), keep=in_order)
"""Eight needs in a clear order, the one with the smaller number kept each time."""
FOURS = chosen(begun(mode=Mode.FOURS), lambda need: int(need.removeprefix("need-")))
YEAR = 365 * 24 * 60
"""A year, in minutes."""
NEIGHBOURS = tuple(pair_key(f"need-{at}", f"need-{at + 1}") for at in range(7))
CLOSE = (pair_key("need-0", "need-1"), pair_key("need-3", "need-4"))


def by_id(*found: Assessment) -> dict[str, Assessment]:
    return {it.id: it for it in found}


def ratings(**values: int) -> dict[str, Rating]:
    return {need.replace("_", "-"): Rating(value=value, at=START) for need, value in values.items()}


def with_answer(assessment: Assessment, one: str, other: str, kept: str | None) -> Assessment:
    known = assessment.answers[pair_key(one, other)]
    return replace(assessment, answers={**assessment.answers, known.key: replace(known, kept=kept)})


def renewed(base: Assessment = LAST_YEAR, pairs: tuple[str, ...] = CLOSE) -> Assessment:
    changes = renew_assessment(by_id(base), base.needs, pairs, ids=Counting(), stamp=stamp(YEAR))
    new: Assessment = after(None, changes)
    return new


# Which pairs may have moved


def test_of_a_clear_order_the_neighbours_are_asked_from_the_top_and_then_the_next_closest() -> None:
    found = moved_pairs(LAST_YEAR, {}, {})

    assert found == (*NEIGHBOURS, pair_key("need-0", "need-2"))


def test_a_tie_comes_first_however_far_apart_its_needs_stand() -> None:
    tied = with_answer(LAST_YEAR, "need-0", "need-7", None)

    found = moved_pairs(tied, {}, {})

    assert found[0] == pair_key("need-0", "need-7")
    assert found[1:] == moved_pairs(tied, {}, {}, most=99)[1:8]
    assert all(tied.answers[key].kept is not None for key in found[1:])


def test_a_need_whose_satisfaction_moved_by_three_comes_before_the_other_neighbours() -> None:
    before = ratings(need_5=4, need_2=4, need_7=9)
    now = ratings(need_5=7, need_2=6, need_0=1)

    found = moved_pairs(LAST_YEAR, before, now, most=3)

    # need-5 moved by 3; need-2 by 2 only; need-7 and need-0 were rated once
    assert found[:2] == (pair_key("need-4", "need-5"), pair_key("need-5", "need-6"))
    assert "need-5" in found[2]
    assert found[2] not in NEIGHBOURS  # of distance 2, and still too close to call


def test_less_satisfaction_counts_as_a_move_as_well() -> None:
    found = moved_pairs(LAST_YEAR, ratings(need_6=8), ratings(need_6=5), most=2)

    assert found == (pair_key("need-5", "need-6"), pair_key("need-6", "need-7"))


def test_a_tie_comes_before_a_need_whose_satisfaction_moved() -> None:
    tied = with_answer(LAST_YEAR, "need-0", "need-1", None)

    found = moved_pairs(tied, ratings(need_6=9), ratings(need_6=1), most=2)

    assert found[0] == pair_key("need-0", "need-1")
    assert "need-6" in found[1]


def test_who_could_never_choose_may_be_asked_about_every_pair() -> None:
    found = moved_pairs(answered(begun(), keep=neither), {}, {}, most=50)

    assert sorted(found) == sorted(LAST_YEAR.pair_keys)


def test_two_needs_have_one_pair_to_ask_again() -> None:
    assert moved_pairs(answered(begun(2)), {}, {}) == (pair_key("need-0", "need-1"),)


def test_in_fours_there_are_no_pairs_to_ask_again() -> None:
    assert moved_pairs(FOURS, {}, {}) == ()


@some
@given(COUNTS, SEEDS, st.integers(0, 12), st.data())
def test_the_pairs_are_answered_ones_each_once_and_never_more_than_asked_for(
    count: int, seed: int, most: int, data: st.DataObject
) -> None:
    result = answered(begun(count, seed), keep=drawn(data))
    scale = st.integers(0, 10)
    met = {need: Rating(value=data.draw(scale), at=START) for need in result.needs}
    then = {need: Rating(value=data.draw(scale), at=START) for need in result.needs}

    found = moved_pairs(result, then, met, most)

    assert len(found) == len(set(found)) == min(most, len(found))
    assert set(found) <= result.answers.keys()
    assert len(found) >= min(most, count - 1)  # there are always the neighbours
    assert found == moved_pairs(result, then, met, 99)[:most]


# Ask some again


def test_a_renewed_comparison_asks_the_pairs_and_nothing_else() -> None:
    new = renewed()

    assert (new.needs, new.mode, new.started_at) == (LAST_YEAR.needs, Mode.PAIRS, stamp(YEAR).at)
    assert (new.answered, new.questions, new.finished_at) == (26, 28, None)
    assert new.answers == {key: it for key, it in LAST_YEAR.answers.items() if key not in CLOSE}
    asked = []
    while (question := next_question(new)) is not None:
        asked.append((pair_key(question.left, question.right), question.turn))
        new = answered(new, 1, left)
    assert sorted(asked) == [(key, Turn.FIRST) for key in sorted(CLOSE)]


def test_the_last_of_the_pairs_makes_it_a_result_of_that_day_beside_the_earlier_one() -> None:
    found = by_id(LAST_YEAR, renewed())
    for minute in (1, 2):
        new = open_assessment(found)
        assert new is not None
        question = next_question(new)
        assert question is not None
        changes = answer_pair(
            found, new.id, question.left, question.right, question.right, stamp=stamp(YEAR + minute)
        )
        found = {**found, new.id: after(new, changes)}

    latest = latest_result(found)
    assert latest is not None
    assert [it.id for it in results(found)] == [latest.id, "x"]
    assert made_at(latest) == stamp(YEAR + 2).at
    assert found["x"] == LAST_YEAR
    assert not looked_again(latest)
    assert answers_in_common(LAST_YEAR, latest)[1] == 28


def test_nothing_begins_while_a_comparison_is_open() -> None:
    found = by_id(LAST_YEAR, replace(begun(), id="open"))

    assert renew_assessment(found, needs(8), CLOSE, ids=Counting(), stamp=stamp(YEAR)) == []


def test_pairs_that_were_to_be_looked_at_again_are_not_taken_along() -> None:
    assert renewed(replace(LAST_YEAR, again=frozenset(NEIGHBOURS))).again == frozenset()


@pytest.mark.parametrize("pairs", [(), ("need-0+need-9",)], ids=["none", "another"])
def test_no_pairs_and_pairs_that_are_not_compared_are_refused(pairs: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match="not part of the comparison"):
        renewed(pairs=pairs)


@pytest.mark.parametrize(
    "found",
    [
        {},
        by_id(FOURS),
        by_id(answered(begun(7), keep=in_order)),
        by_id(replace(LAST_YEAR, archived=True)),
        by_id(LAST_YEAR, replace(FOURS, id="y", finished_at=stamp(YEAR).at)),
    ],
    ids=["no result", "in fours", "other needs", "archived", "in fours since"],
)
def test_without_a_result_of_the_same_needs_in_pairs_it_is_refused(found: dict[str, Assessment]) -> None:
    assert renewable(found, needs(8)) is None
    with pytest.raises(InvalidValueError, match="Compare all of them again"):
        renew_assessment(found, needs(8), CLOSE, ids=Counting(), stamp=stamp(YEAR))


def test_the_newest_result_of_the_same_needs_is_gone_on_from_in_whatever_order_they_are_named() -> None:
    newer = replace(LAST_YEAR, id="newer", finished_at=stamp(YEAR).at)
    others = replace(answered(begun(7), keep=in_order), id="others", finished_at=stamp(2 * YEAR).at)

    assert renewable(by_id(newer, LAST_YEAR, others), needs(8)[::-1]) == newer


def test_a_need_hidden_while_the_pairs_are_asked_leaves_only_those_that_remain() -> None:
    new = renewed()
    rest = tuple(need for need in new.needs if need != "need-0")

    followed = after(new, follow_needs(by_id(new), rest, stamp=stamp(YEAR + 1)))

    question = next_question(followed)
    assert question is not None
    assert pair_key(question.left, question.right) == CLOSE[1]
    assert followed.questions - followed.answered == 1


@some
@given(COUNTS, SEEDS, st.data())
def test_asked_again_with_the_same_answers_the_order_is_the_same(
    count: int, seed: int, data: st.DataObject
) -> None:
    base = answered(begun(count, seed), keep=drawn(data))
    known = {pair: it.kept for pair, it in base.answers.items()}
    renewal = renewed(base, moved_pairs(base, {}, {}))

    new = answered(renewal, keep=lambda one, other: known[pair_key(one, other)])

    assert new.is_complete
    assert need_order(new) == need_order(base)


# It is still so


def test_a_confirmed_result_has_the_same_answers_and_a_date_of_its_own() -> None:
    changes = confirm_assessment(by_id(LAST_YEAR), ids=Counting(), stamp=stamp(YEAR))

    new: Assessment = after(None, changes)
    assert (new.id, new.started_at, made_at(new)) == ("id-1", stamp(YEAR).at, stamp(YEAR).at)
    assert new.is_complete
    assert need_order(new) == need_order(LAST_YEAR)
    assert answers_in_common(LAST_YEAR, new) == (28, 28)
    assert repeats(new) == repeats(LAST_YEAR)
    assert [it.id for it in results(by_id(LAST_YEAR, new))] == ["id-1", "x"]


def test_a_result_in_fours_can_be_confirmed_too() -> None:
    new = after(None, confirm_assessment(by_id(FOURS), ids=Counting(), stamp=stamp(YEAR)))

    assert (new.mode, new.choices, made_at(new)) == (Mode.FOURS, FOURS.choices, stamp(YEAR).at)


def test_confirming_leaves_pairs_that_were_to_be_looked_at_again_as_they_are() -> None:
    again = replace(LAST_YEAR, again=frozenset(CLOSE))

    new = after(None, confirm_assessment(by_id(again), ids=Counting(), stamp=stamp(YEAR)))

    assert new.again == frozenset()


def test_without_a_result_there_is_nothing_to_confirm() -> None:
    with pytest.raises(AssessmentNotFoundError):
        confirm_assessment(by_id(begun()), ids=Counting(), stamp=stamp(YEAR))


# In a store


class Kept:
    """A plan in a real store, which deeds change one after the other."""

    def __init__(self) -> None:
        self.store = open_store(MEMORY)
        self.plan = self.store.create("mine")
        self.commits = Counting()
        self.do([created(LAST_YEAR, stamp=stamp())])

    def do(self, changes: list[Change]) -> Workspace:
        commit = self.commits.new()
        self.plan = self.store.apply("mine", changes, seen=self.plan.revision, commit_id=commit)
        return self.plan

    def answer_next(self, minute: int) -> Workspace:
        new = open_assessment(self.plan.assessments)
        assert new is not None
        question = next_question(new)
        assert question is not None
        one, other, _ = question
        at = stamp(YEAR + minute)
        return self.do(answer_pair(self.plan.assessments, new.id, one, other, other, stamp=at))


def test_each_answer_and_the_beginning_can_be_taken_back_and_last_year_is_untouched() -> None:
    kept = Kept()
    ids = Counting()
    kept.do(renew_assessment(kept.plan.assessments, needs(8), CLOSE, ids=ids, stamp=stamp(YEAR)))
    begin = kept.plan.assessments["id-1"]
    first = kept.answer_next(1)
    last = kept.answer_next(2)
    assert last.assessments["id-1"].finished_at == stamp(YEAR + 2).at

    back = kept.do(take_back(kept.plan, last.revision, stamp=stamp(YEAR + 3)))
    assert back.assessments["id-1"] == first.assessments["id-1"]
    assert back.assessments["id-1"].finished_at is None
    back = kept.do(undo(kept.plan, stamp=stamp(YEAR + 4)))
    assert back.assessments["id-1"] == begin
    back = kept.do(undo(kept.plan, stamp=stamp(YEAR + 5)))
    assert back.assessments == {"x": LAST_YEAR}


def test_what_was_confirmed_can_be_taken_back() -> None:
    kept = Kept()
    kept.do(confirm_assessment(kept.plan.assessments, ids=Counting(), stamp=stamp(YEAR)))
    assert kept.plan.assessments["id-1"].finished_at == stamp(YEAR).at

    assert kept.do(undo(kept.plan, stamp=stamp(YEAR + 1))).assessments == {"x": LAST_YEAR}


def test_two_dates_show_what_the_answers_given_again_have_moved() -> None:
    new = answered(renewed(pairs=(NEIGHBOURS[0],)), keep=max)

    assert [it.need for it in need_order(LAST_YEAR)][:2] == ["need-0", "need-1"]
    assert [it.need for it in need_order(new)][:2] == ["need-1", "need-0"]
    moved = {it.need: round(7 * it.by) for it in moves(LAST_YEAR, new) if it.by}
    assert moved == {"need-0": -1, "need-1": 1}
