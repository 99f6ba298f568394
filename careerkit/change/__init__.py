"""Changes: the one way in which anything in a workspace becomes different."""

from careerkit.change.entries import (
    EntryGoneError,
    kept_links,
    present_entry,
    present_ids,
    require_known,
    require_member,
    restored_entry,
)
from careerkit.change.ids import Ids, RandomIds
from careerkit.change.make import archived, created, effective, inverse, removed, restored, updates
from careerkit.change.merge import ConflictError, merged
from careerkit.change.model import Action, Actor, Batch, Change, Entity, Stamp
from careerkit.change.plain import Plain, plain, plain_entity
from careerkit.change.shape import Shape, shapes_of

__all__ = [
    "Action",
    "Actor",
    "Batch",
    "Change",
    "ConflictError",
    "Entity",
    "EntryGoneError",
    "Ids",
    "Plain",
    "RandomIds",
    "Shape",
    "Stamp",
    "archived",
    "created",
    "effective",
    "inverse",
    "kept_links",
    "merged",
    "plain",
    "plain_entity",
    "present_entry",
    "present_ids",
    "removed",
    "require_known",
    "require_member",
    "restored",
    "restored_entry",
    "shapes_of",
    "updates",
]
