"""Bringing the entries of one workspace into another, taking nothing away."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from careerkit.change import Change, Entity, Stamp, created, updates
from careerkit.interview import Answer, answer_id
from careerkit.workspace.links import LINKS
from careerkit.workspace.model import KINDS, Workspace
from careerkit.workspace.nouns import entries_in_words

_IDS_OF_WORKSPACES: Final = uuid5(NAMESPACE_URL, "careerkit/workspaces")


def additions(
    plan: Workspace, content: Workspace, *, stamp: Stamp, reason: str = "", prefer_content: bool = False
) -> list[Change]:
    """Return the changes that add to ``plan`` what ``content`` has and ``plan`` lacks.

    Entries of the same workspace meet by id. Those of another one get ids that follow from both, so that the
    same file adds nothing twice and never takes the place of something else. Where both have an entry and
    they differ, that of ``plan`` stays, unless ``prefer_content``; a finished review stays in any case.
    """
    changes: list[Change] = []
    for ours, theirs in _pairs(plan, content):
        if ours is None:
            changes.append(created(theirs, stamp=stamp, reason=reason))
        elif prefer_content and getattr(ours, "finished_on", None) is None:
            changes += updates(ours, theirs, stamp=stamp, reason=reason)
    return changes


def differing_in_words(plan: Workspace, content: Workspace) -> list[str]:
    """Say how many entries of each kind both have in different form, like: 2 goals differ."""
    differing = Counter(ours.KIND for ours, theirs in _pairs(plan, content) if ours not in (None, theirs))
    return [
        f"{entries_in_words(kind, differing[kind])} {'differs' if differing[kind] == 1 else 'differ'}."
        for kind in KINDS
        if differing[kind]
    ]


def rekeyed(content: Workspace, workspace_id: str) -> Workspace:
    """Return ``content`` with the ids it has in another workspace, every reference among them kept.

    An id becomes the UUID (version 5) of the source id in the name space of the workspace, in hexadecimal.
    """
    collections: dict[str, Any] = {}
    for kind in KINDS:
        entities = [_rekeyed(entity, workspace_id) for entity in content.collection(kind).values()]
        collections[kind] = {entity.id: entity for entity in entities}
    return replace(content, id=workspace_id, **collections)


def _pairs(plan: Workspace, content: Workspace) -> Iterator[tuple[Any, Any]]:
    """Yield our entry, if there is one, and theirs, for each of theirs."""
    theirs = content if content.id == plan.id else rekeyed(content, plan.id)
    for kind in KINDS:
        ours = plan.collection(kind)
        for id_, entity in theirs.collection(kind).items():
            yield ours.get(id_), entity


def _rekeyed(entity: Any, workspace_id: str) -> Any:  # noqa: ANN401 - an entity of any kind
    links = {name: _new_ids(getattr(entity, name), workspace_id) for name in LINKS.get(entity.KIND, {})}
    moved = replace(entity, id=_new_id_of(entity, workspace_id), **links)
    if not isinstance(moved, Answer):
        return moved
    sentences = tuple(
        replace(sentence, source_id=_new_id(sentence.source_id, workspace_id))
        if sentence.source_id and sentence.origin.value in KINDS
        else sentence
        for sentence in moved.composed
    )
    return replace(moved, id=answer_id(moved.application_id, moved.horizon), composed=sentences)


def _new_id_of(entity: Entity, workspace_id: str) -> str:
    there_is_only_one = hasattr(type(entity), "ID")
    return entity.id if there_is_only_one else _new_id(entity.id, workspace_id)


def _new_ids(ids: str | frozenset[str], workspace_id: str) -> str | frozenset[str]:
    if isinstance(ids, str):
        return _new_id(ids, workspace_id)
    return frozenset(_new_id(id_, workspace_id) for id_ in ids)


def _new_id(id_: str, workspace_id: str) -> str:
    return uuid5(uuid5(_IDS_OF_WORKSPACES, workspace_id), id_).hex
