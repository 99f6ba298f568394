import pytest

from careerkit.aspirations import Aspiration
from careerkit.content import word_kin
from careerkit.goals import Goal
from careerkit.interview import Application, Ask, Kin
from careerkit.interview.backing import backing
from careerkit.interview.craft import AnswerContext
from careerkit.labels import Mark
from careerkit.workspace import Workspace

MARY = Application(id="a", company="St Mary Hospital", role="Ward nurse")
PLAN = Workspace(
    id="w",
    revision=1,
    applications={"a": MARY},
    aspirations={
        "ward": Aspiration(id="ward", title="Lead a ward on which people like to work"),
        "own": Aspiration(id="own", title="Open my own practice for wound care", mark=Mark.PRIVATE),
    },
    goals={"course": Goal(id="course", title="Finish the wound care course")},
    asks={"calm": Ask(id="calm", application_id="a", title="Calm in emergencies")},
)
CONTEXT = AnswerContext(application=MARY, plan=PLAN, kin=word_kin())


def found(text: str, context: AnswerContext = CONTEXT) -> list[tuple[str, str]]:
    return [(it.rule, text[it.start : it.end]) for it in backing(text, context)]


def test_an_answer_from_the_plan_that_meets_what_they_ask_is_backed() -> None:
    text = "I want to finish the wound care course. Stress is no enemy, and I would like to lead a ward."
    assert found(text) == []


def test_a_wish_that_the_plan_does_not_know_is_marked() -> None:
    wish = "I'd like to cook Portuguese dishes."
    assert ("not_in_plan", wish) in found(f"I stay calm, whatever happens on a night like that. {wish}")


def test_what_is_private_is_marked_with_its_title() -> None:
    said = "One day I would open a practice of my own for wounds."
    text = f"I stay calm, whatever happens on a night like that. {said}"

    [finding] = [it for it in backing(text, CONTEXT) if it.rule == "private_said"]
    assert text[finding.start : finding.end] == said
    assert "Open my own practice for wound care" in finding.reason


def test_what_may_be_said_is_not_taken_for_the_private_entry_that_is_like_it() -> None:
    text = "I stay calm on a night like that. I want to finish the wound care course."
    assert "private_said" not in [rule for rule, _ in found(text)]


def test_a_private_entry_may_be_said_where_its_mark_was_turned() -> None:
    here = Application(id="a", company="St Mary", role="Nurse", say_here=frozenset({"own"}))
    context = AnswerContext(application=here, plan=PLAN, kin=word_kin())
    text = "I stay calm on a night like that. I would like to open my own practice for wound care."
    assert "private_said" not in [rule for rule, _ in found(text, context)]


def test_what_they_ask_for_and_the_answer_does_not_meet_is_told() -> None:
    text = "I want to finish the wound care course and then lead a ward on which people like to work."
    assert [rule for rule, _ in found(text)] == ["no_fit"]


def test_another_subject_altogether_is_told_so() -> None:
    recipe = "Whisk eggs, flour, sugar and butter, then bake everything for forty minutes until golden brown."
    assert "off_topic" in [rule for rule, _ in found(recipe)]


@pytest.mark.parametrize(
    "context",
    [AnswerContext(application=MARY, plan=PLAN, kin=Kin()), AnswerContext(application=MARY, kin=word_kin())],
)
def test_without_a_plan_or_words_to_compare_by_nothing_is_said(context: AnswerContext) -> None:
    assert found("I'd like to learn Portuguese cooking, and nothing else in the world.", context) == []
