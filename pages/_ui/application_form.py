"""Which application it is about, and the dialog in which a new one is entered."""

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.interview import (
    Application,
    ApplicationEdit,
    add_application,
    archive_application,
    edit_application,
    restore_application,
)
from careerkit.text import LINE, LONG
from careerkit.workspace import Workspace, present
from pages._ui.answer_state import AnswerKey
from pages._ui.choices import label_from, told_apart
from pages._ui.door import IDS, change_workspace
from pages._ui.draft_dialog import draft_buttons, draft_dialog, open_draft
from pages._ui.escape import safe
from pages._ui.fields import room, saved_text
from pages._ui.session import session, unbroken
from pages._ui.state import Keys


def choose_application(plan: Workspace) -> Application | None:
    """Draw the choice among the applications; return the chosen one, ``None`` when there is none yet."""
    applications = present(plan.applications)
    if not applications:
        st.markdown(
            "An answer is prepared for one role at one company: what you bring from your plan depends on "
            "who is asking. Begin with the application."
        )
        _add_button(main=True)
        return None
    labels = told_apart({id_: _name(application) for id_, application in applications.items()})
    if session.get(AnswerKey.APPLICATION) not in labels:
        session.pop(AnswerKey.APPLICATION, None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Application",
            list(labels),
            key=AnswerKey.APPLICATION,
            format_func=label_from(labels),
            width=480,
            persist_state="session",
        )
        _add_button(main=False)
    return applications.get(chosen or "")


def application_fields(application: Application) -> None:
    """Draw what is known about the application; each field saves itself."""
    with st.expander("About this application"):
        _field(application, AnswerKey.APPLICATION_COMPANY, "Company", "company", LINE)
        _field(application, AnswerKey.APPLICATION_ROLE, "Role", "role", LINE)
        _field(application, AnswerKey.APPLICATION_NOTES, "Notes", "notes", LONG)
        st.button(
            "Archive this application",
            key=AnswerKey.APPLICATION_ARCHIVE,
            type="tertiary",
            on_click=_archive,
            args=(application.id,),
        )


def archived_applications(plan: Workspace) -> None:
    """List what is archived, with a way back."""
    archived = {id_: entry for id_, entry in plan.applications.items() if entry.archived}
    if not archived:
        return
    with st.expander(f"Archived applications: {len(archived)}"):
        for id_, application in archived.items():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(safe(_name(application)), width="stretch")
                st.button(
                    "Bring back",
                    key=AnswerKey.APPLICATION_RESTORE.of(id_),
                    type="tertiary",
                    on_click=_restore,
                    args=(id_,),
                )


def application_dialog() -> None:
    """Draw the dialog for a new application if it is open."""
    draft_dialog(AnswerKey.APPLICATION_FORM, AnswerKey.APPLICATION_COMPANY, "application", _body)


def _add_button(*, main: bool) -> None:
    st.button(
        "New application",
        key=AnswerKey.APPLICATION_ADD,
        type="primary" if main else "secondary",
        icon=":material/add:",
        on_click=_open,
    )


@unbroken
def _open() -> None:
    keys = (AnswerKey.APPLICATION_COMPANY, AnswerKey.APPLICATION_ROLE, AnswerKey.APPLICATION_NOTES)
    open_draft(AnswerKey.APPLICATION_FORM, "", dict.fromkeys(keys, ""))


def _body(_: str) -> None:
    with st.form(AnswerKey.APPLICATION_FORM, border=False):
        st.text_input("Company", key=AnswerKey.APPLICATION_COMPANY, max_chars=room(LINE))
        st.text_input(
            "Role",
            key=AnswerKey.APPLICATION_ROLE,
            max_chars=room(LINE),
            placeholder="As the posting calls it",
        )
        st.text_area(
            "Notes",
            key=AnswerKey.APPLICATION_NOTES,
            max_chars=room(LONG),
            height=140,
            placeholder="Where you found it, who will ask, what to take along",
        )
        draft_buttons(AnswerKey.APPLICATION_FORM, "application", save=_added, archive=None)


def _added(_: Workspace, stamp: Stamp) -> list[Change]:
    company, role, notes = (
        session[key]
        for key in (AnswerKey.APPLICATION_COMPANY, AnswerKey.APPLICATION_ROLE, AnswerKey.APPLICATION_NOTES)
    )
    changes = add_application(company, role, notes, ids=IDS, stamp=stamp)
    session[AnswerKey.APPLICATION] = changes[0].entity_id  # what is new is chosen at once
    return changes


def _field(application: Application, key: Keys, label: str, name: str, limit: int) -> None:
    saved_text(
        label,
        key=key.of(application.id),
        stored=getattr(application, name),
        save=lambda text: change_workspace(
            lambda plan, stamp: edit_application(
                plan.applications, application.id, ApplicationEdit(**{name: text}), stamp=stamp
            )
        ),
        limit=limit,
        area=limit == LONG,
    )


@unbroken
def _archive(application_id: str) -> None:
    change_workspace(
        lambda plan, stamp: archive_application(plan.applications, application_id, stamp=stamp),
        done="Archived, with its answers. Undo brings it back.",
    )


@unbroken
def _restore(application_id: str) -> None:
    change_workspace(
        lambda plan, stamp: restore_application(plan.applications, application_id, stamp=stamp),
        done="It is back.",
    )


def _name(application: Application) -> str:
    return f"{application.role}, {application.company}"
