"""Documents as Markdown, with what people wrote escaped, so that it stands in them as it was typed."""

import re
from typing import Final

from careerkit.interview import Answer, Application, Question, spoken_length

_MARKS: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&])")
_LEADING_BLANKS: Final = re.compile(r"(?m)^[ \t]+")


def answer_markdown(application: Application, answer: Answer, question: Question) -> str:
    """Return one answer as a Markdown document: what it is for, the question, the text, its length."""
    text = escaped(answer.text) or "Nothing is written yet."
    pace = spoken_length(answer.text)
    lines = [
        f"# {escaped(application.role)}, {escaped(application.company)}",
        f"## {answer.horizon.label} ({answer.horizon.span})",
        f"Question: {question.asks}",
        text,
        f"Length: {pace.words} words, {pace.in_words()} when spoken.",
    ]
    return "\n\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` so that any Markdown reader shows it as typed; line breaks stay."""
    flat = _LEADING_BLANKS.sub("", text)
    return _MARKS.sub(r"\\\1", flat).replace("\n", "  \n")
