"""The workspace: one snapshot of everything a person has, and what can be read from it."""

from careerkit.workspace.acknowledge import acknowledged
from careerkit.workspace.additions import additions, differing_in_words, rekeyed, with_new_ids
from careerkit.workspace.closing import closing_of
from careerkit.workspace.details import count_of_details, details_of
from careerkit.workspace.differences import differences, differences_in_words
from careerkit.workspace.directions import aspiration_of, goal_of, take_direction
from careerkit.workspace.entry_history import REFILABLE, EntryEvent, history_of
from careerkit.workspace.fit_facts import fit_with_market, fit_with_me, goals_answering
from careerkit.workspace.history import (
    NothingToUndoError,
    can_be_taken_back,
    last_own_batch,
    last_own_undo,
    named,
    redo,
    sentence_of,
    standing,
    take_back,
    undo,
)
from careerkit.workspace.in_words import value_in_words
from careerkit.workspace.links import LINKS, broken_links, broken_links_of, kinds_linked_to
from careerkit.workspace.model import KINDS, Profile, Workspace, present, years_of
from careerkit.workspace.moved import batches_since, year_past
from careerkit.workspace.nouns import NOUNS, entries_in_words
from careerkit.workspace.outlook import Due, NextStep, due_soon, next_step
from careerkit.workspace.paths import PathChoice, take_path
from careerkit.workspace.plan_findings import (
    PlanFinding,
    PlanFindingKind,
    findings_now,
    plan_findings,
    year_load,
)
from careerkit.workspace.profile import as_own, edit_profile
from careerkit.workspace.proposals import Proposal, apply_proposals, proposals
from careerkit.workspace.reading import year_of
from careerkit.workspace.refile import refile_as_aspiration, refile_as_goal
from careerkit.workspace.served import Served, aspirations_served, goals_served, present_target
from careerkit.workspace.since import changed_since
from careerkit.workspace.stale import last_touched, stale_goals
from careerkit.workspace.template import TEMPLATE_ID, template_changes, template_in_words, template_of
from careerkit.workspace.thread import (
    Edge,
    Thread,
    ThreadIndex,
    orphans,
    thread_index,
    thread_of,
    unserved_needs,
)
from careerkit.workspace.thread_nodes import ThreadKind, ThreadNode, node_key, parse_node_key

__all__ = [
    "KINDS",
    "LINKS",
    "NOUNS",
    "REFILABLE",
    "TEMPLATE_ID",
    "Due",
    "Edge",
    "EntryEvent",
    "NextStep",
    "NothingToUndoError",
    "PathChoice",
    "PlanFinding",
    "PlanFindingKind",
    "Profile",
    "Proposal",
    "Served",
    "Thread",
    "ThreadIndex",
    "ThreadKind",
    "ThreadNode",
    "Workspace",
    "acknowledged",
    "additions",
    "apply_proposals",
    "as_own",
    "aspiration_of",
    "aspirations_served",
    "batches_since",
    "broken_links",
    "broken_links_of",
    "can_be_taken_back",
    "changed_since",
    "closing_of",
    "count_of_details",
    "details_of",
    "differences",
    "differences_in_words",
    "differing_in_words",
    "due_soon",
    "edit_profile",
    "entries_in_words",
    "findings_now",
    "fit_with_market",
    "fit_with_me",
    "goal_of",
    "goals_answering",
    "goals_served",
    "history_of",
    "kinds_linked_to",
    "last_own_batch",
    "last_own_undo",
    "last_touched",
    "named",
    "next_step",
    "node_key",
    "orphans",
    "parse_node_key",
    "plan_findings",
    "present",
    "present_target",
    "proposals",
    "redo",
    "refile_as_aspiration",
    "refile_as_goal",
    "rekeyed",
    "sentence_of",
    "stale_goals",
    "standing",
    "take_back",
    "take_direction",
    "take_path",
    "template_changes",
    "template_in_words",
    "template_of",
    "thread_index",
    "thread_of",
    "undo",
    "unserved_needs",
    "value_in_words",
    "with_new_ids",
    "year_load",
    "year_of",
    "year_past",
    "years_of",
]
