"""Within a review: do the needs still stand in that order, and how far is each met today."""

from datetime import date
from typing import Final, NoReturn

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import needs_catalogue
from careerkit.needs import (
    Assessment,
    Mode,
    active_needs,
    confirm_assessment,
    latest_ratings,
    latest_result,
    made_at,
    moved_pairs,
    need_order,
    open_assessment,
    ratings_near,
    renew_assessment,
)
from careerkit.words import counted, day_in_words
from careerkit.workspace import Workspace
from pages._ui.clock import local_date
from pages._ui.door import IDS, change_workspace, current_workspace
from pages._ui.need_words import compared_needs
from pages._ui.needs_ratings import rating_scale
from pages._ui.needs_start import start_comparing
from pages._ui.needs_views import COMPARE
from pages._ui.page import go_to
from pages._ui.places import Place
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken
from pages._ui.state import Key

_FIRST: Final = 3
"""Up to this rank the scales of needs stand open, as the question asks for three; the others are folded."""


def needs_again(since: date) -> None:
    """Offer to confirm the order of the needs, or to compare some pairs or all of them again.

    ``since`` is the day the review began: an order made from then on needs no confirming.
    """
    plan = current_workspace()
    under_way, newest = open_assessment(plan.assessments), latest_result(plan.assessments)
    if session.pop(YearKey.NEEDS_GO, False) and under_way is not None:
        _go()
    if under_way is None and newest is not None:
        _ways(plan, newest, since)
        return
    label = "Go on comparing your needs" if under_way else "Compare your needs"
    if st.button(label, key=YearKey.NEEDS_ON):
        _go()


def rate_again() -> None:
    """Draw the scale of every need that is compared now, those that come first at the top."""
    plan = current_workspace()
    newest, ratings = latest_result(plan.assessments), latest_ratings(plan.satisfactions)
    ranks = {it.need: it.rank for it in need_order(newest)} if newest else {}
    needs = sorted((need.id for need in compared_needs()), key=lambda need: ranks.get(need, len(ranks) + 1))
    first = [need for need in needs if not ranks or ranks.get(need, _FIRST + 1) <= _FIRST]
    for need_id in first:
        rating_scale(need_id, ratings)
    if rest := [need for need in needs if need not in first]:
        with st.expander(f"The other {counted(len(rest), 'need', 'needs')}"):
            for need_id in rest:
                rating_scale(need_id, ratings)


def _ways(plan: Workspace, newest: Assessment, since: date) -> None:
    needs = {need.id for need in compared_needs()}
    same, made = needs == {*newest.needs}, local_date(made_at(newest))
    with st.container(horizontal=True):
        if same and made < since:
            label = "It still sounds like me"
            st.button(label, key=YearKey.NEEDS_STILL, on_click=_confirm, args=(newest.id,))
        before, now = ratings_near(plan.satisfactions, made_at(newest)), latest_ratings(plan.satisfactions)
        if same and (pairs := moved_pairs(newest, before, now)):
            label = f"Ask the {counted(len(pairs), 'closest pair', 'closest pairs')} again"
            st.button(label, key=YearKey.NEEDS_CLOSEST, on_click=_renew, args=(pairs,))
        mode = newest.mode if same else Mode.PAIRS
        st.button("Compare all again", key=YearKey.NEEDS_ALL, on_click=_all, args=(mode,))
    if same:
        st.caption(f"Each gives you a new result; the one of {day_in_words(made)} stays.")
    else:
        st.caption(f"Your set of needs is another than on {day_in_words(made)}; that result stays.")


def _go() -> NoReturn:
    session[Key.NEEDS_VIEW] = COMPARE  # whatever was looked at there before
    go_to(Place.NEEDS)


@unbroken
def _confirm(result_id: str) -> None:
    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        newest = latest_result(plan.assessments)
        late = newest is not None and newest.id != result_id  # another tab has a newer result meanwhile
        return [] if late else confirm_assessment(plan.assessments, ids=IDS, stamp=stamp)

    change_workspace(deed, done="Noted: it still sounds like you.", base=None)


@unbroken
def _renew(pairs: tuple[str, ...]) -> None:
    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        needs = [need.id for need in active_needs(needs_catalogue(), plan.needs)]
        return renew_assessment(plan.assessments, needs, pairs, ids=IDS, stamp=stamp)

    session[YearKey.NEEDS_GO] = change_workspace(deed, base=None) is not None


@unbroken
def _all(mode: Mode) -> None:
    start_comparing(mode)
    session[YearKey.NEEDS_GO] = True
