"""What may be brought into an answer, what is suggested, and what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple, Protocol, TypeAlias

from careerkit.aspirations import Aspiration
from careerkit.errors import InvalidValueError
from careerkit.goals import Goal, GoalStatus
from careerkit.interview.model import Answer, Application, Ask, Asked, RuleOff, Take
from careerkit.labels import Mark
from careerkit.needs import Strength

MOST: Final = 5
"""Aspirations, and goals, that one answer can bring."""

Sayable: TypeAlias = Aspiration | Goal | Strength
"""An entry of the plan that a person marks as one that can be said, or as private."""

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
    def strengths(self) -> Mapping[str, Strength]:
        """Strengths by id, archived ones included."""

    @property
    def applications(self) -> Mapping[str, Application]:
        """Applications by id, archived ones included."""

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Answers by id, archived ones included."""

    @property
    def asks(self) -> Mapping[str, Ask]:
        """What companies ask for, by id, archived ones included."""

    @property
    def takes(self) -> Mapping[str, Take]:
        """Times that answers were said aloud, by id, archived ones included."""

    @property
    def rules_off(self) -> Mapping[str, RuleOff]:
        """Rules that are switched off, by their id; archived ones are switched on again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something an answer would be better with, and the kind of entry that is to be entered."""

    sentence: str
    kind: str


def is_sayable(entry: Sayable, application: Application | None = None) -> bool:
    """Say whether an entry of the plan may be brought into an answer, in ``application`` if one is given."""
    over = isinstance(entry, Goal) and entry.status in _OVER
    said_here = application is not None and entry.id in application.say_here
    return (entry.mark is Mark.SAY or said_here) and not entry.archived and not over


def require_sayable(entry: Sayable, application: Application | None = None) -> None:
    """Raise :class:`~careerkit.errors.InvalidValueError` for an entry that must not reach an answer."""
    if is_sayable(entry, application):
        return
    if entry.mark is Mark.PRIVATE:
        message = f"“{entry.title}” is marked to be kept private, so it stays out of answers."
        raise InvalidValueError(message)
    message = f"“{entry.title}” is no longer open in your plan. Choose something else to bring."
    raise InvalidValueError(message)


def sayable_aspirations(plan: Plan, application: Application | None = None) -> dict[str, Aspiration]:
    """Return the aspirations that may be brought into an answer."""
    return {id_: entry for id_, entry in plan.aspirations.items() if is_sayable(entry, application)}


def sayable_goals(plan: Plan, application: Application | None = None) -> dict[str, Goal]:
    """Return the goals that may be brought into an answer, the dated ones first, soonest first."""
    goals = [goal for goal in plan.goals.values() if is_sayable(goal, application)]
    return {goal.id: goal for goal in sorted(goals, key=lambda goal: goal.due or date.max)}


def sayable_strengths(plan: Plan, application: Application | None = None) -> dict[str, Strength]:
    """Return the strengths that may be brought into an answer."""
    return {id_: entry for id_, entry in plan.strengths.items() if is_sayable(entry, application)}


def kept_private(plan: Plan, application: Application | None = None) -> tuple[Sayable, ...]:
    """Return what stays out of answers because it is private, and could be said if it were not."""
    return tuple(
        entry
        for entry in _entries(plan)
        if entry.mark is Mark.PRIVATE
        and not is_sayable(entry, application)
        and is_sayable(replace(entry, mark=Mark.SAY))
    )


def said_here(plan: Plan, application: Application) -> tuple[Sayable, ...]:
    """Return the private entries that may be said in this one application."""
    return tuple(
        entry for entry in _entries(plan) if entry.mark is Mark.PRIVATE and is_sayable(entry, application)
    )


def _entries(plan: Plan) -> Iterator[Sayable]:
    yield from plan.aspirations.values()
    yield from plan.goals.values()
    yield from plan.strengths.values()


class Suggested(NamedTuple):
    """Ids of what to begin an answer with."""

    aspirations: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()


def suggested(plan: Plan, asked: Asked, *, today: date, application: Application | None = None) -> Suggested:
    """Return what to begin with.

    A near-term answer starts from the next dated goals and one aspiration, a long-term one from aspirations
    with one goal as a step, and why to hire somebody from strengths, those with an example first.
    """
    goals = sayable_goals(plan, application).values()
    dated = tuple(goal.id for goal in goals if goal.due is not None and goal.due >= today)
    directions = tuple(sayable_aspirations(plan, application))
    by_example = sorted(sayable_strengths(plan, application).values(), key=lambda it: not it.evidence)
    strengths = tuple(strength.id for strength in by_example)
    match asked:
        case Asked.NEAR:
            return Suggested(directions[:1], dated[:_SUGGESTED], strengths[:1])
        case Asked.WHY_YOU:
            return Suggested(directions[:1], dated[:1], strengths[:_SUGGESTED])
        case Asked.WHY_US:
            return Suggested(directions[:1], dated[:1], strengths[:1])
        case _:
            return Suggested(directions[:_SUGGESTED], dated[:1])


def missing(
    plan: Plan, asked: Asked, *, today: date, application: Application | None = None
) -> tuple[Missing, ...]:
    """Return what the plan lacks for an answer to one question, most important first."""
    goals = sayable_goals(plan, application).values()
    has_goal = any(goal.due is not None and goal.due >= today for goal in goals)
    no_goal = [] if has_goal else [Missing(sentence=_no_goal(plan, some=bool(goals)), kind=Goal.KIND)]
    no_aspiration = (
        []
        if sayable_aspirations(plan, application)
        else [Missing(sentence=_no_aspiration(plan), kind=Aspiration.KIND)]
    )
    match asked:
        case Asked.NEAR:
            return (*no_goal, *no_aspiration)
        case Asked.WHY_YOU:
            return (*_no_strength(plan, application), *no_goal)
        case Asked.WHY_US:
            return (*_no_research(plan, application), *no_goal, *no_aspiration)
        case _:
            return (*no_aspiration, *no_goal)


def _no_strength(plan: Plan, application: Application | None) -> Iterator[Missing]:
    strengths = sayable_strengths(plan, application).values()
    if not strengths:
        sentence = "There is no strength that you can say yet. Add one, with something that happened."
        yield Missing(sentence=sentence, kind=Strength.KIND)
    elif not any(strength.evidence for strength in strengths):
        sentence = "None of your strengths has an example yet. One says more than three adjectives."
        yield Missing(sentence=sentence, kind=Strength.KIND)


def _no_research(plan: Plan, application: Application | None) -> Iterator[Missing]:
    if application is None:
        return
    noted = any(ask.application_id == application.id and not ask.archived for ask in plan.asks.values())
    if not noted and not any((application.values, application.plans, application.training)):
        sentence = "Nothing is noted about this company yet. One thing you found out carries this answer."
        yield Missing(sentence=sentence, kind=Application.KIND)


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
