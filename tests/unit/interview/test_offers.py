from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Change, Stamp
from careerkit.content import answer_frames
from careerkit.goals import Goal
from careerkit.interview import (
    Answer,
    Application,
    Asked,
    Choice,
    Offer,
    OfferKind,
    Origin,
    Sentence,
    answer_to,
    compose_answer,
    edit_answer,
    fresh_of,
    keep_mine,
    offers,
    segments,
    take_offer,
    take_unedited,
)
from careerkit.labels import Mark
from careerkit.needs import Strength
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace, differences

TODAY = date(2026, 3, 1)
STAMP = Stamp(by=Actor(id="ada", name="Ada"), at=datetime(2026, 3, 1, tzinfo=UTC))
FRAMES = answer_frames()
COURSE = Goal(id="course", title="Finish the wound care course", due=date(2027, 5, 1))
MENTOR = Goal(id="mentor", title="Mentor three students", due=date(2028, 5, 1))
PLAN = Workspace(
    id="w",
    revision=1,
    applications={"app": Application(id="app", company="St Mary", role="Ward nurse")},
    aspirations={"ward": Aspiration(id="ward", title="Lead a ward on which people like to work")},
    goals={"course": COURSE, "mentor": MENTOR},
    strengths={"calm": Strength(id="calm", title="Staying calm")},
)
CHOICE = Choice(
    application_id="app", asked=Asked.NEAR, aspirations=["ward"], goals=["course", "mentor"], seconds=90
)


def after(plan: Workspace, changes: list[Change]) -> Workspace:
    """Return the plan as it is after the changes, through the store."""
    store = open_store(MEMORY)
    empty = store.create("w")
    store.apply("w", differences(empty, plan, stamp=STAMP), seen=1, commit_id="plan")
    return store.apply("w", changes, seen=2, commit_id="changes")


@pytest.fixture
def composed(stamp: Stamp) -> Workspace:
    return after(PLAN, compose_answer(PLAN, CHOICE, frames=FRAMES, today=TODAY, stamp=stamp))


def the_answer(plan: Workspace) -> Answer:
    answer = answer_to(plan, "app", Asked.NEAR)
    assert answer is not None
    return answer


def offered(plan: Workspace, today: date = TODAY) -> tuple[Offer, ...]:
    answer = the_answer(plan)
    return offers(answer, fresh_of(plan, answer, frames=FRAMES, today=today))


def with_goal(plan: Workspace, goal: Goal) -> Workspace:
    return replace(plan, goals={**plan.goals, goal.id: goal})


def sentence_about(plan: Workspace, source: str) -> str:
    return next(it.text for it in the_answer(plan).composed if it.source_id == source)


def test_nothing_is_offered_while_the_plan_is_the_same(composed: Workspace) -> None:
    assert offered(composed) == ()


def test_a_goal_that_changed_is_offered_anew_and_taken_in_its_place(
    composed: Workspace, stamp: Stamp
) -> None:
    changed = with_goal(composed, replace(COURSE, title="Finish the palliative care course"))

    [offer] = offered(changed)
    assert (offer.kind, offer.edited) == (OfferKind.CHANGED, False)
    assert "palliative" in (offer.new.text if offer.new else "")

    before = the_answer(changed).text
    taken = after(changed, take_offer(changed.answers, "app-near", offer, stamp=stamp))
    assert the_answer(taken).text == before.replace(offer.yours, offer.new.text if offer.new else "")
    assert offered(taken) == ()


def test_an_edited_sentence_is_offered_beside_the_edit_and_never_overwritten(
    composed: Workspace, stamp: Stamp
) -> None:
    old = sentence_about(composed, "course")
    mine = old.replace("finish", "pass and truly understand")
    text = the_answer(composed).text.replace(old, mine)
    edited = after(composed, edit_answer(composed, "app", Asked.NEAR, text, stamp=stamp))
    changed = with_goal(edited, replace(COURSE, title="Finish the palliative care course"))

    [offer] = offered(changed)
    assert (offer.edited, offer.yours) == (True, mine)
    assert take_unedited(changed.answers, "app-near", [offer], stamp=stamp) == []

    kept = after(changed, keep_mine(changed.answers, "app-near", offer, stamp=stamp))
    assert the_answer(kept).text == text
    assert offered(kept) == ()


def test_a_goal_whose_time_has_come_nearer_is_offered_with_its_new_range(composed: Workspace) -> None:
    [offer] = offered(composed, TODAY + timedelta(days=400))
    assert offer.old is not None
    assert offer.old.source_id == "mentor"


def test_what_became_private_is_offered_to_be_taken_out(composed: Workspace, stamp: Stamp) -> None:
    private = with_goal(composed, replace(MENTOR, mark=Mark.PRIVATE))

    [offer] = [offer for offer in offered(private) if offer.kind is OfferKind.GONE]
    taken = after(private, take_offer(private.answers, "app-near", offer, stamp=stamp))

    answer = the_answer(taken)
    assert "mentor" not in answer.text.lower()
    assert "  " not in answer.text
    assert "mentor" not in answer.goals


