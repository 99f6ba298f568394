"""Four needs at a time: which to keep first, and which to give up first."""

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.errors import InvalidValueError
from careerkit.needs import Assessment, choose_in_set, next_set, set_key
from careerkit.workspace import Workspace
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.need_words import in_a_sentence, need_of
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def ask_four(assessment: Assessment) -> None:
    """Draw four cards and ask first for the one to keep, then for the one to give up."""
    four = next_set(assessment)
    if four is None:
        return
    choice = assessment.choices.get(set_key(four))
    best = choice.best if choice else None
    session[Key.NEEDS_SHOWN] = _shown(four, best)
    question = st.container()
    for row in (four[:2], four[2:]):
        for column, need in zip(st.columns(2), row, strict=True):
            with column.container(border=True, height="stretch"):
                _card(assessment, four, best, need)
    asks = "Which would you keep first?" if best is None else "And which would you give up first?"
    question.markdown(f"**{asks}**")  # last, so that whoever sees it finds the buttons that answer it


def _card(assessment: Assessment, four: tuple[str, ...], best: str | None, need_id: str) -> None:
    need = need_of(need_id)
    st.subheader(safe(need.name), anchor=False)
    with st.container(height="stretch"):
        st.markdown(safe(need.about))
    if need_id == best:
        st.markdown("You keep this one first.")
        return
    act, key = ("Keep", Key.NEEDS_KEEP) if best is None else ("Give up", Key.NEEDS_GIVE_UP)
    st.button(
        f"{act} {safe(in_a_sentence(need))}",
        key=key.of(f"{assessment.id}-{set_key(four)}-{need_id}"),
        type="primary" if best is None else "secondary",
        width="stretch",
        shortcut=str(four.index(need_id) + 1),
        on_click=_choose,
        args=(assessment.id, four, best, need_id),
    )


def _shown(four: tuple[str, ...], best: str | None) -> str:
    return f"{set_key(four)}-{best or ''}"


@unbroken
def _choose(assessment_id: str, four: tuple[str, ...], best: str | None, need: str) -> None:
    if session.get(Key.NEEDS_SHOWN) != _shown(four, best):
        return  # a second press of a button that was still on the screen

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        assessment = plan.assessments.get(assessment_id)
        known = assessment.choices.get(set_key(four)) if assessment else None
        kept = best or need
        if known and (known.best != kept or (best and known.worst not in (None, need))):
            message = "These four have their answer already. To choose again, undo the last answer."
            raise InvalidValueError(message)
        if known and best is None:
            return []
        worst = need if best else None
        return choose_in_set(plan.assessments, assessment_id, four, best=kept, worst=worst, stamp=stamp)

    session[Key.NEEDS_SHOWN] = ""
    change_workspace(deed, base=None)  # it looks for itself whether another tab has answered
