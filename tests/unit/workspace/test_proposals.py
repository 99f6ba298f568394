from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration, StepKind
from careerkit.change import Action, Actor, Batch, RandomIds, Stamp, archived, created, updates
from careerkit.errors import InvalidValueError
from careerkit.goals import Goal, GoalStatus, Milestone, MilestoneKind
from careerkit.review import (
    OFFERED,
    About,
    Choice,
    Decision,
    FinishedReviewError,
    Reason,
    Review,
    ReviewNotFoundError,
    ReviewStep,
)
from careerkit.store import MEMORY, Store, open_store
from careerkit.text import NOTE
from careerkit.workspace import KINDS, Workspace, redo, undo
from careerkit.workspace.proposals import Proposal, apply_proposals, proposals
from careerkit.workspace.refile import refile_as_aspiration

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 11, 24, tzinfo=UTC))
IDS = RandomIds()
GOAL = Goal(id="g", title="Pass the exam", due=date(2027, 5, 3), status=GoalStatus.DOING)
ASPIRATION = Aspiration(id="a", title="Lead", level="Manager", next_level="Director")
MILESTONE = Milestone(
    id="m",
    title="Enrol",
    year=2027,
    kind=MilestoneKind.TRAINING,
    goals=frozenset({"g"}),
    on=date(2027, 3, 12),
)
PLAN = (GOAL, ASPIRATION, MILESTONE)
REVIEW = "review-2026-1"


def decision(about: About, choice: Choice, **more: Any) -> Decision:  # noqa: ANN401 - any field
    entry_id = {About.GOAL: "g", About.ASPIRATION: "a", About.MILESTONE: "m"}[about]
    known = {"entry_id": entry_id, "reason": Reason.MARKET, "note": "Two left."}
    return Decision(about=about, choice=choice, **{**known, **more})


def review_of(*decisions: Decision) -> Review:
    return Review(
        id=REVIEW,
        year=2026,
        steps=(ReviewStep(id="goals", title="Goals", asks="Still yours?"),),
        started_on=date(2026, 11, 24),
        decisions={it.key: it for it in decisions},
    )


class Saved:
    """A workspace in a real store, in memory."""

    def __init__(self, *entries: Any) -> None:  # noqa: ANN401 - of any kind
        self.store: Store = open_store(MEMORY)
        self.plan: Workspace = self.store.create("mine")
        self.save([created(entry, stamp=STAMP) for entry in entries])

    def save(self, changes: list[Any]) -> Workspace:
        seen = self.plan.revision
        self.plan = self.store.apply("mine", changes, seen=seen, commit_id=f"c{seen}")
        return self.plan

    def proposals(self) -> tuple[Proposal, ...]:
        return proposals(self.plan, self.plan.reviews[REVIEW], stamp=STAMP, ids=IDS)

    def follow(self, *keys: str) -> Workspace:
        chosen = keys or tuple(it.key for it in self.proposals())
        return self.save(apply_proposals(self.plan, REVIEW, chosen, stamp=STAMP, ids=IDS))

    @property
    def content(self) -> dict[str, Any]:
        return {kind: dict(self.plan.collection(kind)) for kind in KINDS}

    @property
    def last(self) -> Batch:
        return self.plan.history[-1]


@pytest.mark.parametrize(
    ("it", "sentence", "before", "after"),
    [
        (
            decision(About.GOAL, Choice.MOVE, due=date(2027, 12, 1)),
            "Move the goal “Pass the exam”",
            "Due 3 May 2027",
            "1 Dec 2027",
        ),
        (decision(About.GOAL, Choice.DROP), "Drop the goal “Pass the exam”", "Doing", "Dropped"),
        (decision(About.GOAL, Choice.DONE), "Mark the goal “Pass the exam” as done", "Doing", "Done"),
        (
            decision(About.GOAL, Choice.SPLIT, parts=("Part 1", "Part 2")),
            "Split the goal “Pass the exam”",
            "Doing",
            "Dropped, and in its place “Part 1” and “Part 2”, due 3 May 2027, with 1 open milestone",
        ),
        (
            decision(About.ASPIRATION, Choice.SIDEWAYS, level="Specialist"),
            "Step sideways on the aspiration “Lead”",
            "Level: Manager, then Director",
            "Specialist",
        ),
        (
            decision(About.ASPIRATION, Choice.RETIRE),
            "Retire the aspiration “Lead”",
            "In the plan",
            "Retired",
        ),
        (
            decision(About.MILESTONE, Choice.MOVE, year=2028),
            "Move the milestone “Enrol”",
            "Planned for 12 Mar 2027",
            "12 Mar 2028",
        ),
        (decision(About.MILESTONE, Choice.DONE), "Mark the milestone “Enrol” as done", "Open", "Done"),
        (
            decision(About.MILESTONE, Choice.DROP),
            "Drop the milestone “Enrol”",
            "Planned for 2027",
            "Archived",
        ),
        (
            decision(About.MILESTONE, Choice.ADD, entry_id="new", parts=("Find a mentor",), year=2027),
            "Add the milestone “Find a mentor”",
            "",
            "Planned for 2027",
        ),
    ],
)
def test_a_proposal_says_what_is_before_and_after(
    it: Decision, sentence: str, before: str, after: str
) -> None:
    assert Saved(*PLAN, review_of(it)).proposals() == (
        Proposal(key=it.key, sentence=sentence, before=before, after=after, reason="The market. Two left."),
    )


