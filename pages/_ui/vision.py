"""The vision: where in seven years, in seven parts that save themselves."""

from functools import partial

import streamlit as st

from careerkit.aspirations import LAST_START, SPAN, VISION_PARTS, Vision, edit_vision
from careerkit.content.plan import VisionPart, plan_words
from careerkit.text import NOTE
from careerkit.workspace import Workspace
from pages._ui.choices import year_field
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.fields import follow, saved_text
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def vision_fields(plan: Workspace) -> None:
    """Draw the vision: folded away once it holds words, open while it is empty."""
    vision = plan.vision or Vision(start_year=today().year)
    empty = not any(getattr(vision, part) for part in VISION_PARTS)
    session.setdefault(Key.VISION_OPEN, empty)  # later it stays as the person left it
    with st.expander(f"Your vision of {vision.start_year + SPAN}", key=Key.VISION_OPEN, on_change="rerun"):
        st.markdown("Picture an ordinary working day in seven years. A few words are enough.")
        parts = plan_words().vision
        for at in range(0, len(parts), 2):  # row by row, so that a phone keeps the order
            left, right = st.columns(2)
            with left:
                _part(parts[at], vision)
            with right:
                if at + 1 < len(parts):
                    _part(parts[at + 1], vision)
                else:
                    _start_year(vision)


def _part(part: VisionPart, vision: Vision) -> None:
    saved_text(
        f"{part.title}: {part.asks}",
        key=Key.VISION_PART.of(part.id),
        stored=getattr(vision, part.id),
        save=partial(_save_part, part.id),
        limit=NOTE,
        area=True,
        height=90,
        placeholder=part.example,
    )


def _start_year(vision: Vision) -> None:
    follow(Key.VISION_YEAR, vision.start_year)
    year_field("The seven years begin with", Key.VISION_YEAR, last=LAST_START, on_change=_save_year)


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
    year: int | None = session[Key.VISION_YEAR]
    if year is None:  # emptied: the field shows the stored year again
        del session[Key.VISION_YEAR]
        return
    change_workspace(lambda plan, stamp: edit_vision(plan.visions, {}, start_year=year, stamp=stamp))
