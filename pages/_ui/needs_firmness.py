"""How firmly the order stands: circles to look at again, pairs asked twice, and one-sided answers."""

import streamlit as st

from careerkit.content import needs_words
from careerkit.needs import (
    Assessment,
    chance_in_words,
    circle_in_words,
    circles,
    consistency,
    consistency_in_words,
    look_again,
    most_circles,
    pair_key,
    repeats,
    repeats_in_words,
    side_count,
    sides_in_words,
    ties,
    triad_p_value,
    wins_matrix,
)
from pages._ui.door import change_workspace
from pages._ui.need_words import named
from pages._ui.needs_views import COMPARE
from pages._ui.session import session, unbroken
from pages._ui.state import Key


def firmness(result: Assessment) -> None:
    """Say how firmly the order stands, and offer another look at what runs in a circle."""
    wins = wins_matrix(result)
    found = circles(result)
    zeta = consistency(wins)
    said = (
        consistency_in_words(len(found), triad_p_value(wins), ties(result) / result.pairs),
        repeats_in_words(repeats(result)),
        sides_in_words(side_count(result)),
    )
    st.markdown(" ".join(sentence for sentence in said if sentence))
    if found:
        with st.expander(f"Choices that run in a circle ({len(found)})"):
            for circle in found:
                _circle(result, circle)
            if len(found) > 1:
                _button(
                    "Look again at all of them", result, "all", {key for it in found for key in _pairs(it)}
                )
    with st.expander("How firmly the order stands, in numbers"):
        most = most_circles(len(result.needs))
        st.markdown(needs_words()["consistency"])
        st.markdown(
            f"Here: {len(found)} of at most {most} circles, so the coefficient is {zeta:.2f}. "
            f"{chance_in_words(triad_p_value(wins), ties(result))}"
        )


def _circle(result: Assessment, circle: tuple[str, str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(circle_in_words(circle, named), width="stretch")
        _button("Look again", result, "+".join(circle), _pairs(circle))


def _pairs(circle: tuple[str, str, str]) -> set[str]:
    one, two, three = circle
    return {pair_key(one, two), pair_key(two, three), pair_key(three, one)}


def _button(label: str, result: Assessment, which: str, pairs: set[str]) -> None:
    st.button(
        label,
        key=Key.NEEDS_LOOK_AGAIN.of(f"{result.id}-{which}"),
        type="tertiary",
        icon=":material/replay:",
        on_click=_look_again,
        args=(result.id, frozenset(pairs)),
    )


@unbroken
def _look_again(assessment_id: str, pairs: frozenset[str]) -> None:
    session[Key.NEEDS_VIEW] = COMPARE
    change_workspace(lambda plan, stamp: look_again(plan.assessments, assessment_id, pairs, stamp=stamp))
