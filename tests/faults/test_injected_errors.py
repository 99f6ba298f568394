"""Whatever the system answers to whichever call of a save: the old state or the new one."""

import os
import shutil
from pathlib import Path

import pytest

from tests.faults.child import BEGIN, END, told_by_child
from tests.faults.injection import DISK_FAULTS, OTHER_FAULTS, trials
from tests.faults.kinds import KINDS, ORDINARY, Kind
from tests.faults.trace import calls_in, common_name


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_an_error_at_any_call_of_a_save_leaves_the_old_or_the_new_state_and_nothing_in_the_way(
    kind: Kind, tmp_path: Path, *, long_form: bool
) -> None:
    faults = (*DISK_FAULTS, *OTHER_FAULTS) if long_form or kind is ORDINARY else DISK_FAULTS

    done = list(trials(kind, faults, tmp_path))

    wrong = [f"{what}: {'; '.join(complaints)}" for what, complaints in done if complaints]
    print(f"{kind}: {len(done)} errors injected, {len(wrong)} violations")  # noqa: T201 - one runs this for the numbers
    assert done
    assert not wrong, "\n".join(wrong)


def test_on_a_disk_that_is_really_full_a_save_is_refused_and_lands_once_there_is_room(tmp_path: Path) -> None:
    told = told_by_child("full", ORDINARY, tmp_path / "data")

    assert told == {
        "error": "NotSavedError",
        "message": "This could not be saved (file too large). What was saved before is safe. "
        "Make room or free the file, then try again.",
        "writes": 2,  # the system took a part of the first, and nothing of the second
        "leaked": 0,
        "left": [],
        "is_as_before": True,
        "revisions": [4, 3, 2],
    }


def test_errors_are_injected_at_every_call_that_the_system_sees(tmp_path: Path, *, long_form: bool) -> None:
    if not shutil.which("strace"):
        assert "strace" not in os.environ.get("CAREERKIT_REQUIRE", ""), "strace is not installed"
        pytest.skip("strace is not installed")
    for kind in KINDS if long_form else [ORDINARY]:
        folder, trace = tmp_path / kind.name, tmp_path / f"{kind}.trace"
        through = ["strace", "-f", "-y", "-e", "trace=desc,file", "-o", str(trace)]

        seen = told_by_child("traced", kind, folder, through=through)

        traced = list(calls_in(trace.read_text(), folder, begin=BEGIN, end=END))
        print(f"{kind}: {len(traced)} calls traced")  # noqa: T201 - one runs this for the numbers
        assert traced == [common_name(call) for call in seen]