def test_to_keep_an_entry_proposes_nothing() -> None:
    saved = Saved(*PLAN, review_of(*(decision(about, Choice.KEEP) for about in About)))

    assert saved.proposals() == ()
    assert apply_proposals(saved.plan, REVIEW, ["goals-g"], stamp=STAMP, ids=IDS) == []


def test_all_decisions_are_followed_together_with_their_reason() -> None:
    saved = Saved(
        *PLAN,
        review_of(
            decision(About.GOAL, Choice.SPLIT, parts=("Part 1", "Part 2"), due=date(2028, 2, 1)),
            decision(About.ASPIRATION, Choice.DOWN, level="Specialist", note=""),
            decision(About.MILESTONE, Choice.MOVE, year=2028, reason=None, note="Later."),
            decision(
                About.MILESTONE,
                Choice.ADD,
                entry_id="new",
                parts=("Mentor",),
                year=2027,
                reason=None,
                note="",
            ),
        ),
    )
    plan = saved.follow()

    assert plan.goals["g"].status is GoalStatus.DROPPED
    parts = {id_: it for id_, it in plan.goals.items() if id_ != "g"}
    assert [(it.title, it.due) for it in parts.values()] == [
        ("Part 1", date(2028, 2, 1)),
        ("Part 2", date(2028, 2, 1)),
    ]
    step = plan.aspirations["a"].steps[-1]
    assert (step.kind, step.before, step.after) == (StepKind.DOWN, "Manager", "Specialist")
    assert step.reason == "Review of 2026: The market."
    moved = plan.milestones["m"]
    assert (moved.year, moved.on, set(moved.goals)) == (2028, date(2028, 3, 12), {"g", *parts})
    assert [it.title for it in plan.milestones.values()] == ["Enrol", "Mentor"]
    assert plan.reviews[REVIEW].applied == plan.reviews[REVIEW].decisions.keys()
    assert len(plan.history) == 2
    assert {it.reason for it in saved.last.changes} == {
        "Review of 2026: The market. Two left.",
        "Review of 2026: The market.",
        "Review of 2026: Later.",
        "Review of 2026.",
        "",
    }


def test_only_the_chosen_decisions_are_followed_and_each_once() -> None:
    saved = Saved(*PLAN, review_of(decision(About.GOAL, Choice.DROP), decision(About.MILESTONE, Choice.DONE)))

    plan = saved.follow("goals-g", "goals-nowhere")

    assert plan.reviews[REVIEW].applied == {"goals-g"}
    assert (plan.goals["g"].status, plan.milestones["m"]) == (GoalStatus.DROPPED, MILESTONE)
    assert [it.key for it in saved.proposals()] == ["milestones-m"]
    assert apply_proposals(plan, REVIEW, ["goals-g", "goals-nowhere"], stamp=STAMP, ids=IDS) == []


GONE = "is no longer in the plan; nothing to change."


