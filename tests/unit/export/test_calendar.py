"""What leaves as a calendar file, read by two programs that know nothing of us."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.change import Actor, Batch, Stamp, created
from careerkit.export.calendar import calendar_file
from careerkit.goals import Goal, GoalStatus, Measure, Milestone, MilestoneKind
from careerkit.labels import Mark
from careerkit.review import Review, ReviewStep
from careerkit.text import clean_line
from careerkit.workspace import Profile, Workspace

Entry: TypeAlias = Aspiration | Goal | Milestone | Review | Profile
Read: TypeAlias = Any  # what the library read: a component with properties of many types

TODAY = date(2026, 11, 22)
SAVED = datetime(2026, 11, 20, 17, 30, 12, tzinfo=UTC)
HOSTILE = [
    "a, b; c: d \\n e \\ “f” \"g\" 'h'",
    "BEGIN:VEVENT\nEND:VCALENDAR\r\nX:1",
    "👩‍👩‍👧‍👦🇳🇴" * 12,
    "é" * 120,
    "السلام عليكم, عالم;",
    "x" * 120,
    "NUL\x00 ESC\x1b \ud800 \u202egpj.exe\u2028next",
    "=1+1",
]

public = Aspiration(id="a1", title="Become the expert")
secret = Aspiration(id="a2", title="Work for myself", mark=Mark.PRIVATE)
goal = Goal(
    id="g1",
    title="Pass part 1",
    due=date(2027, 2, 1),
    status=GoalStatus.DOING,
    first_step="Book the exam",
    measure=Measure(start=0, target=4, current=1, unit="papers"),
    aspirations=frozenset({"a1", "a2"}),
)
private = Goal(
    id="g2",
    title="Leave in spring",
    due=date(2027, 4, 1),
    status=GoalStatus.PLANNED,
    mark=Mark.PRIVATE,
    aspirations=frozenset({"a2"}),
)
milestone = Milestone(
    id="m1", title="First exam", year=2027, kind=MilestoneKind.QUALIFICATION, goals=frozenset({"g1"})
)
only_private = Milestone(
    id="m2", title="Find premises", year=2027, kind=MilestoneKind.ROLE, goals=frozenset({"g2"})
)
STEPS = (ReviewStep(id="s", title="Lessons", asks="What did you learn?"),)
record = Review(
    id="review-2025-1",
    year=2025,
    steps=STEPS,
    started_on=date(2026, 1, 1),
    finished_on=date(2026, 1, 2),
    next_on=date(2027, 1, 2),
)


def plan_of(*entries: Entry, revision: int = 7, saved: bool = True) -> Workspace:
    kinds: dict[str, Any] = {
        kind: {it.id: it for it in entries if kind == it.KIND}
        for kind in ("aspirations", "goals", "milestones", "reviews", "profiles")
    }
    change = created(Profile(), stamp=Stamp(by=Actor(id="ada", name="Ada"), at=SAVED))
    history = (Batch(revision=revision, commit_id="c", changes=(change,)),) if saved else ()
    return Workspace(id="w", revision=revision, history=history, **kinds)


def events(plan: Workspace, *, include_private: bool = False) -> dict[str, Read]:
    data = calendar_file(plan, today=TODAY, include_private=include_private)
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert not any(event.errors for event in found)
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def only_event(*entries: Entry) -> Read:
    [event] = events(plan_of(*entries)).values()
    return event


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def reminders(event: Read) -> list[timedelta]:
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def test_a_dated_goal_takes_its_whole_day_and_blocks_no_time() -> None:
    event = only_event(goal)

    assert event["UID"] == "goal-g1@careerkit"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 2, 1), date(2027, 2, 2))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert (event["SUMMARY"], event["STATUS"], event["TRANSP"]) == ("Pass part 1", "CONFIRMED", "TRANSPARENT")


def test_an_event_says_the_first_step_the_measure_and_what_it_serves() -> None:
    event = events(plan_of(goal, public))["goal-g1@careerkit"]

    assert str(event["DESCRIPTION"]).splitlines() == [
        "A goal of your career plan.",
        "First step: Book the exam",
        "Measure: 1 of 4 papers",
        "Serves: Become the expert",
    ]


def test_reminders_come_in_the_morning_some_days_before() -> None:
    before = events(plan_of(goal, milestone, record))

    nine = timedelta(hours=9)
    assert reminders(before["goal-g1@careerkit"]) == [nine - timedelta(days=14), nine - timedelta(days=1)]
    assert reminders(before["milestone-m1@careerkit"]) == [nine - timedelta(days=30)]
    assert reminders(before["review-w@careerkit"]) == [nine - timedelta(days=7)]
    alarm = before["goal-g1@careerkit"].walk("VALARM")[0]
    assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", "Pass part 1")


def test_what_is_done_stays_as_a_memory_without_reminders() -> None:
    done = only_event(replace(goal, status=GoalStatus.DONE))
    ticked = only_event(replace(milestone, done=True))

    assert (done["SUMMARY"], done["STATUS"], reminders(done)) == ("Done: Pass part 1", "CONFIRMED", [])
    assert (ticked["SUMMARY"], ticked["STATUS"], reminders(ticked)) == ("Done: First exam", "CONFIRMED", [])


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(replace(goal, status=GoalStatus.DROPPED), id="dropped"),
        pytest.param(replace(goal, archived=True), id="archived-goal"),
        pytest.param(replace(milestone, archived=True), id="archived-milestone"),
    ],
)
def test_what_was_given_up_is_sent_as_cancelled_so_that_calendars_let_it_go(entry: Entry) -> None:
    event = only_event(entry)

    assert (event["STATUS"], reminders(event)) == ("CANCELLED", [])


def test_a_goal_without_a_date_is_no_event() -> None:
    assert events(plan_of(Goal(id="i", title="Speak"))) == {}


def test_a_milestone_falls_on_its_day_or_on_the_last_of_its_year() -> None:
    dated = replace(milestone, on=date(2027, 5, 6))

    assert only_event(milestone)["DTSTART"].dt == date(2027, 12, 31)
    assert "It belongs to 2027, to no day of it." in only_event(milestone)["DESCRIPTION"]
    assert only_event(dated)["DTSTART"].dt == date(2027, 5, 6)
    assert "no day" not in only_event(dated)["DESCRIPTION"]


def test_private_entries_and_titles_stay_at_home() -> None:
    data = calendar_file(plan_of(goal, private, milestone, only_private, public, secret), today=TODAY)

    assert set(events(plan_of(goal, private, milestone, only_private))) == {
        "goal-g1@careerkit",
        "milestone-m1@careerkit",
    }
    for word in (b"Leave", b"premises", b"myself"):
        assert word not in data


def test_private_entries_come_when_asked_for_and_are_marked_as_private() -> None:
    plan = plan_of(goal, private, milestone, only_private, public, secret)
    found = events(plan, include_private=True)

    classes = {uid: event.get("CLASS") for uid, event in found.items()}
    assert classes == {
        "goal-g1@careerkit": None,
        "goal-g2@careerkit": "PRIVATE",
        "milestone-m1@careerkit": None,
        "milestone-m2@careerkit": "PRIVATE",
    }
    assert "Serves: Work for myself" in found["goal-g2@careerkit"]["DESCRIPTION"]
    assert "myself" not in found["goal-g1@careerkit"]["DESCRIPTION"]  # a shared calendar shows it


@pytest.mark.parametrize("goals", [{"g1", "g2"}, set(), {"gone"}], ids=["one-of-two", "none", "unknown"])
def test_a_milestone_is_private_only_when_all_it_serves_is(goals: set[str]) -> None:
    free = replace(only_private, goals=frozenset(goals))

    assert "milestone-m2@careerkit" in events(plan_of(goal, private, free))


def test_a_milestone_of_an_archived_private_goal_stays_private() -> None:
    assert events(plan_of(replace(private, archived=True), only_private)) == {}


def test_a_goal_filed_as_a_private_aspiration_is_private_too() -> None:
    refiled = Aspiration(id="g1", title="Pass them all", mark=Mark.PRIVATE)

    assert events(plan_of(replace(goal, archived=True), refiled)) == {}


def test_the_next_review_moves_and_leaves_no_old_one_behind() -> None:
    later = replace(record, id="review-2026-1", year=2026, next_on=date(2028, 1, 9))

    assert only_event(record)["DTSTART"].dt == date(2027, 1, 2)
    moved = only_event(record, later)
    assert (moved["UID"], moved["DTSTART"].dt) == (only_event(record)["UID"], date(2028, 1, 9))


def test_a_review_that_is_under_way_reminds_no_more() -> None:
    begun = Review(id="review-2026-1", year=2026, steps=STEPS, started_on=TODAY)

    assert reminders(only_event(record, begun)) == []


def test_no_next_review_is_no_event() -> None:
    assert events(plan_of(replace(record, next_on=None))) == {}


def test_the_same_plan_gives_the_same_bytes_on_any_day() -> None:
    plan = plan_of(goal, private, milestone, record, public, secret)

    assert calendar_file(plan, today=TODAY) == calendar_file(plan, today=date(2030, 1, 1))
    assert only_event(goal)["DTSTAMP"].dt == SAVED


def test_a_plan_without_history_is_stamped_with_the_day() -> None:
    [event] = events(plan_of(goal, saved=False)).values()

    assert event["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    before = events(plan_of(goal, milestone, revision=7))
    after = events(
        plan_of(replace(goal, title="Other", due=date(2028, 1, 1)), replace(milestone, year=2030), revision=8)
    )

    assert before.keys() == after.keys()
    assert {int(event["SEQUENCE"]) for event in before.values()} == {7}
    assert {int(event["SEQUENCE"]) for event in after.values()} == {8}


def test_a_revision_beyond_what_a_calendar_counts_is_the_largest_it_counts() -> None:
    [event] = events(plan_of(goal, revision=2**53)).values()

    assert event["SEQUENCE"] == 2**31 - 1


@pytest.mark.parametrize(
    ("due", "end"),
    [
        (date(1946, 1, 1), date(1946, 1, 2)),
        (date(2028, 2, 29), date(2028, 3, 1)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2106, 12, 31), date(2107, 1, 1)),
    ],
)
def test_the_edges_of_the_calendar_work(due: date, end: date) -> None:
    plan = plan_of(replace(goal, due=due))

    [event] = events(plan).values()
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (due, end)
    other = vobject.readOne(calendar_file(plan, today=TODAY).decode()).vevent
    assert (other.dtstart.value, other.dtend.value) == (due, end)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_arrives_as_it_was_meant_and_stays_in_its_line(text: str) -> None:
    title = clean_line(text)[:120]
    named = Profile(name=title)
    entry = replace(goal, title=title, first_step=text)
    data = calendar_file(plan_of(entry, replace(milestone, title=title), named), today=TODAY)

    ours = icalendar.Calendar.from_ical(data)
    theirs = vobject.readOne(data.decode())
    event: Read = ours.walk("VEVENT")[0]
    other = theirs.vevent_list[0]
    assert str(event["SUMMARY"]) == other.summary.value == title
    assert str(event["DESCRIPTION"]) == other.description.value
    assert len(ours.walk("VEVENT")) == len(theirs.vevent_list) == 2
    for name in ("NAME", "X-WR-CALNAME"):  # the library leaves these two as they stand in the file
        assert unescaped(str(ours[name])) == f"Career plan of {title}"


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_end_with_crlf_and_have_at_most_75_octets(text: str) -> None:
    data = calendar_file(plan_of(replace(goal, first_step=text), Profile(name="N" * 120)), today=TODAY)

    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two


@given(st.text(min_size=1, max_size=120), st.text(max_size=300))
def test_two_programs_read_the_same_from_any_text(title: str, note: str) -> None:
    entry = replace(goal, title=f"G {title}"[:120], first_step=note)
    data = calendar_file(plan_of(entry), today=TODAY)

    [event] = events(plan_of(entry)).values()
    other = vobject.readOne(data.decode()).vevent
    assert str(event["SUMMARY"]) == other.summary.value == clean_line(entry.title)
    assert str(event["DESCRIPTION"]) == other.description.value


def test_the_calendar_says_what_it_is() -> None:
    calendar = icalendar.Calendar.from_ical(calendar_file(plan_of(goal), today=TODAY))

    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"] == "-//careerkit//Career plan//EN"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Career plan"
    named = icalendar.Calendar.from_ical(calendar_file(plan_of(goal, Profile(name="Ada")), today=TODAY))
    assert named["NAME"] == "Career plan of Ada"


def test_five_hundred_goals_are_five_hundred_events_for_both() -> None:
    many = [replace(goal, id=f"g{n}", title=f"Goal {n}") for n in range(500)]
    data = calendar_file(plan_of(*many), today=TODAY)

    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 500
    uids = {event.uid.value for event in vobject.readOne(data.decode()).vevent_list}
    assert uids == {f"goal-g{n}@careerkit" for n in range(500)}


def test_a_plan_without_dates_is_a_calendar_without_events() -> None:
    assert events(plan_of()) == {}
