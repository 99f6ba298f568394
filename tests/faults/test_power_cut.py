"""Wherever the power is cut: the state after the last save that was acknowledged, or that of the next one."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.power_cut import Extent, recorded, violations
from tests.faults.scenarios import RECOVERY, SCENARIOS, Scenario

UNFLUSHED = [
    pytest.param(scenario, left_out, id=f"{scenario}-{left_out}")
    for scenario in SCENARIOS
    for left_out in ("files", "folders", "files-folders")
    # What was damaged is recovered again, with the same result: unflushed names lose nothing there.
    if (scenario, left_out) != (RECOVERY, "folders")
]


def violations_of(
    scenario: Scenario,
    folder: Path,
    extent: Extent,
    *,
    without_flushing: frozenset[str] = frozenset(),
    most: int | None = None,
) -> list[str]:
    """Go through a scenario, or at ``most`` so many states that may be left, and say how that went."""
    cuts, states = recorded(scenario, folder / "home", extent=extent, without_flushing=without_flushing)
    if most is not None and most < len(cuts):
        cuts = Random(1).sample(cuts, most)  # noqa: S311 - a seed, so that every run is the same
    found = list(violations(cuts, states, folder / "left"))
    print(f"{scenario}: {len(cuts)} states after a power cut, {len(found)} violations")  # noqa: T201 - one runs this for the numbers
    return found


@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_a_power_cut_leaves_the_state_of_the_last_save_or_of_the_one_in_flight(
    scenario: Scenario, tmp_path: Path, *, long_form: bool
) -> None:
    found = violations_of(scenario, tmp_path, Extent(4096, 40) if long_form else Extent(1024, 3))

    assert not found, "\n".join(found)


@pytest.mark.parametrize(("scenario", "left_out"), UNFLUSHED)
def test_without_flushing_a_power_cut_shows(
    scenario: Scenario, left_out: str, tmp_path: Path, *, long_form: bool
) -> None:
    extent, most = (Extent(64, 3), 500) if long_form else (Extent(16, 1), 40)

    assert violations_of(
        scenario, tmp_path, extent, without_flushing=frozenset(left_out.split("-")), most=most
    )
