"""Documents for an interview as Markdown: the answers, a card of cues, the research."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from careerkit.export.escaping import escaped, on_one_line
from careerkit.interview import (
    Answer,
    Application,
    Ask,
    Asked,
    AskKind,
    Kin,
    Question,
    cue_card,
    origins,
    spoken_length,
)

Questions = Mapping[Asked, Question]

_RESEARCH: Final = (
    ("about", "What they do, and for whom"),
    ("culture", "How people work together there"),
    ("values", "What they care about"),
    ("plans", "Plans and projects"),
    ("training", "What one can learn there"),
    ("before", "Who had the role, and where they are now"),
    ("learned", "What they learned in it"),
    ("gains", "What the employer gains when your goals are met"),
    ("notes", "Notes"),
)


def answer_markdown(application: Application, answer: Answer, question: Question) -> str:
    """Return one answer as a Markdown document: what it is for, the question, the text, its length."""
    return _document(application, "", _answer(answer, question))


def answers_markdown(application: Application, answers: Sequence[Answer], questions: Questions) -> str:
    """Return all answers for an application as one sheet, in the order given."""
    parts = (part for answer in answers for part in _answer(answer, questions[answer.asked]))
    return _document(application, "Answers", parts)


def cues_markdown(application: Application, answers: Sequence[Answer], kin: Kin) -> str:
    """Return the key words of the answers: a card to hold, not to read from."""
    return _document(application, "Cues", (part for answer in answers for part in _cues(answer, kin)))


def research_markdown(application: Application, asks: Sequence[Ask], aspirations: Mapping[str, str]) -> str:
    """Return what was found out about a company and a role; ``aspirations`` are titles by id."""
    return _document(application, "Research", _research(application, asks, aspirations))


def _document(application: Application, title: str, parts: Iterator[str]) -> str:
    heading = f"# {on_one_line(application.role)}, {on_one_line(application.company)}"
    day = f"Interview on {application.interview_on:%Y-%m-%d}" if application.interview_on else ""
    lines = [heading, *filter(None, (day, f"## {title}" if title else "")), *parts]
    return "\n\n".join(lines) + "\n"


def _answer(answer: Answer, question: Question) -> Iterator[str]:
    pace = spoken_length(answer.text)
    yield f"## {answer.asked.label} ({answer.asked.span})"
    yield f"Question: {question.asks}"
    yield escaped(answer.text) or "Nothing is written yet."
    yield f"Length: {pace.words} words, {pace.in_words()} when spoken."


def _cues(answer: Answer, kin: Kin) -> Iterator[str]:
    yield f"### {answer.asked.label}"
    lines = [
        f"- {' · '.join(on_one_line(words) for words in cue.words)}" for cue in cue_card(origins(answer), kin)
    ]
    yield "\n".join(lines) or "Nothing is written yet."


def _research(application: Application, asks: Sequence[Ask], aspirations: Mapping[str, str]) -> Iterator[str]:
    for name, title in _RESEARCH:
        text = getattr(application, name)
        if text:
            yield f"### {title}"
            yield escaped(text)
    gives = [(aspirations[id_], text) for id_, text in application.gives.items() if id_ in aspirations]
    if gives:
        yield "### What the role would give you"
        yield "\n".join(f"- {on_one_line(title)}: {on_one_line(text)}" for title, text in gives)
    for kind in AskKind:
        of_kind = [ask for ask in asks if ask.kind is kind]
        if of_kind:
            yield f"### {_HEADINGS[kind]}"
            yield "\n".join(f"- {on_one_line(ask.title)}{_quote(ask)}" for ask in of_kind)
    if application.posting:
        yield "### The posting"
        yield escaped(application.posting)


def _quote(ask: Ask) -> str:
    same = ask.quote.strip().lower() == ask.title.lower()
    return f" (“{on_one_line(ask.quote)}”)" if ask.quote and not same else ""


_HEADINGS: Final[Mapping[AskKind, str]] = {
    AskKind.SKILL: "What they ask for",
    AskKind.VALUE: "What they value",
    AskKind.PLAN: "What they plan",
    AskKind.TRAINING: "What they offer to learn",
}
