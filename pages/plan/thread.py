from pages._ui.door import current_workspace
from pages._ui.milestone_form import milestone_dialog
from pages._ui.page import page_head
from pages._ui.thread_page import thread_page

page_head("Golden thread", "What serves what: from your needs to the words in an interview, and back.")
thread_page(current_workspace())
milestone_dialog()
