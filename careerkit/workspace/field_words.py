"""What the fields of the plan are called, and how their values read, where a plain value says too little."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from careerkit.aspirations import Aspiration, StepKind
from careerkit.change import Plain
from careerkit.goals import MOST_CONFIDENT
from careerkit.words import counted, joined, number_in_words
from careerkit.workspace.in_words import value_in_words

STEPS: Final = (Aspiration.KIND, "steps")
"""The kind and the field that only ever grows: what counts is what came last."""
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "about": "company",
        "answered_by": "answered by",
        "asked": "question",
        "before": "who had the role before",
        "by_hand": "progress by hand",
        "confidence": "how sure you are",
        "gains": "what the employer gains",
        "gives": "what the role gives",
        "if_then": "if-then plan",
        "interview_on": "day of the interview",
        "learned": "what they learned",
        "means": "what it means for you",
        "on": "day",
        "say_here": "said in this application",
        "side": "question",
        "stale_after": "stale after",
        "yes_no": "yes or no instead of a number",
    }
)


def field_in_words(name: str) -> str:
    """Return what a field is called on screen, like: first step, if-then plan."""
    return _NAMES.get(name) or name.replace("_", " ")


def field_value_in_words(name: str, value: Plain) -> str:
    """Return the value of a field as a person reads it; one of an unknown form as it is."""
    if isinstance(value, dict) and name in _PARTS:
        parts, words = _PARTS[name]
        return words(value) if parts <= value.keys() else value_in_words(value)
    if isinstance(value, int) and not isinstance(value, bool) and name in _NUMBERS:
        return _NUMBERS[name](value)
    if name == "path" and isinstance(value, str):
        return value_in_words(value.replace("-", " "))
    return value_in_words(value)


def steps_in_words(before: Sequence[Any], after: Sequence[Any]) -> str:
    """Return a line about changes of level that were added or taken back, like: step: raised to “Lead”."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    gone, new = (joined([_step(it) for it in side[same:]]) for side in (before, after))
    if not gone:
        return f"step: {new}"
    return f"steps: {gone} → {new}" if new else f"step taken back: {gone}"


def _step(step: Any) -> str:  # noqa: ANN401 - any stored value
    """Return one change of level; its reason and its time are those of the change that brought it."""
    if not isinstance(step, dict):
        return value_in_words(step)
    label = next((kind.label.lower() for kind in StepKind if kind == step.get("kind")), "changed")
    before, after = step.get("before"), step.get("after")
    if before == after:
        return label
    return label + (f" from “{before}”" if before else "") + (f" to “{after}”" if after else "")


def _measure(value: Mapping[str, Any]) -> str:
    start, target, current = (value_in_words(value[name]) for name in ("start", "target", "current"))
    unit = f" {value['unit']}" if value["unit"] else ""
    return f"from {start} to {target}{unit}, now {current}"


def _if_then(value: Mapping[str, Any]) -> str:
    return f"if {value_in_words(value['obstacle'])}, then {value_in_words(value['action'])}"


_PARTS: Final[Mapping[str, tuple[frozenset[str], Callable[[Mapping[str, Any]], str]]]] = MappingProxyType(
    {
        "measure": (frozenset({"start", "target", "current", "unit"}), _measure),
        "if_then": (frozenset({"obstacle", "action"}), _if_then),
    }
)
"""By field: the parts a value must have, and how it reads."""
_NUMBERS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "by_hand": lambda value: f"{number_in_words(value)} %",
        "confidence": lambda value: f"{number_in_words(value)} of {MOST_CONFIDENT}",
        "stale_after": lambda value: counted(value, "month", "months"),
    }
)
