"""What is ready for an interview, and what is still to be done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerkit.interview.actions import answer_to
from careerkit.interview.asks import asks_of
from careerkit.interview.choice import Plan
from careerkit.interview.findings import AnswerReview, Severity
from careerkit.interview.model import Answer, Application, Asked
from careerkit.interview.pace import spoken_length
from careerkit.interview.takes import takes_of
from careerkit.labels import Labelled
from careerkit.words import counted

NEEDED: Final = (Asked.NEAR, Asked.LONG)
"""The answers that nobody should go to an interview without."""
LONGEST: Final = 120
"""Seconds that an answer should not exceed when it is said slowly."""

Reviewer = Callable[[Answer], AnswerReview]
"""What says of an answer what an interviewer may stumble over."""


class Todo(Labelled):
    """Where something on the list is done."""

    RESEARCH = "research", "Research"
    FIT = "fit", "What fits"
    ANSWER = "answer", "Answer"
    PRACTICE = "practice", "Practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """One point of the list, whether it is done, and where; ``asked`` names the answer it is about.

    ``step`` is the place of the step of the research, from 0.
    """

    sentence: str
    done: bool
    where: Todo
    asked: Asked | None = None
    step: int = 0


def readiness(plan: Plan, application: Application, *, review: Reviewer) -> tuple[Ready, ...]:
    """Return the list of what to have ready, in the order in which one would do it."""
    return (*_research(plan, application), *_answers(plan, application, review))


def days_until(application: Application, today: date) -> int | None:
    """Return the days until the interview, negative when it is over, ``None`` while the day is not known."""
    return None if application.interview_on is None else (application.interview_on - today).days


def _research(plan: Plan, application: Application) -> Iterator[Ready]:
    steps = {
        "Something found out about the company": any(
            (application.about, application.culture, application.values, application.plans)
        ),
        "What they ask for is noted": bool(asks_of(plan.asks, application.id)),
        "Who had the role before, and what they learned": bool(application.before or application.learned),
        "What both sides gain": bool(application.gains and application.gives),
    }
    for step, (sentence, done) in enumerate(steps.items()):
        yield Ready(sentence=sentence, done=done, where=Todo.RESEARCH, step=step)


def _answers(plan: Plan, application: Application, review: Reviewer) -> Iterator[Ready]:
    for asked in NEEDED:
        answer = answer_to(plan, application.id, asked)
        written = answer is not None and bool(answer.text)
        yield Ready(sentence=f"An answer to “{asked.label}”", done=written, where=Todo.ANSWER, asked=asked)
    for answer in _written(plan, application):
        yield from _of_answer(plan, answer, review)


def _written(plan: Plan, application: Application) -> Iterator[Answer]:
    answers = (answer_to(plan, application.id, asked) for asked in Asked)
    return (answer for answer in answers if answer is not None and answer.text)


def _of_answer(plan: Plan, answer: Answer, review: Reviewer) -> Iterator[Ready]:
    name, asked = f"“{answer.asked.label}”", answer.asked
    found = review(answer)
    flags = sum(it.severity is Severity.RED_FLAG for it in found.findings)
    marks = f" ({counted(flags, 'mark', 'marks')} open)" if flags else ""
    yield Ready(
        sentence=f"Nothing in {name} that an interviewer may stumble over{marks}",
        done=found.english and not flags,
        where=Todo.ANSWER,
        asked=asked,
    )
    short = spoken_length(answer.text).seconds_slow <= LONGEST
    yield Ready(sentence=f"{name} takes less than two minutes", done=short, where=Todo.ANSWER, asked=asked)
    said = bool(takes_of(plan.takes, answer.application_id, asked))
    yield Ready(sentence=f"{name} was said aloud once", done=said, where=Todo.PRACTICE, asked=asked)
