"""The workspace: one snapshot of everything a person has, and what can be read from it."""

from careerkit.workspace.acknowledge import acknowledged
from careerkit.workspace.differences import differences, differences_in_words
from careerkit.workspace.history import NothingToUndoError, last_own_batch, sentence_of, undo
from careerkit.workspace.in_words import value_in_words
from careerkit.workspace.links import LINKS, broken_links, kinds_linked_to
from careerkit.workspace.model import KINDS, Profile, Workspace, present
from careerkit.workspace.nouns import entries_in_words
from careerkit.workspace.outlook import Due, NextStep, due_soon, next_step
from careerkit.workspace.profile import as_own, edit_profile

__all__ = [
    "KINDS",
    "LINKS",
    "Due",
    "NextStep",
    "NothingToUndoError",
    "Profile",
    "Workspace",
    "acknowledged",
    "as_own",
    "broken_links",
    "differences",
    "differences_in_words",
    "due_soon",
    "edit_profile",
    "entries_in_words",
    "kinds_linked_to",
    "last_own_batch",
    "next_step",
    "present",
    "sentence_of",
    "undo",
    "value_in_words",
]
