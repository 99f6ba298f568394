"""The history of a workspace: read as sentences, and taken back."""

from collections.abc import Mapping
from typing import Final

from careerkit.change import Action, Actor, Batch, Change, Plain, Stamp, inverse, plain_entity
from careerkit.errors import CareerKitError
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
_UNDID: Final[Mapping[Action, str]] = {
    Action.CREATE: "removing",
    Action.UPDATE: "changing",
    Action.ARCHIVE: "bringing back",
    Action.RESTORE: "archiving",
    Action.REMOVE: "adding",
}
_TITLES: Final = ("title", "company", "year")


class NothingToUndoError(CareerKitError):
    """There is no change of one's own left to take back."""

    def __init__(self) -> None:
        super().__init__("There is nothing of yours left to undo.")


def last_own_batch(workspace: Workspace, actor: Actor) -> Batch | None:
    """Return the batch that ``actor`` can undo next, or ``None``.

    It is their newest one that still stands and undoes nothing itself; none when that one finished a review,
    which is a record from then on.
    """
    undone = {batch.undoes for batch in workspace.history}
    for batch in reversed(workspace.history):
        if batch.by.id == actor.id and batch.undoes is None and batch.revision not in undone:
            return None if _finishes_review(batch) else batch
    return None


def undo(workspace: Workspace, *, stamp: Stamp) -> list[Change]:
    """Return the changes that take back the actor's own last batch, newest first.

    Raises :class:`NothingToUndoError`. The store refuses them when a later change stands in the way.
    """
    batch = last_own_batch(workspace, stamp.by)
    if batch is None:
        raise NothingToUndoError
    return [inverse(change, stamp=stamp, undoes=batch.revision) for change in reversed(batch.changes)]


def _finishes_review(batch: Batch) -> bool:
    return any(
        change.kind == Review.KIND and change.action is Action.UPDATE and change.after.get("finished_on")
        for change in batch.changes
    )


def sentence_of(batch: Batch, workspace: Workspace) -> str:
    """Say what a batch did, like: Changed the goal “Lead a project” and 2 more things."""
    first, others = batch.changes[0], len(batch.changes) - 1
    did = _DID[first.action] if batch.undoes is None else f"Took back: {_UNDID[first.action]}"
    sentence = f"{did} {_noun(first, workspace)}"
    match others:
        case 0:
            return sentence
        case 1:
            return f"{sentence} and one more thing"
        case _:
            return f"{sentence} and {others} more things"


def _noun(change: Change, workspace: Workspace) -> str:
    noun = f"the {NOUNS[change.kind][0]}"
    entity = workspace.collection(change.kind).get(change.entity_id)
    fields: Mapping[str, Plain] = plain_entity(entity) if entity else {**change.before, **change.after}
    title = next((str(fields[name]) for name in _TITLES if fields.get(name)), "")
    return f"{noun} “{title}”" if title else noun
