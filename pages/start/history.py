import streamlit as st

from pages._ui.door import current_workspace
from pages._ui.history_views import history_views
from pages._ui.page import page_head

page_head("History", "What changed: when, by whom and why.")
workspace = current_workspace()

if workspace.history:
    history_views(workspace)
else:
    st.info("Nothing has changed yet. From your first entry on, every change is listed here.")
