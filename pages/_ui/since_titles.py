"""What an entry is called in a list of changes that has its kind as the heading."""

from typing import Final

from careerkit.aspirations import Aspiration
from careerkit.change import Action, Change
from careerkit.goals import CheckIn, Fit, Goal
from careerkit.interview import Answer
from careerkit.needs import OwnNeed
from careerkit.words import day_in_words, number_in_words
from careerkit.workspace import NOUNS, Workspace, named
from pages._ui.choices import need_names

_NOW: Final = {Aspiration.KIND: "now an aspiration", Goal.KIND: "now a goal"}


def title_of(change: Change, plan: Workspace) -> str:
    """Return what the entry that changed is called: its own title, what it says, or else its kind."""
    match plan.collection(change.kind).get(change.entity_id):
        case CheckIn() as it if it.goal in plan.goals:
            value = "" if it.value is None else f": {number_in_words(it.value)}"
            return f"“{plan.goals[it.goal].title}” on {day_in_words(it.on)}{value}"
        case Answer() as it if it.application_id in plan.applications:
            return f"“{plan.applications[it.application_id].company}”, {it.asked.label.lower()}"
        case Fit() as it:
            return f"{it.side.label}: {it.answer.label.lower()}"
        case OwnNeed() as it:
            return f"“{need_names().get(it.id, it.id)}”"
        case _:
            noun = NOUNS[change.kind][0]
            return named(change, plan).removeprefix(noun).strip() or f"{noun[0].upper()}{noun[1:]}"


def came_as(change: Change, plan: Workspace) -> str:
    """Say what an entry is now that was filed as the other kind; empty where that is not what happened."""
    return "" if _left(change) or not _was_refiled(change, plan) else _NOW[change.kind]


def went_elsewhere(change: Change, plan: Workspace) -> bool:
    """Say whether an entry is only gone here because it was filed as the other kind, where it is told."""
    return _left(change) and _was_refiled(change, plan)


def _left(change: Change) -> bool:
    return change.action in (Action.ARCHIVE, Action.REMOVE)


def _was_refiled(change: Change, plan: Workspace) -> bool:
    """Say whether the same id stands in the other collection, there where this one is not, or not there."""
    if change.kind not in _NOW or change.action is Action.UPDATE:
        return False
    (other,) = _NOW.keys() - {change.kind}
    twin = plan.collection(other).get(change.entity_id)
    return twin is not None and twin.archived is not _left(change)
