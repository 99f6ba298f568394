"""What the decisions of a review would change in the plan: all of it, some, or none, applied together."""

from collections.abc import Sequence

import streamlit as st

from careerkit.change import Change, Stamp
from careerkit.review import About, Choice, Decision, Review, decide, undecide
from careerkit.text import LINE
from careerkit.words import counted
from careerkit.workspace import Proposal, Workspace, apply_proposals, proposals
from pages._ui.door import IDS, change_workspace, current_workspace, stamp_now
from pages._ui.escape import safe
from pages._ui.fields import room
from pages._ui.review_state import YearKey
from pages._ui.session import session, unbroken


def proposed_changes(review: Review) -> int:
    """Draw every change that was decided and not made yet, ticked, with one button that makes them.

    Return how many of them the plan could follow.
    """
    found = proposals(current_workspace(), review, stamp=stamp_now(), ids=IDS)
    if not found:
        if review.applied:
            st.caption("Your plan has followed everything you decided.")
        return 0
    st.subheader("What would change in your plan", anchor=False)
    for proposal in found:
        _proposal(proposal)
    possible = [it for it in found if not it.problem]
    ticked = [it.key for it in possible if session.get(YearKey.PROPOSAL.of(it.key), True)]
    if possible:
        st.button(
            f"Apply {counted(len(ticked), 'change', 'changes')}",
            key=YearKey.PROPOSAL_APPLY,
            icon=":material/done_all:",
            disabled=not ticked,
            help="All together. One Undo takes all of them back.",
            on_click=_apply,
            args=(review.id, ticked),
        )
    return len(possible)


def next_milestones(review: Review) -> None:
    """Let milestones for the year ahead be noted, one by one; they wait with the other changes."""
    noted = [it for it in review.decisions.values() if it.choice is Choice.ADD]
    for decision in noted:
        with st.container(horizontal=True, vertical_alignment="center"):
            done = " · in your plan" if decision.key in review.applied else ""
            st.markdown(
                f":material/flag: {safe(' '.join(decision.parts))} :gray[· {decision.year}{done}]",
                width="stretch",
            )
            if not done:
                key = YearKey.DECIDE_UNDO.of(decision.key)
                args = (review.id, decision.key)
                st.button("Take out", key=key, type="tertiary", on_click=_take_out, args=args)
    with (
        st.form(YearKey.DECIDE_ADD.of("form"), border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            f"A milestone for {review.year + 1}",
            key=YearKey.DECIDE_ADD.of("title"),
            max_chars=room(LINE),
            placeholder="Something that should have happened a year from now",
            width="stretch",
        )
        st.form_submit_button(
            "Note it", key=YearKey.DECIDE_ADD, on_click=_add, args=(review.id, review.year + 1)
        )


def _proposal(proposal: Proposal) -> None:
    if proposal.problem:
        st.markdown(f":material/info: {safe(proposal.sentence)}  \n:small[{safe(proposal.problem)}]")
        return
    reason = f" · {safe(proposal.reason)}" if proposal.reason else ""
    change = " → ".join(safe(side) for side in (proposal.before, proposal.after) if side)
    st.checkbox(
        f"{safe(proposal.sentence)}  \n:small[:gray[{change}{reason}]]",
        value=True,
        key=YearKey.PROPOSAL.of(proposal.key),
        wrap=True,
    )


@unbroken
def _apply(review_id: str, keys: Sequence[str]) -> None:
    change_workspace(
        lambda plan, stamp: apply_proposals(plan, review_id, keys, stamp=stamp, ids=IDS),
        done="Your plan has changed. Undo takes it all back.",
        base=None,
    )


@unbroken
def _add(review_id: str, year: int) -> None:
    key = YearKey.DECIDE_ADD.of("title")
    title: str = session[key]
    if not title.strip():
        return
    new = IDS.new()

    def deed(plan: Workspace, stamp: Stamp) -> list[Change]:
        decision = Decision(
            about=About.MILESTONE, entry_id=new, choice=Choice.ADD, year=year, parts=(title.strip(),)
        )
        return decide(plan.reviews, review_id, decision, stamp=stamp)

    if change_workspace(deed, base=None) is not None:
        session[key] = ""  # what is refused stays to be mended


@unbroken
def _take_out(review_id: str, key: str) -> None:
    change_workspace(lambda plan, stamp: undecide(plan.reviews, review_id, key, stamp=stamp), base=None)
