"""What labelled answers teach about a new one: which of its sentences could be heard as which mistake.

The weights are made by ``python -m training.train`` and come with the package.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Final

from careerkit.interview.features import SMALL, Feature, features_of
from careerkit.interview.sentences import SpokenSentence

WEIGHTS: Final = "weights.json.gz"
_MOST_WORDS: Final = 4
"""Words named as the ones that weighed most."""
_SILENT: Final = SMALL | {"i", "my"}
"""Words that are never named, whatever they weigh."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A sentence of a text that could be heard as the mistake ``rule``.

    ``sentence`` is its number, from 0. ``margin`` is how far it lies above the rule's threshold, in units of
    the log odds: from 0, no upper end. ``words`` are the numbers of the sentence's words that weighed most.
    """

    rule: str
    sentence: int
    margin: float
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """How a text sounds.

    ``heard`` are the sentences that could be heard as a mistake, in order; ``doubted`` the rules that nothing
    in it sounds like, so that their phrases are better not believed.
    """

    heard: tuple[Heard, ...]
    doubted: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned: for each feature, the numbers of rules and what it weighs for each.

    From ``heard`` on, a sentence could be heard as the mistake; below ``doubted``, phrases are not believed.
    """

    rules: tuple[str, ...]
    heard: tuple[float, ...]
    doubted: tuple[float, ...]
    features: Mapping[str, Sequence[tuple[int, float]]]


@cache
def weights() -> Weights:
    """Return the weights that come with the package."""
    data = json.loads(gzip.decompress((files("careerkit.interview") / WEIGHTS).read_bytes()))
    unit = data["unit"]
    return Weights(
        rules=tuple(data["rules"]),
        heard=tuple(data["heard"]),
        doubted=tuple(data["doubted"]),
        features={
            name: [(rule, unit * whole) for rule, whole in zip(row[::2], row[1::2], strict=True)]
            for name, row in data["features"].items()
        },
    )


def listen(read: Sequence[SpokenSentence], hits: Sequence[Collection[str]]) -> Hearing:
    """Return how the sentences of a text sound, given the rules whose phrases hit in each of them.

    The work grows linearly with the words of the text.
    """
    learned = weights()
    heard: list[Heard] = []
    highest = [-inf] * len(learned.rules)
    for number, seen in enumerate(features_of([sentence.words for sentence in read], hits)):
        features = list({feature.name: feature for feature in seen}.values())
        sums = totals(features, learned)
        highest = list(map(max, highest, sums))
        for rule, total in enumerate(sums):
            margin = total - learned.heard[rule]
            if margin >= 0:
                words = _weightiest(features, rule, read[number].words, learned)
                heard.append(Heard(rule=learned.rules[rule], sentence=number, margin=margin, words=words))
    doubted = (
        rule
        for rule, best, least in zip(learned.rules, highest, learned.doubted, strict=True)
        if best < least
    )
    return Hearing(heard=tuple(heard), doubted=frozenset(doubted) if read else frozenset())


def totals(features: Sequence[Feature], learned: Weights) -> list[float]:
    """Return what the features of one sentence weigh together for each rule."""
    sums = [0.0] * len(learned.rules)
    for feature in features:
        for rule, weight in learned.features.get(feature.name, ()):
            sums[rule] += weight
    return sums


def _weightiest(
    features: Sequence[Feature], rule: int, words: Sequence[str], learned: Weights
) -> tuple[int, ...]:
    weighed: defaultdict[int, float] = defaultdict(float)
    for feature in features:
        weight = sum(weight for which, weight in learned.features.get(feature.name, ()) if which == rule)
        said = [at for at in range(feature.first, feature.end) if words[at] not in _SILENT]
        for at in said:
            weighed[at] += weight / len(said)
    heaviest = sorted(weighed, key=lambda at: (-weighed[at], at))[:_MOST_WORDS]
    return tuple(sorted(at for at in heaviest if weighed[at] > 0))
