from dataclasses import replace
from datetime import date

from careerkit.interview import (
    Answer,
    Application,
    Ask,
    Asked,
    Ready,
    Take,
    Todo,
    answer_id,
    days_until,
    readiness,
    review_answer,
)
from careerkit.workspace import Workspace

BARE = Application(id="app", company="Acme", role="Buyer")
FULL = replace(BARE, culture="Calm", before="Ms Alba", gains="Fewer returns", gives={"x": "Practice"})


def answer(asked: Asked, text: str) -> Answer:
    return Answer(id=answer_id("app", asked), application_id="app", asked=asked, text=text)


def listed(application: Application, *answers: Answer, plan: Workspace | None = None) -> tuple[Ready, ...]:
    plan = replace(
        plan or Workspace(id="w", revision=1),
        applications={"app": application},
        answers={it.id: it for it in answers},
    )
    return readiness(plan, application, review=lambda it: review_answer(it.text, application))


def undone(found: tuple[Ready, ...]) -> list[str]:
    return [it.sentence for it in found if not it.done]


def test_a_bare_application_has_everything_to_do_in_its_order() -> None:
    found = listed(BARE)

    assert [it.where for it in found] == [*[Todo.RESEARCH] * 4, Todo.ANSWER, Todo.ANSWER]
    assert undone(found) == [it.sentence for it in found]


def test_a_full_preparation_leaves_nothing_to_do() -> None:
    text = "I want to learn how you buy, and to take on more over the years."
    plan = Workspace(
        id="w",
        revision=1,
        asks={"a": Ask(id="a", application_id="app", title="Patience")},
        takes={
            asked.value: Take(
                id=asked.value, application_id="app", asked=asked, on=date(2026, 3, 1), seconds=40
            )
            for asked in (Asked.NEAR, Asked.LONG)
        },
    )
    assert undone(listed(FULL, answer(Asked.NEAR, text), answer(Asked.LONG, text), plan=plan)) == []


def test_an_answer_with_a_mark_that_is_too_long_and_never_said_is_told_so() -> None:
    long = answer(Asked.WHY_US, "I want to make as much money as possible. " + "I like buying well. " * 80)

    found = [it for it in listed(FULL, long) if it.asked is Asked.WHY_US]

    assert [it.done for it in found] == [False, False, False]
    assert "(1 mark open)" in found[0].sentence
    assert [it.where for it in found] == [Todo.ANSWER, Todo.ANSWER, Todo.PRACTICE]


def test_the_days_to_an_interview_are_counted_once_its_day_is_known() -> None:
    assert days_until(BARE, date(2028, 2, 28)) is None
    assert days_until(replace(BARE, interview_on=date(2028, 3, 1)), date(2028, 2, 28)) == 2
