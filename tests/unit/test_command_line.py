"""What `python -m careerkit` promises, through click's runner and as the real program."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from careerkit.__main__ import careerkit
from careerkit.change import Actor, Entity, RandomIds, Stamp, created, updates
from careerkit.goals import Goal
from careerkit.store import Store, open_store
from careerkit.workspace import Profile, Workspace, undo

ROOT = Path(__file__).parents[2]
OWNER = Actor(id="owner", name="You")
STAMP = Stamp(by=OWNER, at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
GOALS = {key: Goal(id=RandomIds().new(), title=key.title()) for key in ("lead", "pass", "learn")}
COMMANDS = ("verify", "backup", "restore", "export", "import")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "data", GOALS["lead"], GOALS["pass"])


def filled(folder: Path, *entities: Entity, workspace: str = "mine") -> Path:
    store = open_store(folder)
    store.create(workspace)
    for entity in entities:
        save(store, entity, workspace)
    return folder


def save(store: Store, entity: Entity, workspace: str = "mine") -> None:
    plan = store.load(workspace)
    store.apply(
        workspace,
        [created(entity, stamp=STAMP)],
        seen=plan.revision,
        commit_id=f"{workspace}-{plan.revision}",
    )


def plan_in(folder: Path, workspace: str = "mine") -> Workspace:
    return open_store(folder).load(workspace)


def take_back(folder: Path) -> Workspace:
    """Do what Undo in the app does."""
    store = open_store(folder)
    plan = store.load("mine")
    return store.apply("mine", undo(plan, stamp=STAMP), seen=plan.revision, commit_id="undo")


def run(*arguments: object, folder: Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(careerkit, [*map(str, arguments), "--folder", str(folder)], input=stdin)


def answered(result: Result) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def ran(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[str]":  # noqa: ANN401 - as subprocess has them
    """Run the real program."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-m", "careerkit", *map(str, arguments)],
        cwd=ROOT,
        text=True,
        check=False,
        timeout=60,
        encoding="utf-8",
        **{"capture_output": True, **options},
    )


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def copy(folder: Path) -> str:
    """The name of a copy from before one more goal was added."""
    name = run("backup", folder=folder).stdout.strip()
    save(open_store(folder), GOALS["learn"])
    return name


@pytest.fixture
def exported(folder: Path, tmp_path: Path) -> Path:
    file = tmp_path / "exported.json"
    assert run("export", file, folder=folder).exit_code == 0
    return file


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_how_it_is_used(command: str) -> None:
    shown = CliRunner().invoke(careerkit, [command, "--help"])

    assert shown.exit_code == 0
    assert all(option in shown.stdout for option in ("--folder", "--json"))


def test_help_waits_for_nothing_heavy() -> None:
    program = (
        "import sys; from careerkit.__main__ import careerkit\n"
        "try: careerkit(['--help'])\n"
        "except SystemExit: print(*{'tinydb', 'pydantic', 'pandas', 'streamlit'} & set(sys.modules))"
    )

    shown = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert all(command in shown.stdout for command in COMMANDS)
    assert shown.stdout.splitlines()[-1] == ""


def test_the_program_runs_and_finds_the_folder_that_the_app_uses(folder: Path) -> None:
    environment = {**os.environ, "CAREERKIT_DATA": str(folder)}

    done = ran("verify", env=environment)

    assert (done.returncode, done.stderr) == (0, "")
    assert "mine.json: fine, revision 3, 2 entries, 2 saves" in done.stdout


# Refusals


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["backup", "theirs"], 1),
        (["backup", "theirs", "--list"], 1),
        (["restore", "nothing"], 1),
        (["restore", "previous", "theirs"], 1),
        (["restore", "../mine"], 1),
        (["export", "theirs", "-"], 1),
        (["verify", "theirs"], 2),
    ],
)
def test_a_refusal_is_one_sentence_and_an_exit_code(folder: Path, arguments: list[str], code: int) -> None:
    refused = ran(*arguments, "--folder", folder)

    assert (refused.returncode, refused.stdout) == (code, "")
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "kind"),
    [
        (["backup", "theirs"], 1, "NoSuchWorkspaceError"),
        (["restore", "nothing"], 1, "NoSuchCopyError"),
        (["restore", "previous"], 2, "UsageError"),
        (["verify", "theirs"], 2, "NoSuchWorkspaceError"),
        (["export", "-"], 2, "UsageError"),
    ],
)
def test_a_program_is_refused_with_one_object(
    folder: Path, arguments: list[str], code: int, kind: str
) -> None:
    refused = run(*arguments, "--json", folder=folder)

    assert (refused.exit_code, answered(refused)["kind"]) == (code, kind)
    assert set(answered(refused)) == {"error", "kind"}


