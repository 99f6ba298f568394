"""What can be done to applications: pure functions that return changes."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from careerkit.change import Change, Ids, Stamp, archived, created, present_entry, restored_entry, updates
from careerkit.interview.model import Application
from careerkit.text import clean_line, clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEdit:
    """What is changed of an application; what is ``None`` stays as it is."""

    company: str | None = None
    role: str | None = None
    notes: str | None = None
    about: str | None = None
    culture: str | None = None
    values: str | None = None
    plans: str | None = None
    training: str | None = None
    posting: str | None = None
    before: str | None = None
    learned: str | None = None
    gains: str | None = None


def add_application(company: str, role: str, notes: str = "", *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Begin a new application. Raises ``InvalidValueError`` without a company or a role."""
    application = Application(
        id=ids.new(), company=clean_line(company), role=clean_line(role), notes=clean_text(notes).strip()
    )
    return [created(application, stamp=stamp)]


def edit_application(
    applications: Mapping[str, Application], application_id: str, edit: ApplicationEdit, *, stamp: Stamp
) -> list[Change]:
    """Change what is given of an application.

    Raises ``InvalidValueError`` for an empty company or role and for what is too long, ``EntryGoneError``
    when the application is gone.
    """
    old = present_entry(applications, application_id, noun="application")
    given: dict[str, Any] = {field.name: getattr(edit, field.name) for field in fields(edit)}
    cleaned = {name: _clean(name, text) for name, text in given.items() if text is not None}
    new: Application = replace(old, **cleaned)
    return updates(old, new, stamp=stamp)


def set_interview_day(
    applications: Mapping[str, Application], application_id: str, day: date | None, *, stamp: Stamp
) -> list[Change]:
    """Note on which day the interview is, or that it is not known."""
    old = present_entry(applications, application_id, noun="application")
    return updates(old, replace(old, interview_on=day), stamp=stamp)


def say_what_it_gives(
    applications: Mapping[str, Application],
    application_id: str,
    aspiration_id: str,
    text: str,
    *,
    stamp: Stamp,
) -> list[Change]:
    """Note what the role would give towards one aspiration; nothing, when the text is empty."""
    old = present_entry(applications, application_id, noun="application")
    others = {id_: said for id_, said in old.gives.items() if id_ != aspiration_id}
    said = clean_text(text).strip()
    new = replace(old, gives={**old.gives, aspiration_id: said} if said else others)
    return updates(old, new, stamp=stamp)


def turn_mark_here(
    applications: Mapping[str, Application], application_id: str, entry_id: str, *, say: bool, stamp: Stamp
) -> list[Change]:
    """Let a private entry be said in this one application, or keep it out again; its own mark stays."""
    old = present_entry(applications, application_id, noun="application")
    here = old.say_here | {entry_id} if say else old.say_here - {entry_id}
    return updates(old, replace(old, say_here=here), stamp=stamp)


def archive_application(
    applications: Mapping[str, Application], application_id: str, *, stamp: Stamp
) -> list[Change]:
    """Put an application out of sight; its answers stay with it."""
    return [archived(present_entry(applications, application_id, noun="application"), stamp=stamp)]


def restore_application(
    applications: Mapping[str, Application], application_id: str, *, stamp: Stamp
) -> list[Change]:
    """Bring an archived application back, with its answers; nothing when it is already there."""
    return restored_entry(applications, application_id, noun="application", stamp=stamp)


def _clean(name: str, text: str) -> Any:  # noqa: ANN401 - handed on by name
    return clean_line(text) if name in ("company", "role") else clean_text(text).strip()
