import pytest

from careerkit.change import Action, EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    Goal,
    Milestone,
    MilestoneDraft,
    MilestoneKind,
    add_milestone,
    archive_milestone,
    edit_milestone,
    move_milestone,
    restore_milestone,
    set_milestone_done,
)

GOALS = {"g1": Goal(id="g1", title="Pass"), "g2": Goal(id="g2", title="Put away", archived=True)}
EXAM = Milestone(
    id="m1", title="Exam", year=2027, kind=MilestoneKind.QUALIFICATION, goals=frozenset({"g1", "g2"})
)
STORED = {
    "m1": EXAM,
    "m2": Milestone(id="m2", title="Away", year=2027, kind=MilestoneKind.ROLE, archived=True),
}


def test_an_added_milestone_keeps_all_that_was_entered(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(title=" Team lead\n", year=2028, kind=MilestoneKind.ROLE, goals=frozenset({"g1"}))

    [change] = add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)

    assert change.after == {
        "id": "new1",
        "title": "Team lead",
        "year": 2028,
        "kind": "role",
        "goals": ["g1"],
        "done": False,
        "archived": False,
    }


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        pytest.param(MilestoneDraft(title="", year=2028, kind=MilestoneKind.ROLE), "a title", id="no-title"),
        pytest.param(
            MilestoneDraft(title="X", year=9999, kind=MilestoneKind.ROLE), "out of reach", id="far-year"
        ),
        pytest.param(
            MilestoneDraft(title="X", year=2028, kind="party"),  # type: ignore[arg-type] # a browser can send it
            "This kind of milestone does not exist",
            id="odd-kind",
        ),
        pytest.param(
            MilestoneDraft(title="X", year=2028, kind=MilestoneKind.ROLE, goals=frozenset({"g2"})),
            "One goal you chose is no longer there",
            id="archived-goal",
        ),
    ],
)
def test_a_milestone_that_breaks_a_rule_is_refused(
    draft: MilestoneDraft, sentence: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)


def test_an_edit_keeps_the_link_to_an_archived_goal(stamp: Stamp) -> None:
    draft = MilestoneDraft(title="Exam passed", year=2027, kind=MilestoneKind.QUALIFICATION)

    [change] = edit_milestone(STORED, "m1", draft, goals=GOALS, stamp=stamp)

    assert change.after == {"title": "Exam passed", "goals": ["g2"]}


def test_a_milestone_moves_to_another_year_within_reach(stamp: Stamp) -> None:
    [change] = move_milestone(STORED, "m1", 2029, stamp=stamp)

    assert change.after == {"year": 2029}
    assert move_milestone(STORED, "m1", 2027, stamp=stamp) == []
    with pytest.raises(InvalidValueError, match="out of reach"):
        move_milestone(STORED, "m1", 1, stamp=stamp)


def test_done_can_be_said_and_taken_back(stamp: Stamp) -> None:
    [change] = set_milestone_done(STORED, "m1", done=True, stamp=stamp)

    assert change.after == {"done": True}
    assert set_milestone_done(STORED, "m1", done=False, stamp=stamp) == []


def test_archive_and_restore_are_changes_of_their_own(stamp: Stamp) -> None:
    assert [c.action for c in archive_milestone(STORED, "m1", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_milestone(STORED, "m2", stamp=stamp)] == [Action.RESTORE]
    assert restore_milestone(STORED, "m1", stamp=stamp) == []


@pytest.mark.parametrize("gone", ["m2", "nowhere"], ids=["archived", "unknown"])
def test_what_is_gone_stays_as_it_is(gone: str, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This milestone is gone"):
        move_milestone(STORED, gone, 2028, stamp=stamp)
    with pytest.raises(EntryGoneError, match="This milestone is gone"):
        set_milestone_done(STORED, gone, done=True, stamp=stamp)
