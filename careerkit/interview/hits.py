"""The words of a text that the phrases of the rules find, each of which can be explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from careerkit.interview.cancel import Clues, is_meant
from careerkit.interview.hedges import stacked_hedges
from careerkit.interview.rules import Rule, RuleSet, Way, rule_set
from careerkit.interview.scope import fields_of, goals_outside, job_fields
from careerkit.interview.sentences import SpokenSentence, sentences
from careerkit.interview.slots import open_slots
from careerkit.interview.wishes import wish_before

_REACH_BEFORE: Final = 10
_REACH_AFTER: Final = 4
"""Words around a hit in which an `unless` phrase cancels it."""
_OFF_SCOPE: Final = "off_scope"

_Places = Mapping[Way, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Hit:
    """Words that one rule finds: from ``start`` to ``end`` (exclusive), in characters of the text."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that a phrase found, from ``first`` to ``end``; what they belong to begins at ``begin``."""

    first: int
    end: int
    begin: int
    ignoring: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence, and where the phrases of the rules stand in it."""

    sentence: SpokenSentence
    places: _Places

    @classmethod
    def of(cls, sentence: SpokenSentence, rules: RuleSet) -> "_Read":
        places: dict[Way, list[tuple[int, int]]] = {}
        for first, end, way in rules.phrases.found(sentence.words):
            places.setdefault(way, []).append((first, end))
        return cls(sentence, places)

    def of_kind(self, rule: str, kind: str) -> Sequence[tuple[int, int]]:
        return self.places.get(Way(rule, kind), ())


def hits(text: str, role: str = "") -> tuple[Hit, ...]:
    """Return what the phrases of the rules find in ``text``, in its order; a rule at most once a sentence.

    ``role`` is the role applied for, if known: it tells which goals lie outside it. The work grows linearly
    with the length of ``text``.
    """
    rules = rule_set()
    read = list(sentences(text))
    fields = job_fields(read, rules) | fields_of(role, rules)
    found = [Hit(start=start, end=end, rule="slot") for start, end in open_slots(text)]
    for one, later in pairwise([*(_Read.of(sentence, rules) for sentence in read), None]):
        if one is not None:
            found += _in_sentence(one, later, fields, rules)
    if all(hit.rule != "vague" for hit in found):
        found += [Hit(start=start, end=end, rule="vague") for start, end in stacked_hedges(read, rules)]
    return tuple(sorted(found))


def _in_sentence(one: _Read, later: _Read | None, fields: frozenset[str], rules: RuleSet) -> Iterator[Hit]:
    outside = list(goals_outside(one.sentence.words, fields, rules))
    if not one.places and not outside:
        return
    clues = Clues.of(one.sentence.words, rules.clues)
    found = {}
    for rule in rules.rules:
        for hit in _candidates(rule, one, outside, clues):
            if _stands(hit, rule, one, later) and is_meant(clues, hit.begin, hit.end, ignoring=hit.ignoring):
                found[rule.id] = hit
                break
    for rule in rules.rules:
        if rule.id in found and rule.yields_to not in found:
            start, end = one.sentence.place(found[rule.id].first, found[rule.id].end)
            yield Hit(start=start, end=end, rule=rule.id)


def _candidates(
    rule: Rule, one: _Read, outside: Sequence[tuple[int, int, bool]], clues: Clues
) -> Iterator[_Candidate]:
    """Yield what a rule may have found; what only counts as a wish is left out when nobody wishes it."""
    wished = [(first, end, True) for first, end in one.of_kind(rule.id, "wished")]
    said = [(first, end, False) for first, end in one.of_kind(rule.id, "said")]
    for first, end, as_wish in (*wished, *said, *(outside if rule.id == _OFF_SCOPE else ())):
        begin = wish_before(clues, first, end, rule.wishes) if as_wish else first
        if begin is not None:
            yield _Candidate(first, end, begin, rule.ignores)
    for first, end in one.of_kind(rule.id, "despite"):
        yield _Candidate(first, end, first, rule.ignores | {"negation"})


def _stands(hit: _Candidate, rule: Rule, one: _Read, later: _Read | None) -> bool:
    """Say whether nothing close to a hit cancels it, and nothing said later makes up for it."""
    if later and later.of_kind(rule.id, "redeemed"):
        return False
    if any(start >= hit.end for start, _ in one.of_kind(rule.id, "redeemed")):
        return False
    return not any(
        hit.first - _REACH_BEFORE <= start and end <= hit.end + _REACH_AFTER
        for start, end in one.of_kind(rule.id, "unless")
    )
