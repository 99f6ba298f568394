"""Whose workspace it is."""

from dataclasses import replace

from careerkit.change import Change, Stamp, created, updates
from careerkit.text import clean_line
from careerkit.workspace.model import Profile, Workspace


def edit_profile(workspace: Workspace, *, name: str, stamp: Stamp) -> list[Change]:
    """Give the person a name. Raises ``InvalidValueError`` when it is too long."""
    new = replace(workspace.profile, name=clean_line(name))
    if Profile.ID not in workspace.profiles:
        return [created(new, stamp=stamp)]
    return updates(workspace.profile, new, stamp=stamp)
