"""Entries of the plan as options of a widget."""

from collections import Counter
from collections.abc import Callable, Mapping

from careerkit.aspirations import Aspiration
from careerkit.content import needs_catalogue
from careerkit.goals import Goal


def titles(entries: Mapping[str, Aspiration] | Mapping[str, Goal]) -> dict[str, str]:
    """Return the title of each entry by id; equal ones are numbered, as Streamlit tells options by label."""
    seen: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for id_, entry in entries.items():
        seen[entry.title] += 1
        times = seen[entry.title]
        labels[id_] = entry.title if times == 1 else f"{entry.title} ({times})"
    return labels


def need_names() -> dict[str, str]:
    """Return the name of each need by id, in the order of the catalogue."""
    return {need.id: need.name for need in needs_catalogue()}


def label_from(labels: Mapping[str, str]) -> Callable[[str], str]:
    """Return what turns an id into its label; an id without one, which a browser can send, stays itself."""
    return lambda id_: labels.get(id_, id_)
