import pytest

from tests.faults.harness import counts_of


@pytest.mark.timeout(1_200)  # the long form
def test_writers_in_four_processes_lose_nothing_and_a_reader_sees_only_whole_saves(
    *, long_form: bool
) -> None:
    changes = 250 if long_form else 60
    crowd = ("--processes", "4", "--threads", "4", "--changes", str(changes))

    counts = counts_of("tests.faults.race", *crowd)

    assert counts["violations"] == []
    assert counts["lost"] == 0
    assert counts["found"] == counts["acknowledged"] == 4 * 4 * changes
    assert counts["final_revision"] == counts["base_revision"] + 4 * 4 * changes
    assert counts["reader_revisions"] > 1


def test_two_processes_at_once_break_plain_tinydb() -> None:
    crowd = ("--only", "plain", "--processes", "2", "--changes", "200")
    runs = (counts_of("tests.faults.race", *crowd) for _ in range(5))

    assert any(run["lost"] > 0 or run["errors"] for run in runs)
