"""What can be done with milestones."""

from collections.abc import Iterable, Mapping
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
    """What a person enters for a milestone: a year, or the day ``on`` which it falls.

    A new one with ``until`` is planned again in every later year up to that one.
    """

    title: str
    year: int | None
    kind: MilestoneKind
    goals: frozenset[str] = frozenset()
    weight: int = 1
    on: date | None = None
    until: int | None = None


def add_milestone(
    draft: MilestoneDraft, *, goals: Mapping[str, Goal], ids: Ids, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the changes that add a milestone, and the later ones of its series if it repeats.

    ``reason`` goes into its history. Raises :class:`~careerkit.errors.InvalidValueError` for a missing title
    or year, a year out of reach, and a goal that is not there.
    """
    kind = require_member(MilestoneKind, draft.kind, noun="kind of milestone")
    year = _required(draft.year, draft.on)
    bare = Milestone(id=ids.new(), title=clean_line(draft.title), year=year, kind=kind)
    first = _filled(bare, draft, goals)
    if draft.until is not None and draft.until > year:
        first = replace(first, series=first.id)
        all_years = (first, *_again(first, (), draft.until, ids))
        return [created(it, stamp=stamp, reason=clean_line(reason)) for it in all_years]
    return [created(first, stamp=stamp, reason=clean_line(reason))]


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
    new = drafted_milestone(milestones, milestone_id, draft, goals=goals)
    return updates(milestones[milestone_id], new, stamp=stamp, reason=clean_line(reason))


def drafted_milestone(
    milestones: Mapping[str, Milestone],
    milestone_id: str,
    draft: MilestoneDraft,
    *,
    goals: Mapping[str, Goal],
) -> Milestone:
    """Return a stored milestone as ``draft`` would have it; raises what :func:`edit_milestone` raises."""
    return _filled(present_entry(milestones, milestone_id, noun="milestone"), draft, goals)


def move_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, year: int, *, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the change that gives a milestone another year; nothing when it has it already.

    ``reason`` goes into its history. Raises :class:`~careerkit.errors.InvalidValueError` for a year out of
    reach.
    """
    old = present_entry(milestones, milestone_id, noun="milestone")
    require_year(year)  # before a day is looked for in it
    new = replace(old, year=year, on=old.on and in_year(old.on, year))
    return updates(old, new, stamp=stamp, reason=clean_line(reason))


def repeat_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, last_year: int, *, ids: Ids, stamp: Stamp
) -> list[Change]:
    """Return the changes that add a milestone again in each later year up to ``last_year``.

    Years that have one of the series already get none, so a second press adds nothing. Raises
    :class:`~careerkit.errors.InvalidValueError` for a year out of reach.
    """
    old = present_entry(milestones, milestone_id, noun="milestone")
    first = replace(old, series=old.series or old.id)
    again = _again(first, milestones.values(), last_year, ids)
    if not again:
        return []
    return [*updates(old, first, stamp=stamp), *(created(it, stamp=stamp) for it in again)]


def set_milestone_done(
    milestones: Mapping[str, Milestone], milestone_id: str, *, done: bool, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the change that marks a milestone as done or as still open; nothing when it is so already."""
    old = present_entry(milestones, milestone_id, noun="milestone")
    return updates(old, replace(old, done=done), stamp=stamp, reason=clean_line(reason))


def archive_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, *, stamp: Stamp, reason: str = ""
) -> list[Change]:
    """Return the change that puts a milestone away."""
    old = present_entry(milestones, milestone_id, noun="milestone")
    return [archived(old, stamp=stamp, reason=clean_line(reason))]


def restore_milestone(
    milestones: Mapping[str, Milestone], milestone_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change that brings an archived milestone back; nothing when it is already there."""
    return restored_entry(milestones, milestone_id, noun="milestone", stamp=stamp)


def _again(first: Milestone, planned: Iterable[Milestone], last_year: int, ids: Ids) -> list[Milestone]:
    require_year(max(first.year, last_year))  # before a day is looked for in it
    taken = {it.year for it in planned if it.series == first.series and not it.archived}
    years = [year for year in range(first.year + 1, last_year + 1) if year not in taken]
    days = {year: first.on and in_year(first.on, year) for year in years}
    return [replace(first, id=ids.new(), year=year, on=days[year], done=False) for year in years]


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
