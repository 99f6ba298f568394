"""The questions an interviewer asks, and what is meant by them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.interview import Asked, Question

FILE: Final = "questions.toml"


@cache
def interview_questions() -> dict[Asked, Question]:
    """Return what there is to know about each question.

    Raises :class:`~careerkit.content.files.ContentError`, naming the entry, when the file is wrong.
    """
    return read_questions(text_of_file(FILE))


def read_questions(text: str) -> dict[Asked, Question]:
    """Return the questions that the text of a file describes; see :func:`interview_questions`."""
    found = entries(parsed(text, file=FILE), "question", file=FILE)
    questions = [_question(f"question {at}", entry) for at, entry in enumerate(found, start=1)]
    if sorted(question.asked for question in questions) != sorted(Asked):
        raise ContentError(FILE, "the whole file", "each question is described once")
    return {question.asked: question for question in questions}


def _question(where: str, entry: Mapping[str, Any]) -> Question:
    asked = next((asked for asked in Asked if asked.value == entry.get("asked")), None)
    if asked is None:
        raise ContentError(FILE, where, f"“asked” is one of {', '.join(Asked)}")
    return Question(
        asked=asked,
        asks=required(entry, "asks", file=FILE, where=where),
        means=required(entry, "means", file=FILE, where=where),
        length=required(entry, "length", file=FILE, where=where),
        listens_for=tuple(entry.get("listens_for", ())),
        leave_out=tuple(entry.get("leave_out", ())),
    )
