"""A second application that begins with the answers of this one; what would differ is shown first."""

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import answer_frames
from careerkit.errors import CareerKitError
from careerkit.interview import Answer, Application, duplicate, segments
from careerkit.text import LINE, clean_line
from careerkit.workspace import Workspace
from pages._ui.access import current_access
from pages._ui.answer_state import AnswerKey
from pages._ui.answer_steps import go_to_step
from pages._ui.clock import now, today
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.session import session, unbroken


def another_application(plan: Workspace, application: Application) -> None:
    """Draw the fields for the new company and role, what would differ, and the button that makes it."""
    with st.expander("Use these answers for another application"):
        st.text_input(
            "Company", key=AnswerKey.DUPLICATE_COMPANY, max_chars=room(LINE), persist_state="session"
        )
        st.text_input("Role", key=AnswerKey.DUPLICATE_ROLE, max_chars=room(LINE), persist_state="session")
        company, role = session[AnswerKey.DUPLICATE_COMPANY], session[AnswerKey.DUPLICATE_ROLE]
        if not company.strip() or not role.strip():
            st.caption("Enter company and role; what would be different is then shown here.")
            return
        if _differences(plan, application):
            st.button(
                "Make the application",
                key=AnswerKey.DUPLICATE,
                type="primary",
                on_click=_make,
                args=(application.id,),
            )


def _differences(plan: Workspace, application: Application) -> bool:
    """Draw what would be different, or why it cannot be made; say whether it can."""
    try:
        changes = _changes(plan, application.id, Stamp(by=current_access().actor, at=now()))
    except CareerKitError as refusal:
        st.error(safe(str(refusal)), icon=":material/info:")
        return False
    texts = {str(it.after["asked"]): str(it.after["text"]) for it in changes if it.kind == Answer.KIND}
    for answer in plan.answers.values():
        if answer.application_id == application.id and answer.asked.value in texts and not answer.archived:
            st.markdown(f"**{answer.asked.label}**  \n{_marked(answer.text, texts[answer.asked.value])}")
    if not texts:
        st.caption("There is no answer yet to take along.")
    else:
        st.caption("Marked is what differs. Your research on this company stays with this application.")
    return True


def _marked(before: str, after: str) -> str:
    return " ".join(
        safe(part.text) if part.same else f":blue-background[{safe(part.text)}]"
        for part in segments(before, after)
    )


def _changes(plan: Workspace, application_id: str, stamp: Stamp) -> list[Change]:
    new = Application(
        id=IDS.new(),
        company=clean_line(session[AnswerKey.DUPLICATE_COMPANY]),
        role=clean_line(session[AnswerKey.DUPLICATE_ROLE]),
    )
    return duplicate(plan, application_id, new, frames=answer_frames(), today=today(), stamp=stamp)


@unbroken
def _make(application_id: str) -> None:
    made: list[str] = []

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        changes = _changes(plan, application_id, stamp)
        made[:] = [changes[0].entity_id]
        return changes

    if change_workspace(deed, done="Made. Its research is still to be done.") is not None:
        session[AnswerKey.APPLICATION] = made[0]
        session[AnswerKey.DUPLICATE_COMPANY] = session[AnswerKey.DUPLICATE_ROLE] = ""
        go_to_step("Research")
