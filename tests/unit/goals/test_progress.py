from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerkit.goals import Goal, GoalStatus, Measure, progress_of
from careerkit.goals.model import LARGEST

numbers = st.floats(min_value=-LARGEST, max_value=LARGEST)
OPEN = Goal(id="g", title="A goal")


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    start, target = draw(numbers), draw(numbers)
    assume(start != target)
    return Measure(start=start, target=target, current=draw(numbers))


@pytest.mark.parametrize(
    ("start", "target", "current", "share"),
    [
        pytest.param(0, 10, 3, 0.3, id="more-is-better"),
        pytest.param(40, 30, 36, 0.4, id="less-is-better"),
        pytest.param(-5, 5, 0, 0.5, id="through-zero"),
        pytest.param(0, 10, 12, 1.0, id="beyond"),
        pytest.param(0, 10, -2, 0.0, id="further-away"),
        pytest.param(40, 30, 45, 0.0, id="less-is-better-further-away"),
    ],
)
def test_progress_of_known_measures(start: float, target: float, current: float, share: float) -> None:
    goal = replace(OPEN, measure=Measure(start=start, target=target, current=current))

    assert progress_of(goal) == pytest.approx(share)


def test_nothing_measured_says_nothing() -> None:
    assert progress_of(OPEN) is None


@given(measures())
def test_progress_stays_in_its_stated_range(measure: Measure) -> None:
    share = progress_of(replace(OPEN, measure=measure))

    assert share is not None
    assert 0.0 <= share <= 1.0


@given(measures())
def test_the_ends_of_every_measure_are_nothing_and_everything(measure: Measure) -> None:
    assert progress_of(replace(OPEN, measure=replace(measure, current=measure.start))) == 0.0
    assert progress_of(replace(OPEN, measure=replace(measure, current=measure.target))) == 1.0


@given(measures(), numbers)
def test_nearer_to_the_target_is_never_less(measure: Measure, other: float) -> None:
    nearer, further = sorted((measure.current, other), reverse=measure.target > measure.start)
    behind = progress_of(replace(OPEN, measure=replace(measure, current=further)))
    ahead = progress_of(replace(OPEN, measure=replace(measure, current=nearer)))

    assert behind is not None
    assert ahead is not None
    assert behind <= ahead


@given(st.none() | measures())
def test_a_goal_that_is_done_has_come_all_the_way(measure: Measure | None) -> None:
    goal = replace(OPEN, measure=measure, due=date(2026, 12, 12), status=GoalStatus.DONE)

    assert progress_of(goal) == 1.0
