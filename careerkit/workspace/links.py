"""Which entries point at which, and whether what they point at is there."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from careerkit.change import Entity
from careerkit.workspace.model import Workspace

LINKS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "goals": {"aspirations": "aspirations", "trends": "trends"},
        "checkins": {"goal": "goals"},
        "milestones": {"goals": "goals", "series": "milestones"},
        "wins": {"strengths": "strengths"},
        "asks": {"application_id": "applications"},
        "answers": {
            "aspirations": "aspirations",
            "goals": "goals",
            "strengths": "strengths",
            "application_id": "applications",
        },
        "takes": {"application_id": "applications"},
    }
)
"""By kind: the fields that hold ids, and the kind of what they point at. An empty id points at nothing."""


def broken_links(workspace: Workspace, kinds: Iterable[str]) -> Iterator[tuple[Entity, str]]:
    """Yield each entity of ``kinds`` with the name of a field that points at something that is not there."""
    for kind in kinds:
        yield from broken_links_of(workspace.collection(kind).values(), workspace)


def broken_links_of(entities: Iterable[Entity], workspace: Workspace) -> Iterator[tuple[Entity, str]]:
    """Yield each of ``entities`` with the name of a field that points at nothing in ``workspace``."""
    for entity in entities:
        for name, target_kind in LINKS.get(entity.KIND, {}).items():
            if not linked_ids(entity, name) <= workspace.collection(target_kind).keys():
                yield entity, name


def linked_ids(entity: Entity, name: str) -> frozenset[str]:
    """Return the ids that a field of an entity holds, whether it takes one or many."""
    ids: str | frozenset[str] = getattr(entity, name)
    return frozenset({ids} - {""}) if isinstance(ids, str) else ids


def kinds_linked_to(kinds: Iterable[str]) -> set[str]:
    """Return ``kinds`` and every kind with a field that points at one of them."""
    wanted = set(kinds)
    return wanted | {kind for kind, fields in LINKS.items() if wanted & set(fields.values())}
