"""What changed since a day: one row for each entry, however many steps it took."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final

import streamlit as st

from careerkit.change import Action, Change
from careerkit.moments import FIRST_YEAR
from careerkit.review import finished_reviews
from careerkit.words import day_in_words, time_in_words
from careerkit.workspace import NOUNS, Workspace, changed_since, details_of
from pages._ui.choices import need_names
from pages._ui.clock import local_time, start_of, today
from pages._ui.escape import on_one_line, safe
from pages._ui.more import first_of, more_button
from pages._ui.past import Past
from pages._ui.since_titles import came_as, title_of, went_elsewhere
from pages._ui.state import Key

_DAYS: Final = 30
"""How far back the view looks for somebody who has finished no review."""
_MOST_DETAILS: Final = 20


def since_view(plan: Workspace) -> None:
    """Draw the choice of a day, and below it what is different since that day began."""
    day = st.date_input(
        "Since the start of",
        value=_default_day(plan),
        min_value=date(FIRST_YEAR, 1, 1),
        max_value=today(),
        key=Key.HISTORY_SINCE,
        format="YYYY-MM-DD",
        bind="query-params",
        width=220,
    )
    past = Past()
    found = changed_since(past, _just_before(day))
    changes = [change for change in found if not went_elsewhere(change, plan)]
    if past.damage:
        st.error(safe(past.damage), icon=":material/info:")
    elif not changes:
        st.markdown(f"Nothing changed since {day_in_words(day)}.")
    for kind, of_kind in _by_kind(changes).items():
        _group(kind, of_kind, plan)


def _default_day(plan: Workspace) -> date:
    """Return the day of the latest finished review; a month ago when there is none yet."""
    days = [review.finished_on for review in finished_reviews(plan.reviews) if review.finished_on]
    return min(today(), max(days, default=today() - timedelta(days=_DAYS)))


def _just_before(day: date) -> datetime:
    """Return the last moment before a day: what happens at midnight belongs to the day that begins."""
    return start_of(day) - datetime.resolution


def _by_kind(changes: Sequence[Change]) -> Mapping[str, list[Change]]:
    """Return the changes by their kind, in the order of the nouns; those of a kind stay in their order."""
    return {kind: of_kind for kind in NOUNS if (of_kind := [it for it in changes if it.kind == kind])}


def _group(kind: str, changes: Sequence[Change], plan: Workspace) -> None:
    noun = NOUNS[kind][len(changes) > 1]
    place = f"since-{kind}"
    st.subheader(f"{noun[0].upper()}{noun[1:]}", anchor=False)
    with st.container(gap="xsmall"):
        for change in first_of(changes, place):
            _row(change, plan)
        more_button(changes, place)


def _row(change: Change, plan: Workspace) -> None:
    """Draw what became of an entry, with the latest reason; field by field when it was there before."""
    lines = [*islice(details_of([change], plan, need_names()), _MOST_DETAILS + 1)]
    whole = change.action is not Action.UPDATE
    deed = f" · {came_as(change, plan) or safe(lines[0])}" if whole else ""
    reason = f" · *{safe(change.reason)}*" if change.reason else ""
    when = f"{time_in_words(local_time(change.at))} · {safe(change.by.name)}"
    row = f"**{safe(title_of(change, plan))}**{deed}{reason} :small[:gray[· {when}]]"
    more = ["and more"] if len(lines) > _MOST_DETAILS else []
    details = [] if whole else [f"- {safe(on_one_line(line))}" for line in [*lines[:_MOST_DETAILS], *more]]
    st.markdown("\n".join([row, "", *details]))
