"""The short form: which four needs come next."""

from careerkit.needs.assessment import Assessment
from careerkit.needs.model import set_key
from careerkit.needs.sets import FourNeeds, set_order


def next_set(assessment: Assessment) -> FourNeeds | None:
    """Return the first four in the order whose choice is not complete, or ``None`` when all are."""
    for four in set_order(assessment.needs, assessment.seed):
        choice = assessment.choices.get(set_key(four))
        if choice is None or choice.worst is None:
            return four
    return None
