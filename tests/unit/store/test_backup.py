import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration, LevelStep, StepKind, Vision
from careerkit.change import Actor, Entity, Stamp, created
from careerkit.errors import CareerKitError
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
    Decision,
    Mode,
    OwnNeed,
    PairAnswer,
    Rating,
    Satisfaction,
    SetChoice,
    Standpoint,
    Strength,
    made_at,
    need_groups,
    need_order,
    results,
    set_order,
)
from careerkit.review import (
    About,
    Addendum,
    Alters,
    Choice,
    OwnQuestion,
    QuarterCheck,
    Reason,
    Review,
    ReviewStep,
    Win,
    YearPicture,
)
from careerkit.review import Decision as Decided
from careerkit.store import (
    MAX_UPLOAD,
    BrokenRecordError,
    NewerFormatError,
    NotABackupError,
    Store,
    open_store,
    read_backup,
)
from careerkit.workspace import (
    KINDS,
    Profile,
    Workspace,
    differences,
    differences_in_words,
    next_step,
    sentence_of,
)

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
STAMP = Stamp(by=Actor(id="me", name="Me"), at=NOW)


def store_with(*entities: Entity) -> Store:
    store = open_store(":memory:")
    store.create("mine")
    store.apply("mine", [created(entity, stamp=STAMP) for entity in entities], seen=1, commit_id="c")
    return store


PAIR = PairAnswer(left="quiet", right="mastery", kept=None, at=NOW)
FEW = tuple("abcdefg")
FOUR = set_order(FEW, 1)[0]
CHOICE = SetChoice(needs=FOUR, best=FOUR[1], worst=FOUR[3], at=NOW)
ASIDE = PairAnswer(left="income", right="mastery", kept="income", at=NOW)
ASIDE_OF_FOUR = SetChoice(needs=("x", *FOUR[1:]), best="x", worst=None, at=NOW)
DECISION = Decided(
    about=About.GOAL,
    entry_id="g",
    choice=Choice.SPLIT,
    reason=Reason.LIFE,
    due=date(2028, 2, 29),
    parts=("Paper 1", "Paper 2"),
    title="Pass",
)
STORE = store_with(
    Profile(name="Zoë 🦊 {x} “q”"),
    Vision(start_year=2026, role="Lead"),
    Aspiration(
        id="a",
        title="Grow",
        needs=frozenset({"mastery"}),
        mark=Mark.PRIVATE,
        path="expert",
        level="A team",
        next_level="Several teams",
        steps=(LevelStep(kind=StepKind.RAISE, before="", after="A team", reason="They asked.", at=NOW),),
    ),
    OwnNeed(id="quiet", name="Quiet 🌲", hidden=True),
    Assessment(
        id="pairs",
        needs=("quiet", "mastery"),
        seed=1,
        started_at=NOW,
        finished_at=NOW,
        answers={PAIR.key: PAIR},
        again=frozenset({PAIR.key}),
        aside={ASIDE.key: ASIDE},
    ),
    Assessment(
        id="fours",
        needs=FEW,
        seed=1,
        started_at=NOW,
        mode=Mode.FOURS,
        choices={CHOICE.key: CHOICE},
        choices_aside={ASIDE_OF_FOUR.key: ASIDE_OF_FOUR},
    ),
    Satisfaction(id="day", on=NOW.date(), ratings={"quiet": Rating(value=4, note="So so.", at=NOW)}),
    Standpoint(answer="Room.", said={"quiet": "Yes."}, directions={"x": Decision.DECLINED}),
    Strength(id="s", title="Patience", mark=Mark.PRIVATE),
    Goal(
        id="g",
        title="Pass",
        due=date(2028, 2, 29),
        status=GoalStatus.DOING,
        aspirations=frozenset({"a"}),
        measure=Measure(start=0, target=4, current=1.5, unit="papers"),
        if_then=IfThen(obstacle="The busy season", action="Study before work"),
        confidence=7,
        trends=frozenset({"t"}),
        by_hand=40,
    ),
    Goal(id="h", title="Speak", yes_no=True),
    Milestone(
        id="m",
        title="Fair",
        year=2028,
        kind=MilestoneKind.NETWORK,
        goals=frozenset({"g"}),
        weight=3,
        on=date(2028, 2, 29),
        series="m",
    ),
    CheckIn(id="c", goal="g", on=NOW.date(), value=1.5, note="Half way.\nNearly."),
    Trend(id="t", title="Firms sell abroad", on=NOW.date(), direction=TrendDirection.GROWING),
    Fit(id="f", on=NOW.date(), side=FitSide.ME, answer=FitAnswer.PARTLY, note="Mostly."),
    Win(
        id="w",
        title="Talk",
        on=NOW.date(),
        evidence="Forty people.\nReally.",
        needs=frozenset({"quiet"}),
        strengths=frozenset({"s"}),
        mark=Mark.PRIVATE,
    ),
    QuarterCheck(id="quarter-2026-1", year=2026, quarter=1, on=NOW.date(), answers={"next": "Ask."}),
    OwnQuestion(id="q", title="At home", asks="What would they say?"),
    Review(
        id="r",
        year=2025,
        steps=(
            ReviewStep(id="s", title="Lessons", asks="What?", alters=Alters.GOALS, source="House question."),
            ReviewStep(id="own-q", title="At home", asks="What would they say?", own=True),
        ),
        answers={"s": "A lot.\nReally."},
        started_on=date(2025, 12, 1),
        finished_on=date(2025, 12, 2),
        decisions={DECISION.key: DECISION},
        applied=frozenset({DECISION.key}),
        private=frozenset({"own-q"}),
        picture=YearPicture(needs=("Quiet",), satisfaction={"Quiet": 4}, dropped={"Fly": "My health."}),
        addenda=(Addendum(on=NOW.date(), text="One thing more."),),
    ),
)
PLAN = STORE.load("mine")
WHOLE = STORE.backup("mine", at=NOW)


