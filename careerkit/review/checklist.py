"""The checklist that a review begins with: the product's steps, and the person's own questions."""

from collections.abc import Mapping, Sequence
from typing import Final

from careerkit.review.model import MOST_STEPS, ReviewStep
from careerkit.review.questions import OwnQuestion

OWN_STEP: Final = "own-"
"""How the id of a step begins that asks an own question; the id of the question follows."""
OWN_MINUTES: Final = 3


def checklist_with(
    steps: Sequence[ReviewStep], questions: Mapping[str, OwnQuestion]
) -> tuple[ReviewStep, ...]:
    """Return ``steps`` with the own questions before the last of them, in the order they were added.

    Archived questions are left out, and so are those, the latest first, for which a review has no room.
    """
    asked = [question for question in questions.values() if not question.archived]
    room = max(0, MOST_STEPS - len(steps))
    return (*steps[:-1], *map(_step, asked[:room]), *steps[-1:])


def _step(question: OwnQuestion) -> ReviewStep:
    return ReviewStep(
        id=f"{OWN_STEP}{question.id}",
        title=question.title,
        asks=question.asks,
        minutes=OWN_MINUTES,
        own=True,
    )
