"""Templates: plans to start from, and one's own plan as one for somebody else."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import needs_catalogue
from careerkit.content.templates import built_in_templates
from careerkit.errors import CareerKitError
from careerkit.store import template_file
from careerkit.words import joined
from careerkit.workspace import Workspace, template_changes, template_in_words, template_of, years_of
from pages._ui.clock import now, today
from pages._ui.door import change_workspace, stamp_now, workspace_loader
from pages._ui.escape import safe
from pages._ui.plan_state import PlanKey
from pages._ui.session import unbroken
from pages._ui.uploads import empty_uploader, uploaded_backup

_FILE = "file"
"""Stands for the template that was put in, among those of the product."""


def templates(plan: Workspace) -> None:
    """Draw, folded, what one can start from and how to pass one's own plan on."""
    st.header("Templates", anchor=False)
    with st.expander("Start from a template"):
        st.caption(
            "It is added to what you have, with its first year moved to yours. Nothing you wrote is changed."
        )
        for built_in in built_in_templates():
            st.markdown(f"**{built_in.title}**  \n{built_in.about}")
            _offer(plan, built_in.template, built_in.id, built_in.title)
        _from_file(plan)
    with st.expander("Pass your plan on"):
        _save_own(plan)


def template_bytes(load: Callable[[], Workspace]) -> bytes:
    """Return the plan that ``load`` gives as a template file, with nothing private in it."""
    return template_file(_bare(load()), at=now())


def _bare(content: Workspace) -> Workspace:
    return template_of(content, needs=[need.id for need in needs_catalogue()])


def _offer(plan: Workspace, template: Workspace, id_: str, title: str) -> None:
    """Say what a template has, with the button that adds it; nothing to press when it is all there."""
    held = template_in_words(template)
    if not held:
        st.markdown("There is nothing in it that could be added.")
        return
    st.markdown(f"It has {joined(held)}.")
    if not _changes(template, "", plan, stamp_now()):
        st.badge("In your plan", color="green", icon=":material/check:")
        return
    st.button(
        "Add to my plan",
        key=PlanKey.TEMPLATE_ADD.of(id_),
        icon=":material/add:",
        on_click=_add,
        args=(template, title, id_),
    )


def _from_file(plan: Workspace) -> None:
    read = uploaded_backup(
        "Or a template that somebody gave you",
        PlanKey.TEMPLATE_FILE,
        turn=PlanKey.TEMPLATE_TURN,
        kept=PlanKey.TEMPLATE_READ,
    )
    if isinstance(read, CareerKitError):
        st.error(f"{safe(str(read))} Nothing was changed.", icon=":material/info:")
    elif read is not None:
        _offer(plan, _bare(read.content), _FILE, "a file")


def _save_own(plan: Workspace) -> None:
    held = template_in_words(_bare(plan))
    if not held:
        st.markdown(
            "There is nothing to pass on yet: a template is made of your vision, aspirations and goals."
        )
        return
    st.markdown(f"It will have {joined(held)}, as if nothing of it had begun.")
    st.caption(
        "What you keep private stays out, and so does all that tells how you are doing: progress, check-ins, "
        "reviews, ratings. Read your vision first: it goes along as you wrote it."
    )
    st.download_button(
        "Save my plan as a template",
        data=partial(template_bytes, workspace_loader()),
        file_name=f"careerkit-template-{today().isoformat()}.json",
        mime="application/json",
        key=PlanKey.TEMPLATE_SAVE,
        icon=":material/download:",
        on_click="ignore",
    )


def _changes(template: Workspace, reason: str, plan: Workspace, stamp: Stamp) -> list[Change]:
    year = years_of(plan, today())[0]
    return template_changes(plan, template, start_year=year, stamp=stamp, reason=reason)


@unbroken
def _add(template: Workspace, title: str, id_: str) -> None:
    reason = f"Started from the template “{title}”" if id_ != _FILE else "Started from a template"
    done = "It is in your plan. Undo takes it back."
    if change_workspace(partial(_changes, template, reason), done=done, base=None) and id_ == _FILE:
        empty_uploader(PlanKey.TEMPLATE_TURN, PlanKey.TEMPLATE_READ)
