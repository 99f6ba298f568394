from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.goals.selection import (
    DueGroup,
    GoalFilter,
    SortBy,
    due_group,
    folded,
    grouped,
    selected,
    selected_milestones,
    sorted_goals,
)
from careerkit.labels import Mark
from careerkit.text import LINE, is_blank

TODAY = date(2026, 11, 22)
FIRST, LAST = date(1946, 1, 1), date(2106, 12, 31)

plan_days = st.dates(FIRST, LAST)
titles = st.text(min_size=1, max_size=LINE).filter(lambda text: not is_blank(text))


def _goal(
    id_: str, title: str = "Goal", due: date | None = None, status: GoalStatus = GoalStatus.IDEA
) -> Goal:
    return Goal(id=id_, title=title, due=due, status=status)


def _step(id_: str, title: str = "Step", *goals: str, archived: bool = False) -> Milestone:
    return Milestone(
        id=id_,
        title=title,
        year=2027,
        kind=MilestoneKind.ROLE,
        goals=frozenset(goals),
        archived=archived,
    )


def _found(text: str, *goals: Goal) -> list[str]:
    return [goal.id for goal in selected(goals, GoalFilter(text=text), TODAY)]


FULL = Goal(
    id="full",
    title="Café management",
    why="I like to host",
    first_step="Call Zoë",
    measure=Measure(start=0, target=4, current=0, unit="seats"),
    due=date(2026, 11, 30),
    status=GoalStatus.DOING,
    aspirations=frozenset({"a"}),
    needs=frozenset({"n"}),
    mark=Mark.PRIVATE,
)
BARE = _goal("bare", "Learn to sail")


def test_an_empty_filter_lets_every_goal_pass_but_the_archived() -> None:
    archived = Goal(id="old", title="Old", archived=True)

    assert selected([BARE, archived, FULL], GoalFilter(), TODAY) == [BARE, FULL]


@pytest.mark.parametrize(
    "wanted",
    [
        GoalFilter(statuses=frozenset({GoalStatus.DOING, GoalStatus.DONE})),
        GoalFilter(aspiration="a"),
        GoalFilter(need="n"),
        GoalFilter(due=DueGroup.THIS_MONTH),
        GoalFilter(mark=Mark.PRIVATE),
        GoalFilter(text="host", statuses=frozenset({GoalStatus.DOING}), aspiration="a", need="n"),
    ],
)
def test_each_part_of_a_filter_holds_back_what_does_not_have_it(wanted: GoalFilter) -> None:
    assert selected([BARE, FULL], wanted, TODAY) == [FULL]


def test_all_parts_of_a_filter_have_to_hold() -> None:
    assert selected([FULL], GoalFilter(text="café", need="other"), TODAY) == []
    assert selected([FULL], GoalFilter(text="sail", need="n"), TODAY) == []


@pytest.mark.parametrize(
    "text", ["manage", "HOST", "zoe", "seat", "cafe", "CAFÉ", "zoë host", "  seats  cafe "]
)
def test_a_text_is_found_in_each_field_without_regard_to_case_and_accents(text: str) -> None:
    assert _found(text, BARE, FULL) == ["full"]


def test_every_word_has_to_occur_and_as_it_is_written() -> None:
    assert _found("cafe sail", BARE, FULL) == []
    assert _found("caf.", FULL) == []
    assert _found("", BARE) == _found(" \t", BARE) == ["bare"]


def test_letters_behind_the_two_hundredth_are_not_looked_for() -> None:
    assert _found("sail " + " " * 195 + "xylophone", BARE) == ["bare"]
    assert _found("sail " + " " * 194 + "xylophone", BARE) == []  # its “x” is the two hundredth


@pytest.mark.parametrize(
    ("one", "other"),
    [("Straße", "STRASSE"), ("İzmir", "izmir"), ("ﬁt", "FIT"), ("ＡＢＣ", "abc"), ("Å", "a")],
)
def test_spellings_of_one_word_are_folded_into_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(titles, st.data())
def test_a_goal_is_found_by_any_piece_of_its_title(title: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(title)))
    last = data.draw(st.integers(first, len(title)))

    assert _found(title[first:last], _goal("g", title)) == ["g"]


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (date(2026, 11, 21), DueGroup.OVERDUE),
        (date(2026, 11, 22), DueGroup.THIS_MONTH),
        (date(2026, 11, 30), DueGroup.THIS_MONTH),
        (date(2026, 12, 1), DueGroup.NEXT_MONTHS),
        (date(2027, 2, 28), DueGroup.NEXT_MONTHS),
        (date(2027, 3, 1), DueGroup.NEXT_YEAR),
        (date(2027, 12, 31), DueGroup.NEXT_YEAR),
        (date(2028, 1, 1), DueGroup.LATER),
    ],
)
def test_months_and_years_are_those_of_the_calendar(due: date, group: DueGroup) -> None:
    assert due_group(_goal("g", due=due), TODAY) is group


def test_what_is_left_of_the_year_comes_after_the_next_three_months() -> None:
    today = date(2026, 5, 31)

    assert due_group(_goal("g", due=date(2026, 8, 31)), today) is DueGroup.NEXT_MONTHS
    assert due_group(_goal("g", due=date(2026, 9, 1)), today) is DueGroup.THIS_YEAR
    assert due_group(_goal("g", due=date(2026, 12, 31)), today) is DueGroup.THIS_YEAR
    assert due_group(_goal("g", due=date(2027, 1, 1)), today) is DueGroup.NEXT_YEAR


