import streamlit as st

from careerkit.store import default_folder
from pages._ui.access import Role, current_access
from pages._ui.backup import backup_button, restore_form
from pages._ui.bring_in import bring_in
from pages._ui.demo import shows_demo
from pages._ui.door import current_workspace
from pages._ui.erase import erase_form
from pages._ui.outlook import name_field
from pages._ui.page import page_head
from pages._ui.stores import why_in_memory
from pages._ui.take_out import take_out
from pages._ui.versions import versions_form

page_head("Your data", "Take everything with you, bring it back, or delete it for good.")
access = current_access()
workspace = current_workspace()

if shows_demo(workspace):
    st.markdown("This page is about your own entries. Remove the demo to see it.")
else:
    name_field(workspace)
    if why_in_memory(access) is None:
        st.markdown(f"Your data is kept {access.location}. It is sent nowhere else.")
        if access.role is Role.OWNER:
            st.code(str(default_folder().absolute()), language=None, wrap_lines=True)

    st.header("Backup", anchor=False)
    st.markdown("One file with every entry. It is not encrypted: keep it safe.")
    backup_button()

    st.header("Restore a backup", anchor=False)
    st.markdown("A file of at most 20 MB. You see what would change before anything does.")
    restore_form()

    st.header("Tables and calendar", anchor=False)
    st.markdown("For other programs. What comes in is shown to you before anything is added.")
    take_out()
    bring_in(workspace)

    st.header("Earlier versions", anchor=False)
    st.markdown(
        "The version before your last change is always kept, and for a while the last one of each day and "
        "month."
    )
    versions_form()

    st.header("Delete everything", anchor=False)
    st.markdown("This removes every entry, every earlier version and the history. It cannot be undone.")
    erase_form()
