"""Wins: what went well during the year, written down in a few seconds, so that the review finds it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from careerkit.change import (
    Change,
    Ids,
    Stamp,
    archived,
    created,
    kept_links,
    present_entry,
    present_ids,
    require_member,
    restored_entry,
    updates,
)
from careerkit.errors import InvalidValueError
from careerkit.labels import Mark
from careerkit.moments import require_year
from careerkit.needs import Strength
from careerkit.text import LINE, NOTE, clean_line, clean_text, require_text, require_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Win:
    """Something that went well ``on`` a day, with what shows it.

    ``needs`` and ``strengths`` are the ids of the needs and strengths that it speaks to.
    """

    KIND: ClassVar[str] = "wins"

    id: str
    title: str
    on: date
    evidence: str = ""
    needs: frozenset[str] = frozenset()
    strengths: frozenset[str] = frozenset()
    mark: Mark = Mark.SAY
    archived: bool = False

    def __post_init__(self) -> None:
        require_text(self.title, ask="Say in a few words what went well.")
        require_within(self.title, LINE, name="The win")
        require_within(self.evidence, NOTE, name="What shows the win")
        require_year(self.on.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class WinDraft:
    """What a person enters for a win; without a day it is refused."""

    title: str
    on: date | None
    evidence: str = ""
    needs: frozenset[str] = frozenset()
    strengths: frozenset[str] = frozenset()
    mark: Mark = Mark.SAY


def add_win(
    draft: WinDraft,
    *,
    strengths: Mapping[str, Strength],
    needs: Collection[str],
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Return the change that keeps a win. ``needs`` are the ids of the needs that exist.

    Raises :class:`~careerkit.errors.InvalidValueError` without words or a day, and for links to what is not
    there.
    """
    bare = Win(id=ids.new(), title=clean_line(draft.title), on=_required(draft.on))
    return [created(_filled(bare, draft, strengths, needs), stamp=stamp)]


def edit_win(
    wins: Mapping[str, Win],
    win_id: str,
    draft: WinDraft,
    *,
    strengths: Mapping[str, Strength],
    needs: Collection[str],
    stamp: Stamp,
) -> list[Change]:
    """Return what brings a win in line with ``draft``; nothing when they are alike."""
    old = present_entry(wins, win_id, noun="win")
    return updates(old, _filled(old, draft, strengths, needs), stamp=stamp)


def archive_win(wins: Mapping[str, Win], win_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that puts a win away."""
    return [archived(present_entry(wins, win_id, noun="win"), stamp=stamp)]


def restore_win(wins: Mapping[str, Win], win_id: str, *, stamp: Stamp) -> list[Change]:
    """Return the change that brings an archived win back; nothing when it is already there."""
    return restored_entry(wins, win_id, noun="win", stamp=stamp)


def wins_between(wins: Mapping[str, Win], first: date, last: date) -> list[Win]:
    """Return the wins from ``first`` to ``last``, both included, the oldest first; archived ones not."""
    found = [win for win in wins.values() if not win.archived and first <= win.on <= last]
    return sorted(found, key=lambda win: win.on)


def _filled(old: Win, draft: WinDraft, strengths: Mapping[str, Strength], needs: Collection[str]) -> Win:
    return replace(
        old,
        title=clean_line(draft.title),
        on=_required(draft.on),
        evidence=clean_text(draft.evidence).strip(),
        needs=kept_links(draft.needs, needs, old.needs, noun="need"),
        strengths=kept_links(draft.strengths, present_ids(strengths), old.strengths, noun="strength"),
        mark=require_member(Mark, draft.mark, noun="mark"),
    )


def _required(on: date | None) -> date:
    if on is None:
        raise InvalidValueError("Choose the day on which it went well.")
    return on