@pytest.mark.parametrize(
    ("now", "it", "problem"),
    [
        (replace(GOAL, archived=True), decision(About.GOAL, Choice.DROP), f"“Pass the exam” {GONE}"),
        (
            replace(GOAL, status=GoalStatus.DROPPED),
            decision(About.GOAL, Choice.DROP),
            "“Pass the exam” was dropped by now; nothing to change.",
        ),
        (
            replace(GOAL, status=GoalStatus.DONE),
            decision(About.GOAL, Choice.MOVE, due=date(2028, 1, 1)),
            "“Pass the exam” is done by now; nothing to change.",
        ),
        (
            GOAL,
            decision(About.GOAL, Choice.MOVE, due=GOAL.due),
            "“Pass the exam” has that date already; nothing to change.",
        ),
        (
            replace(GOAL, status=GoalStatus.IDEA, due=None),
            decision(About.GOAL, Choice.DONE),
            "Give “Pass the exam” a date first: a goal without one stays an idea.",
        ),
        (replace(ASPIRATION, archived=True), decision(About.ASPIRATION, Choice.RETIRE), f"“Lead” {GONE}"),
        (
            ASPIRATION,
            decision(About.ASPIRATION, Choice.RAISE, level=" Manager "),
            "“Lead” is on that level already; nothing to change.",
        ),
        (replace(MILESTONE, archived=True), decision(About.MILESTONE, Choice.DONE), f"“Enrol” {GONE}"),
        (
            replace(MILESTONE, done=True),
            decision(About.MILESTONE, Choice.DONE),
            "“Enrol” is done by now; nothing to change.",
        ),
        (
            MILESTONE,
            decision(About.MILESTONE, Choice.MOVE, year=2027),
            "“Enrol” is planned for that year already; nothing to change.",
        ),
        (MILESTONE, decision(About.GOAL, Choice.DROP, entry_id="x"), f"This goal {GONE}"),
    ],
)
def test_a_plan_that_has_changed_since_says_so_and_is_left_alone(
    now: Goal | Aspiration | Milestone, it: Decision, problem: str
) -> None:
    others = [entry for entry in PLAN if entry.id != now.id]
    saved = Saved(*others, now, review_of(it))

    assert [proposal.problem for proposal in saved.proposals()] == [problem]
    assert apply_proposals(saved.plan, REVIEW, [it.key], stamp=STAMP, ids=IDS) == []


def test_the_proposal_follows_what_others_change_meanwhile() -> None:
    saved = Saved(*PLAN, review_of(decision(About.GOAL, Choice.MOVE, due=date(2027, 12, 1))))
    moved = replace(GOAL, title="Pass it", due=date(2027, 6, 1))
    saved.save(updates(GOAL, moved, stamp=STAMP))
    [proposal] = saved.proposals()

    assert (proposal.sentence, proposal.before) == ("Move the goal “Pass it”", "Due 1 Jun 2027")
    saved.save([archived(moved, stamp=STAMP)])
    assert saved.proposals()[0].problem == f"“Pass it” {GONE}"


def test_an_entry_that_was_re_filed_says_so() -> None:
    saved = Saved(*PLAN, review_of(decision(About.GOAL, Choice.DROP)))
    saved.save(refile_as_aspiration(saved.plan, "g", stamp=STAMP))

    assert saved.proposals()[0].problem == "“Pass the exam” is an aspiration by now; nothing to change."


def test_the_longest_note_still_fits_the_history() -> None:
    saved = Saved(*PLAN, review_of(decision(About.ASPIRATION, Choice.RAISE, level="Head", note="x" * NOTE)))

    [step] = saved.follow().aspirations["a"].steps

    assert len(step.reason) == NOTE
    assert step.reason.startswith("Review of 2026: The market. xxx")


def test_only_a_review_that_is_under_way_changes_the_plan() -> None:
    review = review_of(decision(About.GOAL, Choice.DROP))
    finished = replace(review, finished_on=date(2026, 12, 1))
    aside = replace(review, archived=True)

    for closed, error in ((finished, FinishedReviewError), (aside, InvalidValueError)):
        plan = Saved(*PLAN, closed).plan
        assert proposals(plan, closed, stamp=STAMP, ids=IDS) == ()
        with pytest.raises(error):
            apply_proposals(plan, REVIEW, ["goals-g"], stamp=STAMP, ids=IDS)
    with pytest.raises(ReviewNotFoundError):
        apply_proposals(Saved().plan, REVIEW, ["goals-g"], stamp=STAMP, ids=IDS)


def test_an_undone_decision_can_be_followed_again() -> None:
    saved = Saved(*PLAN, review_of(decision(About.GOAL, Choice.SPLIT, parts=("A", "B"))))
    saved.follow()
    after = saved.content

    saved.save(undo(saved.plan, stamp=STAMP))
    assert [it.key for it in saved.proposals()] == ["goals-g"]
    saved.save(redo(saved.plan, stamp=STAMP))
    assert saved.content == after


