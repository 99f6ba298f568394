"""What an interviewer may stumble over in an answer: marked, explained, with another way to say it."""

import textwrap
from typing import Final

import streamlit as st

from careerkit.interview import (
    Answer,
    AnswerReview,
    Finding,
    Severity,
    heard,
    stretches,
    words_of_rule,
)
from careerkit.workspace import Workspace
from pages._ui.answer_rules import rules_off_here, silence_button
from pages._ui.escape import safe

_SHOWN: Final = 12
_MOST: Final = 6
_LONGEST: Final = 160
_COLOURS: Final = {Severity.RED_FLAG: "orange", Severity.STYLE: "blue", Severity.GAP: "violet"}
_HEADINGS: Final = {
    Severity.RED_FLAG: "An interviewer may stumble here",
    Severity.GAP: "What this answer could still say",
    Severity.STYLE: "Easier to say and to follow",
}


def show_review(plan: Workspace, answer: Answer, found: AnswerReview) -> None:
    """Draw what the review found and is not silenced, by how much it matters."""
    if not found.english:
        st.info("The review reads English only. Your text is kept as it is.", icon=":material/translate:")
        return
    review = heard(found, answer, plan.rules_off)
    flags = [it for it in review.findings if it.severity is Severity.RED_FLAG]
    if not flags:
        st.markdown(":material/check: Nothing in here should make an interviewer stumble.")
    if any(it.end > it.start for it in review.findings):
        st.markdown(_marked(answer.text, review))
    for severity in Severity:
        _group(answer, [it for it in review.findings if it.severity is severity], severity)
    rules_off_here(plan, answer)
    st.caption("This reads words, not meaning, and it can be wrong. You know what you mean.")


def _group(answer: Answer, findings: list[Finding], severity: Severity) -> None:
    if not findings:
        return
    st.markdown(f"**{_HEADINGS[severity]}**")
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, same in [*by_rule.items()][:_SHOWN]:
        _rule(answer, rule, same)
    if len(by_rule) > _SHOWN:
        st.caption(f"And {len(by_rule) - _SHOWN} more, marked above.")


def _rule(answer: Answer, rule: str, findings: list[Finding]) -> None:
    first = findings[0]
    said = "; ".join(f"“{safe(words)}”" for words in _words(answer.text, findings))
    weighed = ", ".join(f"“{safe(word)}”" for word in first.weighed)
    reason = first.reason + (f" What weighs most: {weighed}." if first.soft and weighed else "")
    with st.container(border=True, gap="small"):
        st.markdown(
            f"**{first.title}**{': ' + said if said else ''}  \n{safe(reason)}  \n"
            f"*Instead:* {safe(first.suggestion)}",
            help=f"Where this comes from: {words_of_rule(rule).source}",
        )
        silence_button(answer, rule)


def _words(text: str, findings: list[Finding]) -> list[str]:
    """Return the marked words, each once, a whole sentence cut short."""
    said = dict.fromkeys(" ".join(text[it.start : it.end].split()) for it in findings if it.end > it.start)
    return [textwrap.shorten(words, _LONGEST, placeholder=" …") for words in list(said)[:_MOST]]


def _marked(text: str, review: AnswerReview) -> str:
    return "".join(
        f":{_colour(stretch.findings)}-background[{safe(stretch.text)}]"
        if stretch.findings and stretch.text.strip()
        else safe(stretch.text)
        for stretch in stretches(text, review)
    )


def _colour(findings: tuple[Finding, ...]) -> str:
    worst = min(findings, key=lambda it: [*Severity].index(it.severity))
    return _COLOURS[worst.severity]
