"""Goals that belong to another field of work than the role."""

import re
from collections.abc import Iterator

from careerkit.interview.rules import Scope
from careerkit.interview.sentences import SpokenSentence, sentences


def fields_of(words: str, scope: Scope) -> frozenset[str]:
    """Return the fields of work that a few words, such as the name of a role, belong to; perhaps none."""
    lines = [sentence.line for sentence in sentences(words)]
    return frozenset(
        name for name, pattern in scope.named.items() if any(pattern.search(line) for line in lines)
    )


def job_fields(read: list[SpokenSentence], scope: Scope) -> frozenset[str]:
    """Return the fields that the text itself says the job belongs to; perhaps none."""
    return frozenset(
        name for name, pattern in scope.job.items() if any(pattern.search(sentence.line) for sentence in read)
    )


def goals_outside(line: str, fields: frozenset[str], scope: Scope) -> Iterator[re.Match[str]]:
    """Yield where a sentence line wishes for work in a field that shares no word with ``fields``."""
    if not fields:
        return
    for patterns in (scope.wished, scope.said):
        for name, pattern in patterns.items():
            match = None if name in fields else pattern.search(line)
            if match and not fields & _named_in(match.group(), scope):
                yield match


def _named_in(line: str, scope: Scope) -> frozenset[str]:
    """Return the fields that part of a sentence line names."""
    return frozenset(name for name, pattern in scope.named.items() if pattern.search(line))
