from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Action, Change
from careerkit.errors import InvalidValueError
from careerkit.needs import (
    CHECKS,
    Assessment,
    AssessmentNotFoundError,
    Mode,
    Turn,
    answer_pair,
    choose_in_set,
    circles,
    drop_assessment,
    latest_result,
    look_again,
    need_order,
    next_question,
    next_set,
    open_assessment,
    pair_key,
    pair_order,
    repeat_pair,
    repeated_pairs,
    set_order,
    start_assessment,
)
from tests.unit.needs.comparing import (
    COUNTS,
    SEEDS,
    Counting,
    after,
    answered,
    asked_four,
    begun,
    chosen,
    drawn,
    in_order,
    needs,
    some,
    stamp,
)

ORDER = pair_order(needs(8), 1)
FOURS = begun(mode=Mode.FOURS)
FOUR = set_order(needs(8), 1)[0]


def _by_id(assessment: Assessment) -> dict[str, Assessment]:
    return {"x": assessment}


# Start


def test_a_comparison_starts_with_the_needs_it_is_given_and_no_answer() -> None:
    [change] = start_assessment({}, needs(8), ids=Counting(), stamp=stamp())

    assert (change.action, change.kind, change.entity_id) == (Action.CREATE, "assessments", "id-1")
    started = after(None, [change])
    assert (started.needs, started.mode, started.checks) == (needs(8), Mode.PAIRS, CHECKS)
    assert (started.answered, started.questions, started.started_at) == (0, 28 + CHECKS, stamp().at)


def test_a_comparison_in_fours_starts_without_checks() -> None:
    changes = start_assessment({}, needs(9), ids=Counting(), stamp=stamp(), mode=Mode.FOURS)

    started = after(None, changes)

    assert (started.mode, started.checks, started.questions) == (Mode.FOURS, 0, 18)


@pytest.mark.parametrize(
    ("count", "mode"), [(1, Mode.PAIRS), (21, Mode.PAIRS), (6, Mode.FOURS), (11, Mode.FOURS)]
)
def test_a_number_of_needs_that_cannot_be_compared_so_is_refused(count: int, mode: Mode) -> None:
    with pytest.raises(InvalidValueError):
        start_assessment({}, needs(count), ids=Counting(), stamp=stamp(), mode=mode)


def test_two_comparisons_ask_in_different_orders() -> None:
    ids = Counting()
    seeds = [start_assessment({}, needs(8), ids=ids, stamp=stamp())[0].after["seed"] for _ in range(5)]

    assert len(set(seeds)) == 5


def test_no_second_comparison_starts_while_one_is_open() -> None:
    for open_one in (begun(), FOURS):
        assert start_assessment(_by_id(open_one), needs(8), ids=Counting(), stamp=stamp()) == []


def test_a_new_comparison_starts_beside_finished_and_dropped_ones() -> None:
    assessments = {"x": answered(begun()), "y": replace(begun(), id="y", archived=True)}

    assert len(start_assessment(assessments, needs(8), ids=Counting(), stamp=stamp())) == 1


# Answer


def test_an_answer_changes_only_the_field_of_its_pair() -> None:
    [change] = answer_pair(_by_id(begun()), "x", "need-1", "need-0", "need-0", stamp=stamp(1))

    assert set(change.after) == {"answers.need-0+need-1"}
    assert change.before == {}


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        pytest.param("need-0", "need-8", "need-0", id="need-that-does-not-exist"),
        pytest.param("need-0", "", "need-0", id="no-need"),
        pytest.param("need-0", "need-1", "need-2", id="kept-another"),
        pytest.param("need-0", "need-1", "", id="kept-nothing-known"),
        pytest.param("need-0", "need-0", "need-0", id="same-twice"),
    ],
)
@pytest.mark.parametrize("act", [answer_pair, repeat_pair])
def test_an_answer_that_fits_no_pair_is_refused(
    act: Callable[..., list[Change]], left: str, right: str, kept: str
) -> None:
    with pytest.raises(InvalidValueError):
        act(_by_id(begun()), "x", left, right, kept, stamp=stamp())