def test_what_is_newly_brought_is_offered_where_it_belongs(composed: Workspace, stamp: Stamp) -> None:
    answer = replace(the_answer(composed), strengths=frozenset({"calm"}))
    more = replace(composed, answers={answer.id: answer})

    [offer] = offered(more)
    assert offer.kind is OfferKind.NEW
    taken = after(more, take_offer(more.answers, "app-near", offer, stamp=stamp))
    text = the_answer(taken).text
    assert offer.after + " " + (offer.new.text if offer.new else "") in text
    assert offered(taken) == ()


def test_a_sentence_that_was_taken_out_by_hand_is_not_offered_again(
    composed: Workspace, stamp: Stamp
) -> None:
    text = the_answer(composed).text.replace(sentence_about(composed, "course"), "").replace("  ", " ")
    without = after(composed, edit_answer(composed, "app", Asked.NEAR, text, stamp=stamp))

    assert offered(with_goal(without, replace(COURSE, title="Finish another course"))) == ()


def test_an_application_that_got_another_name_offers_the_sentences_that_name_it(composed: Workspace) -> None:
    renamed = replace(
        composed, applications={"app": Application(id="app", company="St Luke", role="Ward nurse")}
    )

    found = offered(renamed)
    assert found
    assert all("St Luke" in (offer.new.text if offer.new else "") for offer in found)


def test_composing_again_keeps_edited_and_own_sentences(composed: Workspace, stamp: Stamp) -> None:
    old = sentence_about(composed, "course")
    mine = old.replace("finish", "pass and truly understand")
    own = "My grandmother was a midwife."
    text = the_answer(composed).text.replace(old, f"{mine} {own}")
    edited = after(composed, edit_answer(composed, "app", Asked.NEAR, text, stamp=stamp))

    again = replace(CHOICE, variant=1)
    anew = after(edited, compose_answer(edited, again, frames=FRAMES, today=TODAY, stamp=stamp))

    assert f"{mine} {own}" in the_answer(anew).text
    assert the_answer(anew).text != text
    assert the_answer(anew).text.count("wound care course") == 1


def test_what_was_edited_stays_when_what_it_was_about_is_not_brought_any_more(
    composed: Workspace, stamp: Stamp
) -> None:
    old = sentence_about(composed, "mentor")
    mine = old.replace("mentor three students", "look after three young students")
    text = the_answer(composed).text.replace(old, mine)
    edited = after(composed, edit_answer(composed, "app", Asked.NEAR, text, stamp=stamp))

    fewer = replace(CHOICE, goals=["course"])
    anew = after(edited, compose_answer(edited, fewer, frames=FRAMES, today=TODAY, stamp=stamp))

    assert mine in the_answer(anew).text


def test_edits_of_an_answer_from_before_there_were_sections_stay(composed: Workspace, stamp: Stamp) -> None:
    answer = the_answer(composed)
    old = sentence_about(composed, "course")
    mine = old.replace("finish", "pass and truly understand")
    own = Sentence(text="I sing on the ward.", origin=Origin.OWN)
    bare = replace(
        answer,
        composed=(*(replace(it, section="") for it in answer.composed), own),
        text=f"{answer.text.replace(old, mine)} {own.text}",
    )
    before = replace(composed, answers={bare.id: bare})

    anew = after(before, compose_answer(before, CHOICE, frames=FRAMES, today=TODAY, stamp=stamp))

    assert mine in the_answer(anew).text
    assert own.text in the_answer(anew).text
    assert the_answer(anew).text.count("wound care course") == 1


def test_what_was_written_before_composing_stays_above(stamp: Stamp) -> None:
    written = after(PLAN, edit_answer(PLAN, "app", Asked.NEAR, "My own start.", stamp=stamp))
    anew = after(written, compose_answer(written, CHOICE, frames=FRAMES, today=TODAY, stamp=stamp))

    assert the_answer(anew).text.startswith("My own start.\n\n")


def test_segments_say_which_words_are_new() -> None:
    found = segments("I want to learn Spanish.", "I want to learn good Spanish.")
    assert [(it.text, it.same) for it in found] == [
        ("I want to learn", True),
        ("good", False),
        ("Spanish.", True),
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_segments_put_together_are_the_words_of_the_new_text(before: str, after_: str) -> None:
    found = segments(before, after_)
    assert " ".join(it.text for it in found) == " ".join(after_.split())


TITLES = st.sampled_from(
    ["Lead a project", "MBA", "Learn Spanish at work", "A better handover", "Speak up more"]
)


@given(TITLES, TITLES, st.sampled_from(Mark), st.integers(0, 5))
def test_taking_every_offer_leads_to_nothing_more_to_offer(
    first: str, second: str, mark: Mark, variant: int
) -> None:
    stamp = STAMP
    choice = replace(CHOICE, variant=variant)
    plan = after(PLAN, compose_answer(PLAN, choice, frames=FRAMES, today=TODAY, stamp=stamp))
    plan = with_goal(plan, replace(COURSE, title=first))
    plan = with_goal(plan, replace(MENTOR, title=second, mark=mark))
    for _ in range(9):
        found = offered(plan)
        if not found:
            break
        plan = after(plan, take_offer(plan.answers, "app-near", found[0], stamp=stamp))

    assert offered(plan) == ()
    text = the_answer(plan).text
    assert "  " not in text
    assert text.count(".") == len(the_answer(plan).composed)
