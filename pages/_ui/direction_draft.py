"""A direction that is edited before it goes into the plan: the dialog for it remembers where it came from."""

from careerkit.change import Change, Stamp
from careerkit.needs import Decision, decide_direction
from careerkit.workspace import Workspace
from pages._ui.session import session
from pages._ui.state import Key


def draft_accepted(plan: Workspace, stamp: Stamp) -> list[Change]:
    """Return what remembers that the draft's direction is in the plan; nothing when it came from none."""
    direction: str = session.get(Key.DIRECTION_DRAFT, "")
    if not direction:
        return []
    return decide_direction(plan.standpoints, direction, Decision.ACCEPTED, stamp=stamp)