@pytest.mark.parametrize(
    "assessments",
    [pytest.param({}, id="unknown"), pytest.param({"x": replace(begun(), archived=True)}, id="dropped")],
)
def test_a_comparison_that_is_gone_takes_nothing(assessments: dict[str, Assessment]) -> None:
    deeds: list[Callable[[], object]] = [
        lambda: answer_pair(assessments, "x", "need-0", "need-1", None, stamp=stamp()),
        lambda: repeat_pair(assessments, "x", "need-0", "need-1", None, stamp=stamp()),
        lambda: choose_in_set(assessments, "x", FOUR, best=FOUR[0], stamp=stamp()),
        lambda: look_again(assessments, "x", (), stamp=stamp()),
        lambda: drop_assessment(assessments, "x", stamp=stamp()),
    ]
    for deed in deeds:
        with pytest.raises(AssessmentNotFoundError, match="start a new one"):
            deed()


def test_the_last_missing_answer_finishes_the_assessment_in_the_same_change() -> None:
    assessment = answered(begun(checks=0), 27)
    left, right, turn = next_question(assessment) or ("", "", None)

    changes = answer_pair(_by_id(assessment), "x", left, right, None, stamp=stamp(90))

    finished = after(assessment, changes)
    assert turn is Turn.FIRST
    assert len(changes) == 1
    assert (assessment.finished_at, finished.finished_at) == (None, stamp(90).at)
    assert finished.is_complete


def test_an_answer_can_be_corrected_and_the_end_stays_where_it_was() -> None:
    finished = answered(begun())
    left, right = ORDER[0]

    corrected = after(finished, answer_pair(_by_id(finished), "x", right, left, right, stamp=stamp(200)))

    assert corrected.answers[pair_key(left, right)].kept == right
    assert corrected.finished_at == finished.finished_at
    assert len(corrected.answers) == 28


def test_the_same_answer_again_changes_nothing() -> None:
    assessment = answered(begun(), 1)
    left, right = ORDER[0]

    assert answer_pair(_by_id(assessment), "x", right, left, left, stamp=stamp(1)) == []


# Once more


def test_the_last_check_finishes_the_assessment_and_the_last_pair_alone_does_not() -> None:
    assessment = answered(begun(), 28)
    for minute in (60, 61):
        assert open_assessment(_by_id(assessment)) == assessment
        left, right, turn = next_question(assessment) or ("", "", None)
        assert turn is Turn.ONCE_MORE
        changes = repeat_pair(_by_id(assessment), "x", left, right, left, stamp=stamp(minute))
        assessment = after(assessment, changes)

    assert assessment.is_complete
    assert assessment.finished_at == stamp(61).at
    assert latest_result(_by_id(assessment)) == assessment


def test_a_repeated_answer_never_takes_the_place_of_the_first() -> None:
    assessment = answered(begun(), 28)
    left, right = repeated_pairs(assessment)[0]

    [change] = repeat_pair(_by_id(assessment), "x", right, left, right, stamp=stamp(60))

    repeated = after(assessment, [change])
    assert set(change.after) == {f"repeats.{pair_key(left, right)}"}
    assert repeated.answers == assessment.answers
    assert need_order(repeated) == need_order(assessment)


def test_a_pair_that_is_not_asked_a_second_time_takes_no_second_answer() -> None:
    assessment = answered(begun(), 28)
    repeated = {pair_key(*pair) for pair in repeated_pairs(assessment)}
    left, right = next(pair for pair in ORDER if pair_key(*pair) not in repeated)

    with pytest.raises(InvalidValueError, match="not asked a second time"):
        repeat_pair(_by_id(assessment), "x", left, right, left, stamp=stamp())
    left, right = repeated_pairs(assessment)[0]
    with pytest.raises(InvalidValueError, match="not asked a second time"):
        repeat_pair(_by_id(replace(assessment, checks=0)), "x", left, right, left, stamp=stamp())


def test_the_same_repeated_answer_again_changes_nothing_and_another_one_replaces_it() -> None:
    finished = answered(begun())
    left, right = repeated_pairs(finished)[0]
    known = finished.repeats[pair_key(left, right)]

    assert repeat_pair(_by_id(finished), "x", left, right, known.kept, stamp=stamp()) == []
    other = after(finished, repeat_pair(_by_id(finished), "x", right, left, None, stamp=stamp(200)))
    assert other.repeats[known.key].kept is None
    assert other.finished_at == finished.finished_at


