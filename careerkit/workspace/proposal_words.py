"""What a decision would do to the plan, in words: the sentence, and how it is before and after."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from careerkit.aspirations import Aspiration
from careerkit.goals import Goal, GoalStatus, Milestone
from careerkit.moments import in_year
from careerkit.review import About, Choice, Decision
from careerkit.words import counted, day_in_words, joined
from careerkit.workspace.model import Workspace

Sides: TypeAlias = tuple[str, str]
"""Before and after, as they stand on either side of an arrow."""
Entry: TypeAlias = Goal | Aspiration | Milestone

_SENTENCES: Final[Mapping[Choice, str]] = MappingProxyType(
    {
        Choice.KEEP: "Keep the {noun} {title} as it is",
        Choice.DONE: "Mark the {noun} {title} as done",
        Choice.MOVE: "Move the {noun} {title}",
        Choice.SPLIT: "Split the {noun} {title}",
        Choice.DROP: "Drop the {noun} {title}",
        Choice.RAISE: "Raise the {noun} {title}",
        Choice.DOWN: "Step down on the {noun} {title}",
        Choice.SIDEWAYS: "Step sideways on the {noun} {title}",
        Choice.RETIRE: "Retire the {noun} {title}",
        Choice.ADD: "Add the {noun} {title}",
    }
)


def sentence_of_decision(decision: Decision, title: str) -> str:
    """Return a decision as what is to be done, like: Drop the goal “Pass the exam”."""
    noun, said = decision.about.label.lower(), f"“{title}”" if title else "that is gone"
    return _SENTENCES[decision.choice].format(noun=noun, title=said)


def sides_of(plan: Workspace, decision: Decision) -> Sides:
    """Return how the entry is now and how it would be, like: “Due 3 May 2027” and “1 Dec 2027”.

    Both are empty when there is nothing to say, as for an entry that is gone.
    """
    if decision.choice is Choice.ADD:
        return "", f"Planned for {decision.year}"
    entry = plan.collection(decision.about.value).get(decision.entry_id)
    match entry:
        case Goal():
            return _of_goal(plan, entry, decision)
        case Aspiration():
            return _of_aspiration(entry, decision)
        case Milestone():
            return _OF_MILESTONE[decision.choice](entry, decision)
        case _:
            return "", ""


def closed_since(entry: Entry) -> str:
    """Say what became of an entry that leaves nothing to decide: “is done”, “was dropped”; empty for none."""
    match entry:
        case Goal(status=GoalStatus.DONE) | Milestone(done=True):
            return "is done by now"
        case Goal(status=GoalStatus.DROPPED):
            return "was dropped by now"
        case _:
            return ""


def present_already(decision: Decision) -> str:
    """Say that the plan has what a decision asks for already, like: “has that date already”."""
    if decision.about is About.ASPIRATION:
        return "is on that level already"
    match decision.choice:
        case Choice.MOVE:
            return (
                "has that date already"
                if decision.about is About.GOAL
                else "is planned for that year already"
            )
        case _:
            return "is that already"


def _of_goal(plan: Workspace, goal: Goal, decision: Decision) -> Sides:
    match decision.choice:
        case Choice.DONE:
            return goal.status.label, GoalStatus.DONE.label
        case Choice.DROP:
            return goal.status.label, GoalStatus.DROPPED.label
        case Choice.MOVE if decision.due:
            return (f"Due {day_in_words(goal.due)}" if goal.due else "No date"), day_in_words(decision.due)
        case Choice.SPLIT:
            return goal.status.label, _split(plan, goal, decision)
        case _:
            return "", ""


def _split(plan: Workspace, goal: Goal, decision: Decision) -> str:
    due = decision.due or goal.due
    parts = joined([f"“{part}”" for part in decision.parts])
    serving = sum(goal.id in it.goals and not (it.done or it.archived) for it in plan.milestones.values())
    taken = f", with {counted(serving, 'open milestone', 'open milestones')}" if serving else ""
    when = f", due {day_in_words(due)}" if due else ""
    return f"{GoalStatus.DROPPED.label}, and in its place {parts}{when}{taken}"


def _of_aspiration(aspiration: Aspiration, decision: Decision) -> Sides:
    if decision.choice is Choice.RETIRE:
        return "In the plan", "Retired"
    if decision.choice is Choice.KEEP:
        return "", ""
    now = _level(aspiration.level, aspiration.next_level)
    return f"Level: {now}", _level(decision.level, decision.next_level)


def _level(level: str, next_level: str) -> str:
    return (level or "none yet") + (f", then {next_level}" if next_level else "")


def _moved(milestone: Milestone, decision: Decision) -> Sides:
    if decision.year is None:
        return "", ""
    if milestone.on is None:
        return f"Planned for {milestone.year}", str(decision.year)
    return f"Planned for {day_in_words(milestone.on)}", day_in_words(in_year(milestone.on, decision.year))


_OF_MILESTONE: Final[Mapping[Choice, Callable[[Milestone, Decision], Sides]]] = MappingProxyType(
    {
        Choice.KEEP: lambda _milestone, _decision: ("", ""),
        Choice.DONE: lambda _milestone, _decision: ("Open", "Done"),
        Choice.MOVE: _moved,
        Choice.DROP: lambda milestone, _decision: (f"Planned for {milestone.year}", "Archived"),
    }
)