@pytest.mark.parametrize("command", [["verify"], ["backup"], ["restore", "previous"], ["export", "-"]])
def test_a_mistyped_folder_is_refused_and_not_made(tmp_path: Path, command: list[str]) -> None:
    refused = run(*command, folder=tmp_path / "mistyped")

    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_what_a_name_would_do_to_the_terminal_is_not_done(folder: Path) -> None:
    (folder / "mine \x1b[2J.json").write_bytes((folder / "mine.json").read_bytes())

    listed = run("backup", "--list", folder=folder)

    assert "beside:mine ?[2J.json" in listed.stdout
    assert "\x1b" not in listed.stdout


# verify


def test_verify_tells_each_file_in_a_line_and_that_all_is_fine(folder: Path, copy: str) -> None:
    before = everything(folder)

    done = run("verify", folder=folder)

    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "mine.json: fine, revision 4, 3 entries, 3 saves, tables _meta, goals and history"
    assert [line.split(":")[0] for line in lines[1:3]] == [f"mine.kept/{copy}.json", "mine.json.bak"]
    assert lines[3] == "Everything is fine. Stock TinyDB opens 3 files."
    assert everything(folder) == before


def test_verify_tells_a_fault_in_a_sentence_and_changes_nothing(folder: Path) -> None:
    (folder / "mine.json.bak").write_bytes(b"{")
    before = everything(folder)

    done = run("verify", folder=folder)

    assert done.exit_code == 1
    assert "mine.json.bak: 1 fault\n  The file cannot be read: it is not JSON in UTF-8.\n" in done.stdout
    assert done.stdout.endswith("1 fault in 2 files.\n")
    assert everything(folder) == before


def test_verify_never_repairs_what_the_app_would(folder: Path) -> None:
    (folder / "mine.json").write_bytes(b"{")
    before = everything(folder)

    assert ran("verify", "--folder", folder).returncode == 1
    assert everything(folder) == before


def test_verify_answers_a_program(folder: Path) -> None:
    filled(folder, GOALS["learn"], workspace="theirs")
    (folder / "theirs.json").write_bytes(b"{")

    done = run("verify", "--json", folder=folder)

    assert done.exit_code == 1
    answer = answered(done)
    assert (answer["fine"], answer["folder"]) == (False, str(folder))
    mine, theirs = answer["workspaces"]
    assert [file["fine"] for file in mine["files"]] == [True, True]
    assert mine["files"][0] == {
        "file": "mine.json",
        "fine": True,
        "revision": 3,
        "entries": 2,
        "saves": 2,
        "tables": ["_meta", "goals", "history"],
        "note": "",
        "faults": [],
    }
    assert theirs["files"][0]["faults"] == ["The file cannot be read: it is not JSON in UTF-8."]


def test_verify_looks_only_at_the_workspaces_that_are_named(folder: Path) -> None:
    filled(folder, GOALS["learn"], workspace="theirs")
    (folder / "theirs.json").write_bytes(b"{")

    assert run("verify", "mine", folder=folder).exit_code == 0
    assert run("verify", "mine", "theirs", folder=folder).exit_code == 1


@pytest.mark.parametrize("harm", ["gone", "another"])
def test_verify_notices_a_workspace_whose_file_is_gone_or_holds_another(folder: Path, harm: str) -> None:
    filled(folder, workspace="theirs")
    if harm == "gone":
        (folder / "mine.json").unlink()
    else:
        (folder / "mine.json").write_bytes((folder / "theirs.json").read_bytes())

    done = run("verify", folder=folder)

    assert done.exit_code == 1
    assert "mine.json: 1 fault" in done.stdout


