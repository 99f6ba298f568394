from dataclasses import replace
from typing import Any

import pytest

from careerkit.change import plain_entity
from careerkit.errors import InvalidValueError
from careerkit.needs import (
    CHECKS,
    Assessment,
    Mode,
    PairAnswer,
    SetChoice,
    next_question,
    start_assessment,
)
from careerkit.store.codec import entity_of
from tests.unit.needs.comparing import (
    START,
    Counting,
    after,
    answered,
    asked_four,
    begun,
    chosen,
    needs,
    stamp,
)

FOREIGN = PairAnswer(left="need-0", right="elsewhere", kept=None, at=START)
OWN = PairAnswer(left="need-0", right="need-1", kept=None, at=START)


@pytest.mark.parametrize("compared", [(), ("a",), ("a", "b", "a"), needs(21)], ids=["0", "1", "twice", "21"])
def test_two_to_twenty_different_needs_are_compared(compared: tuple[str, ...]) -> None:
    assert [Assessment(id="x", needs=needs(it), seed=1, started_at=START).pairs for it in (2, 20)] == [1, 190]
    with pytest.raises(InvalidValueError, match="2 to 20 different needs"):
        Assessment(id="x", needs=compared, seed=1, started_at=START)


@pytest.mark.parametrize("count", [1, 6, 11])
def test_fours_are_asked_of_seven_to_ten_needs_only(count: int) -> None:
    assert [len(begun(it, mode=Mode.FOURS).fours) for it in (7, 8, 9, 10)] == [7, 14, 18, 15]
    with pytest.raises(InvalidValueError):
        begun(count, mode=Mode.FOURS)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"answers": {FOREIGN.key: FOREIGN}}, id="answer"),
        pytest.param({"answers": {"need-0+need-2": OWN}}, id="answer-in-another-place"),
        pytest.param({"repeats": {FOREIGN.key: FOREIGN}}, id="repeat"),
        pytest.param({"repeats": {"need-0+need-2": OWN}}, id="repeat-in-another-place"),
        pytest.param({"aside": {"need-0+need-2": OWN}}, id="aside-in-another-place"),
        pytest.param({"again": frozenset({FOREIGN.key})}, id="again"),
        pytest.param({"again": frozenset({"need-0"})}, id="again-no-pair"),
        pytest.param({"checks": -1}, id="fewer-checks-than-none"),
        pytest.param({"checks": CHECKS + 1}, id="more-checks-than-there-are"),
        pytest.param({"started_at": START.replace(tzinfo=None)}, id="begun-at-no-known-time"),
        pytest.param({"finished_at": START.replace(tzinfo=None)}, id="finished-at-no-known-time"),
    ],
)
def test_what_is_no_part_of_the_comparison_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        replace(begun(), **wrong)


def test_a_choice_among_needs_that_are_not_asked_about_together_is_refused() -> None:
    fours = begun(mode=Mode.FOURS)
    four = asked_four(fours)
    choice = SetChoice(needs=four, best=four[0], worst=None, at=START)
    other = next(iter(fours.fours - {choice.key}))

    assert replace(fours, choices={choice.key: choice}).choices
    with pytest.raises(InvalidValueError, match="not asked about together"):
        replace(fours, choices={other: choice})
    with pytest.raises(InvalidValueError, match="not asked about together"):
        replace(begun(), choices={choice.key: choice})


def test_a_choice_that_is_set_aside_stands_in_its_own_place() -> None:
    choice = SetChoice(needs=tuple("abcd"), best="a", worst=None, at=START)

    assert replace(begun(), choices_aside={choice.key: choice}).choices_aside
    with pytest.raises(InvalidValueError):
        replace(begun(), choices_aside={"a+b+c+e": choice})


def test_what_is_set_aside_may_be_about_needs_that_are_not_compared_now() -> None:
    assert replace(begun(), aside={FOREIGN.key: FOREIGN}).answered == 0


def test_in_pairs_every_pair_and_every_check_is_a_question() -> None:
    assessment = begun(8)

    assert (assessment.pairs, len(assessment.pair_keys), assessment.questions) == (28, 28, 30)
    assert assessment.fours == frozenset()
    assert [answered(assessment, count).answered for count in (1, 28, 29, 30)] == [1, 28, 29, 30]
    assert [answered(assessment, count).is_complete for count in (28, 29, 30)] == [False, False, True]


def test_in_fours_a_question_is_answered_when_the_best_and_the_worst_are_known() -> None:
    fours = begun(7, mode=Mode.FOURS)
    four = asked_four(fours)
    half = SetChoice(needs=four, best=four[0], worst=None, at=START)

    assert (fours.questions, fours.answered) == (7, 0)
    assert replace(fours, choices={half.key: half}).answered == 0
    assert chosen(fours, needs(7).index, 1).answered == 1
    assert chosen(fours, needs(7).index, 6).is_complete is False
    assert chosen(fours, needs(7).index).is_complete


@pytest.mark.parametrize("count", range(2, 11))
def test_a_comparison_of_any_number_of_needs_comes_to_its_end(count: int) -> None:
    changes = start_assessment({}, needs(count), ids=Counting(), stamp=stamp())

    finished = answered(after(None, changes))

    assert finished.is_complete
    assert next_question(finished) is None


def test_a_comparison_from_before_there_were_checks_and_fours_is_one_in_pairs_without_checks() -> None:
    later = {"mode", "checks", "repeats", "choices", "again", "aside", "choices_aside"}
    fields = {name: value for name, value in plain_entity(begun()).items() if name not in later}

    old = answered(entity_of("assessments", fields))

    assert (old.mode, old.checks, old.questions, old.answered) == (Mode.PAIRS, 0, 28, 28)
    assert old.is_complete


def test_a_comparison_is_the_same_after_it_was_stored() -> None:
    choice = SetChoice(needs=tuple("abcd"), best="a", worst="d", at=START)
    pairs = replace(answered(begun()), again=frozenset({OWN.key}), aside={FOREIGN.key: FOREIGN})
    fours = replace(chosen(begun(mode=Mode.FOURS), needs(8).index), choices_aside={choice.key: choice})

    for assessment in (pairs, fours):
        assert entity_of("assessments", plain_entity(assessment)) == assessment


def test_the_ways_to_compare_are_stored_under_names_that_never_change() -> None:
    assert {mode.value: mode.label for mode in Mode} == {"pairs": "In pairs", "fours": "In fours"}
