"""The entries that the thread of a plan leads through, and what each of them points at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from careerkit.goals import Goal
from careerkit.workspace.model import Workspace, present
from careerkit.workspace.served import TargetKind, present_target

LONGEST_KEY: Final = 200
"""Characters of a node's key that are read at most."""


class ThreadKind(StrEnum):
    """What a node of the thread is, from what is served to what serves. Values stand in addresses."""

    NEED = "need", "Need", "Needs"
    ASPIRATION = "aspiration", "Aspiration", "Aspirations"
    GOAL = "goal", "Goal", "Goals"
    MILESTONE = "milestone", "Milestone", "Milestones"
    ANSWER = "answer", "Answer", "Answers"

    label: str
    many: str

    def __new__(cls, value: str, label: str, many: str) -> Self:
        """Make a member that carries its words, for one and for many."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.many = many
        return member


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadNode:
    """One entry of the thread; ``note`` is a word more about it: its status, its year, its level."""

    kind: ThreadKind
    id: str
    title: str
    note: str = ""


def node_key(node: ThreadNode) -> str:
    """Return the key of a node, unique in a plan and fit for an address, like ``goal-3f…``."""
    return key_of(node.kind, node.id)


def parse_node_key(text: str) -> tuple[ThreadKind, str] | None:
    """Return the kind and the id that a key names; ``None`` for any other text, and for one that is too long.

    It does not say that such an entry exists.
    """
    word, _, id_ = text.partition("-") if len(text) <= LONGEST_KEY else ("", "", "")
    kind = next((kind for kind in ThreadKind if kind.value == word), None)
    return (kind, id_) if kind and id_ else None


def key_of(kind: ThreadKind, id_: str) -> str:
    """Return the key of the entry ``id_``, whether it is there or not."""
    return f"{kind.value}-{id_}"


def thread_nodes(plan: Workspace, needs: Mapping[str, str]) -> Iterator[ThreadNode]:
    """Yield every present entry, from needs to answers; milestones by year, the rest as in the plan."""
    for id_, name in needs.items():
        yield ThreadNode(kind=ThreadKind.NEED, id=id_, title=name)
    for aspiration in present(plan.aspirations).values():
        yield ThreadNode(
            kind=ThreadKind.ASPIRATION, id=aspiration.id, title=aspiration.title, note=aspiration.level
        )
    for goal in present(plan.goals).values():
        yield ThreadNode(kind=ThreadKind.GOAL, id=goal.id, title=goal.title, note=goal.status.label)
    for milestone in sorted(present(plan.milestones).values(), key=lambda it: it.year):
        done = ", done" if milestone.done else ""
        yield ThreadNode(
            kind=ThreadKind.MILESTONE,
            id=milestone.id,
            title=milestone.title,
            note=f"{milestone.year}{done}",
        )
    applications = present(plan.applications)
    for answer in present(plan.answers).values():
        if answer.application_id in applications:  # the answers of an archived application lie there with it
            company = applications[answer.application_id].company
            yield ThreadNode(kind=ThreadKind.ANSWER, id=answer.id, title=company, note=answer.asked.label)


def keys_served(plan: Workspace, node: ThreadNode) -> Iterator[str]:
    """Yield the key of each entry that a node points at; a need need not exist."""
    match node.kind:
        case ThreadKind.NEED:
            return
        case ThreadKind.ASPIRATION:
            yield from _need_keys(plan.aspirations[node.id].needs)
        case ThreadKind.GOAL:
            goal = plan.goals[node.id]
            yield from _need_keys(goal.needs)
            yield from _target_keys(plan, "aspirations", goal.aspirations)
        case ThreadKind.MILESTONE:
            yield from _target_keys(plan, "goals", plan.milestones[node.id].goals)
        case ThreadKind.ANSWER:
            answer = plan.answers[node.id]
            yield from _target_keys(plan, "aspirations", answer.aspirations)
            yield from _target_keys(plan, "goals", answer.goals)


def _need_keys(ids: Iterable[str]) -> Iterator[str]:
    return (key_of(ThreadKind.NEED, id_) for id_ in ids)


def _target_keys(plan: Workspace, kind: TargetKind, ids: Iterable[str]) -> Iterator[str]:
    for id_ in ids:
        target = present_target(plan, kind, id_)
        if target is not None:
            yield key_of(ThreadKind.GOAL if isinstance(target, Goal) else ThreadKind.ASPIRATION, target.id)
