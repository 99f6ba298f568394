"""Rules of the review that a person does not want to hear of: in one answer, or in all of them."""

from collections.abc import Mapping
from dataclasses import replace

from careerkit.change import Change, Stamp, archived, created, present_entry, restored, updates
from careerkit.interview.findings import AnswerReview
from careerkit.interview.model import Answer, RuleOff, Silence
from careerkit.text import clean_line


def silence_rule(
    answers: Mapping[str, Answer], answer_id: str, rule: str, reason: str, *, stamp: Stamp
) -> list[Change]:
    """Silence a rule in one answer, for a reason.

    Raises ``InvalidValueError`` without a reason, ``EntryGoneError`` when the answer is gone.
    """
    old = present_entry(answers, answer_id, noun="answer")
    others = tuple(silence for silence in old.silences if silence.rule != rule)
    new = replace(old, silences=(*others, Silence(rule=rule, reason=clean_line(reason))))
    return updates(old, new, stamp=stamp)


def hear_rule(answers: Mapping[str, Answer], answer_id: str, rule: str, *, stamp: Stamp) -> list[Change]:
    """Let a silenced rule speak again in one answer."""
    old = present_entry(answers, answer_id, noun="answer")
    new = replace(old, silences=tuple(silence for silence in old.silences if silence.rule != rule))
    return updates(old, new, stamp=stamp)


def switch_off(rules_off: Mapping[str, RuleOff], rule: str, reason: str, *, stamp: Stamp) -> list[Change]:
    """Switch a rule off for all answers; the reason may be empty."""
    new = RuleOff(id=rule, reason=clean_line(reason))
    old = rules_off.get(rule)
    if old is None:
        return [created(new, stamp=stamp)]
    back = [restored(old, stamp=stamp)] if old.archived else []
    return [*back, *updates(replace(old, archived=False), new, stamp=stamp)]


def switch_on(rules_off: Mapping[str, RuleOff], rule: str, *, stamp: Stamp) -> list[Change]:
    """Let a rule that was switched off speak again in all answers."""
    return [archived(present_entry(rules_off, rule, noun="rule that is switched off"), stamp=stamp)]


def heard(review: AnswerReview, answer: Answer | None, rules_off: Mapping[str, RuleOff]) -> AnswerReview:
    """Return ``review`` without what is silenced in ``answer`` or switched off for all answers."""
    silent = {silence.rule for silence in answer.silences} if answer else set()
    silent |= {rule.id for rule in rules_off.values() if not rule.archived}
    return replace(review, findings=tuple(it for it in review.findings if it.rule not in silent))
