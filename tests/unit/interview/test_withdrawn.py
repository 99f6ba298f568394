from dataclasses import replace
from datetime import date

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import EntryGoneError, Stamp
from careerkit.goals import Goal, GoalStatus
from careerkit.interview import Answer, Application, Asked, answer_id, take_out, withdrawn
from careerkit.labels import Mark
from careerkit.workspace import Workspace

ACME = Application(id="acme", company="Acme", role="Buyer")
EXPERT = Aspiration(id="x", title="Become the expert")
EXAM = Goal(id="g", title="Pass part 1", due=date(2027, 1, 1))
ANSWER = Answer(
    id=answer_id("acme", Asked.NEAR),
    application_id="acme",
    asked=Asked.NEAR,
    aspirations=frozenset({"x"}),
    goals=frozenset({"g"}),
    text="I want to become the expert.",
)
PLAN = Workspace(
    id="w",
    revision=1,
    aspirations={"x": EXPERT, "p": replace(EXPERT, id="p", mark=Mark.PRIVATE)},
    goals={"g": EXAM},
    applications={"acme": ACME},
    answers={ANSWER.id: ANSWER},
)


def test_nothing_is_pointed_out_while_all_of_it_can_be_said() -> None:
    assert withdrawn(PLAN, ANSWER) == ()


def test_what_became_private_after_composing_is_pointed_out_with_what_to_do() -> None:
    plan = replace(PLAN, aspirations={"x": replace(EXPERT, mark=Mark.PRIVATE)})

    (found,) = withdrawn(plan, ANSWER)
    assert found.entry_id == "x"
    assert found.sentence == (
        "“Become the expert” is now private. It may still stand in this answer: compose again or take it out."
    )


@pytest.mark.parametrize(
    "goal",
    [
        pytest.param(replace(EXAM, archived=True), id="archived"),
        pytest.param(replace(EXAM, status=GoalStatus.DONE), id="done"),
        pytest.param(replace(EXAM, status=GoalStatus.DROPPED), id="dropped"),
    ],
)
def test_what_is_over_since_composing_is_pointed_out(goal: Goal) -> None:
    (found,) = withdrawn(replace(PLAN, goals={"g": goal}), ANSWER)

    assert "“Pass part 1” is no longer open." in found.sentence


def test_an_empty_answer_has_nothing_to_take_out() -> None:
    plan = replace(PLAN, aspirations={"x": replace(EXPERT, mark=Mark.PRIVATE)})

    assert withdrawn(plan, replace(ANSWER, text="")) == ()


def test_what_the_person_took_out_is_no_longer_pointed_out_and_the_text_stays(stamp: Stamp) -> None:
    (change,) = take_out(PLAN, "acme", Asked.NEAR, "x", stamp=stamp)

    assert (change.before, change.after) == ({"aspirations": ["x"]}, {"aspirations": []})
    assert take_out(PLAN, "acme", Asked.NEAR, "never", stamp=stamp) == []


def test_an_answer_that_is_gone_has_nothing_to_take_out_of(stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This answer is gone"):
        take_out(PLAN, "acme", Asked.LONG, "x", stamp=stamp)
