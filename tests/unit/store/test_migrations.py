"""A file of every format that ever landed is read as if it had been written today."""

import json
import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from careerkit.change import Actor, RandomIds, Stamp
from careerkit.content import needs_catalogue
from careerkit.labels import Mark
from careerkit.needs import (
    Decision,
    Mode,
    active_needs,
    latest_ratings,
    look_again,
    need_order,
    next_question,
    next_set,
    rate_need,
    repeats,
    show_need,
    start_assessment,
    with_open_comparison,
)
from careerkit.store import MEMORY, CopyKind, NewerFormatError, open_store, read_backup
from careerkit.store.migrations import FORMAT
from careerkit.store.seal import sealed
from careerkit.workspace import (
    KINDS,
    Workspace,
    differences,
    edit_profile,
    last_own_undo,
    sentence_of,
    undo,
)

DATA = Path(__file__).parents[2] / "data"
STAMP = Stamp(by=Actor(id="owner", name="You"), at=datetime(2026, 11, 25, tzinfo=UTC))
FORMATS = range(1, FORMAT + 1)


BEFORE_NEEDS = {
    "profiles": 1,
    "visions": 1,
    "assessments": 1,
    "aspirations": 3,
    "goals": 6,
    "milestones": 10,
    "reviews": 1,
    "applications": 1,
    "answers": 1,
}
ENTRIES = {
    1: BEFORE_NEEDS,
    2: BEFORE_NEEDS,
    3: {**BEFORE_NEEDS, "needs": 4, "assessments": 3, "satisfactions": 1, "standpoints": 1, "strengths": 2},
}
"""By format: how many entries its file holds, of the kinds of which it holds any."""
HISTORY = {1: [2, 3, 4, 5], 2: [2, 3, 4, 5], 3: [2, 3, 4, 5, 6, 7, 8]}
LAST_SAVE = {1: "changing the goal", 2: "changing the goal", 3: "changing the set of ratings"}


def check(workspace: Workspace, version: int) -> None:
    assert workspace.profile.name == "Zoë 🦊"
    counts = {kind: len(workspace.collection(kind)) for kind in KINDS}
    assert {kind: count for kind, count in counts.items() if count} == ENTRIES[version]
    assert [batch.revision for batch in workspace.history] == HISTORY[version]
    assert sentence_of(workspace.history[-1], workspace).startswith(f"Took back: {LAST_SAVE[version]}")
    check_needs_of_format_1(workspace)
    if version >= 3:
        check_needs_of_format_3(workspace)


def check_needs_of_format_1(workspace: Workspace) -> None:
    """The comparison that every file has was made before there were checks and fours."""
    first = next(iter(workspace.assessments.values()))
    assert (first.mode, first.checks, first.questions, first.is_complete) == (Mode.PAIRS, 0, 28, True)
    assert not any((first.repeats, first.choices, first.again, first.aside, first.choices_aside))
    assert need_order(first)[0].need == "mastery"
    assert next_question(first) is None


def check_needs_of_format_3(workspace: Workspace) -> None:
    active = active_needs(needs_catalogue(), workspace.needs)
    [own] = (need for need in active if need.name == "Quiet 🌲")
    _, pairs, fours = workspace.assessments.values()

    assert len(active) == 7
    assert {id_ for id_, need in workspace.needs.items() if need.hidden} == {"responsibility", "security"}
    assert set(pairs.needs) == set(fours.needs) == {need.id for need in active}

    assert (pairs.is_complete, pairs.answered) == (True, 23)
    assert pairs.again == {"balance+recognition"}
    assert [repeat.same for repeat in repeats(pairs)] == [True, False]
    assert [standing.need for standing in need_order(pairs)[:3]] == ["mastery", own.id, "balance"]
    assert set(pairs.aside) == {"income+security"}

    [rated] = workspace.satisfactions.values()
    assert rated.on == date(2026, 11, 24)
    assert {need: rating.value for need, rating in rated.ratings.items()} == {
        "mastery": 7,
        own.id: 0,
        "income": 10,
    }

    assert (fours.mode, fours.answered, len(fours.choices)) == (Mode.FOURS, 2, 3)
    assert next_set(fours) is not None
    [choice] = fours.choices_aside.values()
    assert (choice.best, choice.worst) == ("income", "security")

    standpoint = workspace.standpoint
    assert standpoint.said == {"recognition": "I would tell the partners.\nAloud."}
    assert standpoint.directions == {
        "mastery-expert": Decision.ACCEPTED,
        "balance-place": Decision.DECLINED,
    }
    assert [strength.mark for strength in workspace.strengths.values()] == [Mark.SAY, Mark.PRIVATE]