def opened() -> dict[str, Any]:
    """The backup as somebody who edits it by hand has it: without the checksum."""
    backup: dict[str, Any] = json.loads(WHOLE)
    del backup["checksum"]
    return backup


def rated(value: float) -> dict[str, object]:
    return {"value": value, "note": "", "at": NOW.isoformat()}


def content_of(workspace: Workspace) -> dict[str, Any]:
    return {kind: dict(workspace.collection(kind)) for kind in KINDS}


def test_a_backup_comes_back_identical() -> None:
    backup = read_backup(WHOLE)

    assert content_of(backup.content) == content_of(PLAN)
    assert backup.content.history == PLAN.history
    assert backup.made_at == NOW


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read_backup(b"\xef\xbb\xbf" + WHOLE).content == PLAN


@given(st.data())
def test_a_backup_cut_short_anywhere_is_refused(data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(WHOLE) - 2))

    with pytest.raises(NotABackupError):
        read_backup(WHOLE[:cut])


def read_or_refuse(data: bytes) -> None:
    """What is read must be something the whole app can live with."""
    try:
        content = read_backup(data).content
    except CareerKitError:
        return
    store = open_store(":memory:")
    empty = store.create("mine")
    restored = store.apply("mine", differences(empty, content, stamp=STAMP), seen=1, commit_id="c")
    assert content_of(read_backup(store.backup("mine", at=NOW)).content) == content_of(content)
    assert next_step(restored, today=NOW.date())
    assert all(sentence_of(batch, restored) for batch in restored.history)
    assert all(made_at(result) for result in results(restored.assessments))
    for assessment in restored.assessments.values():
        assert len(need_order(assessment)) == sum(map(len, need_groups(assessment)))


@given(st.data())
def test_a_backup_with_any_byte_changed_is_read_or_refused_but_never_crashes(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(whole))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["format", "made_at", "workspace", "revision", "entries", "history"]), json_values)
def test_any_value_in_any_place_is_read_or_refused_but_never_crashes(place: str, value: object) -> None:
    backup = opened()
    backup[place] = value

    read_or_refuse(json.dumps(backup).encode())


