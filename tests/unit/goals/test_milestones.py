from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import (
    Action,
    Actor,
    Change,
    EntryGoneError,
    Ids,
    RandomIds,
    Stamp,
    created,
    updates,
)
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
    repeat_milestone,
    restore_milestone,
    set_milestone_done,
)
from careerkit.goals.milestones import drafted_milestone
from careerkit.store import MEMORY, open_store

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
        "weight": 1,
        "on": None,
        "series": "",
    }


def test_a_milestone_has_a_weight_and_a_day_and_the_year_of_its_day(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(
        title="Exam", year=2030, kind=MilestoneKind.TRAINING, weight=5, on=date(2028, 5, 12)
    )

    [change] = add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)

    assert (change.after["weight"], change.after["year"], change.after["on"]) == (5, 2028, "2028-05-12")


def test_a_milestone_needs_no_year_when_it_has_a_day(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(title="Exam", year=None, kind=MilestoneKind.ROLE, on=date(2028, 2, 29))

    [change] = add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)

    assert change.after["year"] == 2028


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        pytest.param(MilestoneDraft(title="", year=2028, kind=MilestoneKind.ROLE), "a title", id="no-title"),
        pytest.param(
            MilestoneDraft(title="X", year=9999, kind=MilestoneKind.ROLE), "out of reach", id="far-year"
        ),
        pytest.param(
            MilestoneDraft(title="X", year=None, kind=MilestoneKind.ROLE), "Choose the year", id="no-year"
        ),
        pytest.param(
            MilestoneDraft(title="X", year=None, kind=MilestoneKind.ROLE, on=date(1, 1, 1)),
            "out of reach",
            id="far-day",
        ),
        pytest.param(
            MilestoneDraft(title="X", year=2028, kind=MilestoneKind.ROLE, weight=0),
            "The weight of the milestone goes from 1 to 5",
            id="no-weight",
        ),
        pytest.param(
            MilestoneDraft(title="X", year=2028, kind=MilestoneKind.ROLE, weight=6),
            "The weight of the milestone goes from 1 to 5",
            id="too-heavy",
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


def test_an_edit_keeps_its_reason(stamp: Stamp) -> None:
    draft = MilestoneDraft(title="Exam", year=2028, kind=MilestoneKind.QUALIFICATION)

    [change] = edit_milestone(STORED, "m1", draft, goals=GOALS, stamp=stamp, reason=" No seat\nleft ")

    assert change.reason == "No seat left"


def test_the_day_and_the_year_of_a_milestone_are_never_two_different_years() -> None:
    with pytest.raises(InvalidValueError, match="The day of “Exam” lies in 2028, and its year is 2027"):
        replace(EXAM, on=date(2028, 1, 1))


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


@pytest.mark.parametrize(
    ("day", "year", "moved"),
    [
        pytest.param(date(2027, 5, 12), 2030, "2030-05-12", id="ordinary"),
        pytest.param(date(2028, 2, 29), 2029, "2029-02-28", id="leap-day-to-short-year"),
        pytest.param(date(2028, 2, 29), 2032, "2032-02-29", id="leap-day-to-leap-year"),
    ],
)
def test_a_milestone_that_moves_keeps_its_day(day: date, year: int, moved: str, stamp: Stamp) -> None:
    dated = {"m1": replace(EXAM, year=day.year, on=day)}

    [change] = move_milestone(dated, "m1", year, stamp=stamp)

    assert change.after == {"year": year, "on": moved}


@pytest.mark.parametrize("year", [1, 9_999, 10_000, -4])
def test_a_milestone_with_a_day_moves_only_within_reach(year: int, stamp: Stamp) -> None:
    dated = {"m1": replace(EXAM, on=date(2027, 5, 12))}

    with pytest.raises(InvalidValueError, match="out of reach"):
        move_milestone(dated, "m1", year, stamp=stamp)


FAIR = replace(
    EXAM, title="Trade fair", goals=frozenset(), weight=2, done=True, on=date(2028, 2, 29), year=2028
)


def saved(milestones: dict[str, Milestone], changes: list[Change], stamp: Stamp) -> dict[str, Milestone]:
    store = open_store(MEMORY)
    store.create("mine")
    given = [created(it, stamp=stamp) for it in milestones.values()]
    store.apply("mine", given, seen=1, commit_id="given")
    return dict(store.apply("mine", changes, seen=2, commit_id="repeated").milestones)


def test_a_milestone_is_repeated_once_in_each_later_year_and_they_share_a_series(
    ids: Ids, stamp: Stamp
) -> None:
    after = saved({"m1": FAIR}, repeat_milestone({"m1": FAIR}, "m1", 2032, ids=ids, stamp=stamp), stamp)

    assert {it.series for it in after.values()} == {"m1"}
    assert after["m1"] == replace(FAIR, series="m1")
    later = list(after.values())[1:]
    assert [it.on for it in later] == [
        date(2029, 2, 28),
        date(2030, 2, 28),
        date(2031, 2, 28),
        date(2032, 2, 29),
    ]
    assert {(it.title, it.weight, it.kind, it.done) for it in later} == {(FAIR.title, 2, FAIR.kind, False)}


def test_a_repeated_milestone_without_a_day_has_none_later(ids: Ids, stamp: Stamp) -> None:
    _, *again = repeat_milestone(STORED, "m1", 2029, ids=ids, stamp=stamp)

    assert [(change.after["year"], change.after["on"]) for change in again] == [(2028, None), (2029, None)]


@pytest.mark.parametrize("which", [0, 1, -1])
def test_repeating_again_from_any_of_the_series_adds_nothing(which: int, ids: Ids, stamp: Stamp) -> None:
    after = saved({"m1": FAIR}, repeat_milestone({"m1": FAIR}, "m1", 2031, ids=ids, stamp=stamp), stamp)

    assert repeat_milestone(after, list(after)[which], 2031, ids=ids, stamp=stamp) == []


def test_a_longer_repeat_fills_only_the_years_that_lack_one(ids: Ids, stamp: Stamp) -> None:
    series = saved({"m1": FAIR}, repeat_milestone({"m1": FAIR}, "m1", 2031, ids=ids, stamp=stamp), stamp)
    _, first, second, third = series
    series[first] = replace(series[first], archived=True)  # 2029
    series[second] = replace(series[second], year=2033, on=None)  # was 2030

    added = repeat_milestone(series, third, 2034, ids=ids, stamp=stamp)
    assert [change.after["year"] for change in added] == [2032, 2034]
    added = repeat_milestone(series, "m1", 2031, ids=ids, stamp=stamp)
    assert [change.after["year"] for change in added] == [2029, 2030]
    assert {change.after["series"] for change in added} == {"m1"}


@pytest.mark.parametrize("last_year", [2027, 2026, 0, -1])
def test_a_repeat_that_ends_before_it_begins_changes_nothing(last_year: int, ids: Ids, stamp: Stamp) -> None:
    assert repeat_milestone(STORED, "m1", last_year, ids=ids, stamp=stamp) == []


@pytest.mark.parametrize("last_year", [2107, 10_001, 10**12])
@pytest.mark.parametrize("on", [None, date(2027, 5, 12)])
def test_a_repeat_beyond_what_a_plan_can_speak_of_is_refused(
    last_year: int, on: date | None, ids: Ids, stamp: Stamp
) -> None:
    first = {"m1": replace(EXAM, on=on)}
    draft = MilestoneDraft(title="X", year=2027, kind=MilestoneKind.ROLE, on=on, until=last_year)

    with pytest.raises(InvalidValueError, match="out of reach"):
        repeat_milestone(first, "m1", last_year, ids=ids, stamp=stamp)
    with pytest.raises(InvalidValueError, match="out of reach"):
        add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)


