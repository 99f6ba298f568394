"""The answer to one question: what it is made of, what changed, its text, and where it comes from."""

from careerkit.interview import Application, Asked, answer_to
from careerkit.workspace import Workspace
from pages._ui.answer_editor import answer_editor, still_said, take_along, where_from
from pages._ui.answer_material import bring, question_behind
from pages._ui.answer_offers import answer_offers
from pages._ui.answer_versions import answer_versions


def answer_view(plan: Workspace, application: Application, asked: Asked) -> None:
    """Draw everything about the answer to one question for one application."""
    answer = answer_to(plan, application.id, asked)
    question_behind(asked)
    bring(plan, application, asked, answer)
    if answer is not None:
        still_said(plan, answer)
        answer_offers(plan, answer)
    answer_editor(plan, application, asked, answer)
    if answer is not None and answer.text:
        where_from(plan, answer)
        answer_versions(answer)
        take_along(application, answer)
