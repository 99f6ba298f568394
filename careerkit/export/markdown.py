"""Documents as Markdown, with what people wrote escaped, so that it stands in them as it was typed."""

import re
from typing import Final

from careerkit.interview import Answer, Application, Question, spoken_length

_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_LEADING_BLANKS: Final = re.compile(r"(?m)^[^\S\n]+")


def answer_markdown(application: Application, answer: Answer, question: Question) -> str:
    """Return one answer as a Markdown document: what it is for, the question, the text, its length."""
    text = escaped(answer.text) or "Nothing is written yet."
    pace = spoken_length(answer.text)
    lines = [
        f"# {on_one_line(application.role)}, {on_one_line(application.company)}",
        f"## {answer.asked.label} ({answer.asked.span})",
        f"Question: {question.asks}",
        text,
        f"Length: {pace.words} words, {pace.in_words()} when spoken.",
    ]
    return "\n\n".join(lines) + "\n"


def on_one_line(text: str) -> str:
    """Return ``text`` on one line, so that a Markdown reader shows it as typed, as in a heading."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """Return ``text`` so that a Markdown reader shows it as typed.

    Line breaks and leading blanks stay; of several empty lines, one does.
    """
    marked = _PUNCTUATION.sub(r"\\\1", text)
    return _LEADING_BLANKS.sub(_kept, marked).replace("\n", "  \n")


def _kept(blanks: re.Match[str]) -> str:
    # As entities: some readers strip the character itself where a paragraph begins.
    return "&nbsp;" * len(blanks.group().expandtabs(4))
