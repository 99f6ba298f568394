from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from careerkit.review import (
    About,
    Choice,
    Decision,
    NeedPlaces,
    RatingPair,
    Reason,
    Review,
    ReviewStep,
    YearPicture,
    YearRow,
    compare_years,
    over_years,
    recurs_in_words,
)

OLDER = YearPicture(
    needs=("Mastery", "Income", "Balance", "Status"),
    satisfaction={"Mastery": 3, "Income": 7, "Status": 2},
    met=("Enrol",),
    open=("Pass the exam", "Find a mentor"),
    dropped={"Move abroad": "My life."},
    milestones=(2, 4),
)
NEWER = YearPicture(
    needs=("Mastery", "Balance", "Freedom", "Income"),
    satisfaction={"Mastery": 4, "Income": 6, "Freedom": 5},
    met=("Speak at a meetup",),
    open=("pass the exam (kept private)",),
    milestones=(0, 0),
)


def record(year: int, picture: YearPicture | None, *decisions: Decision, followed: bool = True) -> Review:
    return Review(
        id=f"review-{year}-1",
        year=year,
        steps=(ReviewStep(id="wins", title="Wins", asks="What?"),),
        started_on=date(year, 12, 1),
        finished_on=date(year + 1, 1, 5),
        decisions={it.key: it for it in decisions},
        applied=frozenset(it.key for it in decisions if followed),
        picture=picture,
    )


def moved(title: str, reason: Reason = Reason.LIFE) -> Decision:
    return Decision(
        about=About.GOAL,
        entry_id=title,
        choice=Choice.MOVE,
        reason=reason,
        due=date(2028, 1, 1),
        title=title,
    )


def test_needs_move_among_those_of_both_years_and_others_are_new_or_gone() -> None:
    compared = compare_years(record(2025, OLDER), record(2026, NEWER))

    assert compared.places == (
        NeedPlaces(need="Mastery", before=1, after=1),
        NeedPlaces(need="Balance", before=3, after=2),
        NeedPlaces(need="Freedom", before=None, after=3),
        NeedPlaces(need="Income", before=2, after=3),
        NeedPlaces(need="Status", before=4, after=None),
    )
    assert [it.need for it in compared.moved_up] == ["Balance"]
    assert [it.need for it in compared.moved_down] == ["Income"]
    assert [it.need for it in compared.new] == ["Freedom"]
    assert [it.need for it in compared.gone] == ["Status"]


def test_a_need_that_comes_in_above_moves_no_other_down() -> None:
    older, newer = YearPicture(needs=("A", "B")), YearPicture(needs=("New", "A", "B"))

    compared = compare_years(record(2025, older), record(2026, newer))

    assert (compared.moved_up, compared.moved_down) == ((), ())


def test_ratings_of_both_years_stand_beside_each_other_in_the_newer_order() -> None:
    compared = compare_years(record(2025, OLDER), record(2026, NEWER))

    assert [(it.need, it.before, it.after, it.by) for it in compared.ratings] == [
        ("Mastery", 3, 4, 1),
        ("Income", 7, 6, -1),
    ]


def test_goals_are_told_by_year() -> None:
    compared = compare_years(record(2025, OLDER), record(2026, NEWER))

    assert compared.met == {2025: ("Enrol",), 2026: ("Speak at a meetup",)}
    assert compared.dropped == {2025: {"Move abroad": "My life."}, 2026: {}}


def test_the_older_year_comes_first_whichever_way_round_they_are_given() -> None:
    older, newer = record(2025, OLDER), record(2026, NEWER)

    assert compare_years(newer, older) == compare_years(older, newer)


def test_a_goal_recurs_when_both_years_left_it_open_or_gave_it_another_date() -> None:
    older = record(2025, OLDER, moved("Learn Italian"))
    newer = record(2026, NEWER, moved("Find a mentor"), moved("Learn Italian"))

    assert compare_years(older, newer).goals_again == (
        "pass the exam (kept private)",
        "Find a mentor",
        "Learn Italian",
    )


