from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerkit.errors import InvalidValueError
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind, progress_of
from careerkit.goals.model import LARGEST
from careerkit.goals.progress import (
    AspirationProgress,
    MilestoneCount,
    Progress,
    ProgressSource,
    aspiration_progress,
    measure_share,
    milestone_count,
    milestones_of,
    progress_of_all,
)

numbers = st.floats(min_value=-LARGEST, max_value=LARGEST)
DAY = date(2026, 12, 12)
OPEN = Goal(id="g", title="A goal")
HALF = Measure(start=0, target=10, current=5)


def _step(id_: str, *goals: str, weight: int = 1, done: bool = False, archived: bool = False) -> Milestone:
    return Milestone(
        id=id_,
        title=id_,
        year=2027,
        kind=MilestoneKind.ROLE,
        goals=frozenset(goals or ("g",)),
        weight=weight,
        done=done,
        archived=archived,
    )


def _by_id(*milestones: Milestone) -> dict[str, Milestone]:
    return {milestone.id: milestone for milestone in milestones}


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    start, target = draw(numbers), draw(numbers)
    assume(start != target)
    return Measure(start=start, target=target, current=draw(numbers))


@st.composite
def goals(draw: st.DrawFn, id_: str = "g") -> Goal:
    measure = draw(st.none() | measures())
    return Goal(
        id=id_,
        title="A goal",
        measure=measure,
        yes_no=measure is None and draw(st.booleans()),
        due=DAY,
        status=draw(st.sampled_from(GoalStatus)),
        by_hand=draw(st.none() | st.integers(0, 100)),
        archived=draw(st.booleans()),
        aspirations=frozenset({"a"}),
    )


@st.composite
def steps(draw: st.DrawFn) -> dict[str, Milestone]:
    made = draw(
        st.lists(
            st.tuples(
                st.sets(st.sampled_from("gh"), min_size=1), st.integers(1, 5), st.booleans(), st.booleans()
            )
        )
    )
    return _by_id(
        *(
            _step(f"m{at}", *goal_ids, weight=weight, done=done, archived=away)
            for at, (goal_ids, weight, done, away) in enumerate(made)
        )
    )


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
    measure = Measure(start=start, target=target, current=current)

    assert measure_share(measure) == pytest.approx(share)
    assert progress_of(replace(OPEN, measure=measure), {}) == Progress(
        share=measure_share(measure), source=ProgressSource.MEASURE
    )


@pytest.mark.parametrize(
    ("goal", "milestones", "share", "source"),
    [
        pytest.param(
            OPEN, [_step("m", weight=3, done=True), _step("n")], 0.75, ProgressSource.MILESTONES, id="weights"
        ),
        pytest.param(
            OPEN,
            [_step("m", done=True), _step("n", archived=True)],
            1.0,
            ProgressSource.MILESTONES,
            id="archived-step",
        ),
        pytest.param(
            replace(OPEN, measure=HALF),
            [_step("m", done=True), _step("n", weight=3)],
            0.375,
            "both",
            id="both",
        ),
        pytest.param(
            replace(OPEN, measure=HALF),
            [_step("m", "other", done=True)],
            0.5,
            "measure",
            id="step-of-another",
        ),
        pytest.param(
            replace(OPEN, measure=HALF, by_hand=20),
            [_step("m", done=True)],
            0.2,
            ProgressSource.BY_HAND,
            id="by-hand",
        ),
        pytest.param(
            replace(OPEN, by_hand=0),
            [_step("m", done=True)],
            0.0,
            ProgressSource.BY_HAND,
            id="by-hand-nothing",
        ),
        pytest.param(
            replace(OPEN, by_hand=20, due=DAY, status=GoalStatus.DONE),
            [_step("m")],
            1.0,
            ProgressSource.DONE,
            id="done",
        ),
        pytest.param(replace(OPEN, yes_no=True), [], 0.0, ProgressSource.YES_NO, id="not-met"),
        pytest.param(
            replace(OPEN, yes_no=True),
            [_step("m", done=True)],
            1.0,
            ProgressSource.MILESTONES,
            id="yes-no-steps",
        ),
    ],
)
def test_progress_of_known_goals(
    goal: Goal, milestones: Sequence[Milestone], share: float, source: ProgressSource
) -> None:
    progress = progress_of(goal, _by_id(*milestones))

    assert progress == Progress(share=share, source=source)


def test_nothing_measured_says_nothing() -> None:
    assert progress_of(OPEN, _by_id(_step("m", "other"), _step("n", archived=True))) is None


@given(measures())
def test_progress_stays_in_its_stated_range(measure: Measure) -> None:
    assert 0.0 <= measure_share(measure) <= 1.0


@given(measures())
def test_the_ends_of_every_measure_are_nothing_and_everything(measure: Measure) -> None:
    assert measure_share(replace(measure, current=measure.start)) == 0.0
    assert measure_share(replace(measure, current=measure.target)) == 1.0


@given(measures(), numbers)
def test_nearer_to_the_target_is_never_less(measure: Measure, other: float) -> None:
    nearer, further = sorted((measure.current, other), reverse=measure.target > measure.start)

    assert measure_share(replace(measure, current=further)) <= measure_share(replace(measure, current=nearer))


@given(goals(), steps())
def test_a_goal_that_is_done_has_come_all_the_way(goal: Goal, milestones: dict[str, Milestone]) -> None:
    progress = progress_of(replace(goal, status=GoalStatus.DONE), milestones)

    assert progress == Progress(share=1.0, source=ProgressSource.DONE)


