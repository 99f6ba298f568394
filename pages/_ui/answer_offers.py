"""What changed in the plan since an answer was composed, beside what stands in the answer."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.content import answer_frames
from careerkit.interview import (
    Answer,
    Offer,
    OfferKind,
    fresh_of,
    keep_mine,
    offers,
    segments,
    take_offer,
    take_unedited,
)
from careerkit.workspace import Workspace
from pages._ui.answer_state import AnswerKey
from pages._ui.clock import today
from pages._ui.door import change_workspace
from pages._ui.escape import safe
from pages._ui.session import unbroken

_TAKE: Final = {
    OfferKind.CHANGED: "Take the new one",
    OfferKind.NEW: "Put it in",
    OfferKind.GONE: "Take it out",
}


def answer_offers(plan: Workspace, answer: Answer) -> None:
    """Draw each sentence that is offered, with the choice to take it or to keep one's own."""
    found = offers(answer, fresh_of(plan, answer, frames=answer_frames(), today=today()))
    if not found:
        return
    with st.container(border=True, gap="small"):
        st.markdown("**Your plan changed since this was composed**")
        for offer in found:
            _offer(answer, offer)
        if sum(not offer.edited for offer in found) > 1:
            st.button(
                "Take all that you have not edited",
                key=AnswerKey.OFFER_ALL,
                on_click=_take_all,
                args=(answer.id, found),
            )


def _offer(answer: Answer, offer: Offer) -> None:
    with st.container(gap="small"):
        if offer.kind is OfferKind.NEW:
            st.markdown(f"{offer.kind.label}:  \n{_marked('', offer)}")
        elif offer.new is None:
            st.markdown(f"{offer.kind.label}:  \n~~{safe(offer.yours)}~~")
        else:
            yours, new = st.columns(2)
            yours.markdown(f":gray[{'Yours' if offer.edited else 'As it is'}]  \n{safe(offer.yours)}")
            new.markdown(f":gray[New]  \n{_marked(offer.yours, offer)}")
        with st.container(horizontal=True):
            _button(_TAKE[offer.kind], answer, offer, take=True)
            _button("Keep mine" if offer.edited else "Leave it as it is", answer, offer, take=False)


def _marked(before: str, offer: Offer) -> str:
    """Return the new sentence with the words that are not in the other one marked."""
    new = offer.new.text if offer.new else ""
    return " ".join(
        safe(part.text) if part.same or not before else f":blue-background[{safe(part.text)}]"
        for part in segments(before, new)
    )


def _button(label: str, answer: Answer, offer: Offer, *, take: bool) -> None:
    key = AnswerKey.OFFER_TAKE if take else AnswerKey.OFFER_KEEP
    st.button(
        label,
        key=key.of(f"{answer.id}-{offer.key}"),
        type="secondary" if take else "tertiary",
        on_click=_take if take else _keep,
        args=(answer.id, offer),
    )


@unbroken
def _take(answer_id: str, offer: Offer) -> None:
    _change(lambda answers, stamp: take_offer(answers, answer_id, offer, stamp=stamp), "Taken.")


@unbroken
def _keep(answer_id: str, offer: Offer) -> None:
    _change(lambda answers, stamp: keep_mine(answers, answer_id, offer, stamp=stamp), "It stays as it is.")


@unbroken
def _take_all(answer_id: str, found: tuple[Offer, ...]) -> None:
    _change(lambda answers, stamp: take_unedited(answers, answer_id, found, stamp=stamp), "Taken.")


def _change(deed: Callable[[Mapping[str, Answer], Stamp], list[Change]], done: str) -> None:
    change_workspace(lambda plan, stamp: deed(plan.answers, stamp), done=done)
