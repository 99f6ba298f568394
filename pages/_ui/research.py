"""The research sheet of an application, in four short steps."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, NamedTuple

import streamlit as st

from careerkit.interview import (
    Application,
    ApplicationEdit,
    asks_of,
    edit_application,
    say_what_it_gives,
    sayable_aspirations,
)
from careerkit.text import LONG, NOTE
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.asks import asks_noted
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import saved_text
from pages._ui.posting_picks import posting_picks
from pages._ui.session import session, unbroken


class _Field(NamedTuple):
    label: str
    name: str
    hint: str


_COMPANY: Final = (
    _Field("What they do, and for whom", "about", "In your words, as you would tell a friend"),
    _Field("How people work together there", "culture", "Where did you see or hear it?"),
    _Field("What they care about", "values", "And one thing they did that shows it"),
    _Field("Plans and projects", "plans", "What they build, open, change or try out"),
    _Field("What one can learn there", "training", "Courses, mentors, time for study"),
)
_BEFORE: Final = (
    _Field("Who had this role, and where are they now?", "before", "Ask, or look at public profiles"),
    _Field("What did they learn in it?", "learned", "It tells what the role can teach you"),
)
_GAINS: Final = _Field(
    "What does the employer gain when your goals are met?", "gains", "What gets better, and for whom?"
)


def research(plan: Workspace, application: Application) -> None:
    """Draw the step that is chosen, with the way to the others."""
    names = list(_STEPS)
    if session.get(AnswerKey.RESEARCH_PART) not in names:
        session[AnswerKey.RESEARCH_PART] = names[0]
    part = st.segmented_control(
        "Step of the research",
        names,
        key=AnswerKey.RESEARCH_PART,
        format_func=lambda name: _with_number(name, names, application, plan),
        required=True,
        label_visibility="collapsed",
    )
    part = part if part in names else names[0]
    _STEPS[part](plan, application)
    if part != names[-1]:
        following = names[names.index(part) + 1]
        label = f"Next: {following.lower()}"
        st.button(label, key=AnswerKey.RESEARCH.of("next"), on_click=_show, args=(following,))


def research_steps() -> tuple[str, ...]:
    """Return what the steps are called, in their order."""
    return tuple(_STEPS)


def _with_number(name: str, names: list[str], application: Application, plan: Workspace) -> str:
    done = " :material/check:" if _has_something(name, application, plan) else ""
    return f"{names.index(name) + 1} {name}{done}"


def _has_something(name: str, application: Application, plan: Workspace) -> bool:
    match name:
        case "The company":
            return any(getattr(application, field.name) for field in _COMPANY)
        case "The role":
            return bool(application.posting or asks_of(plan.asks, application.id))
        case "Before you":
            return any(getattr(application, field.name) for field in _BEFORE)
        case _:
            return bool(application.gains or application.gives)


@unbroken
def _show(part: str) -> None:
    session[AnswerKey.RESEARCH_PART] = part


def _company(_: Workspace, application: Application) -> None:
    st.caption(
        "Their own pages say what they want to be; news, reviews and people who work there say what they are."
    )
    for field in _COMPANY:
        _field(application, field)


def _role(plan: Workspace, application: Application) -> None:
    st.caption("Paste the posting, and note what they ask for. Nothing leaves this app.")
    saved_text(
        "Text of the posting",
        key=AnswerKey.RESEARCH.of(f"posting-{application.id}"),
        stored=application.posting,
        save=lambda text: _keep(application.id, "posting", text),
        limit=LONG,
        area=True,
        height=220,
        placeholder="Paste it here as it is",
    )
    posting_picks(plan, application)
    asks_noted(plan, application)


def _before(_: Workspace, application: Application) -> None:
    st.caption(
        "The best picture of where a role leads are the people who had it. Two or three are enough, "
        "and a question about them is a good one to ask in the interview."
    )
    for field in _BEFORE:
        _field(application, field)


def _both_sides(plan: Workspace, application: Application) -> None:
    st.caption("An employer listens for what is in it for them; you may ask the same for yourself.")
    _field(application, _GAINS)
    directions = sayable_aspirations(plan, application)
    if not directions:
        st.caption("Once your plan has an aspiration, note here what this role would give towards it.")
    for aspiration in directions.values():
        saved_text(
            f"What would this role give you towards “{safe(aspiration.title)}”?",
            key=AnswerKey.RESEARCH_GIVES.of(f"{application.id}-{aspiration.id}"),
            stored=application.gives.get(aspiration.id, ""),
            save=partial(_gives, application.id, aspiration.id),
            limit=NOTE,
            area=True,
            height=68,
        )


def _field(application: Application, field: _Field) -> None:
    saved_text(
        field.label,
        key=AnswerKey.RESEARCH.of(f"{field.name}-{application.id}"),
        stored=getattr(application, field.name),
        save=lambda text: _keep(application.id, field.name, text),
        limit=NOTE,
        area=True,
        height=68,
        placeholder=field.hint,
    )


def _keep(application_id: str, name: str, text: str) -> None:
    edit = ApplicationEdit(**{name: text})
    change_workspace(
        lambda plan, stamp: edit_application(plan.applications, application_id, edit, stamp=stamp)
    )


def _gives(application_id: str, aspiration_id: str, text: str) -> None:
    change_workspace(
        lambda plan, stamp: say_what_it_gives(
            plan.applications, application_id, aspiration_id, text, stamp=stamp
        )
    )


_STEPS: Final[Mapping[str, Callable[[Workspace, Application], None]]] = {
    "The company": _company,
    "The role": _role,
    "Before you": _before,
    "Both sides": _both_sides,
}
