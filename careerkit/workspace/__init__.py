"""The workspace: one snapshot of everything a person has, and what can be read from it."""

from careerkit.workspace.history import NothingToUndoError, last_own_batch, sentence_of, undo
from careerkit.workspace.links import LINKS, broken_links, kinds_linked_to
from careerkit.workspace.model import KINDS, Profile, Workspace, present

__all__ = [
    "KINDS",
    "LINKS",
    "NothingToUndoError",
    "Profile",
    "Workspace",
    "broken_links",
    "kinds_linked_to",
    "last_own_batch",
    "present",
    "sentence_of",
    "undo",
]
