"""Dates for a calendar and tables for a spreadsheet, made when they are asked for."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from careerkit.content import needs_catalogue
from careerkit.export import calendar_file, goals_csv, milestones_csv
from careerkit.needs import all_needs
from careerkit.workspace import Workspace
from pages._ui.clock import today
from pages._ui.door import workspace_loader
from pages._ui.session import session
from pages._ui.state import Key, Keys

Load = Callable[[], Workspace]


def take_out() -> None:
    """Draw, folded, what a person can take to other programs."""
    with st.expander("Take your plan with you"):
        st.markdown(
            "**Calendar:** your goals with a date, your milestones and your next review, with reminders. "
            "Open a newer file (ICS) later, and it updates your calendar: nothing stands there twice."
        )
        st.markdown("**Tables:** goals and milestones, one a row, for any spreadsheet (CSV).")
        st.checkbox(
            "With what I keep private",
            key=Key.TAKE_PRIVATE,
            help="In the calendar it is marked as private. What you made private since an earlier file stays "
            "in your calendar until you delete it there.",
        )
        st.caption("Private entries stay out unless you tick this.")
        _downloads(workspace_loader(), today(), private=bool(session.get(Key.TAKE_PRIVATE)))


def calendar_bytes(load: Load, day: date, *, private: bool) -> bytes:
    """Return the dates of the plan that ``load`` gives as a calendar file; ``day`` is the visitor's date."""
    return calendar_file(load(), today=day, include_private=private)


def goals_bytes(load: Load, *, private: bool) -> bytes:
    """Return the goals of the plan that ``load`` gives as a CSV file."""
    plan = load()
    return goals_csv(plan, need_names_of(plan), include_private=private)


def milestones_bytes(load: Load, *, private: bool) -> bytes:
    """Return the milestones of the plan that ``load`` gives as a CSV file."""
    return milestones_csv(load(), include_private=private)


def need_names_of(plan: Workspace) -> dict[str, str]:
    """Return the name of each need by id, in the words of whoever owns ``plan``; also outside of a run."""
    return {need.id: need.name for need in all_needs(needs_catalogue(), plan.needs)}


def _downloads(load: Load, day: date, *, private: bool) -> None:
    calendar = partial(calendar_bytes, load, day, private=private)
    goals = partial(goals_bytes, load, private=private)
    milestones = partial(milestones_bytes, load, private=private)
    on = day.isoformat()
    with st.container(horizontal=True):
        _download("Download calendar", Key.TAKE_CALENDAR, calendar, f"careerkit-calendar-{on}.ics")
        _download("Download goals", Key.TAKE_GOALS, goals, f"careerkit-goals-{on}.csv")
        _download("Download milestones", Key.TAKE_MILESTONES, milestones, f"careerkit-milestones-{on}.csv")


def _download(label: str, key: Keys, make: Callable[[], bytes], file_name: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        mime="text/calendar" if file_name.endswith(".ics") else "text/csv",
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )
