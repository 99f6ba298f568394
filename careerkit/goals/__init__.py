"""Destinations: goals, how far they have come, and milestones by year."""

from careerkit.goals.actions import GoalDraft, add_goal, archive_goal, edit_goal, move_goal, restore_goal
from careerkit.goals.due import OPEN, due_goals, is_overdue
from careerkit.goals.measures import entered_measure, measure_in_words
from careerkit.goals.milestones import (
    MilestoneDraft,
    add_milestone,
    archive_milestone,
    edit_milestone,
    move_milestone,
    restore_milestone,
    set_milestone_done,
)
from careerkit.goals.model import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.goals.progress import progress_of
from careerkit.goals.years import Lanes, goals_due_in, lanes

__all__ = [
    "OPEN",
    "Goal",
    "GoalDraft",
    "GoalStatus",
    "Lanes",
    "Measure",
    "Milestone",
    "MilestoneDraft",
    "MilestoneKind",
    "add_goal",
    "add_milestone",
    "archive_goal",
    "archive_milestone",
    "due_goals",
    "edit_goal",
    "edit_milestone",
    "entered_measure",
    "goals_due_in",
    "is_overdue",
    "lanes",
    "measure_in_words",
    "move_goal",
    "move_milestone",
    "progress_of",
    "restore_goal",
    "restore_milestone",
    "set_milestone_done",
]
