"""What can be done to applications: pure functions that return changes."""

from collections.abc import Mapping
from dataclasses import replace

from careerkit.change import Change, Ids, Stamp, archived, created, present_entry, restored_entry, updates
from careerkit.interview.model import Application
from careerkit.text import clean_line, clean_text


def add_application(company: str, role: str, notes: str = "", *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Begin a new application. Raises ``InvalidValueError`` without a company or a role."""
    application = Application(
        id=ids.new(), company=clean_line(company), role=clean_line(role), notes=clean_text(notes).strip()
    )
    return [created(application, stamp=stamp)]


def edit_application(
    applications: Mapping[str, Application],
    application_id: str,
    *,
    stamp: Stamp,
    company: str | None = None,
    role: str | None = None,
    notes: str | None = None,
) -> list[Change]:
    """Change what is given of an application. Raises ``InvalidValueError`` for an empty company or role."""
    old = present_entry(applications, application_id, noun="application")
    new = replace(
        old,
        company=old.company if company is None else clean_line(company),
        role=old.role if role is None else clean_line(role),
        notes=old.notes if notes is None else clean_text(notes).strip(),
    )
    return updates(old, new, stamp=stamp)


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
