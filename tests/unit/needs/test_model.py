from datetime import UTC, datetime
from itertools import permutations

import pytest

from careerkit.errors import InvalidValueError
from careerkit.needs import PairAnswer, SetChoice, pair_key, set_key

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
NAIVE = NOW.replace(tzinfo=None)
FOUR = ("a", "b", "c", "d")


def test_a_pair_and_a_four_have_one_name_for_every_order() -> None:
    assert pair_key("b", "a") == pair_key("a", "b") == "a+b"
    assert {set_key(four) for four in permutations(FOUR)} == {"a+b+c+d"}
    assert SetChoice(needs=("d", "b", "a", "c"), best="a", worst=None, at=NOW).key == "a+b+c+d"


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        pytest.param("a", "b", "c", id="another"),
        pytest.param("a", "b", "", id="nothing-known"),
        pytest.param("a", "a", "a", id="one-need-twice"),
    ],
)
def test_an_answer_keeps_one_of_two_needs_or_neither(left: str, right: str, kept: str) -> None:
    choices = ("a", "b", None)

    assert tuple(PairAnswer(left="a", right="b", kept=it, at=NOW).kept for it in choices) == choices
    with pytest.raises(InvalidValueError, match="keeps one of the two needs"):
        PairAnswer(left=left, right=right, kept=kept, at=NOW)


@pytest.mark.parametrize(
    ("needs", "best", "worst"),
    [
        pytest.param(FOUR, "e", None, id="best-from-elsewhere"),
        pytest.param(FOUR, "a", "e", id="worst-from-elsewhere"),
        pytest.param(FOUR, "a", "a", id="best-is-worst"),
        pytest.param(FOUR, "a", "", id="worst-that-nobody-knows"),
        pytest.param(("a", "b", "c"), "a", "b", id="three"),
        pytest.param((*FOUR, "e"), "a", "b", id="five"),
        pytest.param(("a", "b", "c", "c"), "a", "b", id="one-need-twice"),
    ],
)
def test_a_choice_keeps_one_of_four_needs_and_gives_up_another(
    needs: tuple[str, ...], best: str, worst: str | None
) -> None:
    assert SetChoice(needs=FOUR, best="a", worst="d", at=NOW).worst == "d"
    with pytest.raises(InvalidValueError, match="keeps one of them and gives up another"):
        SetChoice(needs=needs, best=best, worst=worst, at=NOW)


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        PairAnswer(left="a", right="b", kept="a", at=NAIVE)
    with pytest.raises(InvalidValueError):
        SetChoice(needs=FOUR, best="a", worst=None, at=NAIVE)
