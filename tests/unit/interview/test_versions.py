from datetime import date

import pytest

from careerkit.change import Batch, Stamp, created
from careerkit.content import answer_frames
from careerkit.goals import Goal
from careerkit.interview import (
    Application,
    Asked,
    Choice,
    answer_id,
    bring_back,
    compose_answer,
    edit_answer,
    fresh_of,
    offers,
    versions,
)
from careerkit.store import MEMORY, Store, open_store

TODAY = date(2026, 3, 1)
NEAR = answer_id("app", Asked.NEAR)


@pytest.fixture
def store(stamp: Stamp) -> Store:
    store = open_store(MEMORY)
    store.create("w")
    entries = (Application(id="app", company="Acme", role="Buyer"), Goal(id="g", title="Pass part 1"))
    store.apply("w", [created(it, stamp=stamp) for it in entries], seen=1, commit_id="plan")
    choice = Choice(application_id="app", asked=Asked.NEAR, goals=["g"])
    plan = store.load("w")
    composed = compose_answer(plan, choice, frames=answer_frames(), today=TODAY, stamp=stamp)
    plan = store.apply("w", composed, seen=2, commit_id="composed")
    for text in ("My own words.", "My own words, better."):
        plan = store.apply(
            "w", edit_answer(plan, "app", Asked.NEAR, text, stamp=stamp), seen=plan.revision, commit_id=text
        )
    other = edit_answer(plan, "app", Asked.LONG, "Another answer.", stamp=stamp)
    store.apply("w", other, seen=plan.revision, commit_id="other")
    return store


def newest_first(store: Store) -> tuple[Batch, ...]:
    return tuple(reversed(store.load("w").history))


def test_every_text_of_one_answer_is_there_the_newest_first(store: Store) -> None:
    found = [*versions(newest_first(store), NEAR)]

    assert [it.text for it in found[:2]] == ["My own words, better.", "My own words."]
    assert "pass part 1" in found[2].text
    assert (found[0].by, found[0].composed) == ("Ada", None)
    assert found[2].composed is not None


def test_a_version_is_brought_back_with_what_it_was_composed_of(store: Store, stamp: Stamp) -> None:
    first = [*versions(newest_first(store), NEAR)][-1]
    plan = store.load("w")

    back = store.apply(
        "w", bring_back(plan.answers, NEAR, first, stamp=stamp), seen=plan.revision, commit_id="back"
    )

    answer = back.answers[NEAR]
    assert (answer.text, answer.composed) == (first.text, first.composed)
    assert offers(answer, fresh_of(back, answer, frames=answer_frames(), today=TODAY)) == ()


def test_what_stands_there_already_changes_nothing(store: Store, stamp: Stamp) -> None:
    newest = next(versions(newest_first(store), NEAR))
    assert bring_back(store.load("w").answers, NEAR, newest, stamp=stamp) == []