def test_a_date_that_the_plan_did_not_follow_recurs_not() -> None:
    older = record(2025, OLDER, moved("Learn Italian"), followed=False)

    assert (
        "Learn Italian" not in compare_years(older, record(2026, NEWER, moved("Learn Italian"))).goals_again
    )


def test_the_same_first_need_recurs_when_both_years_met_it_by_less_than_half() -> None:
    older, newer = record(2025, OLDER), record(2026, NEWER)
    better = record(2026, replace(NEWER, satisfaction={"Mastery": 5}))
    other = record(2026, replace(NEWER, needs=("Income", "Mastery")))
    unrated = record(2026, replace(NEWER, satisfaction={}))

    assert compare_years(older, newer).unmet_again == RatingPair(need="Mastery", before=3, after=4)
    assert [compare_years(older, it).unmet_again for it in (better, other, unrated)] == [None, None, None]


def test_a_reason_recurs_when_both_years_have_it() -> None:
    older = record(2025, OLDER, moved("A", Reason.MARKET), moved("B", Reason.LIFE))
    newer = record(2026, NEWER, moved("C", Reason.MARKET), moved("D", Reason.HEALTH))

    assert compare_years(older, newer).reasons_again == (Reason.MARKET,)


def test_what_recurs_reads_as_sentences_and_private_goals_can_stay_out() -> None:
    compared = compare_years(record(2025, OLDER, moved("A")), record(2026, NEWER, moved("B")))

    lines = [
        "“pass the exam (kept private)” was open, or got another date, in both years.",
        "Mastery came first in both years, and was met by less than half: 3 of 10, then 4.",
        "The plan changed in both years for the same reason: “My life”.",
    ]
    assert recurs_in_words(compared) == lines
    assert recurs_in_words(compared, include_private=False) == lines[1:]


def test_a_record_without_a_picture_says_so_and_is_compared_as_far_as_it_goes() -> None:
    compared = compare_years(record(2025, None, moved("A")), record(2026, NEWER, moved("B"), moved("A")))

    [untold] = compared.untold
    assert untold.startswith("The record of 2025 keeps no picture of the year")
    assert (compared.places, compared.ratings, compared.unmet_again) == ((), (), None)
    assert compared.met == {2026: ("Speak at a meetup",)}
    assert (compared.goals_again, compared.reasons_again) == (("A",), (Reason.LIFE,))


def test_all_years_are_a_row_each_the_oldest_first() -> None:
    often = record(
        2026, NEWER, moved("A", Reason.HEALTH), moved("B", Reason.HEALTH), moved("C", Reason.MARKET)
    )
    even = record(2025, OLDER, moved("D", Reason.OTHER), moved("E", Reason.LIFE))
    under_way = replace(record(2027, None), finished_on=None)

    assert over_years([often, under_way, record(2024, None), even]) == (
        YearRow(year=2024),
        YearRow(year=2025, first_need="Mastery", met=1, dropped=1, milestones=(2, 4), reason=Reason.LIFE),
        YearRow(year=2026, first_need="Mastery", met=1, dropped=0, milestones=(0, 0), reason=Reason.HEALTH),
    )


orders = st.lists(st.sampled_from("ABCDEFG"), unique=True).map(tuple)


@given(orders, orders)
def test_every_need_of_either_year_has_its_place_and_moves_even_out(
    then: tuple[str, ...], now: tuple[str, ...]
) -> None:
    compared = compare_years(record(2025, YearPicture(needs=then)), record(2026, YearPicture(needs=now)))

    assert {it.need for it in compared.places} == {*then, *now}
    assert {it.need for it in compared.new} == {*now} - {*then}
    assert {it.need for it in compared.gone} == {*then} - {*now}
    both = [it for it in compared.places if it.before and it.after]
    assert sorted(it.before or 0 for it in both) == sorted(it.after or 0 for it in both)
