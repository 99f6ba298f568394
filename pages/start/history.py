import streamlit as st

from pages._ui.door import current_workspace
from pages._ui.journal import journal
from pages._ui.page import page_head

page_head("History", "Every change, the newest first: what, when, by whom and why.")
workspace = current_workspace()

if workspace.history:
    journal(workspace)
else:
    st.info("Nothing has changed yet. From your first entry on, every change is listed here.")
