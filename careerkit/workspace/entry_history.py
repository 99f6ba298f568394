"""The history of one entry: every change that concerns it, as sentences."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from careerkit.aspirations import Aspiration, StepKind
from careerkit.change import Action, Batch, Change
from careerkit.goals import CheckIn, Goal
from careerkit.words import number_in_words
from careerkit.workspace.details import cut_off, details_of
from careerkit.workspace.history import deed_of, taking_back
from careerkit.workspace.in_words import value_in_words
from careerkit.workspace.model import Workspace

REFILABLE: Final = frozenset({Aspiration.KIND, Goal.KIND})
"""The kinds that one entry can have been over time, under the same id."""
_IN: Final = {Action.CREATE, Action.RESTORE}
_OUT: Final = {Action.ARCHIVE, Action.REMOVE}
_FILED: Final = {Aspiration.KIND: "Re-filed as an aspiration", Goal.KIND: "Re-filed as a goal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryEvent:
    """What one save did to an entry: ``lines`` are the details, field by field; ``at`` is in UTC."""

    revision: int
    at: datetime
    by: str
    reason: str
    sentence: str
    lines: tuple[str, ...] = ()


def history_of(
    batches: Iterable[Batch],
    workspace: Workspace,
    ids: Collection[str],
    *,
    kinds: Collection[str] = REFILABLE,
    needs: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[EntryEvent]:
    """Yield what was done to the entry with one of ``ids`` in one of ``kinds``, in the order of ``batches``.

    These come newest first. The check-ins of a goal belong to it. ``needs`` are the names of the needs by id.
    No more of ``batches`` is read than events are asked for.
    """
    checkins = {it.id for it in workspace.checkins.values() if Goal.KIND in kinds and it.goal in ids}
    for batch in batches:
        own = [change for change in batch.changes if _concerns(change, ids, kinds, checkins)]
        if own:
            yield _event(replace(batch, changes=tuple(own)), workspace, needs)


def _concerns(change: Change, ids: Collection[str], kinds: Collection[str], checkins: set[str]) -> bool:
    """Say whether a change is about the entry; a check-in that is gone is learnt from its removal."""
    if change.kind != CheckIn.KIND:
        return change.kind in kinds and change.entity_id in ids
    goal = change.after.get("goal") or change.before.get("goal")
    if Goal.KIND in kinds and isinstance(goal, str) and goal in ids:
        checkins.add(change.entity_id)
    return change.entity_id in checkins


def _event(batch: Batch, workspace: Workspace, needs: Mapping[str, str]) -> EntryEvent:
    reasons = dict.fromkeys(change.reason for change in batch.changes if change.reason)
    return EntryEvent(
        revision=batch.revision,
        at=batch.at,
        by=batch.by.name,
        reason="; ".join(reasons),
        sentence=_sentence(batch, workspace),
        lines=tuple(_lines(batch.changes, workspace, needs)),
    )


def _sentence(batch: Batch, workspace: Workspace) -> str:
    back = taking_back(batch, workspace)
    if about := next((change for change in batch.changes if change.kind == CheckIn.KIND), None):
        if about.action is Action.CREATE and not back:
            return _checked_in(about)
        return f"{deed_of(replace(batch, changes=(about,)), workspace)} a check-in"
    if filed := _refiled(batch.changes):
        return f"{back}re-filing" if back else _FILED[filed.kind]
    if step := _step(batch.changes):
        return f"{back}a change of level" if back else step.label
    main = next((change for change in batch.changes if change.action is not Action.UPDATE), batch.changes[0])
    return deed_of(replace(batch, changes=(main,)), workspace)


def _checked_in(change: Change) -> str:
    value = change.after.get("value")
    return f"Checked in: {number_in_words(value)}" if isinstance(value, int | float) else "Checked in"


def _refiled(changes: Sequence[Change]) -> Change | None:
    """Return the change by which an entry came in as one kind while it went out as the other."""
    gone = {(change.entity_id, change.kind) for change in changes if change.action in _OUT}
    came = (change for change in changes if change.action in _IN and change.kind in REFILABLE)
    others = ((change, next(iter(REFILABLE - {change.kind}))) for change in came)
    return next((change for change, other in others if (change.entity_id, other) in gone), None)


def _step(changes: Sequence[Change]) -> StepKind | None:
    """Return the change of level that an aspiration went through, or that was taken back from it."""
    for change in changes:
        if change.kind == Aspiration.KIND and change.action is Action.UPDATE:
            sides = (side.get("steps") for side in (change.before, change.after))
            steps = max((side for side in sides if isinstance(side, list)), key=len, default=[])
            last = steps[-1] if steps else None
            if isinstance(last, dict):
                return next((kind for kind in StepKind if kind == last.get("kind")), None)
    return None


def _lines(changes: Sequence[Change], workspace: Workspace, needs: Mapping[str, str]) -> Iterator[str]:
    new = next((it for it in changes if it.kind == CheckIn.KIND and it.action is Action.CREATE), None)
    for change in changes:
        if change is new:
            yield from _of_check_in(change)
        elif change.action is Action.UPDATE:
            yield from details_of([_unexplained(change, new)], workspace, needs)


def _of_check_in(change: Change) -> Iterator[str]:
    """Yield what a new check-in says besides its value: its note, and its day when that is another one."""
    day, note = change.after.get("on"), change.after.get("note")
    if day and day != change.at.date().isoformat():
        yield f"day: {value_in_words(day)}"
    if note:
        yield f"note: {cut_off(value_in_words(note))}"


def _unexplained(change: Change, check_in: Change | None) -> Change:
    """Return a change without the measure, when that only takes its value from the check-in beside it."""
    old, new = change.before.get("measure"), change.after.get("measure")
    if (
        check_in is None
        or not isinstance(old, dict)
        or new != {**old, "current": check_in.after.get("value")}
    ):
        return change
    before, after = (
        {name: value for name, value in side.items() if name != "measure"}
        for side in (change.before, change.after)
    )
    return replace(change, before=before, after=after)
