"""The history of a workspace: read as sentences, and taken back."""

from collections.abc import Mapping, Sequence
from typing import Final

from careerkit.change import Action, Actor, Batch, Change, Plain, Stamp, inverse, plain_entity
from careerkit.errors import CareerKitError
from careerkit.goals import CheckIn, Goal, GoalStatus
from careerkit.interview import Answer, Asked, RuleOff, Take, words_of_rule
from careerkit.needs import OwnNeed
from careerkit.review import Review
from careerkit.workspace.model import Workspace
from careerkit.workspace.nouns import NOUNS

_DID: Final[Mapping[Action, str]] = {
    Action.CREATE: "Added",
    Action.UPDATE: "Changed",
    Action.ARCHIVE: "Archived",
    Action.RESTORE: "Brought back",
    Action.REMOVE: "Removed",
}
_DOING: Final[Mapping[Action, str]] = {
    Action.CREATE: "adding",
    Action.UPDATE: "changing",
    Action.ARCHIVE: "archiving",
    Action.RESTORE: "bringing back",
    Action.REMOVE: "removing",
}
_OPPOSITE: Final[Mapping[Action, Action]] = {
    Action.CREATE: Action.REMOVE,
    Action.UPDATE: Action.UPDATE,
    Action.ARCHIVE: Action.RESTORE,
    Action.RESTORE: Action.ARCHIVE,
    Action.REMOVE: Action.CREATE,
}
_BACK: Final = "Took back: "
_AGAIN: Final = "Did again: "
_TITLES: Final = ("title", "company", "year")


class NothingToUndoError(CareerKitError):
    """There is no such change, or it can no longer be taken back."""

    def __init__(self) -> None:
        super().__init__("There is nothing left to take back here. Nothing was changed.")


def standing(history: Sequence[Batch]) -> list[Batch]:
    """Return the batches that still count: those that no other one, itself standing, has taken back."""
    taken_back: set[int | None] = set()
    result: list[Batch] = []
    for batch in reversed(history):
        if batch.revision not in taken_back:
            result.append(batch)
            taken_back |= {batch.undoes} - {None}
    return result[::-1]


def last_own_batch(workspace: Workspace, actor: Actor) -> Batch | None:
    """Return the batch that ``actor`` can undo next, or ``None``.

    It is their newest one that still stands and undoes nothing itself; none when that one finished a review,
    which is a record from then on, or lies so far back that it has left the snapshot.
    """
    own = [b for b in standing(workspace.history) if b.by.id == actor.id and b.undoes is None]
    return own[-1] if own and can_be_taken_back(own[-1]) else None


def last_own_undo(workspace: Workspace, actor: Actor) -> Batch | None:
    """Return the undo that ``actor`` can take back next, or ``None`` once they did something else since."""
    for batch in reversed(standing(workspace.history)):
        if batch.by.id == actor.id:
            undone = next((b for b in workspace.history if b.revision == batch.undoes), None)
            if undone is None:
                return None
            if undone.undoes is None:
                return batch
    return None


def can_be_taken_back(batch: Batch) -> bool:
    """Say whether a batch may be undone at all: what makes a record, or adds to one, may not."""
    return not any(
        change.kind == Review.KIND
        and change.action is Action.UPDATE
        and (change.after.get("finished_on") or change.after.get("addenda"))
        for change in batch.changes
    )


def undo(workspace: Workspace, *, stamp: Stamp) -> list[Change]:
    """Return the changes that take back the actor's own last batch, newest first.

    Raises :class:`NothingToUndoError`. The store refuses them when a later change stands in the way.
    """
    return _inverse(last_own_batch(workspace, stamp.by), stamp)


def redo(workspace: Workspace, *, stamp: Stamp) -> list[Change]:
    """Return the changes that bring back what the actor's last undo took away.

    Raises :class:`NothingToUndoError`. The store refuses them when a later change stands in the way.
    """
    return _inverse(last_own_undo(workspace, stamp.by), stamp)


