"""From a need to what follows: a direction taken into the plan."""

from collections.abc import Collection

from careerkit.aspirations import AspirationDraft, add_aspiration
from careerkit.change import Change, Ids, Stamp
from careerkit.goals import GoalDraft, Offered, add_goal
from careerkit.needs import Decision, Direction, DirectionKind, decide_direction
from careerkit.workspace.model import Workspace


def aspiration_of(direction: Direction, needs: Collection[str]) -> AspirationDraft:
    """Return a direction as an aspiration to be; it serves those of its needs that are among ``needs``."""
    return AspirationDraft(
        title=direction.title, needs=frozenset(direction.needs) & frozenset(needs), mark=direction.mark
    )


def goal_of(direction: Direction, needs: Collection[str]) -> GoalDraft:
    """Return a direction as a goal to be; it serves those of its needs that are among ``needs``."""
    return GoalDraft(
        title=direction.title,
        first_step=direction.first_step,
        needs=frozenset(direction.needs) & frozenset(needs),
        mark=direction.mark,
    )


def take_direction(
    plan: Workspace, direction: Direction, *, needs: Collection[str], ids: Ids, stamp: Stamp
) -> list[Change]:
    """Return the changes that put a direction into the plan as it is, and remember that it is there.

    ``needs`` are the ids of the needs that exist. Raises :class:`~careerkit.errors.InvalidValueError` when it
    has been taken already.
    """
    decided = decide_direction(plan.standpoints, direction.id, Decision.ACCEPTED, stamp=stamp)
    if direction.kind is DirectionKind.ASPIRATION:
        return [
            *add_aspiration(aspiration_of(direction, needs), needs=needs, ids=ids, stamp=stamp),
            *decided,
        ]
    draft = goal_of(direction, needs)
    return [
        *add_goal(draft, offered=Offered(aspirations=plan.aspirations, needs=needs), ids=ids, stamp=stamp),
        *decided,
    ]
