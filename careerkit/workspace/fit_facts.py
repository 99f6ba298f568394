"""What the plan itself says when a person asks whether it still fits: them, and the market."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.goals import OPEN, Goal, GoalStatus, Trend, TrendDirection, is_stale
from careerkit.needs import first_needs, latest_ratings, latest_result
from careerkit.workspace.model import Workspace, present

LOW: Final = 3
"""A need that is rated below this, of 10, is met so little that it is worth a thought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FitWithMe:
    """Facts about the person and their plan; needs are given by their ids.

    ``first`` are the needs that come first by the newest comparison, ``unserved`` those of them that no
    aspiration and no open goal serves. ``unmet`` are the needs rated below :data:`LOW`, with their number
    from 0 to 10, the lowest first.
    """

    first: tuple[str, ...] = ()
    unserved: tuple[str, ...] = ()
    unmet: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FitWithMarket:
    """Facts about the market and the plan.

    Of the ``trends`` that are noted, ``stale`` were not looked at for too long and ``unanswered`` have no
    goal that answers them. ``shrinking`` are the open goals that answer a shrinking trend.
    """

    trends: tuple[Trend, ...] = ()
    stale: tuple[Trend, ...] = ()
    unanswered: tuple[Trend, ...] = ()
    shrinking: tuple[Goal, ...] = ()


def fit_with_me(plan: Workspace) -> FitWithMe:
    """Return what helps to answer honestly whether the plan still fits the person."""
    result = latest_result(plan.assessments)
    first = first_needs(result) if result else ()
    goals = [goal for goal in present(plan.goals).values() if goal.status in OPEN]
    aspirations = present(plan.aspirations).values()
    served = {need for goal in goals for need in goal.needs}
    served |= {need for aspiration in aspirations for need in aspiration.needs}
    low = [(need, it.value) for need, it in latest_ratings(plan.satisfactions).items() if it.value < LOW]
    return FitWithMe(
        first=first,
        unserved=tuple(need for need in first if need not in served),
        unmet=tuple(sorted(low, key=lambda rated: rated[1])),
    )


def fit_with_market(plan: Workspace, today: date) -> FitWithMarket:
    """Return what helps to answer honestly whether the plan still fits the market."""
    trends = tuple(present(plan.trends).values())
    shrinking = {trend.id for trend in trends if trend.direction is TrendDirection.SHRINKING}
    return FitWithMarket(
        trends=trends,
        stale=tuple(trend for trend in trends if is_stale(trend, today)),
        unanswered=tuple(trend for trend in trends if not goals_answering(plan, trend.id)),
        shrinking=tuple(
            goal for goal in present(plan.goals).values() if goal.status in OPEN and goal.trends & shrinking
        ),
    )


def goals_answering(plan: Workspace, trend_id: str) -> list[Goal]:
    """Return the goals that answer a trend, in the order of the plan; dropped ones are no answer."""
    return [
        goal
        for goal in present(plan.goals).values()
        if trend_id in goal.trends and goal.status is not GoalStatus.DROPPED
    ]