@pytest.fixture(params=FORMATS)
def version(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture
def folder(version: int, tmp_path: Path) -> Path:
    shutil.copy(DATA / f"format-{version}.json", tmp_path / "mine.json")
    return tmp_path


def test_there_is_a_file_and_a_backup_of_every_format() -> None:
    for kind in ("format", "backup"):
        found = {int(re.sub(r"\D", "", path.name)) for path in DATA.glob(f"{kind}-*.json")}
        assert found == set(FORMATS)


def test_a_file_of_any_format_is_read_and_not_touched(folder: Path, version: int) -> None:
    before = (folder / "mine.json").read_bytes()
    store = open_store(folder)

    check(store.load("mine"), version)

    assert store.recovery("mine") is None
    assert (folder / "mine.json").read_bytes() == before


def test_a_file_of_any_format_is_changed_and_kept_as_it_was_before(folder: Path) -> None:
    before = (folder / "mine.json").read_bytes()
    store = open_store(folder)
    workspace = store.load("mine")
    undone = last_own_undo(workspace, STAMP.by)
    assert undone is not None

    changes = edit_profile(workspace, name="Zoe", stamp=STAMP)
    saved = store.apply("mine", changes, seen=workspace.revision, commit_id="now")

    assert open_store(folder).load("mine") == saved
    assert len(list(store.history("mine"))) == len(workspace.history) + 1
    old = [copy for copy in store.copies("mine") if copy.kind is CopyKind.FORMAT]
    if f'"format":{FORMAT}'.encode() not in before:
        assert [store.load_copy("mine", copy.name) for copy in old] == [workspace]
        assert (folder / "mine.kept" / f"{old[0].name}.json").read_bytes() == before


def test_a_repeated_save_from_before_the_update_still_lands_once(folder: Path) -> None:
    store = open_store(folder)
    workspace = store.load("mine")

    changes = edit_profile(workspace, name="Twice", stamp=STAMP)

    assert store.apply("mine", changes, seen=5, commit_id="undo") == workspace


def test_a_backup_of_any_format_is_read(version: int) -> None:
    check(read_backup((DATA / f"backup-{version}.json").read_bytes()).content, version)


def test_a_comparison_from_before_the_update_goes_on_with_everything_that_is_new(folder: Path) -> None:
    store = open_store(folder)
    workspace = store.load("mine")
    first = next(iter(workspace.assessments))

    changes = look_again(workspace.assessments, first, {"balance+income"}, stamp=STAMP)
    workspace = store.apply("mine", changes, seen=workspace.revision, commit_id="later again")
    ids, today = RandomIds(), STAMP.at.date()
    changes = rate_need(workspace.satisfactions, "balance", 4, today=today, ids=ids, stamp=STAMP)
    store.apply("mine", changes, seen=workspace.revision, commit_id="later rated")

    workspace = open_store(folder).load("mine")
    assessment = workspace.assessments[first]
    assert assessment.again == {"balance+income"}
    assert latest_ratings(workspace.satisfactions)["balance"].value == 4
    assert need_order(assessment)[0].need == "mastery"


def test_what_was_set_aside_in_a_file_counts_again_when_its_need_is_shown() -> None:
    plan = read_backup((DATA / "backup-3.json").read_bytes()).content
    fours = [*plan.assessments.values()][-1]
    showing = show_need(needs_catalogue(), plan.needs, "security", stamp=STAMP)
    store = open_store(MEMORY)
    empty = store.create("mine")
    store.apply("mine", differences(empty, plan, stamp=STAMP), seen=1, commit_id="plan")

    changes = with_open_comparison(showing, needs_catalogue(), plan.needs, plan.assessments, stamp=STAMP)

    shown = store.apply("mine", changes, seen=2, commit_id="shown").assessments[fours.id]
    assert shown.choices.keys() > fours.choices_aside.keys()
    assert {**shown.choices, **shown.choices_aside} == {**fours.choices, **fours.choices_aside}


def test_a_comparison_that_was_begun_before_the_update_can_still_be_taken_back(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.create("mine")
    needs = [need.id for need in needs_catalogue()]
    started = start_assessment({}, needs, ids=RandomIds(), stamp=STAMP)
    store.apply("mine", started, seen=1, commit_id="started")
    make_it_a_file_of_format_2(tmp_path / "mine.json")

    updated = open_store(tmp_path)
    workspace = updated.load("mine")
    assert workspace.assessments
    undone = updated.apply("mine", undo(workspace, stamp=STAMP), seen=workspace.revision, commit_id="undone")

    assert undone.assessments == {}


def make_it_a_file_of_format_2(path: Path) -> None:
    """Take out what format 3 added to comparisons, in the entries and in the history."""
    content = json.loads(path.read_text())
    changes = [change for batch in content["history"].values() for change in batch["changes"]]
    for fields in (*content["assessments"].values(), *(change["after"] for change in changes)):
        for name in ("mode", "checks", "repeats", "choices", "again", "aside", "choices_aside"):
            del fields[name]
    meta = {name: value for name, value in content["_meta"]["1"].items() if name != "checksum"}
    content["_meta"] = {"1": {**meta, "format": 2}}
    rest = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    start = b'{"_meta":{"1":{'
    path.write_bytes(sealed(start + b'"checksum":"', b'",' + rest.removeprefix(start)))


def test_a_newer_backup_is_refused() -> None:
    newer = (DATA / "backup-1.json").read_bytes().replace(b'"format": 1', b'"format": 99')

    with pytest.raises(NewerFormatError):
        read_backup(newer)
