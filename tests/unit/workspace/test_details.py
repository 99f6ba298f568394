from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from careerkit.aspirations import Aspiration, LevelDraft, change_level, retire_aspiration
from careerkit.change import (
    Action,
    Actor,
    Change,
    Stamp,
    archived,
    created,
    removed,
    restored,
    updates,
)
from careerkit.goals import (
    CheckIn,
    Fit,
    FitAnswer,
    FitSide,
    Goal,
    GoalStatus,
    IfThen,
    Measure,
    Milestone,
    MilestoneKind,
    Trend,
    TrendDirection,
)
from careerkit.labels import Mark
from careerkit.needs import (
    Assessment,
    OwnNeed,
    PairAnswer,
    Rating,
    Satisfaction,
    SetChoice,
    Standpoint,
    Strength,
)
from careerkit.store import open_store
from careerkit.workspace import (
    KINDS,
    Workspace,
    count_of_details,
    details_of,
    sentence_of,
    undo,
    value_in_words,
)
from careerkit.workspace.nouns import NOUNS

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, tzinfo=UTC))
GOAL = Goal(id="g", title="Pass", first_step="Ask")
PLAN = Workspace(
    id="mine", revision=1, goals={"g": GOAL}, aspirations={"a": Aspiration(id="a", title="Grow")}
)


def test_each_changed_field_is_a_line_with_both_values_in_words() -> None:
    changes = updates(GOAL, replace(GOAL, due=date(2027, 3, 1), first_step="Book it"), stamp=STAMP)

    assert list(details_of(changes, PLAN)) == ["first step: Ask → Book it", "due: nothing → 1 Mar 2027"]


def test_links_are_named_by_the_title_of_what_they_point_at() -> None:
    changes = updates(GOAL, replace(GOAL, aspirations=frozenset({"a", "gone"})), stamp=STAMP)

    assert list(details_of(changes, PLAN)) == ["aspirations: nothing → Grow and an entry that is gone"]


def test_with_several_entries_each_line_names_its_own() -> None:
    other = Goal(id="h", title="Rest")
    changes = [created(other, stamp=STAMP), *updates(GOAL, replace(GOAL, title="Pass it"), stamp=STAMP)]

    assert list(details_of(changes, PLAN)) == ["goal “Rest”: added", "goal “Pass”: title: Pass → Pass it"]
    assert count_of_details(changes) == 2


def test_what_happens_to_a_whole_entry_is_one_word() -> None:
    deeds = [created, archived, restored, removed]

    assert [next(details_of([deed(GOAL, stamp=STAMP)], PLAN)) for deed in deeds] == [
        "added",
        "archived",
        "brought back",
        "removed",
    ]


def test_a_long_text_is_cut_off() -> None:
    (line,) = details_of(updates(GOAL, replace(GOAL, why="x" * 4_000), stamp=STAMP), PLAN)

    assert line == f"why: nothing → {'x' * 160} …"


def test_choices_are_named_as_on_the_screen_and_years_have_no_thousands() -> None:
    goal = updates(GOAL, replace(GOAL, mark=Mark.PRIVATE, due=date(2027, 3, 1)), stamp=STAMP)
    step = Milestone(id="m", title="Ask", year=2027, kind=MilestoneKind.ROLE)
    moved = updates(step, replace(step, year=2028, kind=MilestoneKind.NETWORK), stamp=STAMP)

    assert "mark: Can be said → Keep it private" in list(details_of(goal, PLAN))
    assert list(details_of(moved, PLAN)) == ["year: 2027 → 2028", "kind: Role → Network"]


def test_an_entry_that_is_gone_is_called_by_its_last_name() -> None:
    store = open_store(":memory:")
    store.create("mine")
    store.apply("mine", [created(GOAL, stamp=STAMP)], seen=1, commit_id="1")
    workspace = store.apply("mine", [archived(GOAL, stamp=STAMP)], seen=2, commit_id="2")
    for turn in range(2):
        workspace = store.apply(
            "mine", undo(workspace, stamp=STAMP), seen=workspace.revision, commit_id=f"u{turn}"
        )

    assert [sentence_of(batch, workspace) for batch in workspace.history] == [
        "Added the goal “Pass”",
        "Archived the goal “Pass”",
        "Took back: archiving the goal “Pass”",
        "Took back: adding the goal “Pass”",
    ]


