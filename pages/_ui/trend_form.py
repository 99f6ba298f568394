"""The dialog in which a trend is noted or changed."""

from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp, present_entry
from careerkit.goals import (
    LONGEST_UNSEEN,
    Trend,
    TrendDirection,
    TrendDraft,
    add_trend,
    archive_trend,
    edit_trend,
)
from careerkit.text import LINE, NOTE
from careerkit.workspace import Workspace
from pages._ui.choices import day_field, label_of
from pages._ui.clock import today
from pages._ui.door import IDS
from pages._ui.draft_dialog import Fields, draft_buttons, draft_dialog, open_draft
from pages._ui.fields import room
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken


@unbroken
def open_trend(trend_id: str) -> None:
    """Open the dialog for a trend that is noted already."""
    open_draft(
        PlanKey.TREND_FORM, trend_id, lambda plan: _fields(present_entry(plan.trends, trend_id, noun="trend"))
    )


@unbroken
def new_trend() -> None:
    """Open the dialog for a trend that was seen today."""
    open_draft(PlanKey.TREND_FORM, "", _fields(TrendDraft(title="", on=today())))


def trend_dialog() -> None:
    """Draw the dialog if it is open."""
    draft_dialog(PlanKey.TREND_FORM, PlanKey.TREND_TITLE, "trend", _body)


def _fields(trend: Trend | TrendDraft) -> Fields:
    return {
        PlanKey.TREND_TITLE: trend.title,
        PlanKey.TREND_DIRECTION: trend.direction,
        PlanKey.TREND_SOURCE: trend.source,
        PlanKey.TREND_ON: trend.on,
        PlanKey.TREND_MEANS: trend.means,
        PlanKey.TREND_STALE_AFTER: trend.stale_after,
    }


def _body(trend_id: str) -> None:
    with st.form(PlanKey.TREND_FORM, border=False):
        _what()
        st.text_area(
            "What does it mean for you?",
            key=PlanKey.TREND_MEANS,
            max_chars=room(NOTE),
            height=100,
            placeholder="Cross-border cases will come my way.",
        )
        _when()
        draft_buttons(
            PlanKey.TREND_FORM,
            "trend",
            save=partial(_saved, trend_id),
            archive=partial(_archived, trend_id) if trend_id else None,
        )


def _what() -> None:
    st.text_input(
        "What do you see happening?",
        key=PlanKey.TREND_TITLE,
        max_chars=room(LINE),
        placeholder="Small firms sell abroad",
    )
    st.segmented_control(
        "Direction", list(TrendDirection), key=PlanKey.TREND_DIRECTION, format_func=label_of, required=True
    )
    st.text_input(
        "Where did you see it?",
        key=PlanKey.TREND_SOURCE,
        max_chars=room(NOTE),
        placeholder="The chamber’s yearly survey",
    )


def _when() -> None:
    seen, again = st.columns(2)
    with seen:
        day_field("Seen on", PlanKey.TREND_ON)
    again.number_input(
        "Look at it again after (months)",
        value=None,
        min_value=1,
        max_value=LONGEST_UNSEEN,
        step=1,
        key=PlanKey.TREND_STALE_AFTER,
    )


def _saved(trend_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    draft = TrendDraft(
        title=session[PlanKey.TREND_TITLE],
        on=session[PlanKey.TREND_ON],
        direction=session.get(PlanKey.TREND_DIRECTION) or TrendDirection.GROWING,
        source=session[PlanKey.TREND_SOURCE],
        means=session[PlanKey.TREND_MEANS],
        stale_after=session[PlanKey.TREND_STALE_AFTER],
    )
    if trend_id:
        return edit_trend(plan.trends, trend_id, draft, stamp=stamp)
    return add_trend(draft, ids=IDS, stamp=stamp)


def _archived(trend_id: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    return archive_trend(plan.trends, trend_id, stamp=stamp)
