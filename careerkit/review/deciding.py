"""What a person does with a review beside answering: decide, keep a step private, and add something later."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from careerkit.change import Change, Stamp, updates
from careerkit.errors import InvalidValueError
from careerkit.review.actions import changeable_review, found_review
from careerkit.review.decisions import About, Choice, Decision, Reason
from careerkit.review.model import Addendum, Review
from careerkit.text import clean_line, clean_text, is_blank

NEED_REASON: Final = frozenset(
    {Choice.MOVE, Choice.SPLIT, Choice.DROP, Choice.DOWN, Choice.SIDEWAYS, Choice.RETIRE}
)
"""Choices that are explained: over the years, the reasons say what a plan depends on."""
_LEVELS: Final = frozenset({Choice.RAISE, Choice.DOWN, Choice.SIDEWAYS})
_FEWEST_PARTS: Final = 2


def decide(
    reviews: Mapping[str, Review], review_id: str, decision: Decision, *, stamp: Stamp
) -> list[Change]:
    """Keep a decision in a review that is under way, in place of an earlier one about the same entry.

    What the choice has no use for is left out. Raises :class:`~careerkit.errors.InvalidValueError` when
    something is missing that the choice needs, and for a decision that the plan has followed already.
    """
    review = changeable_review(reviews, review_id)
    _require_open(review, decision.key)
    decision = _cleaned(decision)
    _require_complete(decision)
    decisions = {**review.decisions, decision.key: decision}
    return updates(review, replace(review, decisions=decisions), stamp=stamp)


def undecide(reviews: Mapping[str, Review], review_id: str, key: str, *, stamp: Stamp) -> list[Change]:
    """Take a decision out of a review that is under way; nothing when there is none.

    Raises :class:`~careerkit.errors.InvalidValueError` for a decision that the plan has followed already.
    """
    review = changeable_review(reviews, review_id)
    _require_open(review, key)
    decisions = {other: decision for other, decision in review.decisions.items() if other != key}
    return updates(review, replace(review, decisions=decisions), stamp=stamp)


def mark_private(
    reviews: Mapping[str, Review], review_id: str, step_id: str, *, private: bool, stamp: Stamp
) -> list[Change]:
    """Keep a step of a review that is under way out of everything that is shared, or let it in again."""
    review = changeable_review(reviews, review_id, step_id)
    marked = review.private | {step_id} if private else review.private - {step_id}
    return updates(review, replace(review, private=marked), stamp=stamp)


def add_addendum(
    reviews: Mapping[str, Review], review_id: str, text: str, today: date, *, stamp: Stamp
) -> list[Change]:
    """Put a correction or a later thought beside a finished review; the same one again adds nothing.

    Raises :class:`~careerkit.errors.InvalidValueError` for an empty text, and for a review that is still
    under way.
    """
    review = found_review(reviews, review_id)
    if review.finished_on is None:
        message = f"The review of {review.year} is not finished yet. Write it into one of its steps."
        raise InvalidValueError(message)
    addendum = Addendum(on=today, text=clean_text(text).strip())
    if addendum in review.addenda[-1:]:
        return []
    return updates(review, replace(review, addenda=(*review.addenda, addendum)), stamp=stamp)


def _require_open(review: Review, key: str) -> None:
    if key in review.applied:
        message = "Your plan has followed this decision already. Undo that first, or change the entry itself."
        raise InvalidValueError(message)


def _cleaned(decision: Decision) -> Decision:
    """Return the decision with its texts cleaned, and without what its choice has no use for."""
    choice, about = decision.choice, decision.about
    dated = choice is Choice.SPLIT or (choice is Choice.MOVE and about is About.GOAL)
    placed = choice is Choice.ADD or (choice is Choice.MOVE and about is About.MILESTONE)
    parts = decision.parts if choice in (Choice.SPLIT, Choice.ADD) else ()
    return replace(
        decision,
        note=clean_text(decision.note).strip(),
        due=decision.due if dated else None,
        year=decision.year if placed else None,
        level=clean_line(decision.level) if choice in _LEVELS else "",
        next_level=clean_line(decision.next_level) if choice in _LEVELS else "",
        parts=tuple(clean_line(part) for part in parts),
        title="",  # the record names it, when the review is finished
        private=False,
    )


def _require_complete(decision: Decision) -> None:
    if decision.choice in NEED_REASON and decision.reason is None:
        raise InvalidValueError("Choose a reason: in a year you will want to know what it was.")
    if decision.reason is Reason.OTHER and is_blank(decision.note):
        raise InvalidValueError("Say in a few words what the other reason is.")
    if missing := _missing(decision):
        raise InvalidValueError(missing)


def _missing(it: Decision) -> str:
    """Return what to ask for, in a sentence; empty when the choice has all that it needs."""
    moved, added = it.choice is Choice.MOVE, it.choice is Choice.ADD
    asked = {
        "Choose the new date of the goal.": moved and it.about is About.GOAL and it.due is None,
        "Choose the new year of the milestone.": moved and it.about is About.MILESTONE and it.year is None,
        "Name at least two goals that the goal is split into.": it.choice is Choice.SPLIT
        and len(it.parts) < _FEWEST_PARTS,
        "Give the new milestone one title.": added and len(it.parts) != 1,
        "Choose the year of the new milestone.": added and it.year is None,
        "Name the level that you are on from now.": it.choice in _LEVELS and is_blank(it.level),
    }
    return next((sentence for sentence, missing in asked.items() if missing), "")
