"""Goals that belong to another field of work than the role."""

from collections.abc import Iterator, Sequence

from careerkit.interview.rules import RuleSet
from careerkit.interview.sentences import SpokenSentence, sentences

_NONE: frozenset[str] = frozenset()


def fields_of(words: str, rules: RuleSet) -> frozenset[str]:
    """Return the fields of work that a few words, such as the name of a role, belong to; perhaps none."""
    return _NONE.union(*(_named(sentence.words, rules) for sentence in sentences(words)))


def job_fields(read: Sequence[SpokenSentence], rules: RuleSet) -> frozenset[str]:
    """Return the fields that the text itself says the job belongs to; perhaps none."""
    return _NONE.union(
        *(
            _named(sentence.words[first:end], rules)
            for sentence in read
            for first, end, kind in rules.goals.found(sentence.words)
            if kind == "job"
        )
    )


def goals_outside(
    words: Sequence[str], fields: frozenset[str], rules: RuleSet
) -> Iterator[tuple[int, int, bool]]:
    """Yield where a sentence speaks of work in a field that shares no word with ``fields``.

    Each place is a first word, an end (exclusive), and whether it only counts as the object of a wish.
    """
    if not fields:
        return
    for first, end, kind in rules.goals.found(words):
        if kind == "job":
            continue
        named = _named(words[first:end], rules)
        if named and not named & fields and not _is_weak(words[end - 1 : end], rules):
            yield first, end, kind == "wished"


def _is_weak(words: Sequence[str], rules: RuleSet) -> bool:
    return any(True for _ in rules.weak.found(words))


def _named(words: Sequence[str], rules: RuleSet) -> frozenset[str]:
    return frozenset(name for _, _, name in rules.fields.found(words))
