"""Destinations: goals, how far they have come, and milestones by year."""

from careerkit.goals.model import Goal, GoalStatus, Measure, Milestone, MilestoneKind

__all__ = ["Goal", "GoalStatus", "Measure", "Milestone", "MilestoneKind"]
