"""Entries of the plan and other choices as options of a widget."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

import streamlit as st

from careerkit.labels import Labelled, Mark
from careerkit.moments import FIRST_YEAR, LAST_YEAR
from pages._ui.need_words import compared_needs, known_needs
from pages._ui.state import Keys


class Titled(Protocol):
    """An entry with a title."""

    @property
    def title(self) -> str:
        """What it is called."""


def titles(entries: Mapping[str, Titled]) -> dict[str, str]:
    """Return the title of each entry by id, told apart from the others."""
    return told_apart({id_: entry.title for id_, entry in entries.items()})


def told_apart(labels: Mapping[str, str]) -> dict[str, str]:
    """Return the labels by id with equal ones numbered, as Streamlit tells options by their label."""
    seen: Counter[str] = Counter()
    different: dict[str, str] = {}
    for id_, label in labels.items():
        seen[label] += 1
        times = seen[label]
        different[id_] = label if times == 1 else f"{label} ({times})"
    return different


def need_names() -> dict[str, str]:
    """Return the name of each need by id, hidden ones included."""
    return {need.id: need.name for need in known_needs()}


def need_options() -> dict[str, str]:
    """Return the needs that an entry can be said to serve, by id, told apart by their names."""
    return told_apart({need.id: need.name for need in compared_needs()})


def label_from(labels: Mapping[str, str]) -> Callable[[str], str]:
    """Return what turns an id into its label; an id without one, which a browser can send, stays itself."""
    return lambda id_: labels.get(id_, id_)


def label_of(choice: str) -> str:
    """Return the label of a choice; a text that is none, which a browser can send, stays itself."""
    return choice.label if isinstance(choice, Labelled) else choice


def mark_choice(key: Keys) -> None:
    """Draw the choice whether an entry may be said in an interview."""
    st.radio(
        "In an interview",
        list(Mark),
        key=key,
        format_func=label_of,
        horizontal=True,
        help="What you keep private never reaches an answer.",
    )


def day_field(
    label: str,
    key: str,
    *,
    help_text: str | None = None,
    on_change: Callable[[], None] | None = None,
) -> None:
    """Draw a field for a day, any that a plan can speak of; emptied, it holds ``None``."""
    st.date_input(
        label,
        value=None,
        key=key,
        min_value=date(FIRST_YEAR, 1, 1),
        max_value=date(LAST_YEAR, 12, 31),
        format="YYYY-MM-DD",
        help=help_text,
        on_change=on_change,
    )


def year_field(label: str, key: str, *, last: int, on_change: Callable[[], None] | None = None) -> None:
    """Draw a field for a year up to ``last``; emptied, it holds ``None``."""
    st.number_input(
        label,
        value=None,  # without it, an emptied field would jump to the first year there is
        min_value=FIRST_YEAR,
        max_value=last,
        step=1,
        format="%d",
        key=key,
        on_change=on_change,
    )
