"""What the learned half of the answer review sees in a text: features, and the words each was seen in.

The first letters of a feature's name tell its kind: a stem (u), one that is denied (n), stems that follow
each other (b, t) or stand close (s), a concept (c), whose and of when it is (q), a concept
beside a stem (l, r) or with another one (p, P, o, x), a rule that hits (!), what the neighbours say (<, >).
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from careerkit.interview.clauses import Clauses
from careerkit.interview.concepts import Concept, concepts_in, stem
from careerkit.interview.sentences import END, PAUSE, START

SMALL: Final = frozenset(
    (START, END, PAUSE, "a", "an", "the", "of", "to", "in", "on", "at", "and", "or", "is", "are", "am", "be")
)
"""Words that say nothing by themselves."""
_REACH: Final = 5
"""Words apart that two words may stand to count as a pair."""
_MOST_PAIRS: Final = 14
"""Concepts before one, in its clause or the one before, that it is paired with."""
_TOLD: Final = frozenset({"c+", "c-", "q ", "! "})
"""Kinds of feature that matter for the sentences before and after."""
_MOST_SENTENCES: Final = 4


class Feature(NamedTuple):
    """One feature of a sentence, and the words it was seen in: the first, and the end (exclusive)."""

    name: str
    first: int
    end: int


def features_of(said: Sequence[Sequence[str]], hits: Sequence[Collection[str]]) -> list[list[Feature]]:
    """Return the features of each sentence of a text, given the words, and the rules that hit, of each.

    Their number grows linearly with the words.
    """
    alone = [
        [*features(words), *(Feature(f"! {rule}", 0, 0) for rule in sorted(rules))]
        for words, rules in zip(said, hits, strict=True)
    ]
    told = [{seen.name for seen in found if seen.name[:2] in _TOLD} for found in alone]
    last = len(alone) - 1
    for at, found in enumerate(alone):
        before, after = told[at - 1] if at else (), told[at + 1] if at < last else ()
        names = [*(f"<{name}" for name in before), *(f">{name}" for name in after)]
        names += ["# first"] * (at == 0) + ["# last"] * (at == last) + [f"# {min(last + 1, _MOST_SENTENCES)}"]
        found += [Feature(name, 0, 0) for name in sorted(names)]
    return alone


def features(words: Sequence[str]) -> Iterator[Feature]:
    """Yield the features of one sentence by itself."""
    stems = [stem(word) for word in words]
    clauses = Clauses(words)
    yield from _of_words(stems, clauses)
    found = sorted(concepts_in(stems))
    yield from _of_concepts(found, stems, clauses)
    yield from _of_pairs(found, clauses)


def _of_words(stems: Sequence[str], clauses: Clauses) -> Iterator[Feature]:
    last = len(stems)
    for at, word in enumerate(stems):
        yield Feature(f"u {word}", at, at + 1)
        if clauses.denied[at]:
            yield Feature(f"n {word}", at, at + 1)
        if at + 1 < last:
            yield Feature(f"b {word} {stems[at + 1]}", at, at + 2)
        if at + 2 < last:
            yield Feature(f"t {word} {stems[at + 1]} {stems[at + 2]}", at, at + 3)
        if word not in SMALL:
            for other in range(at + 2, min(at + _REACH, last)):
                if stems[other] not in SMALL:
                    yield Feature(f"s {word} {stems[other]}", at, other + 1)


def _of_concepts(found: Sequence[Concept], stems: Sequence[str], clauses: Clauses) -> Iterator[Feature]:
    for first, end, name in found:
        yield Feature(f"c {name}", first, end)
        yield Feature(f"c{clauses.sign(first)} {name}", first, end)
        yield Feature(f"q {clauses.told(first)} {name}", first, end)
        if first:
            yield Feature(f"l {stems[first - 1]} {name}", first - 1, end)
        if end < len(stems):
            yield Feature(f"r {name} {stems[end]}", first, end + 1)


def _of_pairs(found: Sequence[Concept], clauses: Clauses) -> Iterator[Feature]:
    for at, (first, end, name) in enumerate(found):
        sign, told, clause = clauses.sign(first), clauses.told(first), clauses.number[first]
        for begin, stop, other in found[max(0, at - _MOST_PAIRS) : at]:
            apart = clause - clauses.number[begin]
            until = max(end, stop)
            if apart == 1:
                yield Feature(f"x {other} {name}", begin, until)
            elif apart == 0 and stop <= first:
                yield Feature(f"p {sign}{other} {name}", begin, until)
                yield Feature(f"P {told}{other} {name}", begin, until)
            elif apart == 0 and other != name:
                yield Feature(f"o {other} {name}", begin, until)
