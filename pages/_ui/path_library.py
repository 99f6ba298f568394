"""The library of paths: to read, and to take into the plan what one chooses of them."""

import streamlit as st

from careerkit.aspirations import Path
from careerkit.change import Change, Stamp
from careerkit.content import paths
from careerkit.text import NOTE
from careerkit.words import joined
from careerkit.workspace import PathChoice, Workspace, present, take_path
from pages._ui.choices import need_options
from pages._ui.door import IDS, change_workspace
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.need_words import named
from pages._ui.plan_state import PlanKey
from pages._ui.session import session, unbroken


def path_library(plan: Workspace) -> None:
    """Draw every path, folded; what it would add is chosen one by one, and nothing is added unasked."""
    st.header("Paths to look through", anchor=False)
    st.markdown(
        "Six ways a working life can go. Read them as suggestions: take what fits, and change its words."
    )
    for path in paths():
        with st.expander(path.title):
            _about(path)
            if _is_taken(path, plan):
                st.badge("In your plan", color="green", icon=":material/check:")
            else:
                _proposal(path)


def _is_taken(path: Path, plan: Workspace) -> bool:
    return any(path.id == it.path or it.title == path.aspiration for it in present(plan.aspirations).values())


def _about(path: Path) -> None:
    st.markdown(path.about)
    gives, catch = st.columns(2)
    gives.markdown(f"**What it gives**  \n{path.gives}")
    catch.markdown(f"**Its catch**  \n{path.catch}")
    if path.ladder:
        st.markdown("**Step by step**")
        st.markdown("\n".join(f"1. **{rung.level}.** {rung.about}" for rung in path.ladder))
    st.markdown(f"**Ask yourself:** {path.test}")
    needs = joined([named(need) for need in path.needs])
    st.caption(f"It usually serves {needs}.")


def _proposal(path: Path) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(
            f"It would add the aspiration “{safe(path.aspiration)}”, and of these first goals those you tick:"
        )
        for place, goal in enumerate(path.goals):
            st.checkbox(
                safe(goal.title),
                key=PlanKey.PATH_GOAL.of(f"{path.id}-{place}"),
                help=f"First step: {safe(goal.first_step)}",
            )
        if path.second_reason:
            st.text_area(
                path.second_reason, key=PlanKey.PATH_REASON.of(path.id), max_chars=room(NOTE), height=80
            )
        st.button(
            "Add to my plan",
            key=PlanKey.PATH_TAKE.of(path.id),
            icon=":material/add:",
            on_click=_take,
            args=(path.id,),
        )


@unbroken
def _take(path_id: str) -> None:
    path = next(path for path in paths() if path.id == path_id)
    ticked = {
        place for place in range(len(path.goals)) if session.get(PlanKey.PATH_GOAL.of(f"{path_id}-{place}"))
    }
    choice = PathChoice(goals=frozenset(ticked), why=session.get(PlanKey.PATH_REASON.of(path_id), ""))

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        if _is_taken(path, plan):  # a second press, or another tab
            return []
        return take_path(plan, path, choice, needs=need_options(), ids=IDS, stamp=stamp)

    change_workspace(
        deed, done="It is in your plan. Goals without a date wait on the Board as ideas.", base=None
    )
