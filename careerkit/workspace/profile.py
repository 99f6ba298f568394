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


def as_own(content: Workspace) -> Workspace:
    """Return a workspace as a person's own: what was the demo person's is invented no more."""
    profiles = {id_: replace(profile, demo=False) for id_, profile in content.profiles.items()}
    return replace(content, profiles=profiles)
