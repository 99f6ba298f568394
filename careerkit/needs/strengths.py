"""What a person is good at, and what shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    present_entry,
    require_member,
    restored_entry,
    updates,
)
from careerkit.labels import Mark
from careerkit.text import LINE, NOTE, clean_line, clean_text, require_text, require_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Something a person is good at; ``evidence`` is what happened that shows it."""

    KIND: ClassVar[str] = "strengths"

    id: str
    title: str
    evidence: str = ""
    mark: Mark = Mark.SAY
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Say what you are good at.")
        require_within(self.title, LINE, name="The strength")
        require_within(self.evidence, NOTE, name="The evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthDraft:
    """What a person enters for a strength."""

    title: str
    evidence: str = ""
    mark: str = Mark.SAY


def add_strength(draft: StrengthDraft, *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the change that adds a strength.

    Raises :class:`~careerkit.errors.InvalidValueError` when it says nothing, or for an unknown mark.
    """
    new = Strength(
        id=ids.new(),
        title=clean_line(draft.title),
        evidence=_text(draft.evidence),
        mark=require_member(Mark, draft.mark, noun="mark"),
    )
    return [created(new, stamp=stamp)]


def edit_strength(
    strengths: Mapping[str, Strength], strength_id: str, draft: StrengthDraft, *, stamp: Stamp
) -> list[Change]:
    """Return what brings a strength in line with ``draft``; nothing when they are alike."""
    old = present_entry(strengths, strength_id, noun="strength")
    new = replace(
        old,
        title=clean_line(draft.title),
        evidence=_text(draft.evidence),
        mark=require_member(Mark, draft.mark, noun="mark"),
    )
    return updates(old, new, stamp=stamp)


def archive_strength(strengths: Mapping[str, Strength], strength_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a strength away."""
    return [archived(present_entry(strengths, strength_id, noun="strength"), stamp=stamp)]


def restore_strength(strengths: Mapping[str, Strength], strength_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived strength back; nothing when it is already there."""
    return restored_entry(strengths, strength_id, noun="strength", stamp=stamp)


def _text(text: str) -> str:
    return clean_text(text).strip()
