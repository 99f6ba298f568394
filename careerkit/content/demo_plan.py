"""The demo person's plan: aspirations, goals and milestones, and what happens around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from careerkit.aspirations import Aspiration, LevelStep, StepKind
from careerkit.change import Entity, Ids
from careerkit.goals import (
    STALE_AFTER,
    CheckIn,
    Fit,
    FitAnswer,
    FitSide,
    Goal,
    GoalStatus,
    IfThen,
    Measure,
    Milestone,
    MilestoneKind,
    Trend,
    TrendDirection,
)
from careerkit.labels import Mark
from careerkit.moments import in_year


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPlan:
    """What the demo file says of the plan.

    Aspirations and goals are under their keys in the file. ``entries`` has everything, each entry after those
    it points at.
    """

    aspirations: Mapping[str, Aspiration]
    goals: Mapping[str, Goal]
    milestones: tuple[Milestone, ...]
    entries: tuple[Entity, ...]


def demo_plan(plan: Mapping[str, Any], *, ids: Ids, at: datetime, today: date) -> DemoPlan:
    """Return the plan that the demo file describes, as of the moment ``at`` (UTC) of the day ``today``."""
    aspirations = {key: _aspiration(entry, ids.new(), at) for key, entry in plan["aspiration"].items()}
    trends = {key: _trend(entry, ids.new(), today) for key, entry in plan["trend"].items()}
    goals = {
        key: _goal(entry, ids.new(), {**aspirations, **trends}, today) for key, entry in plan["goal"].items()
    }
    milestones = tuple(it for entry in plan["milestone"] for it in _milestones(entry, ids, goals, today))
    checkins = [it for key, entry in plan["goal"].items() for it in _checkins(entry, ids, goals[key], today)]
    fits = [_fit(entry, ids.new(), today) for entry in plan["fit"]]
    around: list[Entity] = [*milestones, *checkins, *fits]
    return DemoPlan(
        aspirations=aspirations,
        goals=goals,
        milestones=milestones,
        entries=(*aspirations.values(), *trends.values(), *goals.values(), *around),
    )


def _aspiration(entry: Mapping[str, Any], id_: str, at: datetime) -> Aspiration:
    steps = tuple(_step(step, at) for step in entry.get("step", ()))
    return Aspiration(
        id=id_,
        title=entry["title"],
        why=entry["why"],
        needs=frozenset(entry["needs"]),
        mark=Mark[entry["mark"].upper()],
        path=entry["path"],
        level=entry.get("level", ""),
        next_level=entry.get("next_level", ""),
        steps=steps,
    )


def _step(entry: Mapping[str, Any], at: datetime) -> LevelStep:
    return LevelStep(
        kind=StepKind[entry["kind"].upper()],
        before=entry["before"],
        after=entry["after"],
        reason=entry["reason"],
        at=at - timedelta(days=entry["days_ago"]),
    )


def _trend(entry: Mapping[str, Any], id_: str, today: date) -> Trend:
    return Trend(
        id=id_,
        title=entry["title"],
        on=_ago(entry, today),
        direction=TrendDirection[entry["direction"].upper()],
        source=entry["source"],
        means=entry["means"],
        stale_after=entry.get("stale_after", STALE_AFTER),
    )


def _goal(entry: Mapping[str, Any], id_: str, named: Mapping[str, Entity], today: date) -> Goal:
    measure, if_then = entry.get("measure"), entry.get("if_then")
    return Goal(
        id=id_,
        title=entry["title"],
        why=entry["why"],
        first_step=entry.get("first_step", ""),
        measure=Measure(**measure) if measure else None,
        due=_due(entry, today),
        aspirations=frozenset(named[key].id for key in entry["aspirations"]),
        needs=frozenset(entry["needs"]),
        status=GoalStatus[entry["status"].upper()],
        mark=Mark[entry["mark"].upper()],
        yes_no=entry.get("yes_no", False),
        if_then=IfThen(**if_then) if if_then else None,
        confidence=entry.get("confidence"),
        trends=frozenset(named[key].id for key in entry.get("trends", ())),
    )


def _due(entry: Mapping[str, Any], today: date) -> date | None:
    if "due_last_year" in entry:
        month, day = entry["due_last_year"]
        return date(today.year - 1, month, day)
    return today + timedelta(days=entry["due_in_days"]) if "due_in_days" in entry else None


def _milestones(
    entry: Mapping[str, Any], ids: Ids, goals: Mapping[str, Goal], today: date
) -> Iterator[Milestone]:
    """Yield a milestone, and the later ones of its series if it repeats."""
    year = today.year + entry["year"]
    first = Milestone(
        id=ids.new(),
        title=entry["title"],
        year=year,
        kind=MilestoneKind[entry["kind"].upper()],
        goals=frozenset(goals[key].id for key in entry["goals"]),
        done=entry["done"],
        weight=entry.get("weight", 1),
        on=date(year, *entry["day"]) if "day" in entry else None,
    )
    if "repeat_until" not in entry:
        yield first
        return
    yield replace(first, series=first.id)
    for later in range(year + 1, today.year + entry["repeat_until"] + 1):
        on = first.on and in_year(first.on, later)
        yield replace(first, id=ids.new(), year=later, on=on, done=False, series=first.id)


def _checkins(entry: Mapping[str, Any], ids: Ids, goal: Goal, today: date) -> Iterator[CheckIn]:
    for it in entry.get("checkin", ()):
        yield CheckIn(
            id=ids.new(), goal=goal.id, on=_ago(it, today), value=float(it["value"]), note=it["note"]
        )


def _fit(entry: Mapping[str, Any], id_: str, today: date) -> Fit:
    return Fit(
        id=id_,
        on=_ago(entry, today),
        side=FitSide[entry["side"].upper()],
        answer=FitAnswer[entry["answer"].upper()],
        note=entry["note"],
    )


def _ago(entry: Mapping[str, Any], today: date) -> date:
    return today - timedelta(days=entry["days_ago"])
