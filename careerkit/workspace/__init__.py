"""The workspace: one snapshot of everything a person has, and what can be read from it."""

from careerkit.workspace.model import KINDS, Profile, Workspace, present

__all__ = ["KINDS", "Profile", "Workspace", "present"]
