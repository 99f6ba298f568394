from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from careerkit.needs import (
    Assessment,
    PairAnswer,
    circles,
    consistency_in_words,
    latest_result,
    made_at,
    need_order,
    open_assessment,
    pair_order,
    results,
)

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
NEEDS = ("a", "b", "c", "d")


def _assessment(
    *kept: tuple[str, str], id_: str = "x", at: datetime = START, needs: tuple[str, ...] = NEEDS
) -> Assessment:
    answers = [PairAnswer(left=one, right=other, kept=one, at=at) for one, other in kept]
    return Assessment(id=id_, needs=needs, seed=1, started_at=at, answers={it.key: it for it in answers})


def _complete(id_: str, *, at: datetime) -> Assessment:
    return replace(_assessment(*pair_order(NEEDS, 1), id_=id_, at=at), finished_at=at)


def _by_id(*assessments: Assessment) -> dict[str, Assessment]:
    return {it.id: it for it in assessments}


def test_needs_come_in_the_order_in_which_they_were_kept() -> None:
    order = need_order(_assessment(("d", "a"), ("d", "b"), ("d", "c"), ("c", "a"), ("c", "b"), ("b", "a")))

    assert [(it.need, it.rank, it.kept, it.of) for it in order] == [
        ("d", 1, 3, 3),
        ("c", 2, 2, 3),
        ("b", 3, 1, 3),
        ("a", 4, 0, 3),
    ]


def test_needs_kept_equally_often_share_a_rank_and_the_next_one_is_skipped() -> None:
    order = need_order(_assessment(("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"), ("b", "d"), ("c", "d")))

    assert [(it.need, it.rank) for it in order] == [("a", 1), ("b", 1), ("c", 1), ("d", 4)]


def test_a_tie_counts_half_and_an_open_pair_not_at_all() -> None:
    tie = PairAnswer(left="a", right="b", kept=None, at=START)
    kept = _assessment(("a", "c"))
    assessment = replace(kept, answers={**kept.answers, tie.key: tie})

    standing = {it.need: (it.kept, it.of) for it in need_order(assessment)}
    assert standing == {"a": (1.5, 2), "b": (0.5, 1), "c": (0, 1), "d": (0, 0)}


def test_a_circle_names_the_needs_in_the_direction_of_the_choices() -> None:
    assert circles(_assessment(("a", "c"), ("c", "b"), ("b", "a"), ("a", "d"))) == (("a", "c", "b"),)


@pytest.mark.parametrize(
    ("zeta", "triads", "opening", "detail"),
    [
        pytest.param(1.0, 0, "Your choices hang together", "nowhere", id="none"),
        pytest.param(0.95, 1, "Your choices hang together well", "in one place", id="one"),
        pytest.param(0.9, 2, "Your choices hang together well", "in 2 places", id="two"),
        pytest.param(0.65, 7, "Your choices hang together well", "in 7 places", id="just-above-chance"),
        pytest.param(0.6, 8, "Some choices pull in different directions", "in 8 places", id="below"),
        pytest.param(0.0, 20, "Some choices pull in different directions", "common", id="lowest"),
    ],
)
def test_consistency_reads_as_a_kind_sentence(zeta: float, triads: int, opening: str, detail: str) -> None:
    sentence = consistency_in_words(zeta, triads)

    assert sentence.startswith(opening)
    assert detail in sentence
    assert sentence.endswith(".")


def test_the_newest_finished_assessment_is_the_result() -> None:
    older, newer = _complete("older", at=START), _complete("newer", at=START + timedelta(days=365))
    unfinished = _assessment(("a", "b"), id_="open", at=START + timedelta(days=700))
    dropped = replace(_complete("dropped", at=START + timedelta(days=800)), archived=True)
    assessments = _by_id(newer, older, unfinished, dropped)

    assert latest_result(assessments) == newer
    assert results(assessments) == [newer, older]
    assert latest_result(_by_id(unfinished)) is None


def test_the_open_assessment_is_the_newest_that_lacks_answers() -> None:
    first, second = _assessment(id_="first"), _assessment(id_="second", at=START + timedelta(days=1))
    dropped = replace(_assessment(id_="dropped", at=START + timedelta(days=2)), archived=True)

    assert open_assessment(_by_id(second, first, dropped, _complete("done", at=START))) == second
    assert open_assessment({}) is None


def test_an_answer_taken_back_while_another_tab_finishes_leaves_the_assessment_open() -> None:
    merged = _complete("merged", at=START)
    merged = replace(merged, answers=dict(list(merged.answers.items())[1:]))

    assert open_assessment(_by_id(merged)) == merged
    assert latest_result(_by_id(merged)) is None


def test_a_complete_assessment_without_an_end_speaks_of_its_newest_answer() -> None:
    later = START + timedelta(hours=3)
    complete = replace(_complete("x", at=later), finished_at=None, started_at=START)

    assert latest_result(_by_id(complete)) == complete
    assert made_at(complete) == later
    assert made_at(_assessment()) == START
