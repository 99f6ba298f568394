"""Before the day: what is ready, what to take along, and the way to a second application."""

from functools import partial

import streamlit as st

from careerkit.interview import (
    Answer,
    AnswerReview,
    Application,
    Ready,
    Todo,
    days_until,
    heard,
    readiness,
    set_interview_day,
)
from careerkit.words import counted
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.answer_steps import go_to_step
from pages._ui.bringing import reviewed
from pages._ui.choices import day_field
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.duplicate_form import another_application
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.papers import papers
from pages._ui.research import research_steps
from pages._ui.session import session, unbroken


def before_the_day(plan: Workspace, application: Application) -> None:
    """Draw the day, the list, the papers, and what leads to another application."""
    _day(application)
    with st.container(border=True, gap="small"):
        st.markdown("**Ready?**")
        for number, point in enumerate(
            readiness(plan, application, review=partial(_heard, plan, application))
        ):
            _point(point, number)
    papers(plan, application)
    another_application(plan, application)


def _heard(plan: Workspace, application: Application, answer: Answer) -> AnswerReview:
    return heard(reviewed(plan, application, answer), answer, plan.rules_off)


def _day(application: Application) -> None:
    key = AnswerKey.APPLICATION_DAY.of(application.id)
    follow(key, application.interview_on)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=240):
            day_field("Day of the interview", key, on_change=partial(_set_day, application.id, key))
        days = days_until(application, today())
        if days is not None and days >= 0:
            st.caption("It is today." if days == 0 else f"In {counted(days, 'day', 'days')}.")


def _point(point: Ready, number: int) -> None:
    icon = ":material/check_circle:" if point.done else ":material/radio_button_unchecked:"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{icon} {safe(point.sentence)}", width="stretch")
        if not point.done:
            st.button(
                point.where.label,
                key=AnswerKey.READY.of(str(number)),
                type="tertiary",
                on_click=_go,
                args=(point,),
            )


@unbroken
def _go(point: Ready) -> None:
    if point.asked is not None:
        session[AnswerKey.ANSWER_ASKED] = point.asked.value
    part = research_steps()[point.step] if point.where is Todo.RESEARCH else ""
    go_to_step(point.where.label, part)


@unbroken
def _set_day(application_id: str, key: str) -> None:
    day = session[key]
    change_workspace(
        lambda plan, stamp: set_interview_day(plan.applications, application_id, day, stamp=stamp)
    )
