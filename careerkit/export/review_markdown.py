"""The record of a review as a Markdown document, to print or to hand on."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from careerkit.export.escaping import escaped, on_one_line
from careerkit.review import (
    Choice,
    Decision,
    RecordEntry,
    Review,
    reason_in_words,
    record_entries,
    tells_private,
)
from careerkit.text import is_blank
from careerkit.words import counted, day_in_words, joined


def review_markdown(review: Review, *, include_private: bool = False) -> str:
    """Return one review as a Markdown document: steps with facts and answers, decisions, addenda.

    Unless ``include_private``, private steps, and what facts and decisions tell of private entries, are left
    out, and the document says so. The notes that a person wrote in other steps are never cut.
    """
    blocks = [f"# Review of {review.year}", _dates(review)]
    if not include_private and (left_out := _left_out(review)):
        blocks.append(left_out)
    for step, entry in zip(review.steps, record_entries(review), strict=True):
        if include_private or step.id not in review.private:
            blocks += _step(entry, include_private=include_private)
    blocks += _decisions(review, include_private=include_private)
    if review.addenda:
        blocks.append("## Added later")
        for addendum in review.addenda:
            blocks += [f"### {day_in_words(addendum.on)}", escaped(addendum.text)]
    return "\n\n".join(blocks) + "\n"


def bullets(lines: Sequence[str]) -> str:
    """Return lines that are Markdown already as a list."""
    return "\n".join(f"- {line}" for line in lines)


def _dates(review: Review) -> str:
    if review.finished_on is None:
        return f"Begun on {day_in_words(review.started_on)}, and not finished yet."
    following = f" The next review is planned for {day_in_words(review.next_on)}." if review.next_on else ""
    return (
        f"Begun on {day_in_words(review.started_on)}, "
        f"finished on {day_in_words(review.finished_on)}.{following}"
    )


def _left_out(review: Review) -> str:
    """Say what is missing from a document without private parts; nothing when nothing is."""
    steps = len(review.private & {step.id for step in review.steps})
    shown = [line for id_, lines in review.facts.items() if id_ not in review.private for line in lines]
    entries = any(map(tells_private, shown)) or any(it.private for it in review.decisions.values())
    parts = [counted(steps, "private step", "private steps")] if steps else []
    parts += ["what the plan says of private entries"] if entries else []
    return f"Left out: {joined(parts)}." if parts else ""


def _step(entry: RecordEntry, *, include_private: bool) -> Iterator[str]:
    yield f"## {on_one_line(entry.title)}"
    if not is_blank(entry.asks):
        yield f"Question: {on_one_line(entry.asks)}"
    facts = [line for line in entry.facts if include_private or not tells_private(line)]
    if facts:
        yield "What the plan said that day:"
        yield from _facts(facts)
    yield escaped(entry.answer) or "No answer."


def _facts(lines: Sequence[str]) -> Iterator[str]:
    """Yield sums as paragraphs, and what they count as lists."""
    first = lines[0]
    heads = {at for at, line in enumerate(lines) if line is first or line.endswith(":")}
    for is_head, group in groupby(enumerate(lines), key=lambda item: item[0] in heads):
        texts = [on_one_line(line) for _, line in group]
        yield "\n\n".join(texts) if is_head else bullets(texts)


def _decisions(review: Review, *, include_private: bool) -> list[str]:
    shown = [
        _decision(it, applied=key in review.applied)
        for key, it in review.decisions.items()
        if include_private or not it.private
    ]
    return ["## Decisions", bullets(shown)] if shown else []


def _decision(decision: Decision, *, applied: bool) -> str:
    title = decision.title or next(iter(decision.parts if decision.choice is Choice.ADD else ()), "")
    named = f"{decision.about.label} “{on_one_line(title)}”" if title else decision.about.label
    details = _details(decision)
    reason = reason_in_words(decision)
    parts = [f"{named}: {decision.choice.label.lower()}{f' ({details})' if details else ''}."]
    parts += [f"Reason: {on_one_line(reason)}"] if reason else []
    parts += ["Not carried out."] if not applied and decision.choice is not Choice.KEEP else []
    return " ".join(parts)


def _details(decision: Decision) -> str:
    """Return what a choice leads to: dates, levels and the titles of parts."""
    parts = []
    if decision.choice is Choice.SPLIT:
        parts.append("into " + joined([f"“{on_one_line(part)}”" for part in decision.parts]))
    if decision.due is not None:
        parts.append(f"due {day_in_words(decision.due)}")
    if decision.year is not None:
        parts.append(str(decision.year))
    if decision.level:
        parts.append(f"level {on_one_line(decision.level)}")
    if decision.next_level:
        parts.append(f"then {on_one_line(decision.next_level)}")
    return ", ".join(parts)
