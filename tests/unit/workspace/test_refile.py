from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration, LevelStep, StepKind
from careerkit.change import (
    Action,
    Actor,
    Change,
    EntryGoneError,
    Stamp,
    archived,
    created,
    restored,
    updates,
)
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    CheckIn,
    Goal,
    GoalStatus,
    IfThen,
    Measure,
    Milestone,
    MilestoneKind,
    Trend,
    TrendDirection,
)
from careerkit.interview import Answer, Application, Asked
from careerkit.labels import Mark
from careerkit.store import MEMORY, Store, open_store
from careerkit.workspace import LINKS, Workspace, broken_links, redo, undo
from careerkit.workspace.refile import AS_ASPIRATION, AS_GOAL, refile_as_aspiration, refile_as_goal
from careerkit.workspace.served import aspirations_served, goals_served

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 11, 24, tzinfo=UTC))
TREND = Trend(id="t", title="Audits move online", on=date(2026, 1, 1), direction=TrendDirection.GROWING)
PARENT = Aspiration(id="a", title="Grow")
GOAL = Goal(
    id="g",
    title="Be the one they ask",
    why="I like it.",
    first_step="Call Ann",
    measure=Measure(start=0, target=9, current=2, unit="calls"),
    due=date(2028, 3, 1),
    aspirations=frozenset({"a"}),
    needs=frozenset({"mastery", "recognition"}),
    status=GoalStatus.DOING,
    mark=Mark.PRIVATE,
    if_then=IfThen(obstacle="Noise", action="I go home"),
    confidence=7,
    trends=frozenset({"t"}),
    by_hand=20,
)
ASPIRATION = Aspiration(
    id="d",
    title="Pass the exam",
    why="It opens doors.",
    needs=frozenset({"mastery"}),
    mark=Mark.PRIVATE,
    path="expert",
    level="Junior",
    next_level="Senior",
    steps=(LevelStep(kind=StepKind.RAISE, before="", after="Junior", reason="I grew.", at=STAMP.at),),
)
POINTING = (
    Goal(id="h", title="Enrol", aspirations=frozenset({"d"})),
    Milestone(id="m", title="First call", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g"})),
    CheckIn(id="c", goal="g", on=date(2026, 5, 1), value=2),
    Application(id="p", company="Acme", role="Lead"),
    Answer(
        id="w",
        application_id="p",
        asked=Asked.NEAR,
        text="I…",
        aspirations=frozenset({"d"}),
        goals=frozenset({"g"}),
    ),
)
"""What links to the goal and to the aspiration."""


class Saved:
    """A workspace in a real store, in memory."""

    def __init__(self, *entries: Any) -> None:  # noqa: ANN401 - of any kind
        self.store: Store = open_store(MEMORY)
        self.plan: Workspace = self.store.create("mine")
        self.save([created(entry, stamp=STAMP) for entry in entries])

    def save(self, changes: list[Change]) -> Workspace:
        seen = self.plan.revision
        self.plan = self.store.apply("mine", changes, seen=seen, commit_id=f"c{seen}")
        return self.plan

    def do(self, deed: Callable[..., list[Change]], entry_id: str) -> Workspace:
        return self.save(deed(self.plan, entry_id, stamp=STAMP))


@pytest.fixture
def saved() -> Saved:
    return Saved(TREND, PARENT, GOAL, ASPIRATION, *POINTING)


def test_a_goal_becomes_an_aspiration_with_its_words_and_its_id(saved: Saved) -> None:
    plan = saved.do(refile_as_aspiration, "g")

    assert plan.aspirations["g"] == Aspiration(
        id="g", title=GOAL.title, why=GOAL.why, needs=GOAL.needs, mark=Mark.PRIVATE
    )
    assert plan.goals["g"] == replace(GOAL, archived=True)


def test_an_aspiration_becomes_an_idea_without_a_date(saved: Saved) -> None:
    plan = saved.do(refile_as_goal, "d")

    assert plan.goals["d"] == Goal(
        id="d", title=ASPIRATION.title, why=ASPIRATION.why, needs=ASPIRATION.needs, mark=Mark.PRIVATE
    )
    assert (plan.goals["d"].status, plan.goals["d"].due) == (GoalStatus.IDEA, None)
    assert plan.aspirations["d"] == replace(ASPIRATION, archived=True)


@pytest.mark.parametrize(
    ("there", "back", "entry"),
    [
        pytest.param(refile_as_aspiration, refile_as_goal, GOAL, id="goal"),
        pytest.param(refile_as_goal, refile_as_aspiration, ASPIRATION, id="aspiration"),
    ],
)
def test_there_and_back_and_there_keeps_everything(
    saved: Saved,
    there: Callable[..., list[Change]],
    back: Callable[..., list[Change]],
    entry: Goal | Aspiration,
) -> None:
    once = saved.do(there, entry.id)
    twice = saved.do(back, entry.id)

    assert twice.collection(entry.KIND)[entry.id] == entry
    third = saved.do(there, entry.id)
    assert (third.goals, third.aspirations) == (once.goals, once.aspirations)


def test_what_was_reworded_meanwhile_comes_back_in_its_new_words(saved: Saved) -> None:
    saved.do(refile_as_aspiration, "g")
    old = saved.plan.aspirations["g"]
    saved.save(updates(old, replace(old, title="Be trusted"), stamp=STAMP))

    changes = refile_as_goal(saved.plan, "g", stamp=STAMP)
    plan = saved.save(changes)

    assert [change.action for change in changes] == [Action.UPDATE, Action.RESTORE, Action.ARCHIVE]
    assert plan.goals["g"] == replace(GOAL, title="Be trusted")


@pytest.mark.parametrize(("deed", "entry_id"), [(refile_as_aspiration, "g"), (refile_as_goal, "d")])
def test_what_links_to_a_re_filed_entry_stays_as_it_is_and_valid(
    saved: Saved, deed: Callable[..., list[Change]], entry_id: str
) -> None:
    before = saved.plan
    plan = saved.do(deed, entry_id)

    assert not list(broken_links(plan, LINKS))
    assert (plan.milestones, plan.answers, plan.checkins) == (
        before.milestones,
        before.answers,
        before.checkins,
    )
    assert plan.goals["h"] == before.goals["h"]


def test_links_mean_the_re_filed_entry(saved: Saved) -> None:
    saved.do(refile_as_aspiration, "g")
    plan = saved.do(refile_as_goal, "d")

    assert goals_served(plan, plan.milestones["m"]) == ((plan.aspirations["g"],), ())
    assert aspirations_served(plan, plan.goals["h"]) == ((), (plan.goals["d"],))


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize(
    ("deeds", "entry_id"),
    [
        ((refile_as_aspiration, refile_as_goal, refile_as_aspiration), "g"),
        ((refile_as_goal, refile_as_aspiration, refile_as_goal), "d"),
    ],
)
def test_each_re_filing_is_taken_back_whole_and_done_again(
    saved: Saved, deeds: tuple[Callable[..., list[Change]], ...], entry_id: str, times: int
) -> None:
    for deed in deeds[: times - 1]:
        saved.do(deed, entry_id)
    before = saved.plan
    after = saved.do(deeds[times - 1], entry_id)

    undone = saved.save(undo(saved.plan, stamp=STAMP))
    assert (undone.goals, undone.aspirations) == (before.goals, before.aspirations)
    redone = saved.save(redo(saved.plan, stamp=STAMP))
    assert (redone.goals, redone.aspirations) == (after.goals, after.aspirations)


@pytest.mark.parametrize(
    ("deed", "entry_id", "usual"),
    [(refile_as_aspiration, "g", AS_ASPIRATION), (refile_as_goal, "d", AS_GOAL)],
)
@pytest.mark.parametrize("given_reason", ["", "  ", "It has\nno end."])
def test_every_change_has_its_reason(
    saved: Saved, deed: Callable[..., list[Change]], entry_id: str, usual: str, given_reason: str
) -> None:
    changes = deed(saved.plan, entry_id, stamp=STAMP, reason=given_reason)

    assert {change.reason for change in changes} == {"It has no end." if given_reason.strip() else usual}


@pytest.mark.parametrize(("deed", "entry_id"), [(refile_as_aspiration, "g"), (refile_as_goal, "d")])
def test_what_is_archived_or_gone_cannot_be_re_filed(
    saved: Saved, deed: Callable[..., list[Change]], entry_id: str
) -> None:
    saved.do(deed, entry_id)

    for missing in (entry_id, "nowhere"):
        with pytest.raises(EntryGoneError):
            deed(saved.plan, missing, stamp=STAMP)


def test_neither_of_two_present_entries_overwrites_the_other(saved: Saved) -> None:
    saved.do(refile_as_aspiration, "g")
    saved.save([restored(saved.plan.goals["g"], stamp=STAMP)])

    with pytest.raises(InvalidValueError, match="“Be the one they ask” is there as an aspiration already"):
        refile_as_aspiration(saved.plan, "g", stamp=STAMP)
    with pytest.raises(InvalidValueError, match="as a goal already"):
        refile_as_goal(saved.plan, "g", stamp=STAMP)
    saved.save([archived(saved.plan.goals["g"], stamp=STAMP)])
    assert saved.do(refile_as_goal, "g").goals["g"] == GOAL


@given(st.lists(st.sampled_from(["g", "d"]), max_size=8))
def test_an_entry_is_always_present_as_exactly_one_kind(moves: list[str]) -> None:
    saved = Saved(TREND, PARENT, GOAL, ASPIRATION)
    for entry_id in moves:
        there = not saved.plan.goals.get(entry_id, ASPIRATION).archived and entry_id in saved.plan.goals
        saved.do(refile_as_aspiration if there else refile_as_goal, entry_id)

    for entry_id in ("g", "d"):
        found = (saved.plan.goals.get(entry_id), saved.plan.aspirations.get(entry_id))
        assert sum(it is not None and not it.archived for it in found) == 1
