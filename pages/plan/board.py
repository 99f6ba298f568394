from pages._ui.board import board
from pages._ui.check_in import check_in_dialog
from pages._ui.goal_details import goal_details
from pages._ui.goal_form import goal_dialog
from pages._ui.milestone_form import milestone_dialog

board()
goal_dialog()
milestone_dialog()
check_in_dialog()
goal_details()
