"""What the review of an answer points at, and why."""

from dataclasses import dataclass
from itertools import pairwise

from careerkit.labels import Labelled


class Severity(Labelled):
    """How much a finding matters. Values may be stored: add, never rename."""

    RED_FLAG = "red_flag", "Likely to count against you"
    GAP = "gap", "Something is missing"
    STYLE = "style", "Could be said better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Words in an answer that may be heard badly: from ``start`` to ``end`` (exclusive), in characters.

    ``rule`` is the id of the rule that found them, ``title`` its short name. ``soft`` says that they only
    sound like the mistake; ``weighed`` are the words that make them sound so, in the order of the text.
    """

    rule: str
    title: str
    start: int
    end: int
    reason: str
    suggestion: str
    severity: Severity
    soft: bool = False
    weighed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReview:
    """What was found in one answer, in the order of the text; nothing in one that is not ``english``."""

    findings: tuple[Finding, ...] = ()
    english: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of characters that carries all of ``findings``, perhaps none."""

    text: str
    findings: tuple[Finding, ...] = ()


def stretches(text: str, review: AnswerReview) -> tuple[Stretch, ...]:
    """Return ``text`` cut where findings begin and end; joined again, the stretches are ``text``."""
    cuts = sorted({0, len(text)} | {at for finding in review.findings for at in (finding.start, finding.end)})
    waiting = sorted(review.findings, key=lambda finding: finding.start, reverse=True)
    open_ones: list[Finding] = []
    pieces = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            open_ones.append(waiting.pop())
        open_ones = [finding for finding in open_ones if finding.end >= end]
        pieces.append(Stretch(text=text[start:end], findings=tuple(open_ones)))
    return tuple(pieces)
