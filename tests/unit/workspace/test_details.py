from dataclasses import replace
from datetime import UTC, date, datetime

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Stamp, archived, created, removed, restored, updates
from careerkit.goals import Goal, Milestone, MilestoneKind
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
from careerkit.workspace import KINDS, Workspace, count_of_details, details_of, sentence_of, undo
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


def test_every_kind_of_entry_has_a_noun() -> None:
    assert list(NOUNS) == list(KINDS)
