"""The workspace: one snapshot of everything a person has, and what can be read from it."""

from careerkit.workspace.acknowledge import acknowledged
from careerkit.workspace.additions import additions, differing_in_words, rekeyed
from careerkit.workspace.details import count_of_details, details_of
from careerkit.workspace.differences import differences, differences_in_words
from careerkit.workspace.directions import aspiration_of, goal_of, take_direction
from careerkit.workspace.history import (
    NothingToUndoError,
    can_be_taken_back,
    last_own_batch,
    last_own_undo,
    redo,
    sentence_of,
    standing,
    take_back,
    undo,
)
from careerkit.workspace.in_words import value_in_words
from careerkit.workspace.links import LINKS, broken_links, broken_links_of, kinds_linked_to
from careerkit.workspace.model import KINDS, Profile, Workspace, present
from careerkit.workspace.nouns import entries_in_words
from careerkit.workspace.outlook import Due, NextStep, due_soon, next_step
from careerkit.workspace.paths import PathChoice, take_path
from careerkit.workspace.profile import as_own, edit_profile

__all__ = [
    "KINDS",
    "LINKS",
    "Due",
    "NextStep",
    "NothingToUndoError",
    "PathChoice",
    "Profile",
    "Workspace",
    "acknowledged",
    "additions",
    "as_own",
    "aspiration_of",
    "broken_links",
    "broken_links_of",
    "can_be_taken_back",
    "count_of_details",
    "details_of",
    "differences",
    "differences_in_words",
    "differing_in_words",
    "due_soon",
    "edit_profile",
    "entries_in_words",
    "goal_of",
    "kinds_linked_to",
    "last_own_batch",
    "last_own_undo",
    "next_step",
    "present",
    "redo",
    "rekeyed",
    "sentence_of",
    "standing",
    "take_back",
    "take_direction",
    "take_path",
    "undo",
    "value_in_words",
]
