"""What changed since a moment: the net change of each entry, however many steps it took."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from careerkit.change import Action, Batch, Change, Entity, Shape, shapes_of
from careerkit.workspace.model import KINDS

_MISSING: Final = object()
_ARCHIVED: Final = "archived"


def changed_since(batches: Iterable[Batch], since: datetime) -> list[Change]:
    """Return one change for each entry that is different from what it was at ``since``.

    ``batches`` come newest first, and are read only until one is not later than ``since``. A field that came
    back to what it was is left out, and so is an entry that came back or went again. Each change has the
    stamp of the entry's latest change, and the latest reason given. The entry touched last comes first.
    """
    found: dict[tuple[str, str], list[Change]] = {}
    for batch in batches:
        if batch.at <= since:
            break
        for key in dict.fromkeys((change.kind, change.entity_id) for change in batch.changes):
            found.setdefault(key, [])
        for change in reversed(batch.changes):
            found[change.kind, change.entity_id].append(change)
    nets = (_net(changes[::-1]) for changes in found.values())
    return [change for change in nets if change is not None]


@dataclass(slots=True, kw_only=True)
class _Course:
    """An entry over time: the fields it began with and those it has now, as far as changes tell of them.

    A member of a mapping is a field of its own, named ``field.key``.
    """

    began: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)

    def follow(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Take in one change, the next one in time."""
        for path in {**before, **after}:
            self.began.setdefault(path, before.get(path, _MISSING))
            self.now[path] = after.get(path, _MISSING)

    def differing(self) -> list[str]:
        """Return the fields that are not what they were."""
        return [path for path, value in self.now.items() if value != self.began[path]]


def _net(changes: list[Change]) -> Change | None:
    """Return what the changes of one entry, oldest first, come to; ``None`` for nothing."""
    course = _Course()
    cls: type[Entity] = KINDS[changes[0].kind]
    maps = {name for name, shape in shapes_of(cls).items() if shape is Shape.MAP}
    for change in changes:
        course.follow(*(dict(_flat(side, maps)) for side in (change.before, change.after)))
    reason = next((change.reason for change in reversed(changes) if change.reason), "")
    net = replace(changes[-1], reason=reason, undoes=None)
    existed, exists = changes[0].action is not Action.CREATE, changes[-1].action is not Action.REMOVE
    match existed, exists:
        case False, False:
            return None
        case False, True:
            return replace(net, action=Action.CREATE, before={}, after=_whole(course.now, maps))
        case True, False:
            return replace(net, action=Action.REMOVE, before=_whole(course.began, maps), after={})
        case _:
            return _update(net, course)


def _update(net: Change, course: _Course) -> Change | None:
    paths = course.differing()
    if not paths:
        return None
    before, after = (
        {path: side[path] for path in paths if side[path] is not _MISSING}
        for side in (course.began, course.now)
    )
    action = Action.UPDATE
    if paths == [_ARCHIVED]:
        action = Action.ARCHIVE if after[_ARCHIVED] else Action.RESTORE
    return replace(net, action=action, before=before, after=after)


def _flat(side: Mapping[str, Any], maps: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of one side of a change; a whole mapping, as a creation has it, member by member."""
    for path, value in side.items():
        if path in maps:
            yield from ((f"{path}.{key}", item) for key, item in value.items())
        else:
            yield path, value


def _whole(fields: Mapping[str, Any], maps: set[str]) -> dict[str, Any]:
    """Return the fields of an entity with its mappings put together again."""
    result: dict[str, Any] = {name: {} for name in maps}
    for path, value in fields.items():
        name, _, key = path.partition(".")
        if value is not _MISSING:
            holder, place = (result[name], key) if name in maps else (result, path)
            holder[place] = value
    return result
