import pytest

from careerkit.interview.hedges import stacked_hedges
from careerkit.interview.rules import rule_set
from careerkit.interview.sentences import sentences


def hedged(text: str) -> list[str]:
    return [text[start:end] for start, end in stacked_hedges(list(sentences(text)), rule_set())]


def test_hedges_upon_hedges_leave_nothing_said() -> None:
    assert hedged("I guess I'd sort of like to grow. I like it here.") == ["I guess I'd sort of"]


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps I'd like to lead a team.",
        "I think I'd probably enjoy planning.",
        "I guess that I learn best by doing. Maybe I will teach one day.",
        "",
    ],
)
def test_one_mild_hedge_says_enough(text: str) -> None:
    assert hedged(text) == []
