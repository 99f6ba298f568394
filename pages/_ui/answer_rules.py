"""Rules of the review that are silent: in one answer, for a reason, or switched off for all."""

import streamlit as st

from careerkit.interview import (
    Answer,
    hear_rule,
    silence_rule,
    switch_off,
    switch_on,
    words_of_rule,
)
from careerkit.text import LINE
from careerkit.workspace import Workspace, present
from pages._ui.answer_state import AnswerKey
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.session import session, unbroken


def silence_button(answer: Answer, rule: str) -> None:
    """Draw the way to silence a rule here, or to switch it off for all answers."""
    place = f"{answer.id}-{rule}"
    with st.popover("This is wrong here", type="tertiary"):
        st.text_input(
            "Why?",
            key=AnswerKey.RULE_REASON.of(place),
            max_chars=room(LINE),
            placeholder="It is what they asked, it is how I talk, …",
        )
        st.button(
            "Silence it in this answer",
            key=AnswerKey.RULE_SILENCE.of(place),
            on_click=_silence,
            args=(answer.id, rule, place),
        )
        st.button(
            "Switch it off for all answers",
            key=AnswerKey.RULE_OFF.of(place),
            type="tertiary",
            on_click=_switch_off,
            args=(rule, place),
        )


def rules_off_here(plan: Workspace, answer: Answer) -> None:
    """Draw, in one list, what is silent in this answer and what is switched off, with the way back."""
    off = present(plan.rules_off)
    count = len(answer.silences) + len(off)
    if not count:
        return
    with st.expander(f"Silent rules: {count}"):
        for silence in answer.silences:
            _line(silence.rule, f"in this answer: {silence.reason}", answer.id)
        for rule in off.values():
            _line(rule.id, f"in all answers{': ' + rule.reason if rule.reason else ''}", "")


def _line(rule: str, why: str, answer_id: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{words_of_rule(rule).title}, {safe(why)}", width="stretch")
        key = AnswerKey.RULE_HEAR if answer_id else AnswerKey.RULE_ON
        st.button(
            "Hear it again",
            key=key.of(f"{answer_id}-{rule}"),
            type="tertiary",
            on_click=_hear if answer_id else _switch_on,
            args=(answer_id, rule) if answer_id else (rule,),
        )


@unbroken
def _silence(answer_id: str, rule: str, place: str) -> None:
    reason = session[AnswerKey.RULE_REASON.of(place)]
    change_workspace(
        lambda plan, stamp: silence_rule(plan.answers, answer_id, rule, reason, stamp=stamp),
        done="It is silent in this answer.",
    )


@unbroken
def _switch_off(rule: str, place: str) -> None:
    reason = session[AnswerKey.RULE_REASON.of(place)]
    change_workspace(
        lambda plan, stamp: switch_off(plan.rules_off, rule, reason, stamp=stamp),
        done="It is switched off for all answers.",
    )


@unbroken
def _hear(answer_id: str, rule: str) -> None:
    change_workspace(lambda plan, stamp: hear_rule(plan.answers, answer_id, rule, stamp=stamp), done="Noted.")


@unbroken
def _switch_on(rule: str) -> None:
    change_workspace(lambda plan, stamp: switch_on(plan.rules_off, rule, stamp=stamp), done="Noted.")
