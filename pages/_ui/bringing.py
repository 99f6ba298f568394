"""What a person brings into an answer: as they chose it, or a suggestion to begin with."""

from careerkit.content import answer_frames, word_kin
from careerkit.interview import (
    Answer,
    AnswerContext,
    AnswerReview,
    Application,
    Asked,
    Choice,
    answer_to,
    review_answer,
    sayable_aspirations,
    sayable_goals,
    sayable_strengths,
    suggested,
)
from careerkit.workspace import Workspace
from pages._ui.choices import need_names
from pages._ui.clock import today


def chosen(plan: Workspace, application: Application, asked: Asked) -> Choice:
    """Return what is brought into an answer, as far as it can still be said; a suggestion before that."""
    answer = answer_to(plan, application.id, asked)
    if answer is None or (answer.text and not _brings(answer)):
        begin = suggested(plan, asked, today=today(), application=application)
        return Choice(
            application_id=application.id,
            asked=asked,
            aspirations=begin.aspirations,
            goals=begin.goals,
            strengths=begin.strengths,
        )
    return Choice(
        application_id=application.id,
        asked=asked,
        aspirations=[id_ for id_ in sayable_aspirations(plan, application) if id_ in answer.aspirations],
        goals=[id_ for id_ in sayable_goals(plan, application) if id_ in answer.goals],
        strengths=[id_ for id_ in sayable_strengths(plan, application) if id_ in answer.strengths],
        needs=[id_ for id_ in sayable_needs() if id_ in answer.needs],
        seconds=answer.seconds,
        variant=answer.variant,
    )


def _brings(answer: Answer) -> bool:
    return any((answer.aspirations, answer.goals, answer.strengths, answer.needs))


def sayable_needs() -> dict[str, str]:
    """Return the names, by id, of the needs that an answer has words for; the others are never spoken of."""
    motives = answer_frames().motives
    return {id_: name for id_, name in need_names().items() if id_ in motives}


def reviewed(plan: Workspace, application: Application, answer: Answer) -> AnswerReview:
    """Return what the review finds in an answer, given its application and the plan."""
    context = AnswerContext(
        application=application,
        plan=plan,
        asked=answer.asked,
        composed=answer.composed,
        kin=word_kin(),
        needs=tuple(sayable_needs().values()),
    )
    return review_answer(answer.text, context)
