from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from careerkit.needs import Assessment, PairAnswer, Rating, Satisfaction
from careerkit.review import Prefill, Review, ReviewStep, YearInPlan, facts, last_answer

NAMES = {"mastery": "Mastery", "balance": "Balance", "income": "Income"}
STEPS = (ReviewStep(id="lessons", title="Lessons", asks="What?"),)


def _record(year: int, answer: str = "", *, private: bool = False, archived: bool = False) -> Review:
    return Review(
        id=f"r{year}",
        year=year,
        steps=STEPS,
        started_on=date(year, 12, 1),
        finished_on=date(year, 12, 12),
        answers={"lessons": answer},
        private=frozenset({"lessons"} if private else ()),
        archived=archived,
    )


def _day(on: date, ratings: Mapping[str, int], note: str = "") -> Satisfaction:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    rated = {need: Rating(value=value, note=note, at=at) for need, value in ratings.items()}
    return Satisfaction(id=on.isoformat(), on=on, ratings=rated)


def _compared(first: str, at: datetime) -> Assessment:
    """Compare the three needs: ``first`` before the others, which stand equally."""
    pairs = [("mastery", "balance"), ("balance", "income"), ("mastery", "income")]
    answers = [PairAnswer(left=a, right=b, kept=first if first in (a, b) else None, at=at) for a, b in pairs]
    return Assessment(
        id=at.isoformat(),
        needs=tuple(NAMES),
        seed=1,
        started_at=at,
        finished_at=at,
        answers={it.key: it for it in answers},
    )


THEN, NOW = datetime(2025, 11, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)


def test_what_moved_most_among_the_needs_stands_below_their_order() -> None:
    both = {it.id: it for it in (_compared("mastery", THEN), _compared("balance", NOW))}
    same = {it.id: it for it in (_compared("mastery", THEN), _compared("mastery", NOW))}

    assert facts(Prefill.NEEDS, YearInPlan(year=2026, need_names=NAMES, assessments=both))[4:] == (
        "What moved most since 1 Nov 2025:",
        "Balance, from 2nd to 1st",
        "Mastery, from 1st to 2nd",
    )
    assert facts(Prefill.NEEDS, YearInPlan(year=2026, need_names=NAMES, assessments=same))[4:] == (
        "It has hardly moved since 1 Nov 2025.",
    )


def test_satisfaction_is_told_with_its_day_and_as_it_was_at_the_last_record() -> None:
    days = (
        _day(date(2025, 12, 12), {"mastery": 5}),
        _day(date(2025, 12, 13), {"mastery": 6, "balance": 2}),
        _day(date(2026, 11, 3), {"mastery": 8}, "The hard cases\ncome to me."),
    )
    plan = YearInPlan(
        year=2026,
        need_names=NAMES,
        assessments={"a": _compared("mastery", NOW)},
        satisfactions={it.id: it for it in days},
        reviews={"r": _record(2025), "s": _record(2026), "t": _record(2027)},
    )

    assert facts(Prefill.SATISFACTION, plan) == (
        "How far your first needs are met, from 0 to 10:",
        "Mastery: 8 (3 Nov 2026, “The hard cases come to me.”) · at the review of 2025: 5 (12 Dec 2025)",
        "Balance: 2 (13 Dec 2025)",
        "Income: not rated yet",
    )


def test_without_a_record_or_a_comparison_it_is_told_as_it_was_before_the_year() -> None:
    days = (_day(date(2025, 12, 31), {"balance": 3}), _day(date(2026, 1, 1), {"balance": 4}))
    plan = YearInPlan(year=2026, need_names=NAMES, satisfactions={it.id: it for it in days})

    assert facts(Prefill.SATISFACTION, plan) == (
        "How far your needs are met, from 0 to 10:",
        "Balance: 4 (1 Jan 2026) · before 2026: 3 (31 Dec 2025)",
    )


def test_balance_is_told_with_the_years_that_hold_a_lot() -> None:
    days = {"d": _day(date(2026, 5, 1), {"balance": 4, "income": 9})}
    plan = YearInPlan(year=2026, need_names=NAMES, satisfactions=days, full_years={2028: 9, 2027: 14})

    full = (
        "A lot comes together in 2027: the weights of what is open add up to 14.",
        "A lot comes together in 2028: the weights of what is open add up to 9.",
    )
    assert facts(Prefill.BALANCE, plan) == (
        "How far it is met, from 0 to 10:",
        "Balance: 4 (1 May 2026)",
        *full,
    )
    unrated = YearInPlan(year=2026, need_names={"balance": "Room"}, full_years=plan.full_years)
    assert facts(Prefill.BALANCE, unrated) == (
        "You have not rated Room yet. For today, think of your last free evening.",
        *full,
    )


def test_the_lesson_of_the_last_record_comes_back_on_one_line_unless_it_is_private() -> None:
    def told(*reviews: Review) -> tuple[str, ...]:
        return facts(Prefill.LESSONS, YearInPlan(year=2026, reviews={it.id: it for it in reviews}))

    older = _record(2024, "Older.")
    assert told(older, _record(2025, "Ask early.\n\nAlways.")) == (
        "What you took along from 2025:",
        "Ask early. Always.",
    )
    assert told(older, _record(2025)) == ("In the review of 2025 you left this open.",)
    assert told(older, _record(2025, "Gone.", archived=True), _record(2026, "Now."))[1] == "Older."
    [private] = told(_record(2025, "Nobody knows.", private=True))
    assert "Nobody knows" not in private


def test_the_last_answer_is_that_of_the_record_before() -> None:
    reviews = {it.id: it for it in (_record(2024, "Old."), _record(2025, "New.", private=True))}
    begun = Review(
        id="b", year=2026, steps=STEPS, started_on=date(2026, 1, 1), answers={"lessons": "Not done."}
    )
    reviews["b"] = begun

    found = last_answer(reviews, 2027, "lessons")

    assert found is not None
    assert (found.year, found.text, found.private) == (2025, "New.", True)
    assert last_answer(reviews, 2025, "lessons") == last_answer({"r": _record(2024, "Old.")}, 2030, "lessons")
    assert last_answer(reviews, 2024, "lessons") is None
    assert last_answer(reviews, 2026, "unknown") is None
    assert last_answer({"r": _record(2025, " ")}, 2026, "lessons") is None


def test_days_are_those_of_the_place_where_the_person_is() -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    day = Satisfaction(id="d", on=date(2027, 1, 1), ratings={"income": Rating(value=1, at=late)})
    east = timezone(timedelta(hours=2))
    plan = YearInPlan(year=2027, zone=east, need_names=NAMES, satisfactions={"d": day})

    assert facts(Prefill.SATISFACTION, plan)[1] == "Income: 1 (1 Jan 2027)"
