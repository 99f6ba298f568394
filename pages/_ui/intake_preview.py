"""What a file would bring into the plan, to look through before anything is added."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from careerkit.goals import Goal, Milestone
from careerkit.intake import Intake, RowProblem
from careerkit.words import day_in_words, joined
from pages._ui.escape import safe
from pages._ui.intake_source import Form
from pages._ui.more import first_of, more_button

_MOST_ENTRIES: Final = 20
_MOST_COLUMNS: Final = 12
_MOST_LETTERS: Final = 40


def intake_preview(intake: Intake, form: Form, *, place: str) -> None:
    """Show what is new in a file, what is known already, and what stays out and why.

    ``place`` tells this file from the one before it.
    """
    st.markdown("\n".join(f"- {line}" for line in _lines(intake)))
    _entries([*intake.goals, *intake.milestones])
    if intake.problems:
        _problems(intake.problems, form, place)


def amount_in_words(intake: Intake) -> str:
    """Return how much is new: “12 goals and 1 milestone”; nothing for none."""
    goals, milestones = len(intake.goals), len(intake.milestones)
    parts = [_many(goals, "goal")] if goals else []
    return joined([*parts, _many(milestones, "milestone")] if milestones else parts)


def stays_out(problems: Sequence[RowProblem], form: Form) -> str:
    """Say how many rows of a file stay out."""
    stay = "stays" if len(problems) == 1 else "stay"
    return f"{_many(len(problems), form.row.lower())} {stay} out."


def _lines(intake: Intake) -> list[str]:
    known, differing = intake.known, intake.differing
    new = amount_in_words(intake)
    lines = [f"{new} would be added." if new else "Nothing new is in this file."]
    if known:
        lines.append(f"{_many(known, 'entry')} {'is' if known == 1 else 'are'} in your plan already.")
    if differing:
        says = "says" if differing == 1 else "say"
        lines.append(f"{differing:,} of them {says} something else in the file. Yours stay as they are.")
    return [*lines, *map(safe, intake.notes), *_ignored(intake.ignored_columns)]


def _ignored(columns: Sequence[str]) -> list[str]:
    if not columns:
        return []
    names = [f"“{safe(name[:_MOST_LETTERS])}”" for name in columns[:_MOST_COLUMNS]]
    more = len(columns) - len(names)
    named = joined([*names, f"{more:,} more"] if more else names)
    return [f"{'This column is' if len(columns) == 1 else 'These columns are'} not read: {named}."]


def _entries(entries: Sequence[Goal | Milestone]) -> None:
    if not entries:
        return
    st.table(
        [
            {"Title": safe(it.title), "When": _when(it), "Status": _status(it)}
            for it in entries[:_MOST_ENTRIES]
        ],
        border="horizontal",
        hide_index=True,
        alt="What would be added, by title, date and status",
    )
    if len(entries) > _MOST_ENTRIES:
        st.caption(f"These are the first {_MOST_ENTRIES} of {len(entries):,}.")


def _problems(problems: Sequence[RowProblem], form: Form, place: str) -> None:
    st.markdown(f"**{stays_out(problems, form)}** Mend the file and bring it in again: nothing comes twice.")
    st.table(
        [
            {
                form.row: f"{it.row:,}",
                form.column: safe(it.column) or "All",
                "What to do": safe(it.sentence),
            }
            for it in first_of(problems, place)
        ],
        border="horizontal",
        hide_index=True,
        alt="What stays out, by its place in the file, and what to do about it",
    )
    more_button(problems, place)


def _when(entry: Goal | Milestone) -> str:
    day = entry.due if isinstance(entry, Goal) else entry.on
    if day is not None:
        return day_in_words(day)
    return "No date" if isinstance(entry, Goal) else str(entry.year)


def _status(entry: Goal | Milestone) -> str:
    if isinstance(entry, Goal):
        return entry.status.label
    return "Milestone, done" if entry.done else "Milestone"


def _many(count: int, noun: str) -> str:
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else many}"