NEEDS = {"mastery": "Mastery", "5": "Quiet 🌲"}


def test_needs_are_called_by_their_names_wherever_their_ids_stand() -> None:
    at = STAMP.at
    old = Assessment(id="c", needs=("mastery", "5", "gone"), seed=1, started_at=at)
    answer = PairAnswer(left="5", right="mastery", kept="mastery", at=at)
    new = replace(
        old,
        answers={answer.key: answer},
        again=frozenset({answer.key}),
    )

    said = dict(line.split(": ", 1) for line in details_of(updates(old, new, stamp=STAMP), PLAN, NEEDS))

    assert set(said) == {"answers “Quiet 🌲 and Mastery”", "again"}
    assert said["answers “Quiet 🌲 and Mastery”"] == "nothing → left Quiet 🌲, right Mastery, kept Mastery"
    assert said["again"] == "nothing → Quiet 🌲 and Mastery"


def test_what_was_set_aside_is_told_with_the_names_of_its_needs() -> None:
    at = STAMP.at
    old = Assessment(id="c", needs=("a", "b"), seed=1, started_at=at)
    answer = PairAnswer(left="5", right="mastery", kept="mastery", at=at)
    choice = SetChoice(needs=("5", "mastery", "a", "b"), best="5", worst=None, at=at)
    new = replace(old, aside={answer.key: answer}, choices_aside={choice.key: choice})
    names = {**NEEDS, "a": "Alpha", "b": "Beta"}

    lines = sorted(details_of(updates(old, new, stamp=STAMP), PLAN, names))

    assert lines[0] == "aside “Quiet 🌲 and Mastery”: nothing → left Quiet 🌲, right Mastery, kept Mastery"
    assert lines[1].startswith(
        "choices aside “Quiet 🌲, Alpha, Beta and Mastery”: nothing → needs Quiet 🌲, "
    )


def test_a_rating_is_told_with_the_name_of_its_need_its_number_and_its_note() -> None:
    old = Satisfaction(id="d", on=STAMP.at.date())
    new = replace(old, ratings={"5": Rating(value=4, note="So so.", at=STAMP.at)})

    lines = list(details_of(updates(old, new, stamp=STAMP), PLAN, NEEDS))

    assert lines == ["ratings “Quiet 🌲”: nothing → value 4, note So so."]


def test_a_need_that_nobody_knows_any_more_is_called_by_its_id() -> None:
    goal = updates(GOAL, replace(GOAL, needs=frozenset({"mastery", "gone"})), stamp=STAMP)

    assert list(details_of(goal, PLAN, NEEDS)) == ["needs: nothing → gone and Mastery"]
    assert list(details_of(goal, PLAN)) == ["needs: nothing → gone and mastery"]


def test_an_own_need_and_a_strength_are_called_by_their_names_in_the_history() -> None:
    store = open_store(":memory:")
    workspace = store.create("mine")
    for change in (
        created(OwnNeed(id="5", name="Quiet 🌲"), stamp=STAMP),
        created(Strength(id="s", title="Patience"), stamp=STAMP),
        created(Standpoint(answer="Room."), stamp=STAMP),
        created(Satisfaction(id="d", on=STAMP.at.date()), stamp=STAMP),
    ):
        workspace = store.apply("mine", [change], seen=workspace.revision, commit_id=change.kind)

    assert [sentence_of(batch, workspace) for batch in workspace.history] == [
        "Added the need “Quiet 🌲”",
        "Added the strength “Patience”",
        "Added the text about your needs",
        "Added the set of ratings",
    ]


DAY, LATER = date(2026, 12, 2), date(2027, 3, 1)
STEP = Milestone(id="m", title="Ask", year=2026, kind=MilestoneKind.ROLE)
CHECK_IN = CheckIn(id="i", goal="g", on=DAY, value=3)
TREND = Trend(id="t", title="Fewer banks", on=DAY, direction=TrendDirection.GROWING)
FIT = Fit(id="f", on=DAY, side=FitSide.ME, answer=FitAnswer.YES)
WIDE = replace(
    PLAN,
    goals={**PLAN.goals, "h": Goal(id="h", title="Rest")},
    milestones={"m": STEP},
    trends={"t": TREND},
)


