from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from careerkit.change import Change, Stamp, created
from careerkit.errors import InvalidValueError
from careerkit.review import (
    OFFERED,
    About,
    Addendum,
    Choice,
    Decision,
    FinishedReviewError,
    Reason,
    Review,
    ReviewNotFoundError,
    ReviewStep,
    add_addendum,
    decide,
    mark_private,
    undecide,
)
from careerkit.store import MEMORY, open_store

ID = "review-2026-1"
GOAL = Decision(about=About.GOAL, entry_id="g", choice=Choice.DROP, reason=Reason.MARKET, note="Two left.")
WHOLE: Mapping[str, Any] = {
    "reason": Reason.LIFE,
    "due": date(2027, 5, 3),
    "year": 2028,
    "level": "Lead",
    "next_level": "Head",
    "parts": ("One", "Two"),
}


def kept(changes: list[Change], *before: Review) -> Review:
    """Return what becomes of a review in a real store."""
    store = open_store(MEMORY)
    plan = store.create("mine")
    stamp = Stamp(by=changes[0].by, at=changes[0].at)
    plan = store.apply("mine", [created(it, stamp=stamp) for it in before], seen=plan.revision, commit_id="1")
    return store.apply("mine", changes, seen=plan.revision, commit_id="2").reviews[ID]


@pytest.fixture
def review(steps: tuple[ReviewStep, ...], today: date) -> Review:
    return Review(id=ID, year=2026, steps=steps, started_on=today)


@pytest.fixture
def finished(review: Review, today: date) -> Review:
    return replace(review, finished_on=today)


def test_a_decision_is_kept_under_its_entry_and_takes_the_place_of_an_earlier_one(
    review: Review, stamp: Stamp
) -> None:
    once = kept(decide({ID: review}, ID, GOAL, stamp=stamp), review)
    other = replace(GOAL, choice=Choice.KEEP, reason=None, note="")
    twice = kept(decide({ID: once}, ID, other, stamp=stamp), once)

    assert once.decisions == {"goals-g": GOAL}
    assert twice.decisions == {"goals-g": other}
    assert decide({ID: twice}, ID, other, stamp=stamp) == []


@pytest.mark.parametrize(
    ("about", "choice", "uses"),
    [
        (About.GOAL, Choice.KEEP, set()),
        (About.GOAL, Choice.MOVE, {"due"}),
        (About.GOAL, Choice.SPLIT, {"due", "parts"}),
        (About.ASPIRATION, Choice.SIDEWAYS, {"level", "next_level"}),
        (About.ASPIRATION, Choice.RETIRE, set()),
        (About.MILESTONE, Choice.MOVE, {"year"}),
    ],
)
def test_what_a_choice_has_no_use_for_is_left_out(
    about: About, choice: Choice, uses: set[str], review: Review, stamp: Stamp
) -> None:
    full = Decision(about=about, entry_id="x", choice=choice, **WHOLE)

    stored = kept(decide({ID: review}, ID, full, stamp=stamp), review).decisions[full.key]

    filled = {name for name in ("due", "year", "level", "next_level", "parts") if getattr(stored, name)}
    assert filled == uses
    assert stored.reason is Reason.LIFE


def test_texts_of_a_decision_are_kept_clean(review: Review, stamp: Stamp) -> None:
    split = Decision(
        about=About.GOAL,
        entry_id="g",
        choice=Choice.SPLIT,
        reason=Reason.OTHER,
        note=" Too\r\nbig ",
        parts=(" First\n part", "Second"),
    )

    stored = kept(decide({ID: review}, ID, split, stamp=stamp), review).decisions["goals-g"]

    assert (stored.note, stored.parts) == ("Too\nbig", ("First part", "Second"))


def test_only_the_record_names_entries(review: Review, stamp: Stamp) -> None:
    named = replace(GOAL, title="A secret", private=True)

    assert kept(decide({ID: review}, ID, named, stamp=stamp), review).decisions == {"goals-g": GOAL}


EXPLAINED = {Choice.MOVE, Choice.SPLIT, Choice.DROP, Choice.DOWN, Choice.SIDEWAYS, Choice.RETIRE}


@pytest.mark.parametrize(("about", "choice"), [(it, one) for it, many in OFFERED.items() for one in many])
def test_a_reason_is_asked_for_where_something_is_given_up_or_put_off(
    about: About, choice: Choice, review: Review, stamp: Stamp
) -> None:
    parts = ("One",) if choice is Choice.ADD else ("One", "Two")
    bare = Decision(about=about, entry_id="x", choice=choice, **{**WHOLE, "reason": None, "parts": parts})
    if choice not in EXPLAINED:
        assert decide({ID: review}, ID, bare, stamp=stamp)
        return
    with pytest.raises(InvalidValueError, match="Choose a reason"):
        decide({ID: review}, ID, bare, stamp=stamp)
    assert decide({ID: review}, ID, replace(bare, reason=Reason.HEALTH), stamp=stamp)