def test_a_new_milestone_can_repeat_from_the_start(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(
        title="Fair", year=None, kind=MilestoneKind.NETWORK, on=date(2028, 2, 29), until=2030
    )

    changes = add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)

    assert [(it.action, it.entity_id, it.after["on"], it.after["series"]) for it in changes] == [
        (Action.CREATE, "new1", "2028-02-29", "new1"),
        (Action.CREATE, "new2", "2029-02-28", "new1"),
        (Action.CREATE, "new3", "2030-02-28", "new1"),
    ]


def test_a_new_milestone_that_repeats_keeps_all_else_from_year_to_year(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(
        title="Fair", year=2028, kind=MilestoneKind.NETWORK, goals=frozenset({"g1"}), weight=3, until=2029
    )

    first, second = (change.after for change in add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp))

    assert {name for name in first if first[name] != second[name]} == {"id", "year"}


def test_a_new_milestone_repeats_no_further_than_a_plan_can_speak_of(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(title="Fair", year=2105, kind=MilestoneKind.NETWORK, until=2106)

    changes = add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)

    assert [change.after["year"] for change in changes] == [2105, 2106]


def test_a_milestone_as_drafted_is_what_the_edit_saves(stamp: Stamp) -> None:
    draft = MilestoneDraft(title=" Exam passed", year=2030, kind=MilestoneKind.ROLE, weight=2)

    new = drafted_milestone(STORED, "m1", draft, goals=GOALS)

    edited = edit_milestone(STORED, "m1", draft, goals=GOALS, stamp=stamp)
    assert edited == updates(EXAM, new, stamp=stamp)
    assert (new.title, new.year, new.weight, new.goals) == ("Exam passed", 2030, 2, frozenset({"g2"}))


