"""The questions an interviewer asks, and what is meant by them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from careerkit.content.files import ContentError, entries, parsed, required, text_of_file
from careerkit.interview import Horizon, Question

FILE: Final = "questions.toml"


@cache
def interview_questions() -> dict[Horizon, Question]:
    """Return the question of each horizon.

    Raises :class:`~careerkit.content.files.ContentError`, naming the entry, when the file is wrong.
    """
    return read_questions(text_of_file(FILE))


def read_questions(text: str) -> dict[Horizon, Question]:
    """Return the questions that the text of a file describes; see :func:`interview_questions`."""
    found = entries(parsed(text, file=FILE), "question", file=FILE)
    questions = [_question(f"question {at}", entry) for at, entry in enumerate(found, start=1)]
    if sorted(question.horizon for question in questions) != sorted(Horizon):
        raise ContentError(FILE, "the whole file", "each horizon has one question")
    return {question.horizon: question for question in questions}


def _question(where: str, entry: Mapping[str, Any]) -> Question:
    horizon = next((horizon for horizon in Horizon if horizon.value == entry.get("horizon")), None)
    if horizon is None:
        raise ContentError(FILE, where, f"“horizon” is one of {', '.join(Horizon)}")
    return Question(
        horizon=horizon,
        asks=required(entry, "asks", file=FILE, where=where),
        means=required(entry, "means", file=FILE, where=where),
        listens_for=tuple(entry.get("listens_for", ())),
        leave_out=tuple(entry.get("leave_out", ())),
    )
