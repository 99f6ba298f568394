"""An assessment: what is asked, and what was answered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import ClassVar, Final

from careerkit.errors import InvalidValueError
from careerkit.labels import Labelled
from careerkit.moments import require_moment
from careerkit.needs.model import PairAnswer, SetChoice, pair_key, set_key
from careerkit.needs.sets import set_order

FEWEST: Final = 2
MOST: Final = 20
"""How many needs can be compared: a pair at least, and at most what nobody would want to finish."""
CHECKS: Final = 2
"""How many pairs are asked once more at the end, as a check of how firm the answers are."""


class Mode(Labelled):
    """How the needs are compared. Values are stored: add, never rename."""

    PAIRS = "pairs", "In pairs"
    FOURS = "fours", "In fours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One comparison of ``needs``, in an order that ``seed`` decides.

    In pairs: ``answers`` are kept by :func:`~careerkit.needs.pair_key`, and so are ``repeats``, the answers
    to the ``checks`` pairs that are asked once more; they never count. ``again`` names the pairs the person
    wants to look at again; their answers count until there are new ones. In fours: ``choices`` are kept by
    :func:`~careerkit.needs.set_key`. What was answered about needs that were hidden meanwhile is kept in
    ``aside`` and ``choices_aside``, and counts again when they are shown again. ``finished_at`` (UTC) is set
    with the last answer.
    """

    KIND: ClassVar[str] = "assessments"

    id: str
    needs: tuple[str, ...]
    seed: int
    started_at: datetime
    answers: Mapping[str, PairAnswer] = field(default_factory=dict)
    finished_at: datetime | None = None
    archived: bool = False
    mode: Mode = Mode.PAIRS
    checks: int = 0
    repeats: Mapping[str, PairAnswer] = field(default_factory=dict)
    choices: Mapping[str, SetChoice] = field(default_factory=dict)
    again: frozenset[str] = frozenset()
    aside: Mapping[str, PairAnswer] = field(default_factory=dict)
    choices_aside: Mapping[str, SetChoice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(set(self.needs)) != len(self.needs) or not FEWEST <= len(self.needs) <= MOST:
            message = f"An assessment compares {FEWEST} to {MOST} different needs."
            raise InvalidValueError(message)
        require_moment(self.started_at)
        require_moment(self.finished_at)
        self._require_its_own_answers()
        more = {*self.repeats, *self.again}
        if not 0 <= self.checks <= CHECKS or (more and not self._has_pairs(more)):
            message = "The assessment asks once more about pairs that are not part of it."
            raise InvalidValueError(message)
        fours = self.fours  # which refuses a number of needs that it cannot ask about
        if any(key != choice.key or key not in fours for key, choice in self.choices.items()):
            message = "A choice of the assessment is among needs that are not asked about together."
            raise InvalidValueError(message)

    @property
    def pairs(self) -> int:
        """How many pairs there are to compare."""
        return len(self.needs) * (len(self.needs) - 1) // 2

    @property
    def asked_twice(self) -> int:
        """How many pairs are asked once more."""
        return min(self.checks, self.pairs)

    @property
    def pair_keys(self) -> frozenset[str]:
        """The names of all pairs."""
        return frozenset(pair_key(*pair) for pair in combinations(self.needs, 2))

    @property
    def fours(self) -> frozenset[str]:
        """The names of the fours that are asked about; none in pairs."""
        sets = set_order(self.needs, self.seed) if self.mode is Mode.FOURS else ()
        return frozenset(set_key(four) for four in sets)

    @property
    def questions(self) -> int:
        """How many questions there are: pairs, those asked once more included, or fours."""
        return self.pairs + self.asked_twice if self.mode is Mode.PAIRS else len(self.fours)

    @property
    def answered(self) -> int:
        """How many of the questions have their answer."""
        if self.mode is Mode.PAIRS:
            return len(self.answers) + min(len(self.repeats), self.asked_twice)
        made = {key for key, choice in self.choices.items() if choice.worst is not None}
        return len(made & self.fours)

    @property
    def is_complete(self) -> bool:
        """Whether every question has its answer.

        This decides whether it is finished. ``finished_at`` only says when: two tabs may set it and take an
        answer back at the same time.
        """
        return self.answered == self.questions

    def _has_pairs(self, keys: Collection[str]) -> bool:
        return self.mode is Mode.PAIRS and self.pair_keys.issuperset(keys)

    def _require_its_own_answers(self) -> None:
        pairs = [*self.answers.items(), *self.repeats.items()]
        named = {need for _, it in pairs for need in (it.left, it.right)}
        keys_fit = all(key == it.key for key, it in (*pairs, *self.aside.items()))
        keys_fit = keys_fit and all(key == it.key for key, it in self.choices_aside.items())
        if not keys_fit or not named <= set(self.needs):
            message = "An answer of the assessment compares needs that are not part of it."
            raise InvalidValueError(message)
