"""What lies between two snapshots, as the changes that lead from one to the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from careerkit.change import Action, Change, Entity, Stamp, created, removed, updates
from careerkit.workspace.model import KINDS, Workspace
from careerkit.workspace.nouns import entries_in_words

_DONE: Final = {Action.CREATE: "added", Action.UPDATE: "changed", Action.REMOVE: "removed"}


def differences(old: Workspace, new: Workspace, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the changes that give ``old`` the content of ``new``; ids, revisions and history stay apart."""
    return [
        change
        for kind in KINDS
        for change in _between(old.collection(kind), new.collection(kind), stamp, reason)
    ]


def differences_in_words(changes: Sequence[Change]) -> list[str]:
    """Say what ``changes`` do, a line a kind and deed, like: 3 goals will be added."""
    replaced = Counter((change.kind, change.entity_id) for change in changes)
    deeds = Counter(
        (change.kind, Action.UPDATE if replaced[change.kind, change.entity_id] > 1 else change.action)
        for change in {(change.kind, change.entity_id): change for change in changes}.values()
    )
    return [
        f"{entries_in_words(kind, count)} will be {_DONE[action]}."
        for (kind, action), count in sorted(deeds.items(), key=lambda item: list(KINDS).index(item[0][0]))
    ]


def _between(old: Any, new: Any, stamp: Stamp, reason: str) -> Iterator[Change]:  # noqa: ANN401 - two collections of one kind
    for id_, entity in old.items():
        if id_ not in new:
            yield removed(entity, stamp=stamp, reason=reason)
        elif entity == new[id_]:
            continue
        elif _is_record(entity) or _is_record(new[id_]):
            # A finished record refuses to change, and finishing is not undone: one takes the other's place.
            yield removed(entity, stamp=stamp, reason=reason)
            yield created(new[id_], stamp=stamp, reason=reason)
        else:
            yield from updates(entity, new[id_], stamp=stamp, reason=reason)
    for id_, entity in new.items():
        if id_ not in old:
            yield created(entity, stamp=stamp, reason=reason)


def _is_record(entity: Entity) -> bool:
    return getattr(entity, "finished_on", None) is not None
