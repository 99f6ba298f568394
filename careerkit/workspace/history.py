"""The history of a workspace: read as sentences, and taken back."""

from collections.abc import Mapping, Sequence
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


def last_own_batch(history: Sequence[Batch], actor: Actor) -> Batch | None:
    """Return the newest batch by ``actor`` that still stands and undoes nothing itself, or ``None``."""
    undone = {batch.undoes for batch in history}
    for batch in reversed(history):
        if batch.by.id == actor.id and batch.undoes is None and batch.revision not in undone:
            return batch
    return None


def undo(history: Sequence[Batch], *, stamp: Stamp) -> list[Change]:
    """Return the changes that take back the actor's own last batch, newest first.

    Raises :class:`NothingToUndoError`. The store refuses them when a later change stands in the way.
    """
    batch = last_own_batch(history, stamp.by)
    if batch is None:
        raise NothingToUndoError
    return [inverse(change, stamp=stamp, undoes=batch.revision) for change in reversed(batch.changes)]


def is_settled(batch: Batch, workspace: Workspace) -> bool:
    """Say whether a batch is part of a finished review, which is a record and stays."""
    touched = (
        workspace.reviews.get(change.entity_id) for change in batch.changes if change.kind == Review.KIND
    )
    return any(review is not None and review.finished_on is not None for review in touched)


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