READS: list[tuple[Any, dict[str, Any], str]] = [
    (GOAL, {"title": "Now"}, "title: Pass → Now"),
    (GOAL, {"why": "Joy"}, "why: nothing → Joy"),
    (GOAL, {"first_step": ""}, "first step: Ask → nothing"),
    (GOAL, {"due": DAY}, "due: nothing → 2 Dec 2026"),
    (GOAL, {"aspirations": frozenset({"a"})}, "aspirations: nothing → Grow"),
    (GOAL, {"needs": frozenset({"5"})}, "needs: nothing → Quiet 🌲"),
    (GOAL, {"status": GoalStatus.DROPPED}, "status: Idea → Dropped"),
    (GOAL, {"mark": Mark.PRIVATE}, "mark: Can be said → Keep it private"),
    (GOAL, {"archived": True}, "archived: no → yes"),
    (GOAL, {"yes_no": True}, "yes or no instead of a number: no → yes"),
    (
        GOAL,
        {"if_then": IfThen(obstacle="it rains", action="read")},
        "if-then plan: nothing → if it rains, then read",
    ),
    (GOAL, {"confidence": 7}, "how sure you are: nothing → 7 of 10"),
    (GOAL, {"trends": frozenset({"t"})}, "trends: nothing → Fewer banks"),
    (GOAL, {"by_hand": 40}, "progress by hand: nothing → 40 %"),
    (GOAL, {"by_hand": 0}, "progress by hand: nothing → 0 %"),
    (
        GOAL,
        {"measure": Measure(start=0, target=12_000, current=2.5, unit="words")},
        "measure: nothing → from 0 to 12,000 words, now 2.5",
    ),
    (GOAL, {"measure": Measure(start=9, target=1, current=4)}, "measure: nothing → from 9 to 1, now 4"),
    (STEP, {"title": "Now"}, "title: Ask → Now"),
    (STEP, {"year": 2027}, "year: 2026 → 2027"),
    (STEP, {"kind": MilestoneKind.NETWORK}, "kind: Role → Network"),
    (STEP, {"goals": frozenset({"g", "h"})}, "goals: nothing → Pass and Rest"),
    (STEP, {"done": True}, "done: no → yes"),
    (STEP, {"archived": True}, "archived: no → yes"),
    (STEP, {"weight": 3}, "weight: 1 → 3"),
    (STEP, {"on": DAY}, "day: nothing → 2 Dec 2026"),
    (STEP, {"series": "m"}, "series: nothing → Ask"),
    (Aspiration(id="a", title="Grow"), {"title": "Now"}, "title: Grow → Now"),
    (Aspiration(id="a", title="Grow"), {"why": "Joy"}, "why: nothing → Joy"),
    (Aspiration(id="a", title="Grow"), {"needs": frozenset({"5"})}, "needs: nothing → Quiet 🌲"),
    (Aspiration(id="a", title="Grow"), {"mark": Mark.PRIVATE}, "mark: Can be said → Keep it private"),
    (Aspiration(id="a", title="Grow"), {"archived": True}, "archived: no → yes"),
    (Aspiration(id="a", title="Grow"), {"path": "own-business"}, "path: nothing → own business"),
    (Aspiration(id="a", title="Grow"), {"level": "Lead"}, "level: nothing → Lead"),
    (Aspiration(id="a", title="Grow"), {"next_level": "Head"}, "next level: nothing → Head"),
    (CHECK_IN, {"goal": "h"}, "goal: Pass → Rest"),
    (CHECK_IN, {"on": LATER}, "day: 2 Dec 2026 → 1 Mar 2027"),
    (CHECK_IN, {"value": 4.5}, "value: 3 → 4.5"),
    (CHECK_IN, {"note": "So so."}, "note: nothing → So so."),
    (CHECK_IN, {"archived": True}, "archived: no → yes"),
    (TREND, {"title": "Now"}, "title: Fewer banks → Now"),
    (TREND, {"on": LATER}, "day: 2 Dec 2026 → 1 Mar 2027"),
    (TREND, {"direction": TrendDirection.SHRINKING}, "direction: Growing → Shrinking"),
    (TREND, {"source": "A talk"}, "source: nothing → A talk"),
    (TREND, {"means": "Learn"}, "what it means for you: nothing → Learn"),
    (TREND, {"stale_after": 1}, "stale after: 12 months → 1 month"),
    (TREND, {"archived": True}, "archived: no → yes"),
    (FIT, {"on": LATER}, "day: 2 Dec 2026 → 1 Mar 2027"),
    (FIT, {"side": FitSide.MARKET}, "question: Does it still fit me? → Does it still fit the market?"),
    (FIT, {"answer": FitAnswer.PARTLY}, "answer: Yes → In part"),
    (FIT, {"note": "So so."}, "note: nothing → So so."),
    (FIT, {"archived": True}, "archived: no → yes"),
]


