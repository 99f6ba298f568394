"""The words around the plan: aspiration and goal told apart, the parts of the vision, kinds of milestones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeVar

from careerkit.aspirations import VISION_PARTS
from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.goals import MilestoneKind

FILE: Final = "plan.toml"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A word of the product: what it means as a ``title``, ``about`` it, and one ``example``."""

    title: str
    about: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionPart:
    """A part of the vision: the field ``id`` of :class:`~careerkit.aspirations.Vision` and what it asks."""

    id: str
    title: str
    asks: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The texts around the plan. ``vision`` has all parts, in the order in which they are asked."""

    aspiration: Explained
    goal: Explained
    vision: tuple[VisionPart, ...]
    milestone_kinds: Mapping[MilestoneKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _KindHint:
    id: str
    hint: str


@cache
def plan_words() -> PlanWords:
    """Return the texts around the plan.

    Raises :class:`~careerkit.content.files.ContentError`, naming file and entry, when the file is wrong.
    """
    return read_plan_words(text_of_file(FILE))


def read_plan_words(text: str) -> PlanWords:
    """Return the texts that the text of such a file holds; see :func:`plan_words`."""
    content = parsed(text, file=FILE)
    difference = content.get("difference")
    words = difference if isinstance(difference, dict) else {}
    vision = _list_of(VisionPart, content, "vision")
    _require_ids("vision", vision, VISION_PARTS)
    kinds = _list_of(_KindHint, content, "milestone_kind")
    _require_ids("milestone_kind", kinds, MilestoneKind)
    hints = {kind.id: kind.hint for kind in kinds}
    return PlanWords(
        aspiration=_one(Explained, "“difference.aspiration”", words.get("aspiration")),
        goal=_one(Explained, "“difference.goal”", words.get("goal")),
        vision=vision,
        milestone_kinds=MappingProxyType({kind: hints[kind] for kind in MilestoneKind}),
    )


def _list_of(cls: type[T], content: Mapping[str, Any], name: str) -> tuple[T, ...]:
    found = entries(content, name, file=FILE)
    return tuple(_one(cls, f"{name} {at}", entry) for at, entry in enumerate(found, start=1))


def _one(cls: type[T], where: str, entry: object) -> T:
    names = {field.name for field in fields(cls)}  # type: ignore[arg-type] # T is one of the classes above
    if not isinstance(entry, dict) or set(entry) != names:
        raise ContentError(FILE, where, f"it holds exactly {', '.join(sorted(names))}")
    return cls(**{name: required(entry, name, file=FILE, where=where) for name in names})


def _require_ids(name: str, found: Iterable[VisionPart | _KindHint], wanted: Iterable[str]) -> None:
    ids = [str(id_) for id_ in wanted]
    if [entry.id for entry in found] != ids:
        raise ContentError(FILE, f"“{name}”", f"its ids are, in this order: {', '.join(ids)}")
