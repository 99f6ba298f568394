"""The demo person: an invented plan to look around with."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

from careerkit.aspirations import VISION_PARTS, Aspiration, Vision
from careerkit.change import Change, Entity, Ids, Stamp, created
from careerkit.content.demo_needs import demo_needs
from careerkit.content.files import parsed, text_of_file
from careerkit.content.needs import needs_catalogue
from careerkit.content.review import review_checklist
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.interview import Answer, Application, Horizon, Origin, Sentence, answer_id
from careerkit.labels import Mark
from careerkit.review import Review, YearInPlan, facts_by_step
from careerkit.workspace import Profile

FILE: Final = "demo.toml"


def demo_changes(*, ids: Ids, stamp: Stamp, today: date) -> list[Change]:
    """Return what fills an empty workspace with Amina, a tax accountant on her way to the CPA.

    Her dates and years lie around ``today``. Links point at entries that are created before them.
    """
    return [created(entity, stamp=stamp) for entity in _demo(ids, stamp.at, today)]


def _demo(ids: Ids, at: datetime, today: date) -> Iterator[Entity]:
    plan = _plan()
    yield Profile(name=plan["person"]["name"], demo=True)
    parts = {name: plan["vision"][name] for name in VISION_PARTS}
    yield Vision(start_year=today.year + plan["vision"]["start_year"], **parts)
    yield from demo_needs(plan, ids=ids, at=at)
    aspirations = {key: _aspiration(entry, ids.new()) for key, entry in plan["aspiration"].items()}
    goals = {key: _goal(entry, ids.new(), aspirations, today) for key, entry in plan["goal"].items()}
    milestones = [_milestone(entry, ids.new(), goals, today) for entry in plan["milestone"]]
    yield from aspirations.values()
    yield from goals.values()
    yield from milestones
    yield _review(plan["review"], list(aspirations.values()), list(goals.values()), milestones, today)
    application = Application(id=ids.new(), **plan["application"])
    yield application
    named = {"application": application, **aspirations, **goals}
    yield _answer(plan["answer"], named)


def _aspiration(entry: Mapping[str, Any], id_: str) -> Aspiration:
    return Aspiration(
        id=id_,
        title=entry["title"],
        why=entry["why"],
        needs=frozenset(entry["needs"]),
        mark=Mark[entry["mark"].upper()],
    )


def _goal(entry: Mapping[str, Any], id_: str, aspirations: Mapping[str, Aspiration], today: date) -> Goal:
    return Goal(
        id=id_,
        title=entry["title"],
        why=entry["why"],
        first_step=entry.get("first_step", ""),
        measure=_measure(entry.get("measure")),
        due=_due(entry, today),
        aspirations=frozenset(aspirations[key].id for key in entry["aspirations"]),
        needs=frozenset(entry["needs"]),
        status=GoalStatus[entry["status"].upper()],
        mark=Mark[entry["mark"].upper()],
    )


def _measure(entry: Mapping[str, Any] | None) -> Measure | None:
    return Measure(**entry) if entry else None


def _due(entry: Mapping[str, Any], today: date) -> date | None:
    if "due_last_year" in entry:
        month, day = entry["due_last_year"]
        return date(today.year - 1, month, day)
    return today + timedelta(days=entry["due_in_days"]) if "due_in_days" in entry else None


def _milestone(entry: Mapping[str, Any], id_: str, goals: Mapping[str, Goal], today: date) -> Milestone:
    return Milestone(
        id=id_,
        title=entry["title"],
        year=today.year + entry["year"],
        kind=MilestoneKind[entry["kind"].upper()],
        goals=frozenset(goals[key].id for key in entry["goals"]),
        done=entry["done"],
    )


def _review(
    entry: Mapping[str, Any],
    aspirations: list[Aspiration],
    goals: list[Goal],
    milestones: list[Milestone],
    today: date,
) -> Review:
    """Return last year's record; its facts are what the plan said then: nothing of this year was done yet."""
    year = today.year + entry["year"]
    month, day = entry["finished"]
    finished = date(year, month, day)
    then = YearInPlan(
        year=year,
        need_names={need.id: need.name for need in needs_catalogue()},
        aspirations={aspiration.id: aspiration for aspiration in aspirations},
        goals={goal.id: goal for goal in goals if goal.due is not None and goal.due.year == year},
        milestones={it.id: replace(it, done=it.done and it.year <= year) for it in milestones},
    )
    open_review = Review(id=f"review-{year}-1", year=year, steps=review_checklist(), started_on=finished)
    return replace(
        open_review,
        answers={step.id: entry["answers"].get(step.id, "") for step in open_review.steps},
        facts=facts_by_step(open_review, then),
        finished_on=finished,
        next_on=finished.replace(year=year + 1),
    )


def _answer(entry: Mapping[str, Any], named: Mapping[str, Any]) -> Answer:
    composed = tuple(
        Sentence(
            text=sentence["text"],
            origin=Origin(sentence["origin"]),
            source_id=named[sentence["source"]].id if "source" in sentence else "",
        )
        for sentence in entry["sentence"]
    )
    return Answer(
        id=answer_id(named["application"].id, Horizon.NEAR),
        application_id=named["application"].id,
        horizon=Horizon.NEAR,
        aspirations=frozenset(named[key].id for key in entry["aspirations"]),
        goals=frozenset(named[key].id for key in entry["goals"]),
        composed=composed,
        text=" ".join(sentence.text for sentence in composed),
    )


@cache
def _plan() -> dict[str, Any]:
    return parsed(text_of_file(FILE), file=FILE)
