"""Whether the plan stands behind an answer: wishes it does not know, and what it keeps private."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from careerkit.interview.asks import asks_of
from careerkit.interview.choice import (
    Plan,
    Sayable,
    kept_private,
    sayable_aspirations,
    sayable_goals,
    sayable_strengths,
)
from careerkit.interview.craft import AnswerContext, Craft, craft, in_lower_case
from careerkit.interview.findings import Finding
from careerkit.interview.kin import Known, stems_in

_TELLING: Final = 8
"""Words that say something from which a text has a subject."""
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")


def backing(text: str, context: AnswerContext) -> Iterator[Finding]:
    """Yield what in an answer has no plan behind it, or is private, and whether it meets what they ask for.

    Nothing without a plan, or without words to compare by.
    """
    if context.plan is None or not context.kin.common:
        return
    behind = _Behind.of(context, context.plan)
    rules, end = craft(), (len(text), len(text))
    if len(text.split()) >= _TELLING and behind.asks and not any(ask.meets(text) for ask in behind.asks):
        yield rules.found("no_fit", end)
    if _is_off_topic(text, behind, rules):
        yield rules.found("off_topic", end)
        return
    for match in _SENTENCE.finditer(text):
        said = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield from _of_sentence(said, (start, start + len(said)), behind, rules)


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Behind:
    """What a sentence is compared with: all that is known, each ask, and the titles by their stems."""

    context: AnswerContext
    known: Known
    asks: Sequence[Known]
    private: Sequence[_Entry]
    open: Sequence[_Entry]

    @classmethod
    def of(cls, context: AnswerContext, plan: Plan) -> "_Behind":
        application, kin = context.application, context.kin
        entries: list[Sayable] = [
            *sayable_aspirations(plan, application).values(),
            *sayable_goals(plan, application).values(),
            *sayable_strengths(plan, application).values(),
        ]
        asks = [ask.title for ask in asks_of(plan.asks, application.id)]
        texts = (*map(_words_of, entries), *asks, *context.needs, *_about(context))
        return cls(
            context=context,
            known=Known.of(" ".join(texts), kin),
            asks=[Known.of(title, kin) for title in asks],
            private=[_Entry(it.title, stems_in(it.title, kin)) for it in kept_private(plan, application)],
            open=[_Entry(it.title, stems_in(it.title, kin)) for it in entries],
        )


def _words_of(entry: Sayable) -> str:
    return f"{entry.title} {getattr(entry, 'why', '')} {getattr(entry, 'evidence', '')}"


def _about(context: AnswerContext) -> Iterator[str]:
    it = context.application
    yield from (it.company, it.role, it.about, it.values, it.plans, it.training, it.gains, it.culture)
    yield from it.gives.values()


def _is_off_topic(text: str, behind: _Behind, rules: Craft) -> bool:
    low = in_lower_case(text)
    if rules.cues["wish"].search(low) or rules.cues["learning"].search(low):
        return False
    return len(stems_in(text, behind.context.kin)) >= _TELLING and not behind.known.meets(text)


def _of_sentence(said: str, span: tuple[int, int], behind: _Behind, rules: Craft) -> Iterator[Finding]:
    stems = stems_in(said, behind.context.kin)
    secret = next((entry for entry in behind.private if _says(stems, entry, behind.open)), None)
    if secret is not None:
        yield rules.found("private_said", span, title=secret.title)
    elif _is_own_wish(said, behind, rules) and stems and not behind.known.meets(said):
        yield rules.found("not_in_plan", span)


def _is_own_wish(said: str, behind: _Behind, rules: Craft) -> bool:
    composed = any(said in sentence.text for sentence in behind.context.composed)
    return not composed and bool(rules.cues["wish"].search(in_lower_case(said)))


def _says(stems: frozenset[str], private: _Entry, entries: Sequence[_Entry]) -> bool:
    """Say whether a sentence says half of a private title, and no title that may be said as much."""
    shared = len(stems & private.stems)
    if not shared or 2 * shared < len(private.stems):
        return False
    return not any(len(stems & entry.stems) >= shared for entry in entries)
