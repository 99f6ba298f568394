"""What a need can lead to: suggestions that a person takes into the plan, changes, or leaves."""

from dataclasses import dataclass

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled, Mark
from careerkit.text import LINE, require_text, require_within


class DirectionKind(Labelled):
    """What a suggestion becomes in the plan. Values stand in the content file: add, never rename."""

    ASPIRATION = "aspiration", "Aspiration"
    GOAL = "goal", "Goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """One way in which a need can become part of a plan: a suggestion, never a rule.

    ``needs`` are the ids of the needs it serves, the one it belongs to most first. ``title`` and, for a goal,
    ``first_step`` are worded as they would stand in the plan, in the person's own voice; ``reason`` tells the
    person what it gives for the need, and its catch. ``mark`` is the one it begins with in the plan.
    """

    id: str
    needs: tuple[str, ...]
    kind: DirectionKind
    title: str
    reason: str
    first_step: str = ""
    mark: Mark = Mark.SAY

    def __post_init__(self) -> None:
        require_text(self.title, ask="Give the direction a title.")
        require_within(self.title, LINE, name="The title of the direction")
        if not self.needs:
            raise InvalidValueError(f"Name at least one need that “{self.title}” serves.")
