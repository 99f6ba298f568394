from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from careerkit.change import Action, Actor, Change, Stamp, merged, plain_entity
from careerkit.errors import InvalidValueError
from careerkit.needs import (
    Assessment,
    AssessmentNotFoundError,
    PairAnswer,
    answer_pair,
    drop_assessment,
    next_pair,
    open_assessment,
    pair_order,
    start_assessment,
    undo_answer,
)

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
NEEDS = ("freedom", "balance", "meaning")


class _Counting:
    def __init__(self) -> None:
        self.given = 0

    def new(self) -> str:
        self.given += 1
        return f"id-{self.given}"


def _stamp(minute: int = 0) -> Stamp:
    return Stamp(by=Actor(id="me", name="Me"), at=START + timedelta(minutes=minute))


def _started() -> Assessment:
    return Assessment(id="x", needs=NEEDS, seed=5, started_at=START)


def _after(assessment: Assessment, changes: Sequence[Change]) -> Assessment:
    """Apply changes the way a store does: merged into the plain values of what is stored."""
    stored: dict[str, Any] = plain_entity(assessment)
    for change in changes:
        stored = merged(Assessment, stored, change) or {}
    answers = {
        key: PairAnswer(
            left=it["left"], right=it["right"], kept=it["kept"], at=datetime.fromisoformat(it["at"])
        )
        for key, it in stored["answers"].items()
    }
    finished = stored["finished_at"]
    return replace(
        assessment,
        answers=answers,
        finished_at=None if finished is None else datetime.fromisoformat(finished),
        archived=stored["archived"],
    )


def _answered(assessment: Assessment, count: int) -> Assessment:
    for minute in range(count):
        left, right = next_pair(assessment) or ("", "")
        changes = answer_pair({"x": assessment}, "x", left, right, left, stamp=_stamp(minute))
        assessment = _after(assessment, changes)
    return assessment


def test_a_comparison_starts_with_the_needs_of_the_catalogue_and_no_answer() -> None:
    (change,) = start_assessment({}, NEEDS, ids=_Counting(), stamp=_stamp())

    assert (change.action, change.kind, change.entity_id) == (Action.CREATE, "assessments", "id-1")
    assert change.after["needs"] == list(NEEDS)
    assert change.after["answers"] == {}


def test_two_comparisons_ask_in_different_orders() -> None:
    ids = _Counting()
    seeds = [start_assessment({}, NEEDS, ids=ids, stamp=_stamp())[0].after["seed"] for _ in range(5)]

    assert len(set(map(str, seeds))) == 5


def test_no_second_comparison_starts_while_one_is_open() -> None:
    assert start_assessment({"x": _started()}, NEEDS, ids=_Counting(), stamp=_stamp()) == []


def test_a_new_comparison_starts_beside_finished_and_dropped_ones() -> None:
    assessments = {"x": _answered(_started(), 3), "y": replace(_started(), id="y", archived=True)}

    assert len(start_assessment(assessments, NEEDS, ids=_Counting(), stamp=_stamp())) == 1


def test_an_answer_changes_only_the_field_of_its_pair() -> None:
    (change,) = answer_pair({"x": _started()}, "x", "meaning", "balance", "balance", stamp=_stamp(1))

    assert set(change.after) == {"answers.balance+meaning"}
    assert change.before == {}


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        pytest.param("freedom", "income", "freedom", id="need-of-no-pair"),
        pytest.param("freedom", "balance", "meaning", id="kept-another"),
        pytest.param("freedom", "balance", "", id="kept-nothing-known"),
        pytest.param("freedom", "freedom", "freedom", id="same-twice"),
    ],
)
def test_an_answer_that_fits_no_pair_is_refused(left: str, right: str, kept: str) -> None:
    with pytest.raises(InvalidValueError):
        answer_pair({"x": _started()}, "x", left, right, kept, stamp=_stamp())


@pytest.mark.parametrize(
    "assessments", [pytest.param({}, id="unknown"), pytest.param({"x": replace(_started(), archived=True)})]
)
def test_a_comparison_that_is_gone_takes_no_answer(assessments: dict[str, Assessment]) -> None:
    with pytest.raises(AssessmentNotFoundError, match="start a new one"):
        answer_pair(assessments, "x", "freedom", "balance", None, stamp=_stamp())


def test_the_last_missing_answer_finishes_the_assessment_in_the_same_change() -> None:
    assessment = _answered(_started(), 2)
    assert assessment.finished_at is None
    left, right = next_pair(assessment) or ("", "")

    changes = answer_pair({"x": assessment}, "x", left, right, None, stamp=_stamp(9))

    assert len(changes) == 1
    finished = _after(assessment, changes)
    assert finished.finished_at == _stamp(9).at
    assert finished.is_complete


def test_an_answer_can_be_corrected_and_the_end_stays_where_it_was() -> None:
    finished = _answered(_started(), 3)
    left, right = pair_order(NEEDS, 5)[0]

    corrected = _after(finished, answer_pair({"x": finished}, "x", right, left, right, stamp=_stamp(30)))

    assert [it.kept for it in corrected.answers.values() if {it.left, it.right} == {left, right}] == [right]
    assert corrected.finished_at == finished.finished_at
    assert len(corrected.answers) == 3


def test_the_same_answer_again_changes_nothing() -> None:
    assessment = _answered(_started(), 1)
    left, right = pair_order(NEEDS, 5)[0]

    assert answer_pair({"x": assessment}, "x", left, right, left, stamp=_stamp(1)) == []


def test_answers_from_two_tabs_are_both_kept() -> None:
    seen = _started()
    first, second = pair_order(NEEDS, 5)[:2]

    stored = _after(seen, answer_pair({"x": seen}, "x", *first, first[0], stamp=_stamp(1)))
    stored = _after(stored, answer_pair({"x": seen}, "x", *second, None, stamp=_stamp(2)))

    assert [it.kept for it in stored.answers.values()] == [first[0], None]


def test_undo_takes_back_the_newest_answer_so_that_its_pair_comes_again() -> None:
    assessment = _answered(_started(), 2)

    undone = _after(assessment, undo_answer({"x": assessment}, "x", stamp=_stamp(5)))

    assert next_pair(undone) == pair_order(NEEDS, 5)[1]
    assert len(undone.answers) == 1


def test_undo_opens_an_assessment_that_was_just_finished() -> None:
    finished = _answered(_started(), 3)

    undone = _after(finished, undo_answer({"x": finished}, "x", stamp=_stamp(5)))

    assert undone.finished_at is None
    assert open_assessment({"x": undone}) == undone


def test_an_undo_button_pressed_twice_takes_back_one_answer() -> None:
    assessment = _answered(_started(), 2)
    pressed = next(key for key, it in assessment.answers.items() if it.at == _stamp(1).at)

    undone = _after(assessment, undo_answer({"x": assessment}, "x", stamp=_stamp(5), only=pressed))

    assert len(undone.answers) == 1
    assert undo_answer({"x": undone}, "x", stamp=_stamp(5), only=pressed) == []


def test_undo_without_an_answer_says_so() -> None:
    with pytest.raises(InvalidValueError, match="no answer to take back"):
        undo_answer({"x": _started()}, "x", stamp=_stamp())


def test_an_open_comparison_can_be_dropped_but_a_finished_one_stays() -> None:
    assessment = _answered(_started(), 2)
    (change,) = drop_assessment({"x": assessment}, "x", stamp=_stamp())

    assert change.action is Action.ARCHIVE
    with pytest.raises(InvalidValueError, match="is kept"):
        drop_assessment({"x": _answered(_started(), 3)}, "x", stamp=_stamp())
