"""Goals and milestones from other programs: looked through first, added with one press."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from careerkit.change import Change, Stamp
from careerkit.errors import CareerKitError
from careerkit.intake import Intake, intake_changes
from careerkit.workspace import Workspace
from pages._ui.access import AccessRefusedError
from pages._ui.choices import label_of
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.intake_preview import amount_in_words, intake_preview, stays_out
from pages._ui.intake_source import FORMS, Source, pattern_of, read_source
from pages._ui.notes import keep_note
from pages._ui.session import session, unbroken
from pages._ui.state import Key
from pages._ui.uploads import empty_uploader


def bring_in(plan: Workspace) -> None:
    """Draw, folded, the ways in: a file is looked through, and nothing is saved before that is asked for."""
    with st.expander("Bring goals in"):
        source = _source()
        st.markdown(FORMS[source].about)
        _pattern(source)
        file = _uploaded(source)
        if file is None:
            return
        intake = _read_once(source, file, plan)
        if isinstance(intake, CareerKitError):
            st.error(f"{safe(str(intake))} Nothing was changed.", icon=":material/info:")
            return
        intake_preview(intake, FORMS[source], place=_place(source))
        _buttons(source, file, intake, plan.id)


def _source() -> Source:
    chosen = st.segmented_control(
        "What do you bring?",
        list(Source),
        default=Source.GOALS,
        required=True,
        key=Key.BRING_SOURCE,
        format_func=label_of,
    )
    return next((it for it in Source if it == chosen), Source.GOALS)


def _pattern(source: Source) -> None:
    pattern = pattern_of(source)
    if pattern is not None:
        st.download_button(
            "Download an empty table",
            data=pattern,
            file_name=f"careerkit-{source}-empty.csv",
            mime="text/csv",
            key=Key.BRING_PATTERN,
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            help="It has every column that is read.",
        )


def _uploaded(source: Source) -> UploadedFile | None:
    form = FORMS[source]
    return st.file_uploader(
        "File to bring in",
        type=form.types,
        key=Key.BRING_FILE.of(_place(source)),
        max_upload_size=form.most,
    )


def _place(source: Source) -> str:
    turn: int = session.setdefault(Key.BRING_TURN, 0)
    return f"{source}-{turn}"


def _read_once(source: Source, file: UploadedFile, plan: Workspace) -> Intake | CareerKitError:
    """Return what a file would add to the plan as it is now; a long table takes a second to read."""
    seen = (file.file_id, source, plan.id, plan.revision, today())
    known: tuple[object, Intake | CareerKitError] | None = session.get(Key.BRING_READ)
    if known is not None and known[0] == seen:
        return known[1]
    try:
        read: Intake | CareerKitError = read_source(source, file.getvalue(), plan, today=today())
    except CareerKitError as error:
        read = error
    session[Key.BRING_READ] = (seen, read)
    return read


def _buttons(source: Source, file: UploadedFile, intake: Intake, plan_id: str) -> None:
    amount = amount_in_words(intake)
    with st.container(horizontal=True):
        if amount:
            st.button(
                f"Add {amount}",
                key=Key.BRING_ADD,
                type="primary",
                on_click=_add,
                args=(source, file, plan_id),
            )
        st.button("Cancel" if amount else "Close", key=Key.BRING_CANCEL, on_click=_next_turn)


@unbroken
def _add(source: Source, file: UploadedFile, plan_id: str) -> None:
    read: list[Intake] = []

    def deed(plan: Workspace, stamp: Stamp) -> Sequence[Change]:
        if plan.id != plan_id:  # the page was drawn for somebody else, or the demo came in another tab
            raise AccessRefusedError
        # read again: another tab may have added it meanwhile
        read.append(read_source(source, file.getvalue(), plan, today=today()))
        return intake_changes(read[-1], stamp=stamp, reason=FORMS[source].reason)

    if change_workspace(deed, base=None) is None:
        return
    amount, problems = amount_in_words(read[-1]), read[-1].problems
    note = f"Added {amount}. Undo takes it back." if amount else "All of it was in your plan already."
    keep_note(f"{note} {stays_out(problems, FORMS[source])}" if problems else note)
    _next_turn()


@unbroken
def _next_turn() -> None:
    empty_uploader(Key.BRING_TURN, Key.BRING_READ)
