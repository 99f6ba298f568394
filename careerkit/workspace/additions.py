"""Bringing the entries of one workspace into another, taking nothing away."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeAlias
from uuid import NAMESPACE_URL, uuid5

from careerkit.change import Change, Stamp, created
from careerkit.interview import Answer, Application, Ask, RuleOff, Sentence, answer_id
from careerkit.needs import OwnNeed
from careerkit.workspace.links import LINKS
from careerkit.workspace.model import KINDS, Workspace
from careerkit.workspace.nouns import entries_in_words

_IDS_OF_WORKSPACES: Final = uuid5(NAMESPACE_URL, "careerkit/workspaces")
_RANDOM: Final = re.compile(r"[0-9a-f]{32}")

NewId: TypeAlias = Callable[[str], str]
"""From the id there to the id here."""


def additions(plan: Workspace, content: Workspace, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Return the changes that add to ``plan`` what ``content`` has and ``plan`` lacks.

    Entries of the same workspace meet by id, and so do those of one that was taken over with its ids before.
    Entries of another workspace get ids that follow from both, so that the same file adds nothing twice and
    never takes the place of something else; only needs keep theirs, as answers, aspirations and goals name
    them. Where both have an entry and they differ, that of ``plan`` stays.
    """
    return [
        created(theirs, stamp=stamp, reason=reason) for ours, theirs in _pairs(plan, content) if ours is None
    ]


def differing_in_words(plan: Workspace, content: Workspace) -> list[str]:
    """Say how many entries of each kind both have in different form, like: 2 goals differ."""
    differing = Counter(theirs.KIND for ours, theirs in _pairs(plan, content) if ours not in (None, theirs))
    return [
        f"{entries_in_words(kind, differing[kind])} {'differs' if differing[kind] == 1 else 'differ'}."
        for kind in KINDS
        if differing[kind]
    ]


def rekeyed(content: Workspace, workspace_id: str) -> Workspace:
    """Return ``content`` with the ids it has in another workspace, every reference among them kept.

    An id becomes the UUID (version 5) of the source id in the name space of the workspace, in hexadecimal.
    """
    space = uuid5(_IDS_OF_WORKSPACES, workspace_id)
    return with_new_ids(content, workspace_id, lambda id_: uuid5(space, id_).hex)


def with_new_ids(content: Workspace, workspace_id: str, new_id: NewId) -> Workspace:
    """Return ``content`` as the workspace ``workspace_id``, with new ids and every reference among them kept.

    Needs, and what exists only once, keep theirs.
    """
    collections: dict[str, Any] = {}
    for kind in KINDS:
        entities = [_rekeyed(entity, new_id) for entity in content.collection(kind).values()]
        collections[kind] = {entity.id: entity for entity in entities}
    return replace(content, id=workspace_id, **collections)


def _pairs(plan: Workspace, content: Workspace) -> Iterator[tuple[Any, Any]]:
    """Yield our entry, if there is one, and theirs, for each of theirs."""
    same = content.id == plan.id or _have_one_origin(plan, content)
    theirs = content if same else rekeyed(content, plan.id)
    for kind in KINDS:
        ours = plan.collection(kind)
        for id_, entity in theirs.collection(kind).items():
            yield ours.get(id_), entity


def _have_one_origin(plan: Workspace, content: Workspace) -> bool:
    """Say whether they share an id that chance gives only once: one was taken over from the other."""
    return any(
        _RANDOM.fullmatch(id_)
        for kind in KINDS.keys() - {OwnNeed.KIND}
        for id_ in plan.collection(kind).keys() & content.collection(kind).keys()
    )


def _rekeyed(entity: Any, new_id: NewId) -> Any:  # noqa: ANN401 - an entity of any kind
    links: dict[str, Any] = {}
    for name in LINKS.get(entity.KIND, {}):
        ids = getattr(entity, name)
        links[name] = (ids and new_id(ids)) if isinstance(ids, str) else frozenset(map(new_id, ids))
    moved = replace(entity, id=entity.id if _keeps_its_id(entity) else new_id(entity.id), **links)
    return _of_interview(moved, new_id)


def _keeps_its_id(entity: Any) -> bool:  # noqa: ANN401 - an entity of any kind
    """Say whether an entity is named by what it is about: there can be only one."""
    return hasattr(entity, "ID") or isinstance(entity, OwnNeed | RuleOff)


def _of_interview(moved: Any, new_id: NewId) -> Any:  # noqa: ANN401 - an entity of any kind
    """Return ``moved`` with the ids that are made of others, or that stand for entries of several kinds."""
    match moved:
        case Answer():
            sentences = tuple(_sentence(sentence, new_id) for sentence in moved.composed)
            return replace(moved, id=answer_id(moved.application_id, moved.asked), composed=sentences)
        case Application():
            gives = {new_id(id_): text for id_, text in moved.gives.items()}
            return replace(moved, gives=gives, say_here=frozenset(map(new_id, moved.say_here)))
        case Ask():
            return replace(moved, answered_by=frozenset(map(new_id, moved.answered_by)))
        case _:
            return moved


def _sentence(sentence: Sentence, new_id: NewId) -> Sentence:
    of_an_entry = sentence.source_id and sentence.origin.value in KINDS.keys() - {OwnNeed.KIND}
    return replace(sentence, source_id=new_id(sentence.source_id)) if of_an_entry else sentence
