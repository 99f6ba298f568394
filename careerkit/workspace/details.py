"""What a saved batch changed, field by field, as a person reads it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final, get_type_hints

from careerkit.change import Action, Change, Plain
from careerkit.labels import Labelled
from careerkit.words import joined
from careerkit.workspace.field_words import STEPS, field_in_words, field_value_in_words, steps_in_words
from careerkit.workspace.history import named
from careerkit.workspace.links import LINKS
from careerkit.workspace.model import KINDS, Workspace

_OF_NEEDS: Final = {
    "needs",
    "answers",
    "repeats",
    "choices",
    "aside",
    "choices_aside",
    "again",
    "ratings",
    "said",
}
"""Fields whose keys or values are ids of needs."""
_YEARS: Final = {"year", "start_year"}
_TIMES: Final = {"at"}
"""What is kept with a value and tells a reader nothing that the time of the change does not."""
_LONGEST: Final = 160
"""Characters of a value that are shown."""


_WHOLE: Final[Mapping[Action, str]] = {
    Action.CREATE: "added",
    Action.REMOVE: "removed",
    Action.ARCHIVE: "archived",
    Action.RESTORE: "brought back",
}


def details_of(
    changes: Sequence[Change], workspace: Workspace, needs: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """Yield a line for each field that differs, and one for each entry that is added or removed.

    A line names the entry when the changes are about more than one. ``needs`` says how each need is called,
    by its id.
    """
    several = len({(change.kind, change.entity_id) for change in changes}) > 1
    for change in changes:
        for line in _lines(change, workspace, needs):
            yield f"{named(change, workspace)}: {line}" if several else line


def count_of_details(changes: Sequence[Change]) -> int:
    """Return how many lines :func:`details_of` has, without making them."""
    return sum(
        len({*change.before, *change.after}) if change.action is Action.UPDATE else 1 for change in changes
    )


def _lines(change: Change, workspace: Workspace, needs: Mapping[str, str]) -> Iterator[str]:
    if change.action is not Action.UPDATE:
        yield _WHOLE[change.action]
        return
    for path in dict.fromkeys([*change.before, *change.after]):
        name, _, part = path.partition(".")
        sides: list[Mapping[str, Any]] = [change.before, change.after]
        if (change.kind, name) == STEPS and all(isinstance(side.get(path), list) for side in sides):
            yield cut_off(steps_in_words(*(side[path] for side in sides)))
            continue
        if name in _OF_NEEDS:
            part = _called(part, needs)
            sides = [{path: _with_names(side.get(path), needs)} for side in sides]
        before, after = (_said(change.kind, path, side, workspace) for side in sides)
        yield f"{field_in_words(name)}{f' “{part}”' if part else ''}: {before} → {after}"


def _with_names(value: Any, needs: Mapping[str, str]) -> Any:  # noqa: ANN401 - any stored value
    """Return a stored value with the names of needs in the place of their ids."""
    if isinstance(value, str):
        return _called(value, needs)
    if isinstance(value, list):
        return [_with_names(item, needs) for item in value]
    if isinstance(value, dict):
        return {part: _with_names(item, needs) for part, item in value.items()}
    return value


def _called(text: str, needs: Mapping[str, str]) -> str:
    """Return the names of needs for their ids, joined by plus signs; another text stays as it is."""
    ids = text.split("+")
    return joined([needs[id_] for id_ in ids]) if set(ids) <= needs.keys() else text


@cache
def _labels_of(kind: str) -> Mapping[str, Mapping[str, str]]:
    """Return, by field, how the choices of the field are called on screen."""
    hints = get_type_hints(KINDS[kind])
    choices = {n: hint for n, hint in hints.items() if isinstance(hint, type) and issubclass(hint, Labelled)}
    return {name: {choice.value: choice.label for choice in hint} for name, hint in choices.items()}


def _said(kind: str, path: str, side: Mapping[str, Any], workspace: Workspace) -> str:
    value: Plain = side.get(path)
    target = LINKS.get(kind, {}).get(path)
    if target is not None:
        ids = value if isinstance(value, list) else [value] if value else []
        entities = [workspace.collection(target).get(str(id_)) for id_ in ids]
        value = [getattr(entity, "title", "") or "an entry that is gone" for entity in entities]
    if path in _YEARS and value is not None:
        return str(value)
    if isinstance(value, dict):
        value = {part: item for part, item in value.items() if part not in _TIMES}
    return cut_off(_labels_of(kind).get(path, {}).get(str(value)) or field_value_in_words(path, value))


def cut_off(said: str) -> str:
    """Return a value in words, with an ellipsis where it is too long for a line."""
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()} …"
