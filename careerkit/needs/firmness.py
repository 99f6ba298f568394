"""How firm the answers are: the pairs asked twice, and whether one side of the screen was preferred.

Such signs are shown as an invitation to look again, never as a reason to discard answers: within-person
consistency works as a sign, but legitimate patterns exist. Source: Meade and Craig, Psychological Methods 17
(2012), 437-455.
"""

from dataclasses import dataclass
from math import comb

from careerkit.needs.assessment import Assessment
from careerkit.needs.model import PairAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A pair that was asked twice: the answer that counts, and the one given with sides swapped."""

    first: PairAnswer
    second: PairAnswer

    @property
    def same(self) -> bool:
        """Whether both answers keep the same need, or neither."""
        return self.first.kept == self.second.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCount:
    """How often the left and the right card were kept, and how easily a coin would be as one-sided.

    ``p_value`` is that of the exact two-sided sign test, from 0 to 1.
    """

    left: int
    right: int
    p_value: float


def repeats(assessment: Assessment) -> tuple[Repeat, ...]:
    """Return the pairs that were asked twice, in the order of the second answers.

    One that the person looked at again since is left out: they changed it knowing why.
    """
    second = sorted(assessment.repeats.values(), key=lambda answer: answer.at)
    pairs = [
        Repeat(first=assessment.answers[it.key], second=it) for it in second if it.key in assessment.answers
    ]
    return tuple(pair for pair in pairs if pair.first.at <= pair.second.at)


def side_count(assessment: Assessment) -> SideCount:
    """Return how often each side of the screen was kept, ties left out."""
    kept = [answer for answer in assessment.answers.values() if answer.kept is not None]
    left = sum(answer.kept == answer.left for answer in kept)
    return SideCount(left=left, right=len(kept) - left, p_value=_sign_test(left, len(kept)))


def ties(assessment: Assessment) -> int:
    """Return how many pairs the person could not choose in."""
    return sum(answer.kept is None for answer in assessment.answers.values())


def _sign_test(successes: int, trials: int) -> float:
    fewer = min(successes, trials - successes)
    tail: int = sum(comb(trials, count) for count in range(fewer + 1))
    return min(1.0, tail / 2 ** (trials - 1)) if trials else 1.0
