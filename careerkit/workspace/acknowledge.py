"""A conflict that was shown: what its person decides next, they decide knowingly."""

from copy import copy
from dataclasses import replace
from typing import Any

from careerkit.change import ConflictError
from careerkit.workspace.model import Workspace


def acknowledged(base: Workspace, conflict: ConflictError, newest: Workspace) -> Workspace:
    """Return ``base`` as if it had shown the stored value of the one field that the conflict is about.

    An input compared with it then overwrites that field, and still nothing else that others changed. A
    conflict about a whole entry leaves ``base`` as it is.
    """
    kind, entity_id = conflict.change.kind, conflict.change.entity_id
    name = conflict.field.partition(".")[0]
    ours, theirs = (plan.collection(kind).get(entity_id) for plan in (base, newest))
    if not name or ours is None or theirs is None:
        return base
    shown = copy(ours)
    # Past the rules of the entry: it is only compared with, and may mix two states that do not go together.
    object.__setattr__(shown, name, getattr(theirs, name))
    collections: dict[str, Any] = {kind: {**base.collection(kind), entity_id: shown}}
    return replace(base, **collections)
