"""Everything about one goal in a dialog, at an address of its own."""

import streamlit as st

from careerkit.charts import trend_line
from careerkit.errors import CareerKitError
from careerkit.goals import (
    WHOLE,
    CheckIn,
    Goal,
    GoalStatus,
    archive_check_in,
    checkins_of,
    milestones_of,
    pace_in_words,
    pace_of,
    progress_of,
    restore_check_in,
    set_progress_by_hand,
)
from careerkit.words import day_in_words, number_in_words
from careerkit.workspace import ThreadKind, Workspace
from pages._ui.address import in_address, put_in_address
from pages._ui.clock import today
from pages._ui.door import change_workspace, current_workspace, open_workspace
from pages._ui.drawn import spec_of
from pages._ui.entry_history import entry_history
from pages._ui.escape import safe
from pages._ui.fields import follow
from pages._ui.goal_card import check_in_button, due_line, move_menu, private_badge, progress_bar
from pages._ui.goal_form import open_goal
from pages._ui.more import first_of, more_button
from pages._ui.notes import show_note
from pages._ui.plan_state import PlanKey
from pages._ui.refusal import show_refusal
from pages._ui.session import session, unbroken
from pages._ui.state import Key
from pages._ui.thread_view import thread_lists


def goal_details() -> None:
    """Draw the dialog for the goal that the address names, unless another dialog is open."""
    goal_id = in_address("goal")
    if not goal_id or Key.DRAFT in session:
        return
    named = current_workspace().goals.get(goal_id)
    if named is not None and not named.archived:
        session[PlanKey.GOAL_SHOWN] = goal_id
    elif session.get(PlanKey.GOAL_SHOWN) == goal_id:
        _close()  # it was on show until it was archived or re-filed from here: the page behind says so
        return

    @st.dialog(safe(named.title) if named else "Goal", width="large", on_dismiss=_close)
    def drawn() -> None:
        if in_address("goal") != goal_id or Key.DRAFT in session:
            st.rerun()  # another dialog takes its place, or none
        show_note()
        show_refusal()
        try:
            plan = open_workspace()
        except CareerKitError as refusal:
            st.error(safe(str(refusal)), icon=":material/info:")
            return
        goal = plan.goals.get(goal_id)
        if goal is None or goal.archived:
            st.markdown("This goal is not here. It may be archived, or the link may be from another plan.")
        else:
            _goal(goal, plan)

    drawn()


def _goal(goal: Goal, plan: Workspace) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.badge(goal.status.label, color="gray")
        due_line(goal)
        private_badge(goal)
        st.button(
            "Edit", key=PlanKey.GOAL_EDIT.of(goal.id), type="tertiary", on_click=open_goal, args=(goal.id,)
        )
        move_menu(goal, place="details-")
    progress, thread, history = st.tabs(["Progress", "Golden thread", "History"])
    with progress:
        _about(goal)
        _progress(goal, plan)
    with thread:
        thread_lists(plan, ThreadKind.GOAL, goal.id)
    with history:
        entry_history(plan, Goal.KIND, goal.id)


def _about(goal: Goal) -> None:
    lines = []
    if goal.why:
        lines.append(f"**Why:** {safe(goal.why)}")
    if goal.first_step:
        lines.append(f"**First step:** {safe(goal.first_step)}")
    if goal.if_then:
        lines.append(f"**If** {safe(goal.if_then.obstacle)}, **then I will** {safe(goal.if_then.action)}")
    if goal.confidence:
        lines.append(f"**How sure I am:** {goal.confidence} of 10")
    if lines:
        st.markdown("\n\n".join(lines))


def _progress(goal: Goal, plan: Workspace) -> None:
    progress_bar(goal, progress_of(goal, plan.milestones))
    checkins = checkins_of(goal.id, plan.checkins)
    _trend(goal, checkins)
    check_in_button(goal, place="details-", primary=True)
    _milestones(goal, plan)
    _checkins(checkins, goal)
    _archived_check_ins([it for it in plan.checkins.values() if it.goal == goal.id and it.archived])
    if goal.status is not GoalStatus.DONE:
        _by_hand(goal)


def _trend(goal: Goal, checkins: list[CheckIn]) -> None:
    if goal.measure is None:
        return
    pace = pace_of(goal, checkins, today())
    if pace is not None:
        st.markdown(safe(pace_in_words(pace, goal, today())))
    if any(it.value is not None for it in checkins):
        st.vega_lite_chart(
            spec_of(trend_line, goal, tuple(checkins), today()),
            alt="Check-ins over time, and the way that is left. The list below has the numbers.",
        )


def _milestones(goal: Goal, plan: Workspace) -> None:
    steps = milestones_of(goal.id, plan.milestones)
    if steps:
        lines = [
            f"- {safe(step.title)} :gray[· {step.year}{', done' if step.done else ''}"
            f"{f', weight {step.weight}' if step.weight > 1 else ''}]"
            for step in steps
        ]
        st.markdown("**Milestones**\n" + "\n".join(lines))


def _checkins(checkins: list[CheckIn], goal: Goal) -> None:
    if not checkins:
        return
    st.markdown("**Check-ins**")
    newest = checkins[::-1]
    unit = f" {goal.measure.unit.strip()}" if goal.measure and goal.measure.unit.strip() else ""
    for it in first_of(newest, "check-ins"):
        value = "" if it.value is None else f" · {number_in_words(it.value)}{safe(unit)}"
        note = f"  \n{safe(it.note)}" if it.note else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{day_in_words(it.on)}{value}{note}", width="stretch")
            st.button(
                "Archive",
                key=PlanKey.CHECK_IN_ARCHIVE.of(it.id),
                type="tertiary",
                on_click=_archive_check_in,
                args=(it.id,),
            )
    more_button(newest, "check-ins")


def _archived_check_ins(away: list[CheckIn]) -> None:
    for it in first_of(away, "check-ins-away"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":gray[Archived: check-in of {day_in_words(it.on)}]", width="stretch")
            key = PlanKey.CHECK_IN_RESTORE.of(it.id)
            st.button("Bring back", key=key, type="tertiary", on_click=_restore_check_in, args=(it.id,))
    more_button(away, "check-ins-away")


def _by_hand(goal: Goal) -> None:
    with st.expander("Set the progress by hand"):
        st.caption("It counts instead of what adds up, and says that it was set by hand.")
        key = PlanKey.GOAL_BY_HAND.of(goal.id)
        follow(key, goal.by_hand)
        st.number_input(
            "Progress in percent",
            value=None,
            min_value=0,
            max_value=WHOLE,
            step=5,
            key=key,
            placeholder="Adds up by itself",
            on_change=_set_by_hand,
            args=(goal.id, key),
            width=220,
        )


@unbroken
def _set_by_hand(goal_id: str, key: str) -> None:
    percent: int | None = session[key]
    change_workspace(lambda plan, stamp: set_progress_by_hand(plan.goals, goal_id, percent, stamp=stamp))


@unbroken
def _archive_check_in(check_in_id: str) -> None:
    change_workspace(
        lambda plan, stamp: archive_check_in(plan.checkins, check_in_id, stamp=stamp),
        done="Archived. Undo brings it back.",
    )


@unbroken
def _restore_check_in(check_in_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_check_in(plan.checkins, check_in_id, stamp=stamp), done="It is back."
    )


@unbroken
def _close() -> None:
    session.pop(PlanKey.GOAL_SHOWN, None)
    put_in_address("goal", "")
