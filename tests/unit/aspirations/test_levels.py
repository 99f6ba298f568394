from dataclasses import replace

import pytest

from careerkit.aspirations import (
    Aspiration,
    LevelDraft,
    LevelStep,
    StepKind,
    change_level,
    retire_aspiration,
)
from careerkit.change import Action, Change, EntryGoneError, Stamp, created
from careerkit.errors import InvalidValueError
from careerkit.store import MEMORY, open_store
from careerkit.workspace import Workspace, undo

LEAD = Aspiration(id="a1", title="Lead people well", level="A few people", next_level="A team")
STORED = {"a1": LEAD, "a2": Aspiration(id="a2", title="Put away", archived=True)}
MOVES = [StepKind.RAISE, StepKind.DOWN, StepKind.SIDEWAYS]


def draft(kind: str = "raise", level: str = "A team", reason: str = "They asked me.") -> LevelDraft:
    return LevelDraft(kind=kind, level=level, next_level=" Several\nteams ", reason=reason)


def applied(before: Aspiration, changes: list[Change], stamp: Stamp) -> list[Workspace]:
    """The plan after the changes, and after they were taken back, through a store."""
    store = open_store(MEMORY)
    store.create("mine")
    store.apply("mine", [created(before, stamp=stamp)], seen=1, commit_id="made")
    after = store.apply("mine", changes, seen=2, commit_id="level")
    return [after, store.apply("mine", undo(after, stamp=stamp), seen=3, commit_id="undo")]


@pytest.mark.parametrize("kind", MOVES)
def test_every_change_of_level_keeps_the_one_before_with_its_reason_and_time(
    kind: StepKind, stamp: Stamp
) -> None:
    [change] = change_level(STORED, "a1", draft(kind, " A\nteam ", " They asked me. "), stamp=stamp)

    assert change.action is Action.UPDATE
    assert change.reason == "They asked me."
    assert change.after == {
        "level": "A team",
        "next_level": "Several teams",
        "steps": [
            {
                "kind": kind.value,
                "before": "A few people",
                "after": "A team",
                "reason": "They asked me.",
                "at": stamp.at.isoformat(),
            }
        ],
    }


def test_steps_are_kept_oldest_first(stamp: Stamp) -> None:
    raised, _ = applied(LEAD, change_level(STORED, "a1", draft(), stamp=stamp), stamp)
    later = replace(stamp, at=stamp.at.replace(year=2028))
    down = LevelDraft(kind="down", level="A few people", reason="I missed the work itself.")

    after, _ = applied(
        raised.aspirations["a1"], change_level(raised.aspirations, "a1", down, stamp=later), later
    )

    steps = after.aspirations["a1"].steps
    assert [(step.kind, step.before, step.after) for step in steps] == [
        (StepKind.RAISE, "A few people", "A team"),
        (StepKind.DOWN, "A team", "A few people"),
    ]
    assert [step.at.year for step in steps] == [2026, 2028]
    assert after.aspirations["a1"].next_level == ""


def test_a_first_level_can_be_reached_from_none(stamp: Stamp) -> None:
    [change] = change_level({"a1": replace(LEAD, level="")}, "a1", draft(), stamp=stamp)

    assert change.after["steps"][0]["before"] == ""


@pytest.mark.parametrize("kind", MOVES)
@pytest.mark.parametrize("reason", ["", " \n", "\u200b"], ids=["nothing", "blanks", "invisible"])
def test_a_change_of_level_without_a_reason_is_refused(kind: StepKind, reason: str, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Say why"):
        change_level(STORED, "a1", draft(kind, reason=reason), stamp=stamp)


def test_retiring_without_a_reason_is_refused(stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Say why"):
        retire_aspiration(STORED, "a1", reason=" ", stamp=stamp)


@pytest.mark.parametrize("level", ["A few people", " A few\npeople "])
def test_the_level_that_one_has_is_no_change(level: str, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="“A few people” is the level you have already"):
        change_level(STORED, "a1", draft(level=level), stamp=stamp)


@pytest.mark.parametrize("level", ["", "\u2800 "], ids=["nothing", "invisible"])
def test_a_change_of_level_names_a_level(level: str, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="Name the level"):
        change_level(STORED, "a1", draft(level=level), stamp=stamp)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [("retire", "Retiring an aspiration is no change of level"), ("jump", "This change of level does not")],
)
def test_what_is_no_change_of_level_is_refused(kind: str, sentence: str, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        change_level(STORED, "a1", draft(kind), stamp=stamp)


@pytest.mark.parametrize("gone", ["a2", "nowhere"], ids=["archived", "unknown"])
def test_what_is_gone_changes_no_level(gone: str, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This aspiration is gone"):
        change_level(STORED, gone, draft(), stamp=stamp)
    with pytest.raises(EntryGoneError, match="This aspiration is gone"):
        retire_aspiration(STORED, gone, reason="Enough.", stamp=stamp)


def test_a_retired_aspiration_is_put_away_and_its_last_level_and_reason_stay(stamp: Stamp) -> None:
    changes = retire_aspiration(STORED, "a1", reason="My interests moved on.\n", stamp=stamp)

    retired, _ = applied(LEAD, changes, stamp)
    aspiration = retired.aspirations["a1"]
    assert aspiration.archived
    assert aspiration.level == "A few people"
    assert aspiration.steps == (
        LevelStep(
            kind=StepKind.RETIRE,
            before="A few people",
            after="A few people",
            reason="My interests moved on.",
            at=stamp.at,
        ),
    )
    assert {change.reason for change in changes} == {"My interests moved on."}


def test_undo_brings_the_level_and_the_steps_back(stamp: Stamp) -> None:
    raised, undone = applied(LEAD, change_level(STORED, "a1", draft(), stamp=stamp), stamp)

    assert raised.aspirations["a1"].level == "A team"
    assert undone.aspirations["a1"] == LEAD


def test_undo_brings_a_retired_aspiration_back_as_it_was(stamp: Stamp) -> None:
    retired, undone = applied(LEAD, retire_aspiration(STORED, "a1", reason="Enough.", stamp=stamp), stamp)

    assert retired.aspirations["a1"].archived
    assert undone.aspirations["a1"] == LEAD


@pytest.mark.parametrize("name", ["level", "next_level"])
def test_a_level_is_one_line_long_at_most(name: str) -> None:
    with pytest.raises(InvalidValueError, match="121 characters"):
        replace(LEAD, **{name: "x" * 121})  # type: ignore[arg-type] # both are texts