def take_back(workspace: Workspace, revision: int, *, stamp: Stamp) -> list[Change]:
    """Return the changes that take back one batch, whoever made it and whatever came later.

    Raises :class:`NothingToUndoError` when it no longer stands, made a record, or lies too far back. The
    store refuses the changes when a later one stands in the way.
    """
    batch = next((b for b in standing(workspace.history) if b.revision == revision), None)
    return _inverse(batch if batch and can_be_taken_back(batch) else None, stamp)


def _inverse(batch: Batch | None, stamp: Stamp) -> list[Change]:
    if batch is None:
        raise NothingToUndoError
    return [inverse(change, stamp=stamp, undoes=batch.revision) for change in reversed(batch.changes)]


def sentence_of(batch: Batch, workspace: Workspace) -> str:
    """Say what a batch did, like: Changed the goal “Lead a project” and 2 more things."""
    first, others = batch.changes[0], len(batch.changes) - 1
    if batch.undoes is None and (told := _told(batch, workspace)):
        return told
    sentence = f"{deed_of(batch, workspace)} the {named(first, workspace)}"
    match others:
        case 0:
            return sentence
        case 1:
            return f"{sentence} and one more thing"
        case _:
            return f"{sentence} and {others} more things"


def _told(batch: Batch, workspace: Workspace) -> str:
    """Say by name what people do most: check in, and move a goal; empty for anything else."""
    first = batch.changes[0]
    if first.kind == CheckIn.KIND and first.action is Action.CREATE:
        goal = workspace.goals.get(str(first.after.get("goal")))
        return f"Checked in on “{goal.title}”" if goal else ""
    alone = len(batch.changes) == 1 and first.kind == Goal.KIND and first.action is Action.UPDATE
    if alone and set(first.after) == {"status"}:
        status = next((it.label for it in GoalStatus if it.value == first.after["status"]), "")
        return f"Moved the {named(first, workspace)} to {status}" if status else ""
    return ""


def deed_of(batch: Batch, workspace: Workspace) -> str:
    """Say what a batch did to the first thing in it, like: Changed, or Took back: archiving."""
    action, back = batch.changes[0].action, taking_back(batch, workspace)
    if not back:
        return _DID[action]
    return f"{back}{_DOING[action if back == _AGAIN else _OPPOSITE[action]]}"


def taking_back(batch: Batch, workspace: Workspace) -> str:
    """Return how a sentence begins about a batch that takes another back; empty for one that does not."""
    if batch.undoes is None:
        return ""
    undone = next((one for one in workspace.history if one.revision == batch.undoes), None)
    return _AGAIN if undone is not None and undone.undoes is not None else _BACK


def named(change: Change, workspace: Workspace) -> str:
    """Return what a change is about, like: goal “Lead a project”."""
    noun = NOUNS[change.kind][0]
    entity = workspace.collection(change.kind).get(change.entity_id)
    known: list[Mapping[str, Plain]] = [plain_entity(entity)] if entity else []
    known += [change.before, change.after]
    if entity is None:  # it is gone: what it was called last may still be known
        known += [
            side
            for batch in reversed(workspace.history)
            for one in batch.changes
            if (one.kind, one.entity_id) == (change.kind, change.entity_id)
            for side in (one.after, one.before)
        ]
    titles = (*_TITLES, "name") if change.kind == OwnNeed.KIND else _TITLES
    title = next((str(fields[name]) for fields in known for name in titles if fields.get(name)), "")
    title = title or _of_interview(change.kind, known, workspace)
    return f"{noun} “{title}”" if title else noun


def _of_interview(kind: str, known: Sequence[Mapping[str, Plain]], workspace: Workspace) -> str:
    """Return what an answer, a take or a rule is called that has no title of its own; empty for the rest."""
    if kind == RuleOff.KIND:
        return next((words_of_rule(str(fields["id"])).title for fields in known if fields.get("id")), "")
    if kind not in (Answer.KIND, Take.KIND):
        return ""
    asked = next((fields["asked"] for fields in known if fields.get("asked")), "")
    label = next((it.label for it in Asked if it.value == asked), "")
    ids = (str(fields["application_id"]) for fields in known if fields.get("application_id"))
    application = workspace.applications.get(next(ids, ""))
    return f"{label}, {application.company}" if application and label else label
