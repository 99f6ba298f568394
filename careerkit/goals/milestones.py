"""What can be done with milestones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    kept_links,
    present_entry,
    present_ids,
    require_member,
    restored_entry,
    updates,
)
from careerkit.errors import InvalidValueError
from careerkit.goals.model import Goal, Milestone, MilestoneKind
from careerkit.moments import in_year, require_year
from careerkit.text import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneDraft:
    """What a person enters for a milestone: a year, or the day ``on`` which it falls."""

    title: str
    year: int | None
    kind: MilestoneKind
    goals: frozenset[str] = frozenset()
    weight: int = 1
    on: date | None = None


def add_milestone(
    draft: MilestoneDraft, *, goals: Mapping[str, Goal], ids: Ids, stamp: Stamp
) -> list[Change]:
    """Return the change that adds a milestone.

    Raises :class:`~careerkit.errors.InvalidValueError` for a missing title or year, a year out of reach,
    and a goal that is not there.
    """
    kind = require_member(MilestoneKind, draft.kind, noun="kind of milestone")
    year = _required(draft.year, draft.on)
    bare = Milestone(id=ids.new(), title=clean_line(draft.title), year=year, kind=kind)
    return [created(_filled(bare, draft, goals), stamp=stamp)]


def edit_milestone(
    milestones: Mapping[str, Milestone],
    milestone_id: str,
    draft: MilestoneDraft,
    *,
    goals: Mapping[str, Goal],
    stamp: Stamp,
    reason: str = "",
) -> list[Change]:
    """Return what brings a stored milestone in line with ``draft``; links to archived goals stay.

    ``reason`` goes into its history.
    """
    old = present_entry(milestones, milestone_id, noun="milestone")
    return updates(old, _filled(old, draft, goals), stamp=stamp, reason=clean_line(reason))


def move_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, year: int, *, stamp: Stamp
) -> list[Change]:
    """Return the change that gives a milestone another year; nothing when it has it already.

    Raises :class:`~careerkit.errors.InvalidValueError` for a year out of reach.
    """
    old = present_entry(milestones, milestone_id, noun="milestone")
    require_year(year)  # before a day is looked for in it
    return updates(old, replace(old, year=year, on=old.on and in_year(old.on, year)), stamp=stamp)


def repeat_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, last_year: int, *, ids: Ids, stamp: Stamp
) -> list[Change]:
    """Return the changes that add a milestone again in each later year up to ``last_year``.

    Years that have one of the series already get none, so a second press adds nothing.
    """
    first = present_entry(milestones, milestone_id, noun="milestone")
    series = first.series or first.id
    taken = {it.year for it in milestones.values() if it.series == series and not it.archived}
    years = [year for year in range(first.year + 1, last_year + 1) if year not in taken]
    if not years:
        return []
    again = [
        replace(
            first, id=ids.new(), year=year, on=first.on and in_year(first.on, year), done=False, series=series
        )
        for year in years
    ]
    return [
        *updates(first, replace(first, series=series), stamp=stamp),
        *(created(milestone, stamp=stamp) for milestone in again),
    ]


def set_milestone_done(
    milestones: Mapping[str, Milestone], milestone_id: str, *, done: bool, stamp: Stamp
) -> list[Change]:
    """Return the change that marks a milestone as done or as still open; nothing when it is so already."""
    old = present_entry(milestones, milestone_id, noun="milestone")
    return updates(old, replace(old, done=done), stamp=stamp)


def archive_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change that puts a milestone away."""
    return [archived(present_entry(milestones, milestone_id, noun="milestone"), stamp=stamp)]


def restore_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change that brings an archived milestone back; nothing when it is already there."""
    return restored_entry(milestones, milestone_id, noun="milestone", stamp=stamp)


def _filled(old: Milestone, draft: MilestoneDraft, goals: Mapping[str, Goal]) -> Milestone:
    return replace(
        old,
        title=clean_line(draft.title),
        year=_required(draft.year, draft.on),
        kind=require_member(MilestoneKind, draft.kind, noun="kind of milestone"),
        goals=kept_links(draft.goals, present_ids(goals), old.goals, noun="goal"),
        weight=draft.weight,
        on=draft.on,
    )


def _required(year: int | None, on: date | None) -> int:
    if on is not None:
        return on.year
    if year is None:
        message = "Choose the year of the milestone."
        raise InvalidValueError(message)
    return year