# Again


@some
@given(COUNTS, SEEDS, st.data())
def test_after_another_look_exactly_the_chosen_pairs_have_the_new_answer(
    count: int, seed: int, data: st.DataObject
) -> None:
    finished = answered(begun(count, seed), keep=drawn(data))
    again = data.draw(st.frozensets(st.sampled_from(sorted(finished.pair_keys)), max_size=6))
    looking = after(finished, look_again(_by_id(finished), "x", again, stamp=stamp(100)))

    looked = looking
    for minute in range(len(again)):
        assert latest_result(_by_id(looked)) == looked
        left, right, turn = next_question(looked) or ("", "", None)
        assert turn is Turn.AGAIN
        changes = answer_pair(_by_id(looked), "x", left, right, right, stamp=stamp(101 + minute))
        looked = after(looked, changes)

    assert next_question(looked) is None
    assert looked.again == frozenset()
    assert looked.finished_at == finished.finished_at
    for key, answer in finished.answers.items():
        assert looked.answers[key].kept == (answer.left if key in again else answer.kept)


def test_the_same_answer_at_another_look_only_stops_asking() -> None:
    finished = answered(begun())
    left, right = ORDER[3]
    looking = after(finished, look_again(_by_id(finished), "x", {pair_key(left, right)}, stamp=stamp(100)))

    [change] = answer_pair(_by_id(looking), "x", right, left, left, stamp=stamp(101))

    assert change.after == {"again": []}
    assert after(looking, [change]) == finished


def test_looking_at_nothing_again_stops_asking_and_changes_no_answer() -> None:
    finished = answered(begun())
    looking = replace(finished, again=frozenset({pair_key(*ORDER[3])}))

    assert after(looking, look_again(_by_id(looking), "x", (), stamp=stamp())) == finished
    assert look_again(_by_id(finished), "x", (), stamp=stamp()) == []


def test_pairs_in_a_circle_can_be_looked_at_again_until_there_is_none() -> None:
    circular = {("need-0", "need-1"), ("need-1", "need-2"), ("need-2", "need-0")}
    finished = answered(
        begun(),
        keep=lambda one, other: (
            one if (one, other) in circular else other if (other, one) in circular else None
        ),
    )
    [triad] = circles(finished)
    keys = {pair_key(triad[at], triad[(at + 1) % 3]) for at in range(3)}

    again = replace(finished, again=frozenset(keys))

    assert keys == {pair_key(*pair) for pair in circular}
    assert circles(again) == (triad,)
    assert circles(answered(again, keep=in_order)) == ()


@pytest.mark.parametrize("key", ["need-0+need-8", "need-0", "", "need-1+need-0"])
def test_another_look_at_a_pair_that_is_not_compared_is_refused(key: str) -> None:
    with pytest.raises(InvalidValueError, match="pairs that are not part of it"):
        look_again(_by_id(answered(begun())), "x", {key}, stamp=stamp())


def test_in_fours_no_pair_is_compared_so_none_can_be_looked_at_again() -> None:
    finished = chosen(FOURS, needs(8).index)

    with pytest.raises(InvalidValueError):
        look_again(_by_id(finished), "x", {"need-0+need-1"}, stamp=stamp())


# Fours


def test_the_best_of_four_is_saved_first_and_the_worst_after_it() -> None:
    best = choose_in_set(_by_id(FOURS), "x", FOUR, best=FOUR[2], stamp=stamp(1))
    half = after(FOURS, best)
    whole = after(half, choose_in_set(_by_id(half), "x", FOUR, best=FOUR[2], worst=FOUR[0], stamp=stamp(2)))

    [choice] = half.choices.values()
    assert (choice.needs, choice.best, choice.worst) == (FOUR, FOUR[2], None)
    assert next_set(half) == FOUR
    assert half.answered == 0
    [choice] = whole.choices.values()
    assert (choice.needs, choice.best, choice.worst) == (FOUR, FOUR[2], FOUR[0])
    assert next_set(whole) == set_order(needs(8), 1)[1]
    assert whole.answered == 1