def test_verify_of_an_empty_folder_finds_nothing_wrong(tmp_path: Path) -> None:
    done = run("verify", folder=tmp_path)

    assert done.exit_code == 0
    assert done.stdout.startswith("There is no workspace in")
    assert answered(run("verify", "--json", folder=tmp_path))["workspaces"] == []


# backup and restore


def test_backup_keeps_a_copy_of_what_is_there_and_prints_its_name(folder: Path) -> None:
    name = run("backup", folder=folder).stdout.strip()

    assert open_store(folder).load_copy("mine", name).goals == plan_in(folder).goals
    assert answered(run("backup", "--json", folder=folder))["workspace"] == "mine"


def test_backup_lists_the_copies_and_keeps_none(folder: Path, copy: str) -> None:
    listed = run("backup", "--list", folder=folder)

    assert f"{copy}: Kept by hand, " in listed.stdout
    copies = answered(run("backup", "--list", "--json", folder=folder))["copies"]
    assert {one["name"]: one["kind"] for one in copies} == {copy: "asked", "previous": "previous"}
    assert all(datetime.fromisoformat(one["written_at"]).tzinfo and one["size"] for one in copies)


def test_restore_brings_a_copy_back_and_undo_takes_it_away(folder: Path, copy: str) -> None:
    before = plan_in(folder)

    done = run("restore", copy, "--yes", folder=folder)

    assert done.exit_code == 0
    assert done.stdout == "1 goal will be removed.\nDone. Undo in the app takes it back.\n"
    restored = plan_in(folder)
    assert len(restored.goals) == 2
    assert restored.history[-1].changes[0].reason == f"Restored the copy {copy}"
    assert take_back(folder).goals == before.goals


def test_restoring_what_is_there_changes_nothing(folder: Path, copy: str) -> None:
    run("restore", copy, "--yes", folder=folder)
    before = everything(folder)

    done = run("restore", copy, folder=folder)

    assert (done.exit_code, everything(folder)) == (0, before)
    assert "nothing to do" in done.stdout


@pytest.mark.parametrize("asked", [[], ["--dry-run"]])
def test_restore_changes_nothing_unless_it_is_confirmed(folder: Path, copy: str, asked: list[str]) -> None:
    before = everything(folder)

    done = run("restore", copy, *asked, folder=folder)

    assert done.exit_code == (0 if asked else 2)
    assert done.stdout.startswith("1 goal will be removed.\n")
    assert everything(folder) == before


@pytest.mark.parametrize(("reply", "code", "left"), [("y", 0, 2), ("n", 1, 3), ("", 1, 3)])
def test_at_a_terminal_restore_asks_first(folder: Path, copy: str, reply: str, code: int, left: int) -> None:
    pty = pytest.importorskip("pty", reason="this system has other terminals")
    person, terminal = pty.openpty()
    os.write(person, f"{reply}\n".encode())

    done = ran("restore", copy, "--folder", folder, stdin=terminal)

    os.close(person)
    os.close(terminal)
    assert done.returncode == code
    assert "Go ahead?" in done.stderr
    assert len(plan_in(folder).goals) == left


def test_restore_answers_a_program(folder: Path, copy: str) -> None:
    looked = answered(run("restore", copy, "--dry-run", "--json", folder=folder))
    done = answered(run("restore", copy, "--yes", "--json", folder=folder))

    assert (looked["changed"], looked["revision"], looked["lines"]) == (False, 4, ["1 goal will be removed."])
    assert (done["changed"], done["revision"], done["lines"]) == (True, 5, ["1 goal will be removed."])


def test_a_copy_of_another_workspace_is_refused(folder: Path) -> None:
    filled(folder, GOALS["learn"], workspace="theirs")
    theirs = (folder / "theirs.json").read_bytes()
    (folder / "mine.json.bak").write_bytes(theirs)
    before = everything(folder)

    done = run("restore", "previous", "--yes", folder=folder)

    assert (done.exit_code, everything(folder)) == (1, before)
    assert "holds another workspace, “theirs”" in done.stderr


def test_a_part_of_the_history_is_no_copy_to_restore(folder: Path) -> None:
    store = open_store(folder)
    for number in range(80):
        save(store, Goal(id=f"g{number}", title="Pass"))
    part = next((folder / "mine.kept").glob("history-*")).stem

    assert run("restore", part, "--yes", folder=folder).exit_code == 1
    assert len(plan_in(folder).goals) == 82


