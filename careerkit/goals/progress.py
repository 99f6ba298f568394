"""How far a goal has come."""

from careerkit.goals.model import Goal, GoalStatus


def progress_of(goal: Goal) -> float | None:
    """Return the share of the way that is behind a goal, or ``None`` when nothing measures it.

    Unit: share of the distance from start to target. Range: 0.0 (at the start, or further away) to 1.0 (at
    the target, beyond it, or the goal is done).
    Source: linear interpolation between the two ends of the person's own measure; a target below the start
    counts downwards in the same way.
    """
    if goal.status is GoalStatus.DONE:
        return 1.0
    if goal.measure is None:
        return None
    measure = goal.measure
    share = (measure.current - measure.start) / (measure.target - measure.start)
    return min(1.0, max(0.0, share))
