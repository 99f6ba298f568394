from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from careerkit.review import (
    About,
    Choice,
    Decision,
    Reason,
    Review,
    ReviewStep,
    reason_in_words,
    reasons_of,
    reasons_summed,
)


def dropped(entry_id: str, reason: Reason | None) -> Decision:
    return Decision(about=About.GOAL, entry_id=entry_id, choice=Choice.DROP, reason=reason)


def review(year: int, *reasons: Reason | None, followed: int = 99) -> Review:
    decisions = {it.key: it for it in (dropped(f"g{at}", reason) for at, reason in enumerate(reasons))}
    return Review(
        id=f"r{year}-{len(reasons)}",
        year=year,
        steps=(ReviewStep(id="wins", title="Wins", asks="What?"),),
        started_on=date(year, 12, 1),
        decisions=decisions,
        applied=frozenset(list(decisions)[:followed]),
    )


@pytest.mark.parametrize(
    ("reason", "note", "words"),
    [
        (Reason.MARKET, "Two firms left.", "The market. Two firms left."),
        (Reason.LIFE, "", "My life."),
        (None, "Just so.", "Just so."),
        (None, "", ""),
    ],
)
def test_a_reason_in_words(reason: Reason | None, note: str, words: str) -> None:
    assert reason_in_words(replace(dropped("g", reason), note=note)) == words


def test_only_what_the_plan_has_followed_counts_as_a_reason() -> None:
    assert reasons_of(review(2026, Reason.LIFE, Reason.LIFE, None, Reason.MARKET, followed=3)) == {
        Reason.LIFE: 2
    }


def test_reasons_are_summed_up_by_year_the_oldest_first() -> None:
    newer = review(2026, Reason.MARKET, Reason.MARKET, Reason.HEALTH)
    older = review(2024, Reason.LIFE)
    set_aside = replace(review(2026, Reason.MARKET), archived=True)
    silent = review(2025, None)

    summed = reasons_summed({it.id: it for it in (newer, older, set_aside, silent)})

    assert list(summed.items()) == [
        (2024, Counter({Reason.LIFE: 1})),
        (2026, Counter({Reason.MARKET: 3, Reason.HEALTH: 1})),
    ]
