import os
from pathlib import Path

import pytest

from tests.faults.harness import counts_of
from tests.faults.saves import ID
from tests.faults.subjects import Ours

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are not known here"),
    pytest.mark.timeout(1_200),  # the long form
]


@pytest.fixture
def trials(*, long_form: bool) -> int:
    return 600 if long_form else 60


def test_a_save_killed_at_any_moment_is_there_whole_or_not_at_all(trials: int, *, long_form: bool) -> None:
    ours = counts_of("tests.faults.kill", "--only", "ours", "--trials", str(trials))["ours"]

    assert (ours["corrupt"], ours["mixed"], ours["lost"], ours["stuck"]) == (0, 0, 0, 0)
    assert ours["old"] + ours["new"] == ours["trials"] == trials
    assert ours["moments_hit"] == ours["moments"] or not long_form


def test_the_same_kills_leave_plain_tinydb_corrupt(trials: int) -> None:
    plain = counts_of("tests.faults.kill", "--only", "plain", "--trials", str(trials))["plain"]

    assert plain["corrupt"] > 0


def test_the_saves_that_are_hit_keep_copies_and_archive_history(tmp_path: Path) -> None:
    kept: dict[int, set[str]] = {}
    with Ours().saver(tmp_path) as save:
        for number in range(1, 66):
            save(number)
            kept[number] = {path.name for path in tmp_path.glob(f"{ID}.kept/*")}

    assert kept[3] == set()
    assert kept[4] == {"day-2026-01-22.json", "month-2026-01.json"}
    assert kept[63] == kept[62]
    assert (len(kept[64] - kept[63]), len(kept[63] - kept[64])) == (2, 2)
    assert {name.partition("-")[0] for name in kept[64]} == {"day", "month"}
    assert {name.partition("-")[0] for name in kept[65] - kept[64]} == {"history"}
