"""What can be done to applications and answers: pure functions that return changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from careerkit.change import Change, Ids, Stamp, archived, created, restored, updates
from careerkit.errors import InvalidValueError
from careerkit.interview.choice import MOST, Plan
from careerkit.interview.compose import Material, answer_text, compose
from careerkit.interview.frames import FrameSet
from careerkit.interview.model import Answer, Application, Horizon
from careerkit.text import clean_line, clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person chose to bring into the answer to one horizon's question for one application."""

    application_id: str
    horizon: Horizon
    aspirations: Sequence[str] = ()
    goals: Sequence[str] = ()
    variant: int = 0


def add_application(company: str, role: str, notes: str = "", *, ids: Ids, stamp: Stamp) -> list[Change]:
    """Begin a new application. Raises ``InvalidValueError`` without a company or a role."""
    application = Application(
        id=ids.new(), company=clean_line(company), role=clean_line(role), notes=clean_text(notes)
    )
    return [created(application, stamp=stamp)]


def edit_application(
    application: Application,
    *,
    stamp: Stamp,
    company: str | None = None,
    role: str | None = None,
    notes: str | None = None,
) -> list[Change]:
    """Change what is given of an application. Raises ``InvalidValueError`` for an empty company or role."""
    edited = replace(
        application,
        company=application.company if company is None else clean_line(company),
        role=application.role if role is None else clean_line(role),
        notes=application.notes if notes is None else clean_text(notes),
    )
    return updates(application, edited, stamp=stamp)


def archive_application(application: Application, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Put an application out of sight; its answers stay with it."""
    if application.archived:
        return []
    return [archived(application, stamp=stamp, reason=reason)]


def restore_application(application: Application, *, stamp: Stamp, reason: str = "") -> list[Change]:
    """Bring an archived application back, with its answers."""
    if not application.archived:
        return []
    return [restored(application, stamp=stamp, reason=reason)]


def answer_to(plan: Plan, application_id: str, horizon: Horizon) -> Answer | None:
    """Return the answer to one horizon's question for one application, if there is one."""
    for answer in plan.answers.values():
        if answer.application_id == application_id and answer.horizon is horizon and not answer.archived:
            return answer
    return None


def is_edited(answer: Answer) -> bool:
    """Say whether the person changed what was composed, or wrote all of it."""
    return bool(answer.text) and answer.text != answer_text(answer.composed)


def compose_answer(
    plan: Plan, choice: Choice, *, frames: FrameSet, today: date, ids: Ids, stamp: Stamp
) -> list[Change]:
    """Compose the answer from what was chosen, in place of the one that was there.

    Raises ``InvalidValueError`` when nothing, too much, or something private or gone was chosen.
    """
    material = _material(plan, choice)
    sentences = compose(material, frames=frames, today=today)
    old = answer_to(plan, choice.application_id, choice.horizon)
    new = replace(
        old or _blank(choice.application_id, choice.horizon, ids),
        aspirations=frozenset(choice.aspirations),
        goals=frozenset(choice.goals),
        composed=sentences,
        text=answer_text(sentences),
        variant=choice.variant,
    )
    return [created(new, stamp=stamp)] if old is None else updates(old, new, stamp=stamp)


def edit_answer(
    plan: Plan, application_id: str, horizon: Horizon, text: str, *, ids: Ids, stamp: Stamp
) -> list[Change]:
    """Keep the text of an answer as the person wrote it, composed before or not."""
    _application(plan, application_id)
    old = answer_to(plan, application_id, horizon)
    new = replace(old or _blank(application_id, horizon, ids), text=clean_text(text).strip())
    if old is None:
        return [created(new, stamp=stamp)] if new.text else []
    return updates(old, new, stamp=stamp)


def _material(plan: Plan, choice: Choice) -> Material:
    if max(len(set(choice.aspirations)), len(set(choice.goals))) > MOST:
        message = f"Bring at most {MOST} of each: an answer of a minute has room for two or three."
        raise InvalidValueError(message)
    known = set(choice.aspirations) <= plan.aspirations.keys() and set(choice.goals) <= plan.goals.keys()
    if not known:
        message = "Something you chose is no longer in your plan. Choose again, please."
        raise InvalidValueError(message)
    return Material(
        horizon=choice.horizon,
        application=_application(plan, choice.application_id),
        aspirations=[plan.aspirations[id_] for id_ in dict.fromkeys(choice.aspirations)],
        goals=[plan.goals[id_] for id_ in dict.fromkeys(choice.goals)],
        variant=choice.variant,
    )


def _application(plan: Plan, application_id: str) -> Application:
    application = plan.applications.get(application_id)
    if application is None or application.archived:
        message = "This application is gone. Was it archived in another tab?"
        raise InvalidValueError(message)
    return application


def _blank(application_id: str, horizon: Horizon, ids: Ids) -> Answer:
    return Answer(id=ids.new(), application_id=application_id, horizon=horizon)