IDS_OF: dict[About, tuple[str, ...]] = {
    About.GOAL: ("g1", "g2", "g3"),
    About.ASPIRATION: ("a1", "a2"),
    About.MILESTONE: ("m1", "m2", "m3"),
}
YEARS = st.integers(2026, 2030)
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))
WORDS = st.sampled_from(["Alpha", "Beta", "Gamma", "Delta"])


@st.composite
def plans(draw: st.DrawFn) -> list[Any]:
    aspirations = [
        Aspiration(
            id=id_,
            title=draw(WORDS),
            level=draw(st.sampled_from(["", "Alpha"])),
            archived=draw(st.booleans()),
        )
        for id_ in IDS_OF[About.ASPIRATION]
    ]
    return [*aspirations, *(draw(goals(id_)) for id_ in IDS_OF[About.GOAL]), *draw(milestones())]


@st.composite
def goals(draw: st.DrawFn, id_: str) -> Goal:
    due = draw(st.none() | DAYS)
    dateless = st.sampled_from([GoalStatus.IDEA, GoalStatus.DROPPED])
    return Goal(
        id=id_,
        title=draw(WORDS),
        due=due,
        status=draw(st.sampled_from(GoalStatus) if due else dateless),
        aspirations=draw(st.frozensets(st.sampled_from(IDS_OF[About.ASPIRATION]))),
        archived=draw(st.integers(0, 3)) == 0,
    )


@st.composite
def milestones(draw: st.DrawFn) -> list[Milestone]:
    return [
        Milestone(
            id=id_,
            title=draw(WORDS),
            year=(on := draw(DAYS)).year,
            on=draw(st.sampled_from([None, on])),
            kind=MilestoneKind.ROLE,
            goals=draw(st.frozensets(st.sampled_from(IDS_OF[About.GOAL]))),
            done=draw(st.integers(0, 3)) == 0,
            archived=draw(st.integers(0, 3)) == 0,
        )
        for id_ in IDS_OF[About.MILESTONE]
    ]


@st.composite
def any_decision(draw: st.DrawFn) -> Decision:
    about = draw(st.sampled_from(About))
    choice = draw(st.sampled_from(OFFERED[about]))
    known = ("new1", "new2") if choice is Choice.ADD else (*IDS_OF[about], "nowhere")
    return Decision(
        about=about,
        entry_id=draw(st.sampled_from(known)),
        choice=choice,
        reason=draw(st.none() | st.sampled_from(Reason)),
        note=draw(st.sampled_from(["", "A note."])),
        due=draw(DAYS),
        year=draw(YEARS),
        level=draw(WORDS),
        next_level=draw(st.sampled_from(["", "Beta"])),
        parts=tuple(draw(st.lists(WORDS, min_size=1 if choice is Choice.ADD else 2, max_size=3))),
    )


any_decisions = st.lists(any_decision(), max_size=9, unique_by=lambda it: it.key)


@settings(max_examples=150)
@given(plans(), any_decisions, st.data())
def test_following_and_undoing_gives_back_the_same_plan_and_twice_adds_nothing(
    entries: list[Any], decisions: list[Decision], data: st.DataObject
) -> None:
    saved = Saved(*entries, review_of(*decisions))
    before = saved.content
    keys = data.draw(st.sets(st.sampled_from([it.key for it in decisions] or ["none"])))
    open_ones = {it.key for it in saved.proposals() if not it.problem}

    changes = apply_proposals(saved.plan, REVIEW, keys, stamp=STAMP, ids=IDS)
    saved.save(changes)

    assert saved.plan.reviews[REVIEW].applied == keys & open_ones
    assert apply_proposals(saved.plan, REVIEW, keys, stamp=STAMP, ids=IDS) == []
    if changes:
        saved.save(undo(saved.plan, stamp=STAMP))
    assert saved.content == before


@settings(max_examples=100)
@given(plans(), any_decision())
def test_a_proposal_changes_something_unless_it_has_a_problem(entries: list[Any], it: Decision) -> None:
    saved = Saved(*entries, review_of(it))
    before = saved.content
    [problem] = [proposal.problem for proposal in saved.proposals()] or ["to keep"]

    saved.save(apply_proposals(saved.plan, REVIEW, [it.key], stamp=STAMP, ids=IDS))

    rest = {**saved.content, Review.KIND: before[Review.KIND]}
    assert (rest == before) is bool(problem)
    kinds = {change.kind for change in saved.last.changes if change.action is not Action.CREATE}
    assert problem or Review.KIND in kinds
