"""What a change is, who makes it and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from careerkit.moments import require_moment


class Entity(Protocol):
    """Anything a workspace keeps: a frozen dataclass with an id of its own.

    ``KIND`` names the collection it lives in. It is stored: never rename it.
    """

    KIND: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """The id, unique within the kind."""

    @property
    def archived(self) -> bool:
        """Whether it is out of sight, but kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who changes something: a stable id and the name to show."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who acts, and when (UTC): every change carries it."""

    by: Actor
    at: datetime


class Action(StrEnum):
    """What a change does to its entity. Values are stored: add, never rename."""

    CREATE = "create"
    UPDATE = "update"
    ARCHIVE = "archive"
    RESTORE = "restore"
    REMOVE = "remove"
    """Takes an entity out as if it had never been: how a creation is undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entity made different, as plain JSON values.

    ``before`` and ``after`` hold the fields that differ; a creation has all of them in ``after``, a removal
    in ``before``. A member of a mapping field is a field of its own, named ``field.key``; it is missing on
    the side where the mapping lacks it. ``undoes`` is the revision of the batch that this change takes back.
    """

    action: Action
    kind: str
    entity_id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    by: Actor
    at: datetime
    reason: str = ""
    undoes: int | None = None

    def __post_init__(self) -> None:
        require_moment(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The changes that were saved together, and the revision they made."""

    revision: int
    commit_id: str
    changes: tuple[Change, ...]

    @property
    def by(self) -> Actor:
        """Who saved it."""
        return self.changes[0].by

    @property
    def at(self) -> datetime:
        """When it was made (UTC)."""
        return self.changes[0].at

    @property
    def undoes(self) -> int | None:
        """The revision of the batch that this one takes back, if it does."""
        return self.changes[0].undoes
