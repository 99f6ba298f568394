from dataclasses import replace
from datetime import date

import pytest

from careerkit.aspirations import Aspiration
from careerkit.change import Action, Change, ConflictError, Entity, EntryGoneError, Stamp, created
from careerkit.content import answer_frames
from careerkit.errors import CareerKitError
from careerkit.goals import Goal
from careerkit.interview import (
    Answer,
    Application,
    Asked,
    Choice,
    Origin,
    Sentence,
    answer_id,
    answer_to,
    compose_answer,
    edit_answer,
    is_edited,
    origins,
)
from careerkit.labels import Mark
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace, undo

TODAY = date(2026, 3, 1)
ACME = Application(id="acme", company="Acme", role="Buyer")
PLAN = Workspace(
    id="w",
    revision=1,
    applications={"acme": ACME, "gone": replace(ACME, id="gone", archived=True)},
    aspirations={
        "x": Aspiration(id="x", title="Become the expert"),
        "p": Aspiration(id="p", title="Work for myself", mark=Mark.PRIVATE),
    },
    goals={"g": Goal(id="g", title="Pass part 1", due=date(2027, 1, 1))}
    | {f"g{n}": Goal(id=f"g{n}", title=f"Lead project {n}") for n in range(6)},
)
CHOICE = Choice(application_id="acme", asked=Asked.NEAR, aspirations=("x",), goals=("g",))


def composed(plan: Workspace, choice: Choice, stamp: Stamp) -> list[Change]:
    return compose_answer(plan, choice, frames=answer_frames(), today=TODAY, stamp=stamp)


def with_answer(answer: Answer) -> Workspace:
    return replace(PLAN, answers={answer.id: answer})


def test_composing_keeps_what_was_chosen_and_what_was_made_of_it(stamp: Stamp) -> None:
    (change,) = composed(PLAN, CHOICE, stamp)

    assert (change.action, change.entity_id) == (Action.CREATE, answer_id("acme", Asked.NEAR))
    assert change.after["aspirations"] == ["x"]
    assert change.after["goals"] == ["g"]
    assert "pass part 1" in str(change.after["text"])


def test_composing_again_replaces_the_same_answer(stamp: Stamp) -> None:
    plan = with_answer(Answer(id="a", application_id="acme", asked=Asked.NEAR, text="Mine."))

    (change,) = composed(plan, replace(CHOICE, variant=1), stamp)

    assert (change.action, change.entity_id) == (Action.UPDATE, "a")
    assert change.before["text"] == "Mine."
    assert change.after["variant"] == 1


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        (replace(CHOICE, aspirations=("p",)), "kept private"),
        (replace(CHOICE, goals=("nothing",)), "no longer in your plan"),
        (replace(CHOICE, aspirations=(), goals=()), "Choose at least one"),
        (replace(CHOICE, goals=tuple(f"g{n}" for n in range(6))), "at most 5"),
        (replace(CHOICE, application_id="gone"), "application is gone"),
        (replace(CHOICE, application_id="never"), "application is gone"),
    ],
)
def test_a_choice_that_cannot_be_said_is_refused_in_words(choice: Choice, reason: str, stamp: Stamp) -> None:
    with pytest.raises(CareerKitError, match=reason):
        composed(PLAN, choice, stamp)


def test_a_text_of_ones_own_needs_no_composing(stamp: Stamp) -> None:
    (change,) = edit_answer(PLAN, "acme", Asked.LONG, " My own words. ", stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after["text"] == "My own words."
    assert edit_answer(PLAN, "acme", Asked.LONG, "  ", stamp=stamp) == []


def test_a_text_for_an_application_that_is_gone_is_refused(stamp: Stamp) -> None:
    for application_id in ("gone", "never"):
        with pytest.raises(EntryGoneError):
            edit_answer(PLAN, application_id, Asked.NEAR, "Mine.", stamp=stamp)


@pytest.mark.parametrize("composes", [True, False])
def test_two_tabs_that_write_the_first_text_meet_and_neither_text_is_hidden(
    composes: bool,  # noqa: FBT001 - a column of the table
    stamp: Stamp,
) -> None:
    store = open_store(MEMORY)
    store.create("w")
    given: list[Entity] = [*PLAN.applications.values(), *PLAN.aspirations.values(), *PLAN.goals.values()]
    seen = store.apply("w", [created(entry, stamp=stamp) for entry in given], seen=1, commit_id="given")
    first = edit_answer(seen, "acme", Asked.NEAR, "From the first tab.", stamp=stamp)
    second = (
        composed(seen, CHOICE, stamp)
        if composes
        else edit_answer(seen, "acme", Asked.NEAR, "From the second tab.", stamp=stamp)
    )
    store.apply("w", first, seen=seen.revision, commit_id="first")

    with pytest.raises(ConflictError):
        store.apply("w", second, seen=seen.revision, commit_id="second")

    assert [answer.text for answer in store.load("w").answers.values()] == ["From the first tab."]


def test_an_answer_that_was_taken_back_can_be_written_anew(stamp: Stamp) -> None:
    store = open_store(MEMORY)
    store.create("w")
    plan = store.apply("w", [created(ACME, stamp=stamp)], seen=1, commit_id="given")
    for text in ("One.", "Two."):
        plan = store.apply(
            "w",
            edit_answer(plan, "acme", Asked.NEAR, text, stamp=stamp),
            seen=plan.revision,
            commit_id=text,
        )
        plan = store.apply("w", undo(plan, stamp=stamp), seen=plan.revision, commit_id=f"un{text}")

    assert plan.answers == {}


def test_editing_changes_the_text_and_nothing_else(stamp: Stamp) -> None:
    answer = Answer(
        id="a",
        application_id="acme",
        asked=Asked.NEAR,
        composed=(Sentence(text="One.", origin=Origin.TEMPLATE),),
        text="One.",
    )

    (change,) = edit_answer(with_answer(answer), "acme", Asked.NEAR, "One. Two.", stamp=stamp)

    assert change.after == {"text": "One. Two."}
    assert not is_edited(answer)
    assert is_edited(replace(answer, text="One. Two."))


def test_an_answer_belongs_to_one_application_and_horizon() -> None:
    answer = Answer(id="a", application_id="acme", asked=Asked.NEAR)
    plan = with_answer(answer)

    assert answer_to(plan, "acme", Asked.NEAR) == answer
    assert answer_to(plan, "acme", Asked.LONG) is None
    assert answer_to(plan, "gone", Asked.NEAR) is None
    assert answer_to(with_answer(replace(answer, archived=True)), "acme", Asked.NEAR) is None


def test_sentences_keep_their_origin_until_they_are_changed() -> None:
    first = Sentence(text="I begin.", origin=Origin.TEMPLATE)
    goal = Sentence(text="I plan to pass.", origin=Origin.GOAL, source_id="g")
    answer = Answer(
        id="a",
        application_id="acme",
        asked=Asked.NEAR,
        composed=(first, goal),
        text="Hello. I plan to pass. I begin gladly.",
    )

    own = Origin.OWN
    assert origins(answer) == (
        Sentence(text="Hello.", origin=own),
        goal,
        Sentence(text="I begin gladly.", origin=own),
    )
    assert origins(replace(answer, text="I begin. I plan to pass.")) == (first, goal)
    assert origins(replace(answer, text="")) == ()
