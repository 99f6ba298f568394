"""The demo person's record of last year, made of what her plan was then."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from careerkit.aspirations import Aspiration
from careerkit.change import Entity
from careerkit.content.demo_plan import DemoPlan
from careerkit.content.needs import needs_catalogue
from careerkit.content.quarter import quarter_words
from careerkit.content.review import review_checklist
from careerkit.goals import CheckIn, Goal, GoalStatus, Milestone, Trend
from careerkit.labels import Mark
from careerkit.needs import Assessment, Satisfaction, Strength, made_at
from careerkit.review import (
    About,
    Addendum,
    Choice,
    Decision,
    QuarterCheck,
    Reason,
    Review,
    Win,
    YearInPlan,
    YearPast,
    reason_in_words,
)
from careerkit.workspace import Workspace
from careerkit.workspace.closing import closing_of
from careerkit.workspace.reading import year_of


def demo_review(
    entry: Mapping[str, Any], plan: DemoPlan, entries: Iterable[Entity], *, today: date
) -> Review:
    """Return last year's record that the demo file describes; ``entries`` are all that she has today."""
    year = today.year + entry["year"]
    finished = date(year, *entry["finished"])
    steps = review_checklist()
    decisions = {it.key: it for it in (_decision(one, plan) for one in entry["decision"])}
    review = Review(
        id=f"review-{year}-1",
        year=year,
        steps=steps,
        started_on=finished,
        answers={step.id: entry["answers"].get(step.id, "") for step in steps},
        private=frozenset(entry["private"]),
        decisions=decisions,
        applied=frozenset(key for key, it in decisions.items() if it.choice is not Choice.KEEP),
        addenda=tuple(_addendum(one, finished, today) for one in entry["addendum"]),
    )
    return _finished(review, _then(entries, finished), finished)


def _decision(entry: Mapping[str, Any], plan: DemoPlan) -> Decision:
    about = About[entry["about"].upper()]
    choice = Choice[entry["choice"].upper()]
    goal = plan.goals.get(entry["entry"]) if about is About.GOAL else None
    decided = goal or plan.aspirations[entry["entry"]]
    return Decision(
        about=about,
        entry_id=decided.id,
        choice=choice,
        reason=Reason[entry["reason"].upper()] if "reason" in entry else None,
        note=entry.get("note", ""),
        due=goal.due if goal and choice is Choice.MOVE else None,
        title=decided.title,
        private=decided.mark is Mark.PRIVATE,
    )


def _addendum(entry: Mapping[str, Any], finished: date, today: date) -> Addendum:
    return Addendum(on=max(finished, today - timedelta(days=entry["days_ago"])), text=entry["text"])


def _finished(review: Review, then: Workspace, finished: date) -> Review:
    dropped = {it.entry_id: it for it in review.decisions.values() if it.choice is Choice.DROP}
    bare = YearInPlan(
        year=review.year,
        today=finished,
        need_names={need.id: need.name for need in needs_catalogue()},
        quarter_titles={id_: words.title for id_, words in quarter_words().items()},
        past=YearPast(goals_dropped={id_: reason_in_words(it) for id_, it in dropped.items()}),
    )
    next_on = finished.replace(year=finished.year + 1)
    closing = closing_of(then, review, year_of(then, bare), next_on)
    return replace(
        review,
        facts={step_id: tuple(lines) for step_id, lines in closing.facts.items()},
        picture=closing.picture,
        finished_on=finished,
        next_on=next_on,
    )


def _then(entries: Iterable[Entity], day: date) -> Workspace:
    """Return what a workspace held on an earlier day, as far as the entries tell."""
    held: dict[str, Any] = {}
    for entity in entries:
        before = _as_on(entity, day)
        if before is not None:
            held.setdefault(before.KIND, {})[before.id] = before
    return Workspace(id="then", revision=0, **held)


def _as_on(entity: Entity, day: date) -> Entity | None:
    """Return an entry as it was on a day: ``None`` when it was not there, or nothing tells that it was."""
    match entity:
        case Aspiration():
            return replace(entity, steps=tuple(it for it in entity.steps if it.at.date() <= day))
        case Milestone():
            return replace(entity, done=entity.done and entity.year <= day.year)
        case _:
            return entity if _was_there(entity, day) else None


def _was_there(entity: Entity, day: date) -> bool:
    match entity:
        case Assessment():
            return made_at(entity).date() <= day
        case Satisfaction() | CheckIn() | Trend() | Win() | QuarterCheck():
            return entity.on <= day
        case Goal():
            return entity.status is GoalStatus.DROPPED or bool(entity.due and entity.due.year == day.year)
        case _:
            return isinstance(entity, Strength)
