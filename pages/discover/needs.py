from careerkit.needs import open_assessment, results
from pages._ui.door import current_workspace
from pages._ui.needs_start import introduce_needs
from pages._ui.page import page_head
from pages._ui.pairs import compare_pairs

_QUESTION = "What do you need from your job?"

assessments = current_workspace().assessments

if open_assessment(assessments) is not None:
    page_head(
        _QUESTION, "If you could keep only one, which would it be? There is no right answer, only yours."
    )
    compare_pairs()
elif finished := results(assessments):
    from pages._ui.needs_result import result_sentence, show_result  # charts: only when they are due

    page_head(_QUESTION, result_sentence(finished[0]))
    show_result(finished[0], finished[1:])
else:
    page_head(_QUESTION, "Find out what comes first for you, before you plan where to go.")
    introduce_needs()
