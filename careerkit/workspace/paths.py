"""A path taken into the plan: the aspiration it proposes, and first goals on the way."""

from collections.abc import Collection
from dataclasses import dataclass

from careerkit.aspirations import Aspiration, AspirationDraft, Path, add_aspiration
from careerkit.change import Change, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.goals import GoalDraft, Offered, add_goal
from careerkit.workspace.model import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PathChoice:
    """What a person takes of a path: its aspiration with a ``why``, and the goals at these places, from 0."""

    goals: frozenset[int] = frozenset()
    why: str = ""


def take_path(
    plan: Workspace, path: Path, choice: PathChoice, *, needs: Collection[str], ids: Ids, stamp: Stamp
) -> list[Change]:
    """Return the changes that add the aspiration of a path, and those of its goals that were chosen.

    ``needs`` are the ids of the needs that exist. Every entry serves the needs of the path and has its mark,
    and the goals serve the new aspiration. That one follows the path, and the first rung of its ladder, if it
    has one, is next on it. Raises :class:`~careerkit.errors.InvalidValueError` for a goal the path does not
    have, and without a why where the path asks for a second reason.
    """
    _require_sound(path, choice)
    served = frozenset(path.needs) & frozenset(needs)
    [added] = add_aspiration(_aspiration(path, choice.why, served), needs=needs, ids=ids, stamp=stamp)
    known = {**plan.aspirations, added.entity_id: Aspiration(id=added.entity_id, title=path.aspiration)}
    changes = [added]
    for place in sorted(choice.goals):
        draft = GoalDraft(
            title=path.goals[place].title,
            first_step=path.goals[place].first_step,
            aspirations=frozenset({added.entity_id}),
            needs=served,
            mark=path.mark,
        )
        changes += add_goal(draft, offered=Offered(aspirations=known, needs=needs), ids=ids, stamp=stamp)
    return changes


def _require_sound(path: Path, choice: PathChoice) -> None:
    if path.second_reason and not choice.why.strip():
        message = "Name a second reason first: it becomes the why of the aspiration."
        raise InvalidValueError(message)
    if not choice.goals <= set(range(len(path.goals))):
        message = "The path has no such goal. Please choose again."
        raise InvalidValueError(message)


def _aspiration(path: Path, why: str, needs: frozenset[str]) -> AspirationDraft:
    return AspirationDraft(
        title=path.aspiration,
        why=why,
        needs=needs,
        mark=path.mark,
        path=path.id,
        next_level=path.ladder[0].level if path.ladder else "",
    )
