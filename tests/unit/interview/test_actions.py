from dataclasses import replace
from datetime import date

import pytest

from careerkit.aspirations import Aspiration, Mark
from careerkit.change import Action, Change, Ids, Stamp
from careerkit.content.frames import answer_frames
from careerkit.errors import InvalidValueError
from careerkit.goals import Goal
from careerkit.interview import (
    Answer,
    Application,
    Choice,
    Horizon,
    Origin,
    Sentence,
    add_application,
    answer_to,
    archive_application,
    compose_answer,
    edit_answer,
    edit_application,
    is_edited,
    origins,
    restore_application,
)
from careerkit.workspace import Workspace

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
CHOICE = Choice(application_id="acme", horizon=Horizon.NEAR, aspirations=("x",), goals=("g",))


def composed(plan: Workspace, choice: Choice, ids: Ids, stamp: Stamp) -> list[Change]:
    return compose_answer(plan, choice, frames=answer_frames(), today=TODAY, ids=ids, stamp=stamp)


def with_answer(answer: Answer) -> Workspace:
    return replace(PLAN, answers={answer.id: answer})


def test_an_application_is_added_with_clean_texts(ids: Ids, stamp: Stamp) -> None:
    (change,) = add_application("  Acme\n Ltd ", "Buyer\x00", "a\r\nb", ids=ids, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after == {
        "id": "new1",
        "company": "Acme Ltd",
        "role": "Buyer",
        "notes": "a\nb",
        "archived": False,
    }


@pytest.mark.parametrize(
    ("company", "role", "reason"), [(" ", "Buyer", "Name the company"), ("Acme", "\u200b", "Name the role")]
)
def test_an_application_needs_company_and_role(
    company: str, role: str, reason: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        add_application(company, role, ids=ids, stamp=stamp)


def test_only_what_is_given_of_an_application_changes(stamp: Stamp) -> None:
    (change,) = edit_application(ACME, role="Head buyer", stamp=stamp)

    assert (change.before, change.after) == ({"role": "Buyer"}, {"role": "Head buyer"})
    assert edit_application(ACME, stamp=stamp) == []


def test_an_application_is_archived_and_restored_once(stamp: Stamp) -> None:
    away = replace(ACME, archived=True)

    assert [c.action for c in archive_application(ACME, stamp=stamp)] == [Action.ARCHIVE]
    assert archive_application(away, stamp=stamp) == []
    assert [c.action for c in restore_application(away, stamp=stamp)] == [Action.RESTORE]
    assert restore_application(ACME, stamp=stamp) == []


def test_composing_keeps_what_was_chosen_and_what_was_made_of_it(ids: Ids, stamp: Stamp) -> None:
    (change,) = composed(PLAN, CHOICE, ids, stamp)

    assert change.action is Action.CREATE
    assert change.after["aspirations"] == ["x"]
    assert change.after["goals"] == ["g"]
    assert "pass part 1" in str(change.after["text"])


def test_composing_again_replaces_the_same_answer(ids: Ids, stamp: Stamp) -> None:
    plan = with_answer(Answer(id="a", application_id="acme", horizon=Horizon.NEAR, text="Mine."))

    (change,) = composed(plan, replace(CHOICE, variant=1), ids, stamp)

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
def test_a_choice_that_cannot_be_said_is_refused_in_words(
    choice: Choice, reason: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        composed(PLAN, choice, ids, stamp)


def test_a_text_of_ones_own_needs_no_composing(ids: Ids, stamp: Stamp) -> None:
    (change,) = edit_answer(PLAN, "acme", Horizon.LONG, " My own words. ", ids=ids, stamp=stamp)

    assert change.action is Action.CREATE
    assert change.after["text"] == "My own words."
    assert edit_answer(PLAN, "acme", Horizon.LONG, "  ", ids=ids, stamp=stamp) == []


def test_editing_changes_the_text_and_nothing_else(ids: Ids, stamp: Stamp) -> None:
    answer = Answer(
        id="a",
        application_id="acme",
        horizon=Horizon.NEAR,
        composed=(Sentence(text="One.", origin=Origin.TEMPLATE),),
        text="One.",
    )

    (change,) = edit_answer(with_answer(answer), "acme", Horizon.NEAR, "One. Two.", ids=ids, stamp=stamp)

    assert change.after == {"text": "One. Two."}
    assert not is_edited(answer)
    assert is_edited(replace(answer, text="One. Two."))


def test_an_answer_belongs_to_one_application_and_horizon() -> None:
    answer = Answer(id="a", application_id="acme", horizon=Horizon.NEAR)
    plan = with_answer(answer)

    assert answer_to(plan, "acme", Horizon.NEAR) == answer
    assert answer_to(plan, "acme", Horizon.LONG) is None
    assert answer_to(plan, "gone", Horizon.NEAR) is None
    assert answer_to(with_answer(replace(answer, archived=True)), "acme", Horizon.NEAR) is None


def test_sentences_keep_their_origin_until_they_are_changed() -> None:
    first = Sentence(text="I begin.", origin=Origin.TEMPLATE)
    goal = Sentence(text="I plan to pass.", origin=Origin.GOAL, source_id="g")
    answer = Answer(
        id="a",
        application_id="acme",
        horizon=Horizon.NEAR,
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
