"""What can be done with the vision and with aspirations."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from careerkit.aspirations.model import VISION_PARTS, Aspiration, Vision
from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    kept_links,
    present_entry,
    require_known,
    require_member,
    restored_entry,
    updates,
)
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.text import clean_line, clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class AspirationDraft:
    """What a person enters for an aspiration."""

    title: str
    why: str = ""
    needs: frozenset[str] = frozenset()
    mark: Mark = Mark.SAY
    path: str = ""
    level: str = ""
    next_level: str = ""


def add_aspiration(draft: AspirationDraft, *, needs: Collection[str], ids: Ids, stamp: Stamp) -> list[Change]:
    """Return the change that adds an aspiration. ``needs`` are the ids of the needs that exist.

    Raises :class:`~careerkit.errors.InvalidValueError` for a missing title or a need that does not exist.
    """
    new = Aspiration(
        id=ids.new(),
        title=clean_line(draft.title),
        why=clean_text(draft.why).strip(),
        needs=require_known(draft.needs, needs, noun="need"),
        mark=require_member(Mark, draft.mark, noun="mark"),
        path=draft.path,
        level=clean_line(draft.level),
        next_level=clean_line(draft.next_level),
    )
    return [created(new, stamp=stamp)]


def edit_aspiration(
    aspirations: Mapping[str, Aspiration],
    aspiration_id: str,
    draft: AspirationDraft,
    *,
    needs: Collection[str],
    stamp: Stamp,
    reason: str = "",
) -> list[Change]:
    """Return what brings a stored aspiration in line with ``draft``; nothing when they are alike.

    A need that it serves and that is not among ``needs`` was not on offer, so it stays. ``reason`` goes into
    its history.
    """
    old = present_entry(aspirations, aspiration_id, noun="aspiration")
    new = drafted_aspiration(aspirations, aspiration_id, draft, needs=needs)
    return updates(old, new, stamp=stamp, reason=clean_line(reason))


def drafted_aspiration(
    aspirations: Mapping[str, Aspiration],
    aspiration_id: str,
    draft: AspirationDraft,
    *,
    needs: Collection[str],
) -> Aspiration:
    """Return what :func:`edit_aspiration` would make of a stored aspiration."""
    old = present_entry(aspirations, aspiration_id, noun="aspiration")
    return replace(
        old,
        title=clean_line(draft.title),
        why=clean_text(draft.why).strip(),
        needs=kept_links(draft.needs, needs, old.needs, noun="need"),
        mark=require_member(Mark, draft.mark, noun="mark"),
        path=draft.path,
        level=clean_line(draft.level),
        next_level=clean_line(draft.next_level),
    )


def archive_aspiration(
    aspirations: Mapping[str, Aspiration], aspiration_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change that puts an aspiration away; the goals on its path keep their link to it."""
    return [archived(present_entry(aspirations, aspiration_id, noun="aspiration"), stamp=stamp)]


def restore_aspiration(
    aspirations: Mapping[str, Aspiration], aspiration_id: str, *, stamp: Stamp
) -> list[Change]:
    """Return the change that brings an archived aspiration back; nothing when it is already there."""
    return restored_entry(aspirations, aspiration_id, noun="aspiration", stamp=stamp)


def edit_vision(
    visions: Mapping[str, Vision], parts: Mapping[str, str], *, start_year: int, stamp: Stamp
) -> list[Change]:
    """Return what brings the named ``parts`` and the start year of the vision up to date.

    The vision is made when there is none. Raises :class:`~careerkit.errors.InvalidValueError` for a part
    that a vision does not have, and for a year out of reach.
    """
    if not set(parts) <= set(VISION_PARTS):
        message = "The vision has no such part. Reload the page and try again."
        raise InvalidValueError(message)
    texts: dict[str, Any] = {name: clean_text(text).strip() for name, text in parts.items()}
    old = visions.get(Vision.ID)
    if old is None:
        return [created(Vision(start_year=start_year, **texts), stamp=stamp)]
    return updates(old, replace(old, start_year=start_year, **texts), stamp=stamp)
