"""What a review keeps of the plan when it is finished, for the years that follow."""

from collections.abc import Iterable
from datetime import date

from careerkit.change import Action
from careerkit.goals import OPEN, Goal, GoalStatus, Milestone
from careerkit.labels import Mark
from careerkit.needs import latest_ratings, latest_result, need_order
from careerkit.review import (
    About,
    Choice,
    Closing,
    DecidedEntry,
    Decision,
    Review,
    YearInPlan,
    YearPicture,
    facts_by_step,
    reason_in_words,
    with_mark,
)
from careerkit.workspace.history import standing
from careerkit.workspace.model import Workspace, present

_DROPPING = (Choice.DROP, Choice.SPLIT)


def closing_of(plan: Workspace, review: Review, year: YearInPlan, next_on: date | None) -> Closing:
    """Return what ``review`` keeps when it is finished now: facts, picture, and names of entries."""
    return Closing(
        facts=facts_by_step(review, year),
        picture=year_picture(plan, review, year),
        entries=decided_entries(plan, review),
        next_on=next_on,
    )


def year_picture(plan: Workspace, review: Review, year: YearInPlan) -> YearPicture:
    """Return the year of a review as its record keeps it; archived entries are left out.

    Goals ``met`` and ``open`` are those due in the year. ``dropped`` are those that this review dropped, and
    those dropped in the year, by the history of the plan or, where that does not tell, by their due date;
    what another review dropped stands in the record of that one. ``year`` names the needs and the time zone.
    """
    newest = latest_result(plan.assessments)
    due = [it for it in present(plan.goals).values() if it.due is not None and it.due.year == review.year]
    planned = [it for it in present(plan.milestones).values() if it.year == review.year]
    named = {need: year.need_names.get(need, need) for need in latest_ratings(plan.satisfactions)}
    rated = _told_apart(named.items())
    return YearPicture(
        needs=tuple(year.need_names.get(it.need, it.need) for it in need_order(newest)) if newest else (),
        satisfaction={rated[need]: it.value for need, it in latest_ratings(plan.satisfactions).items()},
        met=tuple(_titled(it) for it in due if it.status is GoalStatus.DONE),
        open=tuple(_titled(it) for it in due if it.status in OPEN),
        dropped=_dropped(plan, review, year),
        milestones=(sum(it.done for it in planned), len(planned)),
    )


def decided_entries(plan: Workspace, review: Review) -> dict[str, DecidedEntry]:
    """Return what the entries that were decided about are called now, by the key of the decision.

    One that is no longer there at all keeps the title that the decision has.
    """
    return {key: entry for key, it in review.decisions.items() if (entry := _entry(plan, it))}


def title_of(plan: Workspace, decision: Decision) -> str:
    """Return what the entry of a decision is called; empty when nobody knows any more."""
    entry = _entry(plan, decision)
    return entry.title if entry else decision.title


def _entry(plan: Workspace, decision: Decision) -> DecidedEntry | None:
    if decision.choice is Choice.ADD:
        return DecidedEntry(title=next(iter(decision.parts), ""))
    entry = plan.collection(decision.about.value).get(decision.entry_id)
    if entry is None:
        return None
    private = _serves_private(plan, entry) if isinstance(entry, Milestone) else entry.mark is Mark.PRIVATE
    return DecidedEntry(title=entry.title, private=private)


def _serves_private(plan: Workspace, milestone: Milestone) -> bool:
    """Say whether a milestone serves something, and nothing but what is private."""
    found = [plan.goals.get(id_) or plan.aspirations.get(id_) for id_ in milestone.goals]
    return {entry.mark for entry in found if entry is not None} == {Mark.PRIVATE}


def _dropped(plan: Workspace, review: Review, year: YearInPlan) -> dict[str, str]:
    ours = _dropped_by([review])
    elsewhere = _dropped_by(it for it in plan.reviews.values() if it.id != review.id).keys() - ours.keys()
    of_year = {id_: (review.year, why) for id_, why in year.past.goals_dropped.items()}
    told = _drops_in_history(plan, year) | of_year
    found: dict[str, tuple[str, str]] = {}
    for goal in present(plan.goals).values():
        if goal.status is not GoalStatus.DROPPED or goal.id in elsewhere:
            continue
        when, why = told.get(goal.id, (goal.due.year if goal.due else None, ""))
        if goal.id in ours:
            found[goal.id] = (_titled(goal), reason_in_words(ours[goal.id]))
        elif when == review.year:
            found[goal.id] = (_titled(goal), why)
    titles = _told_apart((id_, title) for id_, (title, _) in found.items())
    return {titles[id_]: why for id_, (_, why) in found.items()}


def _dropped_by(reviews: Iterable[Review]) -> dict[str, Decision]:
    """Return the decisions by which reviews dropped goals, by the id of the goal."""
    return {
        it.entry_id: it
        for review in reviews
        for key, it in review.decisions.items()
        if it.about is About.GOAL and it.choice in _DROPPING and key in review.applied
    }


def _drops_in_history(plan: Workspace, year: YearInPlan) -> dict[str, tuple[int, str]]:
    """Return in which year each goal was dropped last, where the person is, and why, by its id."""
    return {
        change.entity_id: (change.at.astimezone(year.zone).year, change.reason)
        for batch in standing(plan.history)
        for change in batch.changes
        if change.kind == Goal.KIND
        and change.action is Action.UPDATE  # one that came in as dropped was dropped before
        and change.after.get("status") == GoalStatus.DROPPED.value
    }


def _titled(goal: Goal) -> str:
    return with_mark(goal.title, private=goal.mark is Mark.PRIVATE)


def _told_apart(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return names by id with equal ones numbered: a record keeps them by name."""
    told: dict[str, str] = {}
    for id_, name in named:
        free, number = name, 1
        while free in told.values():
            number += 1
            free = f"{name} ({number})"
        told[id_] = free
    return told
