"""How far goals have come, and how that adds up: from measures and milestones to goals to aspirations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from careerkit.aspirations import SPAN
from careerkit.errors import InvalidValueError
from careerkit.goals.model import WHOLE, Goal, GoalStatus, Measure, Milestone
from careerkit.labels import Labelled

COUNTED: Final = frozenset({GoalStatus.PLANNED, GoalStatus.DOING, GoalStatus.DONE})
"""The statuses of a goal that counts for what it serves: ideas and dropped goals do not."""


class ProgressSource(Labelled):
    """Where a number for progress comes from."""

    DONE = "done", "Done"
    BY_HAND = "by-hand", "Set by hand"
    MEASURE = "measure", "From its measure"
    MILESTONES = "milestones", "From its milestones"
    BOTH = "both", "From its measure and its milestones"
    YES_NO = "yes-no", "Not met yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a goal has come: ``share`` from 0 to 1, and what says so."""

    share: float
    source: ProgressSource

    def __post_init__(self) -> None:
        _require_share(self.share)


@dataclass(frozen=True, slots=True, kw_only=True)
class AspirationProgress:
    """What the goals of an aspiration add up to.

    ``share``, 0 to 1, is the mean of theirs, ``None`` without goals; ``met`` of the ``goals`` are done. An
    aspiration itself is never finished: a share of 1 says that its goals are met so far.
    """

    share: float | None
    met: int
    goals: int

    def __post_init__(self) -> None:
        if self.share is not None:
            _require_share(self.share)
        if not 0 <= self.met <= self.goals:
            raise InvalidValueError("No more goals can be met than there are.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneCount:
    """Milestones of the seven years: how many are ``done``, and how many there are in ``total``.

    ``planned_by_now`` counts those whose time has passed; ``years_left``, 0 to 7, the years after this one.
    """

    done: int
    planned_by_now: int
    total: int
    years_left: int

    def __post_init__(self) -> None:
        if not (0 <= self.done <= self.total and 0 <= self.planned_by_now <= self.total):
            raise InvalidValueError("No more milestones can be done or planned than there are.")
        if not 0 <= self.years_left <= SPAN:
            raise InvalidValueError(f"A plan has no more than {SPAN} years left.")


class _Weights(NamedTuple):
    """What the milestones of a goal weigh: those that are done, and all of them."""

    done: int = 0
    total: int = 0

    def plus(self, milestone: Milestone) -> "_Weights":
        return _Weights(self.done + milestone.weight * milestone.done, self.total + milestone.weight)


def measure_share(measure: Measure) -> float:
    """Return the share of the way from start to target that is behind a measure.

    Range: 0.0 (at the start, or further away) to 1.0 (at the target, or beyond it).
    Source: linear interpolation between the two ends of the person's own measure; a target below the start
    counts downwards in the same way.
    """
    share = (measure.current - measure.start) / (measure.target - measure.start)
    return min(1.0, max(0.0, share))


def milestones_of(goal_id: str, milestones: Mapping[str, Milestone]) -> list[Milestone]:
    """Return the milestones that serve a goal, by year; archived ones are left out.

    Within a year those with a day come first, by day; the others keep the order in which they were made.
    """
    own = [milestone for milestone in milestones.values() if _serves(milestone, goal_id)]
    return sorted(own, key=lambda it: (it.year, it.on or date.max))


def progress_of(goal: Goal, milestones: Mapping[str, Milestone]) -> Progress | None:
    """Return how far a goal has come, or ``None`` when nothing tells.

    A goal that is done has come all the way; then what was set by hand counts; else the mean of its measure
    and of its milestones, by weight, as far as it has them. A goal met by yes or no, without milestones, has
    come no way until it is done.
    Source: house rule; of measure and milestones neither counts more than the other.
    """
    weights = _Weights()
    for milestone in milestones.values():
        if _serves(milestone, goal.id):
            weights = weights.plus(milestone)
    return _progress(goal, weights)


def progress_of_all(
    goals: Mapping[str, Goal], milestones: Mapping[str, Milestone]
) -> dict[str, Progress | None]:
    """Return the progress of each goal by its id, as :func:`progress_of` has it; archived goals included.

    It takes one look at each milestone, however many goals there are.
    """
    weights: dict[str, _Weights] = {}
    for milestone in milestones.values():
        for goal_id in () if milestone.archived else milestone.goals:
            weights[goal_id] = weights.get(goal_id, _Weights()).plus(milestone)
    return {id_: _progress(goal, weights.get(goal.id, _Weights())) for id_, goal in goals.items()}


def aspiration_progress(
    aspiration_id: str, goals: Mapping[str, Goal], progress: Mapping[str, Progress | None]
) -> AspirationProgress:
    """Return what the goals that serve an aspiration add up to; ``progress`` is theirs, by id.

    Ideas, dropped and archived goals do not count. A goal whose progress nobody knows counts as 0.
    Source: house rule; the mean, since each goal is one step in the direction.
    """
    own = [goal for goal in goals.values() if aspiration_id in goal.aspirations and _counts(goal)]
    known = [progress.get(goal.id) for goal in own]
    shares = [it.share if it else 0.0 for it in known]
    return AspirationProgress(
        share=sum(shares) / len(shares) if shares else None,
        met=sum(goal.status is GoalStatus.DONE for goal in own),
        goals=len(own),
    )


def milestone_count(milestones: Mapping[str, Milestone], today: date, start_year: int) -> MilestoneCount:
    """Return how many milestones of the seven years from ``start_year`` are done, and how many should be.

    Planned by now are those of past years, and those of this year whose day has passed; without a day one is
    due when its year is over. Archived ones are left out.
    """
    years = range(start_year, start_year + SPAN)
    own = [
        milestone for milestone in milestones.values() if not milestone.archived and milestone.year in years
    ]
    return MilestoneCount(
        done=sum(milestone.done for milestone in own),
        planned_by_now=sum(_has_passed(milestone, today) for milestone in own),
        total=len(own),
        years_left=min(SPAN, max(0, years.stop - 1 - today.year)),
    )


def _progress(goal: Goal, weights: _Weights) -> Progress | None:
    if goal.status is GoalStatus.DONE:
        return Progress(share=1.0, source=ProgressSource.DONE)
    if goal.by_hand is not None:
        return Progress(share=goal.by_hand / WHOLE, source=ProgressSource.BY_HAND)
    steps = weights.done / weights.total if weights.total else None
    if goal.measure is None:
        if steps is not None:
            return Progress(share=steps, source=ProgressSource.MILESTONES)
        return Progress(share=0.0, source=ProgressSource.YES_NO) if goal.yes_no else None
    way = measure_share(goal.measure)
    if steps is None:
        return Progress(share=way, source=ProgressSource.MEASURE)
    return Progress(share=(way + steps) / 2, source=ProgressSource.BOTH)


def _serves(milestone: Milestone, goal_id: str) -> bool:
    return goal_id in milestone.goals and not milestone.archived


def _counts(goal: Goal) -> bool:
    return goal.status in COUNTED and not goal.archived


def _has_passed(milestone: Milestone, today: date) -> bool:
    return milestone.year < today.year or (milestone.on is not None and milestone.on < today)


def _require_share(share: float) -> None:
    if not 0 <= share <= 1:
        raise InvalidValueError("Progress is a share from 0 to 1.")
