"""Labelled answers as numbers: a sparse row of features for each sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from careerkit.interview.features import features_of
from careerkit.interview.reading import Reading
from careerkit.interview.rules import IDS
from training.records import Labelled

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers read: the features of each sentence, and what is known of each answer.

    ``rows`` holds the names of a sentence's features, ``starts`` the number of each answer's first sentence.
    ``labels``, ``also_ok`` and ``hits`` have a row for each answer and a column for each rule, 0 or 1.
    """

    rows: list[list[str]]
    starts: NDArray[np.int64]
    labels: Floats
    also_ok: Floats
    hits: Floats
    hands: NDArray[np.str_]

    @classmethod
    def of(cls, answers: Sequence[Labelled]) -> "Answers":
        """Read answers with the review's own eyes."""
        rows: list[list[str]] = []
        starts, hits = [], []
        for answer in answers:
            reading = Reading.of(answer.text)
            said = [sentence.words for sentence in reading.sentences]
            starts.append(len(rows))
            rows += [
                sorted({seen.name for seen in found}) for found in features_of(said, reading.rules_hit())
            ]
            hits.append({hit.rule for hit in reading.hits})
            if not said:
                rows.append([])
        return cls(
            rows=rows,
            starts=np.array(starts),
            labels=_columns([answer.labels for answer in answers]),
            also_ok=_columns([answer.also_ok for answer in answers]),
            hits=_columns(hits),
            hands=np.array([answer.hand for answer in answers]),
        )

    def part(self, chosen: NDArray[np.bool_]) -> "Answers":
        """Return some of the answers."""
        ends = [*self.starts[1:], len(self.rows)]
        rows: list[list[str]] = []
        starts = []
        for start, end, wanted in zip(self.starts, ends, chosen, strict=True):
            if wanted:
                starts.append(len(rows))
                rows += self.rows[start:end]
        return Answers(
            rows=rows,
            starts=np.array(starts),
            labels=self.labels[chosen],
            also_ok=self.also_ok[chosen],
            hits=self.hits[chosen],
            hands=self.hands[chosen],
        )

    def matrix(self, names: dict[str, int]) -> csr_matrix:
        """Return a row for each sentence, with 1 in the column of each feature that ``names`` knows."""
        found = [[names[name] for name in row if name in names] for row in self.rows]
        columns = np.array([column for row in found for column in row], dtype=np.int64)
        ends = np.cumsum([0, *map(len, found)])
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(found), len(names)))


def _columns(rules: Sequence[frozenset[str] | set[str]]) -> Floats:
    return np.array([[float(rule in found) for rule in IDS] for found in rules])
