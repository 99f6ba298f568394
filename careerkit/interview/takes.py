"""Takes: an answer said aloud, with the time it took and what the speaker made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from careerkit.change import Change, Ids, Stamp, archived, created, present_entry, restored_entry, updates
from careerkit.interview.model import Application, Asked, Take
from careerkit.text import clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDraft:
    """What is kept of one time that an answer was said: seconds, a rating from 1 to 5, a note."""

    seconds: int
    rating: int | None = None
    note: str = ""


def takes_of(takes: Mapping[str, Take], application_id: str, asked: Asked) -> tuple[Take, ...]:
    """Return the takes of one answer, archived ones left out, the latest first."""
    found = [
        take
        for take in takes.values()
        if take.application_id == application_id and take.asked is asked and not take.archived
    ]
    found.reverse()  # of one day, the latest comes last
    return tuple(sorted(found, key=lambda take: take.on, reverse=True))


def keep_take(
    applications: Mapping[str, Application],
    answered: tuple[str, Asked],
    draft: TakeDraft,
    *,
    today: date,
    ids: Ids,
    stamp: Stamp,
) -> list[Change]:
    """Keep a take of the answer to a question for an application, both named by ``answered``.

    Raises ``EntryGoneError`` when the application is gone, ``InvalidValueError`` for a time under a second or
    over an hour and for a rating that is not from 1 to 5.
    """
    application_id, asked = answered
    present_entry(applications, application_id, noun="application")
    new = Take(
        id=ids.new(),
        application_id=application_id,
        asked=asked,
        on=today,
        seconds=draft.seconds,
        rating=draft.rating,
        note=clean_text(draft.note).strip(),
    )
    return [created(new, stamp=stamp)]


def edit_take(takes: Mapping[str, Take], take_id: str, draft: TakeDraft, *, stamp: Stamp) -> list[Change]:
    """Return what brings a take in line with ``draft``; nothing when they are alike."""
    old = present_entry(takes, take_id, noun="take")
    new = replace(old, seconds=draft.seconds, rating=draft.rating, note=clean_text(draft.note).strip())
    return updates(old, new, stamp=stamp)


def archive_take(takes: Mapping[str, Take], take_id: str, *, stamp: Stamp) -> list[Change]:
    """Put a take away."""
    return [archived(present_entry(takes, take_id, noun="take"), stamp=stamp)]


def restore_take(takes: Mapping[str, Take], take_id: str, *, stamp: Stamp) -> list[Change]:
    """Bring a take back; nothing when it is already there."""
    return restored_entry(takes, take_id, noun="take", stamp=stamp)