@pytest.mark.parametrize(("old", "new", "line"), READS)
def test_each_field_of_the_plan_reads_well(old: Any, new: dict[str, Any], line: str) -> None:  # noqa: ANN401 - of any kind
    changes = updates(old, replace(old, **new), stamp=STAMP)

    assert list(details_of(changes, WIDE, NEEDS)) == [line]


@pytest.mark.parametrize("cls", [Goal, Milestone, Aspiration, CheckIn, Trend, Fit])
def test_no_field_of_the_plan_is_left_unread(cls: type[Any]) -> None:
    read = {name for old, new, _ in READS if isinstance(old, cls) for name in new}

    assert {field.name for field in fields(cls)} - read <= {"id", "steps"}


def test_a_change_of_level_says_which_way_it_went() -> None:
    old = Aspiration(id="a", title="Grow", level="Senior")
    draft = LevelDraft(kind="raise", level="Lead", reason="I was asked.")
    raised = change_level({"a": old}, "a", draft, stamp=STAMP)

    lines = list(details_of(raised, PLAN))

    assert lines == ["level: Senior → Lead", "step: raised from “Senior” to “Lead”"]
    assert count_of_details(raised) == 2


def test_the_first_level_a_step_sideways_and_retiring_have_their_own_words() -> None:
    lines = []
    entry = Aspiration(id="a", title="Grow")
    for kind, level in (("raise", "Senior"), ("sideways", "Expert"), ("down", "Junior")):
        draft = LevelDraft(kind=kind, level=level, reason="So.")
        changes = change_level({"a": entry}, "a", draft, stamp=STAMP)
        lines += list(details_of(changes, PLAN))[1:]
        entry = replace(entry, level=level)
    lines += list(details_of(retire_aspiration({"a": entry}, "a", reason="So.", stamp=STAMP)[:1], PLAN))

    assert lines == [
        "step: raised to “Senior”",
        "step: stepped sideways from “Senior” to “Expert”",
        "step: stepped down from “Expert” to “Junior”",
        "step: retired",
    ]


def test_a_change_of_level_that_is_undone_is_a_step_taken_back() -> None:
    step = {
        "kind": "raise",
        "before": "",
        "after": "Lead",
        "reason": "So.",
        "at": "2026-01-02T00:00:00+00:00",
    }

    def steps(before: list[Any], after: list[Any]) -> list[str]:
        change = Change(
            action=Action.UPDATE,
            kind="aspirations",
            entity_id="a",
            before={"steps": before},
            after={"steps": after},
            by=STAMP.by,
            at=STAMP.at,
        )
        return list(details_of([change], PLAN))

    assert steps([step], []) == ["step taken back: raised to “Lead”"]
    assert steps([step], [{**step, "kind": "down"}]) == ["steps: raised to “Lead” → stepped down to “Lead”"]
    assert steps([step], [step, {"kind": "odd"}, "odd"]) == ["step: changed and odd"]


@pytest.mark.parametrize("value", [{"start": 1}, {}, [1, 2], "text", True, {"obstacle": 1}])
def test_a_value_of_an_unknown_form_is_told_as_it_is(value: Any) -> None:  # noqa: ANN401 - any stored value
    change = updates(GOAL, replace(GOAL, why="Joy"), stamp=STAMP)[0]

    for name in ("measure", "if_then", "by_hand", "confidence", "steps"):
        (line,) = details_of([replace(change, before={}, after={name: value})], PLAN)
        assert line.endswith(f"nothing → {value_in_words(value)}")


def test_every_kind_of_entry_has_a_noun() -> None:
    assert list(NOUNS) == list(KINDS)
