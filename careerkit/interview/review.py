"""The review of an answer: which words may be heard badly, why, and what to say instead."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from careerkit.interview.backing import backing
from careerkit.interview.craft import AnswerContext
from careerkit.interview.findings import AnswerReview, Finding
from careerkit.interview.gaps import gaps
from careerkit.interview.language import reads_as_english
from careerkit.interview.model import Application
from careerkit.interview.overtones import overtones
from careerkit.interview.reading import Reading
from careerkit.interview.rules import rule_set
from careerkit.interview.style import style


def review_answer(text: str, context: Application | AnswerContext | None = None) -> AnswerReview:
    """Return what an interviewer may stumble over in ``text``, with the words' places in it.

    ``context`` is the application it is for: the role tells which goals lie outside it. With an
    :class:`~careerkit.interview.craft.AnswerContext`, what the answer lacks for it and how it is said are
    looked at too. The review reads English; of another language it finds nothing and says so. The work grows
    linearly with the length of ``text``.
    """
    if not reads_as_english(text):
        return AnswerReview(english=False)
    application = context.application if isinstance(context, AnswerContext) else context
    reading = Reading.of(text, application.role if application else "")
    found = [finding for finder in _FINDERS for finding in finder(reading)]
    if isinstance(context, AnswerContext):
        found += [*gaps(text, context), *backing(text, context), *style(text)]
    return AnswerReview(findings=tuple(sorted(found, key=lambda finding: (finding.start, finding.end))))


def _phrases(reading: Reading) -> Iterator[Finding]:
    """Yield the words that a rule's phrases hit, unless the answer sounds nothing like the mistake."""
    rules = rule_set()
    for hit in reading.hits:
        if hit.rule in reading.hearing.doubted:
            continue
        rule = rules.rule(hit.rule)
        yield Finding(
            rule=rule.id,
            title=rule.title,
            start=hit.start,
            end=hit.end,
            reason=rule.reason,
            suggestion=rule.suggestion,
            severity=rule.severity,
        )


_FINDERS: Final[tuple[Callable[[Reading], Iterable[Finding]], ...]] = (_phrases, overtones)