# export and import


def test_what_was_exported_comes_back_whole_and_is_exported_the_same(exported: Path, tmp_path: Path) -> None:
    other, again = tmp_path / "other", tmp_path / "again.json"

    assert run("import", exported, folder=other).exit_code == 0
    run("export", again, folder=other)

    contents = [json.loads(file.read_bytes()) for file in (exported, again)]
    for content in contents:
        del content["made_at"], content["checksum"]
    assert contents[0] == contents[1]
    assert len(contents[0]["history"]) == 2
    assert run("verify", folder=other).exit_code == 0


def test_an_export_goes_to_standard_output_and_an_import_comes_from_standard_input(
    folder: Path, tmp_path: Path
) -> None:
    written = ran("export", "-", "--folder", folder)
    read = ran("import", "-", "--folder", tmp_path / "other", input=written.stdout)

    assert (written.stderr, read.returncode) == ("", 0)
    assert plan_in(tmp_path / "other") == plan_in(folder)


def test_an_export_names_its_workspace_before_the_file(folder: Path, tmp_path: Path) -> None:
    filled(folder, GOALS["learn"], workspace="theirs")

    done = run("export", "theirs", tmp_path / "a.json", "--json", folder=folder)

    assert answered(done) == {
        "workspace": "theirs",
        "file": str(tmp_path / "a.json"),
        "bytes": (tmp_path / "a.json").stat().st_size,
    }
    assert json.loads((tmp_path / "a.json").read_bytes())["workspace"] == "theirs"
    assert run("export", "mine", "theirs", tmp_path / "b.json", folder=folder).exit_code == 2


def test_an_export_can_leave_the_history_out(folder: Path, tmp_path: Path) -> None:
    run("export", tmp_path / "a.json", "--without-history", folder=folder)

    assert json.loads((tmp_path / "a.json").read_bytes())["history"] == []