@given(st.sampled_from(sorted(KINDS)), json_values)
def test_any_entry_is_read_or_refused_but_never_crashes(kind: str, value: object) -> None:
    backup = opened()
    backup["entries"][kind] = [value]

    read_or_refuse(json.dumps(backup).encode())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[]", id="list"),
        pytest.param(b'"x"', id="text"),
        pytest.param(b"123", id="number"),
        pytest.param(b"{}", id="foreign"),
        pytest.param(b'{"kind":"careerkit backup"}', id="only-the-name"),
        pytest.param("é".encode("latin-1"), id="latin-1"),
        pytest.param('{"kind":"x"}'.encode("utf-16"), id="utf-16"),
        pytest.param(b'{"a":NaN}', id="nan"),
        pytest.param(b'{"a":' + b"9" * 5_000 + b"}", id="5000-digits"),
        pytest.param(b"[" * 100_000, id="100000-levels"),
        pytest.param(b"[" * 900 + b"]" * 900, id="900-levels"),
        pytest.param(b'{"kind":"careerkit backup","kind":"careerkit backup"}', id="double-key"),
        pytest.param(b"PK\x03\x04", id="zip"),
        pytest.param(b"\x80\x04\x95", id="pickle"),
    ],
)
def test_what_is_no_backup_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NotABackupError, match=r"^This (file|backup) [^.]*\.$"):
        read_backup(data)


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(NotABackupError, match="20 MB"):
        read_backup(b" " * (MAX_UPLOAD + 1))


@pytest.mark.parametrize(
    ("version", "error"),
    [(99, NewerFormatError), ("1", BrokenRecordError), (0, BrokenRecordError), (1.5, BrokenRecordError)],
)
def test_a_format_of_another_version_is_refused(version: object, error: type[CareerKitError]) -> None:
    backup = opened()
    backup["format"] = version

    with pytest.raises(error):
        read_backup(json.dumps(backup).encode())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("due", "2025-02-30"),
        ("due", 5),
        ("title", ""),
        ("title", 5),
        ("status", "won"),
        ("archived", "yes"),
        ("yes_no", True),
        ("if_then", {"obstacle": "Rain", "action": ""}),
        ("confidence", 11),
        ("confidence", 2.5),
        ("by_hand", -1),
        ("trends", "t"),
    ],
)
def test_a_bad_field_is_named_with_its_path(field: str, value: object) -> None:
    backup = opened()
    backup["entries"]["goals"][0][field] = value

    with pytest.raises(BrokenRecordError, match=rf"goals\.1(\.{field})? "):
        read_backup(json.dumps(backup).encode())


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("revision", "abc"),
        ("workspace", [1]),
        ("made_at", "2026-01-02T03:04:05"),
        ("made_at", "0001-01-01T00:00:00+00:00"),
    ],
)
def test_particulars_of_another_kind_are_refused(place: str, value: object) -> None:
    backup = opened()
    backup[place] = value

    with pytest.raises(CareerKitError):
        read_backup(json.dumps(backup).encode())


@pytest.mark.parametrize("odd", ["", "a b", "<b>", "../x", "x" * 121])
def test_an_odd_id_is_refused_with_its_place(odd: str) -> None:
    backup = opened()
    backup["entries"]["goals"][0]["id"] = odd

    with pytest.raises(BrokenRecordError, match=r"goals\.id"):
        read_backup(json.dumps(backup).encode())


@pytest.mark.parametrize(
    ("number", "field", "value"),
    [
        pytest.param(0, "mode", "threes", id="mode"),
        pytest.param(0, "mode", "fours", id="fours-of-two"),
        pytest.param(0, "checks", 9, id="checks"),
        pytest.param(0, "again", ["a+b"], id="again"),
        pytest.param(0, "aside", {"income+mastery": {"left": "income"}}, id="half-an-answer-aside"),
        pytest.param(1, "seed", 2, id="other-fours"),
        pytest.param(1, "needs", [*"abcdef"], id="six-in-fours"),
    ],
)
def test_a_comparison_that_could_not_be_is_refused_with_its_place(
    number: int, field: str, value: object
) -> None:
    backup = opened()
    backup["entries"]["assessments"][number][field] = value

    with pytest.raises(BrokenRecordError, match=rf"assessments\.{number + 1}\b"):
        read_backup(json.dumps(backup).encode())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("ratings", {"quiet": rated(11)}, id="11"),
        pytest.param("ratings", {"quiet": rated(4.5)}, id="4.5"),
        pytest.param("ratings", {"quiet": 4}, id="only-a-number"),
        pytest.param("on", "2026-02-30", id="no-day"),
        pytest.param("on", "0001-01-01", id="day-out-of-reach"),
    ],
)
def test_a_rating_that_could_not_be_is_refused_with_its_place(field: str, value: object) -> None:
    backup = opened()
    backup["entries"]["satisfactions"][0][field] = value

    with pytest.raises(BrokenRecordError, match=r"satisfactions\.1\b"):
        read_backup(json.dumps(backup).encode())


