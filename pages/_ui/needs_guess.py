"""What somebody else would guess of a person's needs, beside the person's own order."""

from collections.abc import Sequence

import streamlit as st

from careerkit.content import needs_words
from careerkit.needs import Standing, agreement_in_words, compare_orders, order_agreement
from pages._ui.choices import label_from, told_apart
from pages._ui.escape import safe
from pages._ui.need_words import need_of
from pages._ui.state import Key


def guess_form(own: Sequence[Standing]) -> None:
    """Let somebody put the needs in order, and show both orders once every need has its place."""
    names = told_apart({standing.need: need_of(standing.need).name for standing in own})
    ids = sorted(names, key=lambda id_: names[id_].casefold())
    with st.expander("What would somebody who knows you guess?"):
        st.markdown(needs_words()["guess"])
        guess = st.multiselect(
            "The needs in the order you would expect, the most important first",
            ids,
            key=Key.NEEDS_GUESS,
            format_func=label_from(names),
            placeholder="Choose",
            select_all=False,
        )
        left = len(ids) - len(guess)
        if guess and left:
            st.caption(f"{left} to go. Both orders show once every need has its place.")
        if not left:
            show_guess(own, guess)


def show_guess(own: Sequence[Standing], guess: Sequence[str]) -> None:
    """Draw a person's own order and a guess of it, side by side, with how far they agree in words."""
    compared = compare_orders(own, guess)
    st.markdown(agreement_in_words(order_agreement(compared), len(compared)))
    st.table(
        [
            {"Need": safe(need_of(it.need).name), "Own place": str(it.own), "Guessed": str(it.guess)}
            for it in compared
        ],
        border="horizontal",
        hide_index=True,
        alt="Each need with its own place and the guessed one",
    )