def test_the_same_choice_again_changes_nothing() -> None:
    made = after(FOURS, choose_in_set(_by_id(FOURS), "x", FOUR, best=FOUR[0], worst=FOUR[1], stamp=stamp(1)))

    again = choose_in_set(_by_id(made), "x", FOUR[::-1], best=FOUR[0], worst=FOUR[1], stamp=stamp(2))

    assert again == []


def test_a_choice_can_be_corrected_and_the_end_stays_where_it_was() -> None:
    finished = chosen(FOURS, needs(8).index)
    [key] = {key for key in finished.choices if set(key.split("+")) == set(FOUR)}
    old = finished.choices[key]

    changes = choose_in_set(
        _by_id(finished), "x", FOUR, best=old.worst or "", worst=old.best, stamp=stamp(200)
    )

    corrected = after(finished, changes)
    assert (corrected.choices[key].best, corrected.choices[key].worst) == (old.worst, old.best)
    assert corrected.finished_at == finished.finished_at


def test_the_last_missing_choice_finishes_the_assessment() -> None:
    assessment = chosen(FOURS, needs(8).index, 13)
    four = asked_four(assessment)
    half = after(assessment, choose_in_set(_by_id(assessment), "x", four, best=four[0], stamp=stamp(60)))

    changes = choose_in_set(_by_id(half), "x", four, best=four[0], worst=four[3], stamp=stamp(61))

    assert half.finished_at is None
    finished = after(half, changes)
    assert finished.finished_at == stamp(61).at
    assert next_set(finished) is None
    assert latest_result(_by_id(finished)) == finished


@pytest.mark.parametrize(
    ("four", "best", "worst"),
    [
        pytest.param(FOUR, "need-8", None, id="best-does-not-exist"),
        pytest.param(FOUR, FOUR[0], "need-8", id="worst-does-not-exist"),
        pytest.param(FOUR, FOUR[0], FOUR[0], id="best-is-worst"),
        pytest.param(FOUR, "", FOUR[0], id="no-best"),
        pytest.param((*FOUR[:3], "need-8"), FOUR[0], None, id="need-does-not-exist"),
        pytest.param((*FOUR[:3], FOUR[2]), FOUR[0], None, id="need-twice"),
        pytest.param(FOUR[:3], FOUR[0], None, id="three"),
        pytest.param(("+".join(FOUR[:2]), *FOUR[2:]), FOUR[2], None, id="two-ids-in-one"),
        pytest.param((), "", None, id="none"),
    ],
)
def test_forged_needs_and_choices_are_refused(four: tuple[str, ...], best: str, worst: str | None) -> None:
    with pytest.raises(InvalidValueError):
        choose_in_set(_by_id(FOURS), "x", four, best=best, worst=worst, stamp=stamp())


def test_four_needs_that_are_never_shown_together_take_no_choice() -> None:
    asked = {frozenset(four) for four in set_order(needs(8), 1)}
    other = next(four for four in (needs(8)[at : at + 4] for at in range(5)) if frozenset(four) not in asked)

    with pytest.raises(InvalidValueError, match="not part of the comparison"):
        choose_in_set(_by_id(FOURS), "x", other, best=other[0], stamp=stamp())


def test_each_way_to_compare_takes_only_its_own_answers() -> None:
    with pytest.raises(InvalidValueError, match="not part of the comparison"):
        choose_in_set(_by_id(begun()), "x", FOUR, best=FOUR[0], stamp=stamp())
    for act in (answer_pair, repeat_pair):
        with pytest.raises(InvalidValueError, match="not part of the comparison"):
            act(_by_id(FOURS), "x", "need-0", "need-1", None, stamp=stamp())


# Drop


def test_an_open_comparison_can_be_dropped_but_a_finished_one_stays() -> None:
    for open_one, finished in ((begun(), answered(begun())), (FOURS, chosen(FOURS, needs(8).index))):
        [change] = drop_assessment(_by_id(open_one), "x", stamp=stamp())
        assert change.action is Action.ARCHIVE
        with pytest.raises(InvalidValueError, match="is kept"):
            drop_assessment(_by_id(finished), "x", stamp=stamp())