def test_an_export_replaces_a_file_only_by_force(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine")

    assert run("export", file, folder=folder).exit_code == 2
    assert file.read_text() == "mine"
    assert run("export", file, "--force", folder=folder).exit_code == 0
    assert file.read_text() != "mine"


@pytest.mark.parametrize("place", ["data/a.json", "data/mine.json", "nowhere/a.json", "pipe"])
def test_an_export_is_refused_where_it_could_do_harm(folder: Path, tmp_path: Path, place: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    before = everything(folder)

    assert run("export", tmp_path / place, "--force", folder=folder).exit_code == 2
    assert everything(folder) == before


def test_an_export_through_a_link_leaves_the_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a.json")

    assert run("export", tmp_path / "link", folder=folder).exit_code == 0
    assert (tmp_path / "link").is_symlink()
    assert json.loads((tmp_path / "a.json").read_bytes())["workspace"] == "mine"


def test_a_full_disk_leaves_no_half_export_and_the_old_one_whole(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    file.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("export", file, "--force", "--json", folder=folder)

    assert (done.exit_code, answered(done)["kind"]) == (1, "NotSavedError")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "data"]
    assert file.read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_standard_output_is_told_in_one_sentence(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = ran(
            "export", "-", "--folder", folder, capture_output=False, stdout=full, stderr=subprocess.PIPE
        )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_an_import_into_what_is_there_needs_to_be_told_how(folder: Path, exported: Path) -> None:
    before = everything(folder)

    for asked in ([], ["--add", "--replace"]):
        assert run("import", exported, *asked, "--yes", folder=folder).exit_code == 2
    assert everything(folder) == before


def test_adding_what_is_there_already_says_so_and_changes_nothing(folder: Path, exported: Path) -> None:
    before = everything(folder)

    done = run("import", exported, "--add", folder=folder)

    assert (done.exit_code, done.stdout) == (0, "Nothing in the file is new.\n")
    assert everything(folder) == before


def test_adding_takes_nothing_away_and_undo_takes_it_back(exported: Path, tmp_path: Path) -> None:
    other = filled(tmp_path / "other", GOALS["learn"])

    done = run("import", exported, "--add", "--yes", folder=other)

    assert done.stdout.splitlines()[0] == "2 goals will be added."
    assert len(plan_in(other).goals) == 3
    assert len(take_back(other).goals) == 1


def test_adding_leaves_what_differs_as_it_is_and_says_so(folder: Path, exported: Path) -> None:
    store, new = open_store(folder), Goal(id=GOALS["lead"].id, title="Lead two projects")
    store.apply("mine", updates(GOALS["lead"], new, stamp=STAMP), seen=3, commit_id="d")

    done = run("import", exported, "--add", folder=folder)

    assert done.stdout == "Nothing in the file is new.\n1 goal differs: what is here stays.\n"
    assert plan_in(folder).goals[new.id] == new


@pytest.mark.parametrize("first", ["empty", "--add", "--replace"])
def test_importing_a_file_of_another_workspace_twice_adds_nothing_the_second_time(
    exported: Path, tmp_path: Path, first: str
) -> None:
    other = filled(tmp_path / "other", workspace="theirs")
    if first != "empty":
        save(open_store(other), GOALS["learn"], "theirs")
        run("import", exported, "theirs", first, "--yes", folder=other)
    else:
        run("import", exported, "theirs", folder=other)
    before = everything(other)

    done = run("import", exported, "theirs", "--add", "--yes", folder=other)

    assert (done.exit_code, done.stdout) == (0, "Nothing in the file is new.\n")
    assert everything(other) == before


def test_replacing_gives_exactly_what_the_file_holds_and_undo_takes_it_back(
    exported: Path, tmp_path: Path
) -> None:
    other = filled(tmp_path / "other", GOALS["learn"])

    done = run("import", exported, "--replace", "--yes", folder=other)

    assert sorted(done.stdout.splitlines()[:2]) == ["1 goal will be removed.", "2 goals will be added."]
    assert {goal.title for goal in plan_in(other).goals.values()} == {"Lead", "Pass"}
    assert [goal.title for goal in take_back(other).goals.values()] == ["Learn"]


@pytest.mark.parametrize("how", ["--add", "--replace"])
@pytest.mark.parametrize("asked", [[], ["--dry-run"]])
def test_an_import_changes_nothing_unless_it_is_confirmed(
    exported: Path, tmp_path: Path, how: str, asked: list[str]
) -> None:
    other = filled(tmp_path / "other", GOALS["learn"])
    before = everything(other)

    done = run("import", exported, how, *asked, folder=other)

    assert done.exit_code == (0 if asked else 2)
    assert "2 goals will be added." in done.stdout
    assert everything(other) == before


def test_a_look_at_an_import_makes_no_folder(exported: Path, tmp_path: Path) -> None:
    done = run("import", exported, "--dry-run", "--json", folder=tmp_path / "other")

    assert answered(done) == {
        "workspace": "mine",
        "changed": False,
        "dry_run": True,
        "revision": None,
        "lines": ["2 goals will be added.", "The history comes along: 2 saves."],
    }
    assert not (tmp_path / "other").exists()


def test_an_import_answers_a_program(exported: Path, tmp_path: Path) -> None:
    done = answered(run("import", exported, "--json", folder=tmp_path / "other"))

    assert (done["changed"], done["revision"]) == (True, 3)


def test_what_was_the_demo_persons_is_ones_own_once_imported(tmp_path: Path) -> None:
    demo = filled(tmp_path / "demo", Profile(name="Amina", demo=True), workspace="demo")
    run("export", "demo", tmp_path / "a.json", folder=demo)

    run("import", tmp_path / "a.json", folder=tmp_path / "own")
    run("import", tmp_path / "a.json", "demo", folder=tmp_path / "own")

    assert not plan_in(tmp_path / "own").profile.demo
    assert plan_in(tmp_path / "own", "demo").profile.demo


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[" * 99_999, bytes(20_000_001)], ids=range(5))
def test_a_file_that_is_no_backup_is_refused_in_one_sentence(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.json").write_bytes(content)
    before = everything(folder)

    refused = run("import", tmp_path / "a.json", "--replace", "--yes", folder=folder)

    assert (refused.exit_code, len(refused.stderr.splitlines())) == (1, 1)
    assert everything(folder) == before


def test_a_name_that_no_workspace_can_have_is_refused(exported: Path, tmp_path: Path) -> None:
    refused = run("import", exported, "Mine & Yours", folder=tmp_path / "other")

    assert refused.exit_code == 2
    assert "small letters" in refused.stderr