STEP = {"kind": "raise", "before": "", "after": "A team", "reason": "They asked.", "at": NOW.isoformat()}


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        pytest.param("aspirations", "steps", [{**STEP, "at": "2026-01-02T03:04:05"}], id="no-zone"),
        pytest.param("aspirations", "steps", [{**STEP, "kind": "jump"}], id="no-step"),
        pytest.param("aspirations", "level", "x" * 121, id="long-level"),
        pytest.param("milestones", "weight", 6, id="too-heavy"),
        pytest.param("milestones", "year", 2027, id="day-of-another-year"),
        pytest.param("milestones", "on", "2028-02-30", id="no-day"),
        pytest.param("checkins", "value", 1e13, id="large-value"),
        pytest.param("checkins", "value", "1", id="text-as-value"),
        pytest.param("trends", "stale_after", 0, id="stale-at-once"),
        pytest.param("trends", "direction", "up", id="no-direction"),
        pytest.param("fits", "side", "boss", id="no-side"),
    ],
)
def test_a_part_of_the_plan_that_could_not_be_is_refused_with_its_place(
    kind: str, field: str, value: object
) -> None:
    backup = opened()
    backup["entries"][kind][0][field] = value

    with pytest.raises(BrokenRecordError, match=rf"{kind}\.1\b"):
        read_backup(json.dumps(backup).encode())


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("checkins", "goal", "gone"),
        ("checkins", "goal", "a"),
        ("milestones", "series", "gone"),
        ("goals", "trends", ["gone"]),
    ],
)
def test_a_part_of_the_plan_that_points_at_nothing_is_refused_with_its_place(
    kind: str, field: str, value: object
) -> None:
    backup = opened()
    backup["entries"][kind][0][field] = value

    with pytest.raises(BrokenRecordError, match=rf"{kind}\.\w\.{field}"):
        read_backup(json.dumps(backup).encode())


def test_a_need_that_is_in_no_catalogue_is_no_broken_link() -> None:
    backup = opened()
    backup["entries"]["needs"] = []

    assert read_backup(json.dumps(backup).encode()).content.assessments == PLAN.assessments


def test_a_link_to_nothing_is_named() -> None:
    backup = opened()
    backup["entries"]["aspirations"] = []

    with pytest.raises(BrokenRecordError, match=r"goals\.g\.aspirations"):
        read_backup(json.dumps(backup).encode())


def test_two_entries_with_one_id_are_refused() -> None:
    backup = opened()
    backup["entries"]["goals"] *= 2

    with pytest.raises(BrokenRecordError, match="same id"):
        read_backup(json.dumps(backup).encode())


def test_text_that_no_page_can_show_is_cleaned_on_the_way_in() -> None:
    backup = opened()
    backup["entries"]["goals"][0]["title"] = "Pass\ud800\x00"

    assert read_backup(json.dumps(backup).encode()).content.goals["g"].title == "Pass\ufffd"


def test_restoring_gives_exactly_the_content_of_the_backup_and_undo_takes_it_back() -> None:
    store = open_store(":memory:")
    store.create("mine")
    other = [
        created(Goal(id="g", title="Other"), stamp=STAMP),
        created(Goal(id="x", title="Lost"), stamp=STAMP),
    ]
    before = store.apply("mine", other, seen=1, commit_id="c")
    changes = differences(before, PLAN, stamp=STAMP)

    after = store.apply("mine", changes, seen=2, commit_id="d")

    assert content_of(after) == content_of(PLAN)
    assert differences(after, PLAN, stamp=STAMP) == []
    assert "1 goal will be changed." in differences_in_words(changes)
    assert "1 goal will be removed." in differences_in_words(changes)
    assert "1 aspiration will be added." in differences_in_words(changes)


def test_restoring_over_a_finished_review_replaces_the_record() -> None:
    store = open_store(":memory:")
    store.create("mine")
    ours = replace(PLAN.reviews["r"], answers={"s": "Else."})
    before = store.apply("mine", [created(ours, stamp=STAMP)], seen=1, commit_id="c")
    changes = differences(before, PLAN, stamp=STAMP)

    assert "1 review will be changed." in differences_in_words(changes)
    assert store.apply("mine", changes, seen=2, commit_id="d").reviews == PLAN.reviews