@given(goals(), steps())
def test_the_order_of_milestones_does_not_matter(goal: Goal, milestones: dict[str, Milestone]) -> None:
    assert progress_of(goal, milestones) == progress_of(goal, dict(reversed(milestones.items())))


@given(goals(), steps(), st.data())
def test_marking_a_milestone_done_never_lowers_progress(
    goal: Goal, milestones: dict[str, Milestone], data: st.DataObject
) -> None:
    assume(milestones)
    step = milestones[data.draw(st.sampled_from(sorted(milestones)))]
    before = progress_of(goal, milestones)
    after = progress_of(goal, milestones | {step.id: replace(step, done=True)})

    assert (before is None) is (after is None)
    assert before is None or (after is not None and after.share >= before.share)


@given(goals("g"), goals("h"), steps())
def test_all_at_once_is_each_on_its_own(one: Goal, other: Goal, milestones: dict[str, Milestone]) -> None:
    both = {one.id: one, other.id: other}

    assert progress_of_all(both, milestones) == {
        id_: progress_of(goal, milestones) for id_, goal in both.items()
    }


def test_milestones_of_a_goal_come_by_year_then_by_day_then_those_of_any_day() -> None:
    made = [
        _step("open"),
        replace(_step("late"), on=date(2027, 9, 1)),
        replace(_step("early"), on=date(2027, 2, 1)),
        _step("open too"),
        replace(_step("first"), year=2026),
        _step("other", "h"),
        _step("away", archived=True),
    ]

    assert [it.id for it in milestones_of("g", _by_id(*made))] == [
        "first",
        "early",
        "late",
        "open",
        "open too",
    ]


def _serving(id_: str, status: GoalStatus, *, archived: bool = False, aspiration: str = "a") -> Goal:
    return Goal(
        id=id_, title=id_, due=DAY, status=status, archived=archived, aspirations=frozenset({aspiration})
    )


def test_an_aspiration_adds_up_the_goals_that_are_more_than_ideas() -> None:
    made = {
        goal.id: goal
        for goal in (
            _serving("planned", GoalStatus.PLANNED),
            _serving("doing", GoalStatus.DOING),
            _serving("done", GoalStatus.DONE),
            _serving("idea", GoalStatus.IDEA),
            _serving("dropped", GoalStatus.DROPPED),
            _serving("away", GoalStatus.DONE, archived=True),
            _serving("other", GoalStatus.DONE, aspiration="b"),
        )
    }
    made["doing"] = replace(made["doing"], by_hand=50)

    progress = aspiration_progress("a", made, progress_of_all(made, {}))

    assert progress == AspirationProgress(share=0.5, met=1, goals=3)


def test_an_aspiration_without_goals_has_no_share() -> None:
    ideas = {"i": _serving("i", GoalStatus.IDEA)}

    assert aspiration_progress("a", ideas, progress_of_all(ideas, {})) == AspirationProgress(
        share=None, met=0, goals=0
    )


@given(st.lists(goals()), steps())
def test_the_share_of_an_aspiration_lies_between_those_of_its_goals(
    drawn: list[Goal], milestones: dict[str, Milestone]
) -> None:
    made = {f"g{at}": replace(goal, id=f"g{at}") for at, goal in enumerate(drawn)}
    shares = progress_of_all(made, milestones)

    progress = aspiration_progress("a", made, shares)

    told = [it.share if it else 0.0 for it in shares.values()]
    assert progress.share is None or min(told) - 1e-9 <= progress.share <= max(told) + 1e-9
    assert (progress.share is None) is (progress.goals == 0)


def test_milestones_done_stand_beside_those_planned_by_now() -> None:
    made = [
        replace(_step("before the span", done=True), year=2025),
        replace(_step("last year", done=True), year=2026),
        replace(_step("last year, open"), year=2026),
        replace(_step("passed"), on=date(2027, 6, 14)),
        replace(_step("today", done=True), on=date(2027, 6, 15)),
        replace(_step("to come"), on=date(2027, 6, 16)),
        _step("some day this year"),
        replace(_step("last of the span"), year=2032),
        replace(_step("after the span", done=True), year=2033),
        replace(_step("away", done=True, archived=True), year=2026),
    ]

    counted = milestone_count(_by_id(*made), date(2027, 6, 15), 2026)

    assert counted == MilestoneCount(done=2, planned_by_now=3, total=7, years_left=5)


@pytest.mark.parametrize(
    ("year", "left"), [(2020, 7), (2025, 7), (2026, 6), (2031, 1), (2032, 0), (2033, 0), (2050, 0)]
)
def test_the_years_left_are_those_after_this_one(year: int, left: int) -> None:
    assert milestone_count({}, date(year, 6, 15), 2026).years_left == left


@given(steps(), st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(2020, 2040))
def test_no_more_milestones_are_done_or_planned_than_there_are(
    milestones: dict[str, Milestone], today: date, start_year: int
) -> None:
    counted = milestone_count(milestones, today, start_year)
    later = milestone_count(milestones, today.replace(year=today.year + 1, day=1), start_year)

    assert 0 <= counted.done <= counted.total <= len(milestones)
    assert counted.planned_by_now <= later.planned_by_now <= counted.total


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(InvalidValueError):
        Progress(share=share, source=ProgressSource.MEASURE)
    with pytest.raises(InvalidValueError):
        AspirationProgress(share=share, met=0, goals=1)


def test_more_met_than_there_are_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        AspirationProgress(share=1.0, met=2, goals=1)
    with pytest.raises(InvalidValueError):
        MilestoneCount(done=2, planned_by_now=0, total=1, years_left=0)
    with pytest.raises(InvalidValueError):
        MilestoneCount(done=0, planned_by_now=0, total=1, years_left=8)
