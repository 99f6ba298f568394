"""The vision: where in seven years, in seven parts that save themselves, and in sight while planning."""

from functools import partial
from typing import Final

import streamlit as st

from careerkit.aspirations import LAST_START, SPAN, Vision, edit_vision
from careerkit.content.plan import VisionPart, plan_words
from careerkit.text import NOTE
from careerkit.workspace import Workspace
from pages._ui.choices import year_field
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.fields import follow, saved_text
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken

_SHORT: Final = 70  # characters


def vision_strip(plan: Workspace) -> None:
    """Keep the vision in sight on the pages of the plan: its first words, the rest folded behind them."""
    vision = plan.vision
    parts = [] if vision is None else [p for p in plan_words().vision if getattr(vision, p.id)]
    if vision is None or not parts:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("No vision yet: it shows where all this leads.", width="content")
            if st.button("Write it down", key=PlanKey.VISION_OPEN, type="tertiary"):
                go_to(Place.VISION)
        return
    with st.expander(_in_short(vision, parts), icon=":material/landscape:"):
        for part in parts:
            st.markdown(f"**{part.title}**  \n{safe(getattr(vision, part.id))}")
        if st.button("Change it", key=PlanKey.VISION_OPEN, type="tertiary"):
            go_to(Place.VISION)


def vision_fields(plan: Workspace) -> None:
    """Draw the parts of the vision, and the years it looks at."""
    vision = plan.vision or Vision(start_year=today().year)
    _start_year(vision)
    st.markdown(f"Picture an ordinary working day in **{vision.start_year + SPAN}**. A few words are enough.")
    parts = plan_words().vision
    for at in range(0, len(parts), 2):  # row by row, so that a phone keeps the order
        for column, part in zip(st.columns(2), parts[at : at + 2], strict=False):
            with column:
                _part(part, vision)


def _in_short(vision: Vision, parts: list[VisionPart]) -> str:
    first = " ".join(getattr(vision, parts[0].id).split())
    short = first if len(first) <= _SHORT else f"{first[:_SHORT].rstrip()} …"
    return f"Your vision of {vision.start_year + SPAN}: {safe(short)}"


def _part(part: VisionPart, vision: Vision) -> None:
    saved_text(
        f"{part.title}: {part.asks}",
        key=PlanKey.VISION_PART.of(part.id),
        stored=getattr(vision, part.id),
        save=partial(_save_part, part.id),
        limit=NOTE,
        area=True,
        height=110,
        placeholder=part.example,
    )


def _start_year(vision: Vision) -> None:
    follow(PlanKey.VISION_YEAR, vision.start_year)
    year_field("The seven years begin with", PlanKey.VISION_YEAR, last=LAST_START, on_change=_save_year)


def _save_part(part: str, text: str) -> None:
    year = today().year
    change_workspace(
        lambda plan, stamp: edit_vision(
            plan.visions,
            {part: text},
            start_year=plan.vision.start_year if plan.vision else year,
            stamp=stamp,
        )
    )


@unbroken
def _save_year() -> None:
    year: int | None = session[PlanKey.VISION_YEAR]
    if year is None:  # emptied: the field shows the stored year again
        del session[PlanKey.VISION_YEAR]
        return
    change_workspace(lambda plan, stamp: edit_vision(plan.visions, {}, start_year=year, stamp=stamp))
