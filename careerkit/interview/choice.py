"""What may be brought into an answer, what is suggested, and what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from careerkit.aspirations import Aspiration
from careerkit.errors import InvalidValueError
from careerkit.goals import Goal, GoalStatus
from careerkit.interview.model import Answer, Application, Horizon
from careerkit.labels import Mark

MOST: Final = 5
"""Aspirations, and goals, that one answer can bring."""

_SUGGESTED: Final = 2
_OVER: Final = (GoalStatus.DONE, GoalStatus.DROPPED)


class Plan(Protocol):
    """The part of a workspace that answers are made from."""

    @property
    def aspirations(self) -> Mapping[str, Aspiration]:
        """Aspirations by id, archived ones included."""

    @property
    def goals(self) -> Mapping[str, Goal]:
        """Goals by id, archived ones included."""

    @property
    def applications(self) -> Mapping[str, Application]:
        """Applications by id, archived ones included."""

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Answers by id, archived ones included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something an answer would be better with, and whether it is a goal or an aspiration to be entered."""

    sentence: str
    kind: str


def is_sayable(entry: Aspiration | Goal) -> bool:
    """Say whether an entry of the plan may be brought into an answer."""
    over = isinstance(entry, Goal) and entry.status in _OVER
    return entry.mark is Mark.SAY and not entry.archived and not over


def require_sayable(entry: Aspiration | Goal) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` for an entry that must not reach an answer."""
    if entry.mark is Mark.PRIVATE:
        message = f"“{entry.title}” is marked to be kept private, so it stays out of answers."
        raise InvalidValueError(message)
    if not is_sayable(entry):
        message = f"“{entry.title}” is no longer open in your plan. Choose something else to bring."
        raise InvalidValueError(message)


def sayable_aspirations(plan: Plan) -> dict[str, Aspiration]:
    """Return the aspirations that may be brought into an answer."""
    return {id_: entry for id_, entry in plan.aspirations.items() if is_sayable(entry)}


def sayable_goals(plan: Plan) -> dict[str, Goal]:
    """Return the goals that may be brought into an answer, the dated ones first, soonest first."""
    goals = [goal for goal in plan.goals.values() if is_sayable(goal)]
    return {goal.id: goal for goal in sorted(goals, key=lambda goal: goal.due or date.max)}


def private_titles(plan: Plan) -> tuple[str, ...]:
    """Return the titles of what is kept private, archived entries left out."""
    entries: Iterable[Aspiration | Goal] = (*plan.aspirations.values(), *plan.goals.values())
    return tuple(entry.title for entry in entries if entry.mark is Mark.PRIVATE and not entry.archived)


def suggested(plan: Plan, horizon: Horizon, *, today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return ids of aspirations and of goals to begin with.

    A near-term answer starts from the next dated goals and one aspiration, a long-term one from aspirations
    with one goal as a step.
    """
    dated = [goal.id for goal in sayable_goals(plan).values() if goal.due is not None and goal.due >= today]
    directions = tuple(sayable_aspirations(plan))
    if horizon is Horizon.NEAR:
        return directions[:1], tuple(dated[:_SUGGESTED])
    return directions[:_SUGGESTED], tuple(dated[:1])


def missing(plan: Plan, horizon: Horizon, *, today: date) -> tuple[Missing, ...]:
    """Return what the plan lacks for an answer to one horizon's question, most important first."""
    found = []
    goals = sayable_goals(plan).values()
    if not any(goal.due is not None and goal.due >= today for goal in goals):
        found.append(Missing(sentence=_no_goal(plan, some=bool(goals)), kind=Goal.KIND))
    if not sayable_aspirations(plan):
        found.append(Missing(sentence=_no_aspiration(plan), kind=Aspiration.KIND))
    return tuple(found if horizon is Horizon.NEAR else reversed(found))


def _no_goal(plan: Plan, *, some: bool) -> str:
    if some:
        return "None of the goals you can say has a date ahead. A near-term answer gains from one that has."
    if any(goal.mark is Mark.PRIVATE and not goal.archived for goal in plan.goals.values()):
        return "Every open goal is kept private. Add one that you can say in an interview."
    return "There is no open goal in your plan yet. Add one with a date; an answer is made of such steps."


def _no_aspiration(plan: Plan) -> str:
    if any(not entry.archived for entry in plan.aspirations.values()):
        return "Every aspiration is kept private. Add one that you can say in an interview."
    return "There is no aspiration in your plan yet. Add one; it gives the answer its direction."