def test_another_reason_is_said_in_words(review: Review, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="what the other reason is"):
        decide({ID: review}, ID, replace(GOAL, reason=Reason.OTHER, note=" "), stamp=stamp)


@pytest.mark.parametrize(
    ("about", "choice", "without", "ask"),
    [
        (About.GOAL, Choice.MOVE, {"due": None}, "new date of the goal"),
        (About.MILESTONE, Choice.MOVE, {"year": None}, "new year of the milestone"),
        (About.GOAL, Choice.SPLIT, {"parts": ("One",)}, "at least two"),
        (About.MILESTONE, Choice.ADD, {"parts": ("One", "Two")}, "one title"),
        (About.MILESTONE, Choice.ADD, {"parts": ()}, "one title"),
        (About.MILESTONE, Choice.ADD, {"parts": ("One",), "year": None}, "year of the new milestone"),
        (About.ASPIRATION, Choice.RAISE, {"level": " "}, "Name the level"),
        (About.ASPIRATION, Choice.DOWN, {"level": ""}, "Name the level"),
    ],
)
def test_a_choice_without_what_it_needs_asks_for_it(
    about: About, choice: Choice, without: dict[str, Any], ask: str, review: Review, stamp: Stamp
) -> None:
    decision = Decision(about=about, entry_id="x", choice=choice, **{**WHOLE, **without})

    with pytest.raises(InvalidValueError, match=ask):
        decide({ID: review}, ID, decision, stamp=stamp)


def test_a_decision_can_be_taken_out_again(review: Review, stamp: Stamp) -> None:
    decided = replace(review, decisions={"goals-g": GOAL})

    assert kept(undecide({ID: decided}, ID, "goals-g", stamp=stamp), decided).decisions == {}
    assert undecide({ID: decided}, ID, "goals-other", stamp=stamp) == []


def test_what_the_plan_has_followed_stays_decided(review: Review, stamp: Stamp) -> None:
    followed = replace(review, decisions={"goals-g": GOAL}, applied=frozenset({"goals-g"}))

    with pytest.raises(InvalidValueError, match="followed this decision already"):
        decide({ID: followed}, ID, replace(GOAL, reason=Reason.LIFE), stamp=stamp)
    with pytest.raises(InvalidValueError, match="followed this decision already"):
        undecide({ID: followed}, ID, "goals-g", stamp=stamp)


def test_a_step_is_marked_private_and_let_in_again(review: Review, stamp: Stamp) -> None:
    marked = kept(mark_private({ID: review}, ID, "wins", private=True, stamp=stamp), review)

    assert marked.private == {"wins"}
    assert mark_private({ID: marked}, ID, "wins", private=True, stamp=stamp) == []
    assert kept(mark_private({ID: marked}, ID, "wins", private=False, stamp=stamp), marked).private == set()
    with pytest.raises(InvalidValueError, match="not part of the review"):
        mark_private({ID: review}, ID, "nope", private=True, stamp=stamp)


def test_addenda_stand_beside_a_finished_review_one_after_the_other(finished: Review, stamp: Stamp) -> None:
    days = date(2027, 1, 5), date(2027, 2, 1)
    once = kept(add_addendum({ID: finished}, ID, " It was\r\nless. ", days[0], stamp=stamp), finished)
    twice = kept(add_addendum({ID: once}, ID, "More.", days[1], stamp=stamp), once)

    assert twice.addenda == (Addendum(on=days[0], text="It was\nless."), Addendum(on=days[1], text="More."))
    assert replace(twice, addenda=()) == finished


def test_an_addendum_says_something_new_of_a_finished_review(
    review: Review, finished: Review, today: date, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match="not finished yet"):
        add_addendum({ID: review}, ID, "More.", today, stamp=stamp)
    with pytest.raises(InvalidValueError, match="what you want to add"):
        add_addendum({ID: finished}, ID, " \u200b", today, stamp=stamp)
    with pytest.raises(ReviewNotFoundError):
        add_addendum({}, ID, "More.", today, stamp=stamp)
    pressed_twice = replace(finished, addenda=(Addendum(on=today, text="More."),))
    assert add_addendum({ID: pressed_twice}, ID, "More. ", today, stamp=stamp) == []


def test_nothing_else_changes_a_finished_review(finished: Review, stamp: Stamp) -> None:
    with pytest.raises(FinishedReviewError):
        decide({ID: finished}, ID, GOAL, stamp=stamp)
    with pytest.raises(FinishedReviewError):
        undecide({ID: finished}, ID, "goals-g", stamp=stamp)
    with pytest.raises(FinishedReviewError):
        mark_private({ID: finished}, ID, "wins", private=True, stamp=stamp)