@pytest.mark.parametrize("status", [GoalStatus.DONE, GoalStatus.DROPPED])
@pytest.mark.parametrize("due", [date(2020, 1, 1), date(2026, 11, 22), date(2040, 1, 1)])
def test_a_goal_that_is_done_or_dropped_is_closed_whatever_its_date(status: GoalStatus, due: date) -> None:
    assert due_group(_goal("g", due=due, status=status), TODAY) is DueGroup.CLOSED


def test_a_goal_without_a_date_says_so() -> None:
    assert due_group(BARE, TODAY) is DueGroup.NO_DATE
    assert due_group(_goal("g", status=GoalStatus.DROPPED), TODAY) is DueGroup.CLOSED


@given(plan_days, plan_days, st.integers(1, 400))
def test_a_later_date_is_never_in_an_earlier_group(today: date, due: date, days: int) -> None:
    order = list(DueGroup)
    later = min(due + timedelta(days=days), LAST)
    group, next_group = (due_group(_goal("g", due=day), today) for day in (due, later))

    assert order.index(group) <= order.index(next_group) <= order.index(DueGroup.LATER)
    assert (group is DueGroup.OVERDUE) is (due < today)


@given(st.lists(st.tuples(st.none() | plan_days, st.sampled_from(GoalStatus))), plan_days)
def test_every_goal_falls_in_exactly_one_group(
    drawn: list[tuple[date | None, GoalStatus]], today: date
) -> None:
    goals = [
        _goal(f"g{at}", due=due, status=status if due else GoalStatus.IDEA)
        for at, (due, status) in enumerate(drawn)
    ]

    groups = grouped(goals, today)

    assert sorted(goal.id for _, members in groups for goal in members) == sorted(g.id for g in goals)
    shown = {group: {goal.id for goal in members} for group, members in groups}
    for group in DueGroup:
        passed = selected(goals, GoalFilter(due=group), today)
        assert {goal.id for goal in passed} == shown.get(group, set())


@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_clock_at_the_end_of_the_calendar_breaks_nothing(today: date) -> None:
    goals = [_goal("g", due=LAST), _goal("h", due=FIRST), BARE]

    assert sum(len(members) for _, members in grouped(goals, today)) == 3


def test_groups_come_in_their_order_without_empty_ones_and_keep_the_order_given() -> None:
    goals = [BARE, _goal("b", due=date(2026, 11, 30)), _goal("a", due=date(2026, 11, 25)), _goal("c")]

    assert [(group, [goal.id for goal in members]) for group, members in grouped(goals, TODAY)] == [
        (DueGroup.THIS_MONTH, ["b", "a"]),
        (DueGroup.NO_DATE, ["bare", "c"]),
    ]


SORTED = [
    _goal("zoo", "Zoo"),
    _goal("eat", "Éclair", date(2027, 1, 1), GoalStatus.DONE),
    _goal("ant", "ant", date(2026, 1, 1), GoalStatus.DOING),
    _goal("fox", "Fox", date(2026, 1, 1), GoalStatus.PLANNED),
]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (SortBy.DUE, ["ant", "fox", "eat", "zoo"]),
        (SortBy.TITLE, ["ant", "eat", "fox", "zoo"]),
        (SortBy.STATUS, ["zoo", "fox", "ant", "eat"]),
        (SortBy.PROGRESS, ["eat", "fox", "zoo", "ant"]),
    ],
)
def test_goals_are_sorted_by_what_was_asked_for(by: SortBy, order: list[str]) -> None:
    progress = {"eat": 1.0, "fox": 0.0, "ant": None}

    assert [goal.id for goal in sorted_goals(SORTED, by, progress)] == order


@given(st.permutations(range(6)), st.sampled_from(SortBy))
def test_goals_that_are_equal_keep_the_order_given(order: list[int], by: SortBy) -> None:
    goals = [_goal(f"g{at}") for at in order]

    assert sorted_goals(goals, by, {}) == goals


STEPS = [_step("mine", "Sign up", "full"), _step("other", "Sail on", "bare"), _step("loose", "Café visit")]


def test_without_a_filter_every_milestone_is_shown_but_the_archived() -> None:
    for empty in (GoalFilter(), GoalFilter(text="  ")):
        assert selected_milestones([*STEPS, _step("old", archived=True)], {"full"}, empty) == STEPS


def test_with_a_filter_milestones_follow_their_goals() -> None:
    kept = selected_milestones(
        [*STEPS, _step("old", "Old", "full", archived=True)], {"full"}, GoalFilter(need="n")
    )

    assert [step.id for step in kept] == ["mine"]


def test_a_text_alone_finds_milestones_by_their_own_title_too() -> None:
    def found(wanted: GoalFilter) -> list[str]:
        return [step.id for step in selected_milestones(STEPS, {"full"}, wanted)]

    assert found(GoalFilter(text="cafe")) == ["mine", "loose"]
    assert found(GoalFilter(text="cafe", need="n")) == ["mine"]
