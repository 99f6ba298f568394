"""A direction on its way into the plan, perhaps through a dialog that remembers where its draft came from."""

from careerkit.change import Change, Stamp
from careerkit.needs import Decision, decide_direction
from careerkit.workspace import Workspace
from pages._ui.door import current_workspace
from pages._ui.session import session
from pages._ui.state import Key


def require_untaken(direction: str, stamp: Stamp) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` when another tab has taken it meanwhile."""
    decide_direction(current_workspace().standpoints, direction, Decision.ACCEPTED, stamp=stamp)


def draft_accepted(plan: Workspace, stamp: Stamp) -> list[Change]:
    """Return what remembers that the draft's direction is in the plan; nothing when it came from none.

    Raises :class:`~careerkit.errors.InvalidValueError` when another tab has taken it meanwhile.
    """
    direction: str = session.get(Key.DIRECTION_DRAFT, "")
    if not direction:
        return []
    require_untaken(direction, stamp)
    return decide_direction(plan.standpoints, direction, Decision.ACCEPTED, stamp=stamp)
