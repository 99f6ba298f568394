import pytest
from hypothesis import given

from careerkit.needs import Mode, next_set, set_key, set_order
from tests.unit.needs.comparing import COUNTS, SEEDS, begun, chosen, needs, some


@some
@given(COUNTS, SEEDS)
def test_every_four_is_asked_once_in_its_order_with_each_need_in_its_place(count: int, seed: int) -> None:
    assessment = begun(count, seed, mode=Mode.FOURS)
    asked = []
    while (four := next_set(assessment)) is not None:
        asked.append(four)
        assessment = chosen(assessment, needs(count).index, 1)

    assert tuple(asked) == set_order(assessment.needs, seed)
    assert assessment.is_complete
    assert {set_key(four) for four in asked} == set(assessment.choices) == assessment.fours


@pytest.mark.parametrize(("count", "questions"), [(7, 7), (8, 14), (9, 18), (10, 15)])
def test_so_many_fours_are_asked(count: int, questions: int) -> None:
    assert begun(count, mode=Mode.FOURS).questions == questions
