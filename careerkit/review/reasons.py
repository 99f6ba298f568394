"""Why plans change: the reason of a decision in words, and the reasons of each year summed up."""

from collections import Counter
from collections.abc import Mapping

from careerkit.review.decisions import Decision, Reason
from careerkit.review.model import Review


def reason_in_words(decision: Decision) -> str:
    """Return the reason of a decision with its note, like: “The market. Two firms left.”; empty for none."""
    parts = (f"{decision.reason.label}." if decision.reason else "", decision.note)
    return " ".join(filter(None, parts))


def reasons_of(review: Review) -> Counter[Reason]:
    """Return how often each reason changed the plan: of decisions that the plan has followed."""
    followed = (decision for key, decision in review.decisions.items() if key in review.applied)
    return Counter(decision.reason for decision in followed if decision.reason is not None)


def reasons_summed(reviews: Mapping[str, Review]) -> dict[int, Counter[Reason]]:
    """Return, by year reviewed and the oldest first, how often each reason changed the plan.

    Reviews that were set aside count too: what they changed has changed. Years without a reason are left out.
    """
    summed: dict[int, Counter[Reason]] = {}
    for review in sorted(reviews.values(), key=lambda it: it.year):
        if reasons := reasons_of(review):
            summed[review.year] = summed.get(review.year, Counter()) + reasons
    return summed
