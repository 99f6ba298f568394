from dataclasses import replace
from datetime import UTC, date, datetime

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Stamp, archived, created, removed, restored, updates
from careerkit.goals import Goal
from careerkit.workspace import Workspace, count_of_details, details_of

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
