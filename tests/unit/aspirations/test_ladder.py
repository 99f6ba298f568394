import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration, StepKind
from careerkit.aspirations.ladder import proposed_levels

LADDER = ("Junior", "Senior", "Partner")
RAISE, DOWN, SIDEWAYS, RETIRE = StepKind


def lead(level: str, next_level: str = "") -> Aspiration:
    return Aspiration(id="a", title="Lead", level=level, next_level=next_level)


@pytest.mark.parametrize(
    ("level", "wanted", "kind", "proposed"),
    [
        pytest.param("Junior", "", RAISE, ("Senior", "Partner"), id="the-rung-above"),
        pytest.param("Junior", "Partner", RAISE, ("Partner", ""), id="what-was-wanted-next-comes-first"),
        pytest.param("Junior", "Mentor", RAISE, ("Mentor", ""), id="a-level-of-ones-own"),
        pytest.param("Partner", "", RAISE, ("", ""), id="above-the-top"),
        pytest.param("Mentor", "", RAISE, ("", ""), id="not-on-the-ladder"),
        pytest.param("", "", RAISE, ("", ""), id="no-level-yet"),
        pytest.param("", "Junior", RAISE, ("Junior", "Senior"), id="the-first-level"),
        pytest.param("Senior", "Partner", DOWN, ("Junior", ""), id="the-rung-below"),
        pytest.param("Junior", "Senior", DOWN, ("", ""), id="below-the-ground"),
        pytest.param("Mentor", "", DOWN, ("", ""), id="down-from-elsewhere"),
        pytest.param("Senior", "Partner", SIDEWAYS, ("", "Partner"), id="sideways"),
        pytest.param("Senior", "Partner", RETIRE, ("", ""), id="retire"),
    ],
)
def test_a_change_of_level_begins_with_what_follows(
    level: str, wanted: str, kind: StepKind, proposed: tuple[str, str]
) -> None:
    assert proposed_levels(lead(level, wanted), kind, LADDER) == proposed


@given(
    st.sampled_from(["", "Own way", *LADDER]),
    st.sampled_from(StepKind),
    st.sampled_from([(), LADDER]),
)
def test_nobody_is_proposed_the_level_they_have(level: str, kind: StepKind, ladder: tuple[str, ...]) -> None:
    proposed = proposed_levels(lead(level), kind, ladder)

    assert proposed.level == "" or proposed.level != level
    assert proposed.level in ("", *ladder)


def test_without_a_path_only_what_was_wanted_next_is_proposed() -> None:
    assert proposed_levels(lead("Junior", "Senior"), RAISE, ()) == ("Senior", "")
