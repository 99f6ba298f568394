"""What the decisions of a review would do to the plan as it is now, and doing it in one step."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from careerkit.change import Change, Ids, Stamp, updates
from careerkit.errors import CareerKitError
from careerkit.review import About, Choice, Decision, Review, changeable_review, reason_in_words
from careerkit.text import clean_line
from careerkit.workspace.closing import title_of
from careerkit.workspace.following import changes_of
from careerkit.workspace.model import Workspace, present
from careerkit.workspace.proposal_words import closed_since, present_already, sentence_of_decision, sides_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What following one decision would do: ``before`` and ``after`` in words, and the reason as given.

    With a ``problem``, a sentence, the plan cannot follow: the entry has changed, or went, since then.
    """

    key: str
    sentence: str
    before: str
    after: str
    reason: str
    problem: str = ""


def proposals(plan: Workspace, review: Review, *, stamp: Stamp, ids: Ids) -> tuple[Proposal, ...]:
    """Return what the decisions that the plan has not followed would do to it as it is now.

    They come in the order in which they were made. To keep an entry proposes nothing, and neither does a
    review that is finished or was set aside. Nothing is changed: ``stamp`` and ``ids`` serve for trying out.
    """
    if review.finished_on is not None or review.archived:
        return ()
    return tuple(
        _proposal(plan, decision, problem)
        for decision, _, problem in _tried(plan, review, stamp=stamp, ids=ids)
    )


def apply_proposals(
    plan: Workspace, review_id: str, keys: Collection[str], *, stamp: Stamp, ids: Ids
) -> list[Change]:
    """Return the changes by which the plan follows the decisions with ``keys``, to be saved together.

    The last of them notes in the review which ones it was. Keys that are unknown or were followed already,
    and decisions that the plan cannot follow, add nothing. Raises
    :class:`~careerkit.review.ReviewNotFoundError`, :class:`~careerkit.review.FinishedReviewError`, and
    :class:`~careerkit.errors.InvalidValueError` for a review that was set aside.
    """
    review = changeable_review(plan.reviews, review_id)
    changes: list[Change] = []
    followed: set[str] = set()
    for decision, its_changes, problem in _tried(plan, review, stamp=stamp, ids=ids):
        if decision.key in keys and not problem:
            changes += its_changes
            followed.add(decision.key)
    return [*changes, *updates(review, replace(review, applied=review.applied | followed), stamp=stamp)]


def _tried(
    plan: Workspace, review: Review, *, stamp: Stamp, ids: Ids
) -> Iterator[tuple[Decision, list[Change], str]]:
    """Yield each decision to follow, the changes that follow it, and what stands in the way."""
    for key, decision in review.decisions.items():
        if key in review.applied or decision.choice is Choice.KEEP:
            continue
        problem = _problem(plan, decision)
        changes: list[Change] = []
        if not problem:
            try:
                changes = changes_of(plan, decision, review.year, ids=ids, stamp=stamp)
            except CareerKitError as error:
                problem = str(error)
            else:
                problem = "" if changes else _unchanged(plan, decision, present_already(decision))
        yield decision, changes, problem


def _proposal(plan: Workspace, decision: Decision, problem: str) -> Proposal:
    before, after = sides_of(plan, decision)
    return Proposal(
        key=decision.key,
        sentence=sentence_of_decision(decision, title_of(plan, decision)),
        before=before,
        after=after,
        reason=reason_in_words(decision),
        problem=problem,
    )


def _problem(plan: Workspace, decision: Decision) -> str:
    """Say what has changed since the decision so that there is nothing left to do; empty for nothing."""
    if decision.choice is Choice.ADD:
        return ""
    entry = plan.collection(decision.about.value).get(decision.entry_id)
    if entry is None or entry.archived:
        return _unchanged(plan, decision, _gone(plan, decision))
    if closed := closed_since(entry):
        return _unchanged(plan, decision, closed)
    if decision.about is About.ASPIRATION and decision.choice is not Choice.RETIRE:
        same = clean_line(decision.level) == entry.level
        return _unchanged(plan, decision, present_already(decision)) if same else ""
    return ""


def _unchanged(plan: Workspace, decision: Decision, what: str) -> str:
    title = title_of(plan, decision)
    subject = f"“{title}”" if title else f"This {decision.about.label.lower()}"
    return f"{subject} {what}; nothing to change."


def _gone(plan: Workspace, decision: Decision) -> str:
    """Say where an entry went: out of the plan, or to the other kind under the same id."""
    if decision.about is About.GOAL and decision.entry_id in present(plan.aspirations):
        return "is an aspiration by now"
    if decision.about is About.ASPIRATION and decision.entry_id in present(plan.goals):
        return "is a goal by now"
    return "is no longer in the plan"