def test_a_milestone_that_is_gone_cannot_be_drafted_anew() -> None:
    with pytest.raises(EntryGoneError, match="This milestone is gone"):
        drafted_milestone(
            STORED, "m2", MilestoneDraft(title="X", year=2028, kind=MilestoneKind.ROLE), goals=GOALS
        )


@pytest.mark.parametrize("until", [None, 2028, 2027])
def test_a_new_milestone_that_ends_in_its_own_year_stands_alone(
    until: int | None, ids: Ids, stamp: Stamp
) -> None:
    draft = MilestoneDraft(title="Fair", year=2028, kind=MilestoneKind.NETWORK, until=until)

    [change] = add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp)

    assert change.after["series"] == ""


@given(st.integers(2027, 2040), st.integers(2027, 2040))
def test_however_often_one_repeats_no_year_has_two_of_a_series(one: int, two: int) -> None:
    ids, stamp = RandomIds(), Stamp(by=Actor(id="ada", name="Ada"), at=datetime(2026, 11, 22, tzinfo=UTC))
    milestones = {"m1": EXAM}
    for last_year in (one, two):
        for change in repeat_milestone(milestones, "m1", last_year, ids=ids, stamp=stamp):
            if change.action is Action.CREATE:
                again = replace(EXAM, id=change.entity_id, year=change.after["year"], series="m1")
                milestones[again.id] = again
            else:
                milestones["m1"] = replace(EXAM, series="m1")

    assert sorted(it.year for it in milestones.values()) == list(range(2027, max(one, two) + 1))


def test_every_change_of_a_milestone_can_have_its_reason(ids: Ids, stamp: Stamp) -> None:
    draft = MilestoneDraft(title="Lead", year=2027, kind=MilestoneKind.ROLE, until=2028)
    changes = [
        *add_milestone(draft, goals=GOALS, ids=ids, stamp=stamp, reason=" My\nlife. "),
        *move_milestone(STORED, "m1", 2029, stamp=stamp, reason="My life."),
        *set_milestone_done(STORED, "m1", done=True, stamp=stamp, reason="My life."),
        *archive_milestone(STORED, "m1", stamp=stamp, reason="My life."),
    ]

    assert [change.reason for change in changes] == ["My life."] * 5
