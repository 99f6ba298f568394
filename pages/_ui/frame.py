"""The frame: who is here, which pages they may see, what they must know, and the page."""

import logging
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from careerkit.errors import CareerKitError
from careerkit.store import DamagedFileError
from careerkit.workspace import Workspace
from pages._ui.access import Access, Role, current_access
from pages._ui.demo import demo_banner
from pages._ui.door import open_workspace
from pages._ui.escape import safe
from pages._ui.notes import show_note
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.recovery import recovery_notice, rescue
from pages._ui.review_state import YearKey
from pages._ui.state import Key
from pages._ui.stores import why_not_kept
from pages._ui.win_form import new_win, win_dialog

_PAGES = (
    (Place.HOME, "Home", ":material/home:"),
    (Place.NEEDS, "Needs", ":material/balance:"),
    (Place.VISION, "Vision", ":material/landscape:"),
    (Place.ASPIRATIONS, "Aspirations", ":material/explore:"),
    (Place.BOARD, "Board", ":material/view_kanban:"),
    (Place.TRENDS, "Trends", ":material/trending_up:"),
    (Place.THREAD, "Golden thread", ":material/account_tree:"),
    (Place.REVIEW, "Yearly review", ":material/event_repeat:"),
    (Place.ANSWERS, "Answers", ":material/record_voice_over:"),
    (Place.HISTORY, "History", ":material/history:"),
    (Place.DATA, "Your data", ":material/save:"),
)
_PAGE_WIDTH = 1000
_ICON = Path(__file__).with_name("icon.svg")  # an icon by name would be fetched from elsewhere


def draw_frame() -> None:
    """Draw one run of the app: the menu, the banners that apply, and the page that was asked for."""
    st.set_page_config(page_title="careerkit", page_icon=_ICON, layout="wide")
    st.logo(_ICON, size="large")
    page = st.navigation(_our_pages())
    st.sidebar.button(
        "Write down a win", key=YearKey.WIN_ADD, icon=":material/add:", type="tertiary", on_click=new_win
    )
    with st.container(horizontal_alignment="center"), st.container(width=_PAGE_WIDTH):
        try:
            _banners(current_access(), open_workspace())
            show_note()
            page.run()
            win_dialog()
        except DamagedFileError as error:
            rescue(error)
        except CareerKitError as error:
            st.error(safe(str(error)), icon=":material/info:")


def announce_navigation() -> None:
    """Tell Streamlit before the first visitor comes that the frame decides which pages there are.

    It would otherwise look for the first page that is asked for among the files in ``pages/``, and say that
    there is none.
    """
    logger = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    logger.disabled = True  # it warns that there is no session, as there cannot be yet
    try:
        st.navigation(_our_pages())
    finally:
        logger.disabled = False


def _our_pages() -> list[Page]:
    return [
        st.Page(place.value, title=title, icon=icon, default=place is Place.HOME)
        for place, title, icon in _PAGES
    ]


def _banners(access: Access, workspace: Workspace) -> None:
    why = why_not_kept(access)
    if why is not None:
        st.warning(safe(why), icon=":material/save:")
    elif access.role is Role.GUEST:
        _guest_banner(access)
    recovery_notice(workspace)
    demo_banner(workspace)


def _guest_banner(access: Access) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"You are a guest here: nobody else sees what you enter. It is kept {access.location}. "
            "Download a backup before you leave.",
            width="stretch",
        )
        if st.button("Backup and restore", key=Key.GUEST_BACKUP, type="tertiary", icon=":material/save:"):
            go_to(Place.DATA)
