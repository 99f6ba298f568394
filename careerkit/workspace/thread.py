"""The thread through a plan: from need to aspiration, goal, milestone and answer, in both directions."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from careerkit.goals import OPEN, GoalStatus
from careerkit.workspace.model import Workspace, present
from careerkit.workspace.thread_nodes import (
    ThreadKind,
    ThreadNode,
    key_of,
    keys_served,
    node_key,
    thread_nodes,
)

_REFILED: Final = {ThreadKind.ASPIRATION: ThreadKind.GOAL, ThreadKind.GOAL: ThreadKind.ASPIRATION}

Edge = tuple[str, str]
"""The key of what serves, and the key of what it serves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What one entry serves and what serves it, directly and through others.

    Both are ordered by kind, needs first, then as in the plan. ``edges`` are all direct links between the
    nodes, ``of`` included, each as the key of what serves and the key of what it serves.
    """

    of: ThreadNode
    serves: tuple[ThreadNode, ...] = ()
    served_by: tuple[ThreadNode, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadIndex:
    """The thread of a whole plan, built once and asked often: its nodes and direct links, by key.

    ``places`` says where each node stands among all of them.
    """

    nodes: Mapping[str, ThreadNode]
    places: Mapping[str, int]
    up: Mapping[str, tuple[str, ...]]
    down: Mapping[str, tuple[str, ...]]

    def thread(self, kind: ThreadKind, entry_id: str) -> Thread | None:
        """Return the thread of an entry, or ``None`` when it is not there; a re-filed one is found by both.

        Takes as long as the thread has links, however large the plan is.
        """
        keys = [key_of(it, entry_id) for it in (kind, _REFILED.get(kind, kind))]
        start = next((key for key in keys if key in self.nodes), None)
        if start is None:
            return None
        above, below = _reached(start, self.up), _reached(start, self.down)
        shown = {start, *above, *below}
        lows = sorted(shown, key=self.places.__getitem__)
        return Thread(
            of=self.nodes[start],
            serves=self._in_order(above),
            served_by=self._in_order(below),
            edges=tuple((low, high) for low in lows for high in self.up[low] if high in shown),
        )

    def _in_order(self, keys: Collection[str]) -> tuple[ThreadNode, ...]:
        return tuple(self.nodes[key] for key in sorted(keys, key=self.places.__getitem__))


def thread_index(plan: Workspace, needs: Mapping[str, str]) -> ThreadIndex:
    """Return the thread of the whole plan; ``needs`` are the names of the needs that exist, by id.

    Archived entries and links that lead nowhere are left out; a link to a re-filed entry leads to where it is
    now. Takes as long as the plan has entries and links.
    """
    nodes = {node_key(node): node for node in thread_nodes(plan, needs)}
    places = {key: place for place, key in enumerate(nodes)}
    served = {key: {it for it in keys_served(plan, node) if it in nodes} for key, node in nodes.items()}
    up = {key: tuple(sorted(it - {key}, key=places.__getitem__)) for key, it in served.items()}
    down: dict[str, list[str]] = {key: [] for key in nodes}
    for low, highs in up.items():
        for high in highs:
            down[high].append(low)
    return ThreadIndex(
        nodes=nodes,
        places=places,
        up=up,
        down={key: tuple(lows) for key, lows in down.items()},
    )


def thread_of(plan: Workspace, kind: ThreadKind, entry_id: str, needs: Mapping[str, str]) -> Thread | None:
    """Return the thread of one entry, or ``None`` when there is no such entry.

    ``needs`` are the names of the needs that exist, by id. Who asks for many builds one :func:`thread_index`.
    """
    return thread_index(plan, needs).thread(kind, entry_id)


def orphans(plan: Workspace, needs: Collection[str] | None = None) -> tuple[ThreadNode, ...]:
    """Return what serves nothing that is there: aspirations, open goals, and milestones not done.

    ``needs`` are the ids of the needs that exist; without them, every need that an entry names counts.
    """
    known = _needs_named(plan) if needs is None else needs
    index = thread_index(plan, dict.fromkeys(known, ""))
    return tuple(node for key, node in index.nodes.items() if not index.up[key] and _is_open(plan, node))


def unserved_needs(plan: Workspace, need_ids: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``need_ids`` that no aspiration and no goal serves; a dropped goal serves nothing."""
    served = {id_ for aspiration in present(plan.aspirations).values() for id_ in aspiration.needs}
    for goal in present(plan.goals).values():
        if goal.status is not GoalStatus.DROPPED:
            served |= goal.needs
    return tuple(id_ for id_ in need_ids if id_ not in served)


def _reached(start: str, links: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return every key that the links lead to from ``start``, which is left out; each is followed once."""
    seen, waiting = {start}, [start]
    while waiting:
        fresh = [key for key in links[waiting.pop()] if key not in seen]
        seen.update(fresh)
        waiting += fresh
    return seen - {start}


def _needs_named(plan: Workspace) -> frozenset[str]:
    named = [aspiration.needs for aspiration in plan.aspirations.values()]
    return frozenset[str]().union(*named, *(goal.needs for goal in plan.goals.values()))


def _is_open(plan: Workspace, node: ThreadNode) -> bool:
    """Say whether an entry is still to be done, so that one would ask what for."""
    match node.kind:
        case ThreadKind.ASPIRATION:
            return True
        case ThreadKind.GOAL:
            return plan.goals[node.id].status in OPEN
        case ThreadKind.MILESTONE:
            return not plan.milestones[node.id].done
        case _:
            return False
