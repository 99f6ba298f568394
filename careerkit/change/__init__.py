"""Changes: the one way in which anything in a workspace becomes different."""

from careerkit.change.ids import Ids, RandomIds
from careerkit.change.make import archived, created, effective, inverse, removed, restored, updates
from careerkit.change.merge import ConflictError, merged
from careerkit.change.model import Action, Actor, Batch, Change, Entity, Stamp
from careerkit.change.plain import Plain, plain, plain_entity

__all__ = [
    "Action",
    "Actor",
    "Batch",
    "Change",
    "ConflictError",
    "Entity",
    "Ids",
    "Plain",
    "RandomIds",
    "Stamp",
    "archived",
    "created",
    "effective",
    "inverse",
    "merged",
    "plain",
    "plain_entity",
    "removed",
    "restored",
    "updates",
]
