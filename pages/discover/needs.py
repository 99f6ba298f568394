from careerkit.needs import need_order, open_assessment, results
from pages._ui import needs_views as views
from pages._ui.aspiration_form import aspiration_dialog
from pages._ui.comparing import being_compared, compare
from pages._ui.door import current_workspace
from pages._ui.goal_form import goal_dialog
from pages._ui.need_form import need_dialog
from pages._ui.needs_guess import guess_form
from pages._ui.needs_set import needs_set
from pages._ui.needs_start import introduce_needs
from pages._ui.needs_strengths import needs_strengths
from pages._ui.page import page_head
from pages._ui.strength_form import strength_dialog

plan = current_workspace()
finished = results(plan.assessments)
if open_assessment(plan.assessments):
    about = "There is no right answer, only yours."
elif finished:
    about = "What you keep when you cannot keep everything, and what follows from it."
else:
    about = "Find out what comes first for you, before you plan where to go."
page_head("What do you need from your job?", about)
match views.chosen_view(plan):
    case views.COMPARE if being_compared(plan):
        compare()
    case views.COMPARE:
        introduce_needs()
    case views.STRENGTHS:
        needs_strengths(plan)
    case views.YOUR_NEEDS:
        needs_set(plan)
    case views.ORDER:
        from pages._ui.needs_result import show_result  # charts: only when they are due

        show_result(finished[0], finished[1:])
    case views.TODAY:
        from pages._ui.needs_today import needs_today

        needs_today(finished[0])
    case views.DIRECTIONS:
        from pages._ui.needs_directions import needs_directions

        needs_directions(finished[0])
    case views.OVER_TIME:
        from pages._ui.needs_over_time import needs_over_time

        needs_over_time(finished)
        guess_form(need_order(finished[0]))
need_dialog()
strength_dialog()
aspiration_dialog()
goal_dialog()
