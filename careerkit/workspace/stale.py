"""Goals that are being done, and that nobody has touched for a while."""

from collections.abc import Iterator
from datetime import date

from careerkit.change import Change
from careerkit.goals import CheckIn, Goal, is_stale_goal
from careerkit.workspace.model import Workspace, present


def last_touched(plan: Workspace) -> dict[str, date | None]:
    """Return the day on which each goal was last changed or checked in, by the id of the goal.

    Archived goals are left out, and so is what happens to milestones that serve a goal. ``None`` stands where
    only history that has left the snapshot would tell. Days of changes are those of UTC.
    """
    touched: dict[str, date | None] = dict.fromkeys(present(plan.goals))
    for goal_id, day in _touches(plan):
        if goal_id in touched:
            touched[goal_id] = max(touched[goal_id] or day, day)
    return touched


def stale_goals(plan: Workspace, today: date) -> list[Goal]:
    """Return the goals that are being done and were not touched lately, the one longest untouched first.

    A goal that the history in the snapshot does not know was touched before it begins, so it counts from
    there; without any history, nothing is known and no such goal is stale.
    """
    oldest = plan.history[0].at.date() if plan.history else today
    known = {goal_id: day or oldest for goal_id, day in last_touched(plan).items()}
    stale = [goal_id for goal_id, day in known.items() if is_stale_goal(plan.goals[goal_id], day, today)]
    return [plan.goals[goal_id] for goal_id in sorted(stale, key=lambda goal_id: known[goal_id])]


def _touches(plan: Workspace) -> Iterator[tuple[str, date]]:
    """Yield each goal that was touched with the day, as often as it was."""
    for batch in plan.history:
        for change in batch.changes:
            if change.kind == Goal.KIND:
                yield change.entity_id, change.at.date()
            elif change.kind == CheckIn.KIND:
                yield from ((goal_id, change.at.date()) for goal_id in _goals_of(change, plan))
    for check_in in present(plan.checkins).values():
        yield check_in.goal, check_in.on


def _goals_of(change: Change, plan: Workspace) -> set[str]:
    """Return the goals that a changed check-in was and is about."""
    told = {side["goal"] for side in (change.before, change.after) if "goal" in side}
    stored = plan.checkins.get(change.entity_id)  # a change of its note alone does not name the goal
    return told or ({stored.goal} if stored else set())
