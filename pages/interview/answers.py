from pages._ui.page import page_head

page_head("Answers", "")
