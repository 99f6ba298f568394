from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Action, Change, plain_entity
from careerkit.errors import InvalidValueError
from careerkit.needs import Rating, Satisfaction, latest_ratings, note_need, rate_need, ratings_near
from careerkit.store.codec import entity_of
from careerkit.text import NOTE
from tests.unit.needs.comparing import START, Counting, after, some, stamp

TODAY = START.date()
DAY = 24 * 60
Days = dict[str, Satisfaction]


def _after(days: Days, changes: list[Change]) -> Days:
    return days | {it.entity_id: after(days.get(it.entity_id), [it]) for it in changes}


def _rate(days: Days, need: str, value: int, *, minute: int = 0) -> list[Change]:
    at = stamp(minute)
    ids = Counting()
    ids.given = len(days)
    return rate_need(days, need, value, today=at.at.date(), ids=ids, stamp=at)


def _note(days: Days, need: str, note: str, *, minute: int = 0) -> list[Change]:
    at = stamp(minute)
    ids = Counting()
    ids.given = len(days)
    return note_need(days, need, note, today=at.at.date(), ids=ids, stamp=at)


def _rated(*ratings: tuple[str, int, int]) -> Days:
    """Rate needs, each with a number, at a minute."""
    days: Days = {}
    for need, value, minute in ratings:
        days = _after(days, _rate(days, need, value, minute=minute))
    return days


# Values


@pytest.mark.parametrize("value", [-1, 11])
def test_a_need_is_met_from_0_to_10(value: int) -> None:
    assert [Rating(value=end, at=START).value for end in (0, 10)] == [0, 10]
    with pytest.raises(InvalidValueError, match="a number from 0 to 10"):
        Rating(value=value, at=START)


def test_a_note_of_the_longest_length_is_kept_and_a_longer_one_refused() -> None:
    assert len(Rating(value=1, note="n" * NOTE, at=START).note) == NOTE
    with pytest.raises(InvalidValueError, match="Please shorten it"):
        Rating(value=1, note="n" * (NOTE + 1), at=START)


def test_a_time_without_its_zone_and_a_day_out_of_reach_are_refused() -> None:
    with pytest.raises(InvalidValueError):
        Rating(value=1, at=START.replace(tzinfo=None))
    with pytest.raises(InvalidValueError):
        Satisfaction(id="x", on=date(1, 1, 1))


def test_what_was_said_of_a_day_is_the_same_after_it_was_stored() -> None:
    rating = Rating(value=4, note="So\nso.", at=START)
    said = Satisfaction(id="x", on=TODAY, ratings={"need-0": rating})

    assert entity_of("satisfactions", plain_entity(said)) == said


# Rate


@pytest.mark.parametrize("value", [0, 10])
def test_the_first_rating_of_a_day_begins_it(value: int) -> None:
    [change] = _rate({}, "need-3", value)

    assert (change.action, change.kind) == (Action.CREATE, "satisfactions")
    assert after(None, [change]) == Satisfaction(
        id="id-1", on=TODAY, ratings={"need-3": Rating(value=value, at=stamp().at)}
    )


def test_a_later_rating_of_the_day_changes_only_the_field_of_its_need() -> None:
    days = _rated(("need-3", 4, 0))

    [change] = _rate(days, "need-4", 6, minute=5)

    assert (change.action, change.entity_id) == (Action.UPDATE, "id-1")
    assert set(change.after) == {"ratings.need-4"}


def test_a_rating_stays_as_it_was_when_its_need_is_rated_on_another_day() -> None:
    days = _rated(("need-3", 4, 0), ("need-3", 6, DAY))

    assert [(it.on, it.ratings["need-3"].value) for it in days.values()] == [
        (TODAY, 4),
        (TODAY + timedelta(days=1), 6),
    ]


def test_the_same_number_again_changes_nothing_that_day_and_counts_anew_on_another() -> None:
    days = _rated(("need-3", 4, 0))

    assert _rate(days, "need-3", 4, minute=5) == []
    anew = _after(days, _rate(days, "need-3", 4, minute=DAY))
    assert latest_ratings(anew)["need-3"] == Rating(value=4, at=stamp(DAY).at)
    assert len(anew) == 2


def test_another_number_keeps_the_note_of_the_day_and_no_older_one() -> None:
    days = _rated(("need-3", 4, 0))
    days = _after(days, _note(days, "need-3", "So so.", minute=1))

    for minute, note in ((2, "So so."), (DAY, "")):
        changed = _after(days, _rate(days, "need-3", 5, minute=minute))
        assert latest_ratings(changed)["need-3"] == Rating(value=5, note=note, at=stamp(minute).at)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_number_off_the_scale_is_refused_with_its_reason(value: int) -> None:
    for days in ({}, _rated(("need-3", 4, 0))):
        with pytest.raises(InvalidValueError, match="from 0 to 10"):
            _rate(days, "need-3", value)


# Note


def test_a_note_stands_beside_the_number_of_the_day_on_clean_lines() -> None:
    days = _rated(("need-3", 4, 0), ("need-4", 5, 1))

    noted = _after(days, _note(days, "need-3", "  So\r\nso. ", minute=5))

    assert noted["id-1"].ratings == {
        "need-3": Rating(value=4, note="So\nso.", at=stamp(5).at),
        "need-4": days["id-1"].ratings["need-4"],
    }


def test_a_note_on_another_day_than_the_number_lets_the_number_count_anew() -> None:
    days = _rated(("need-3", 4, 0))

    noted = _after(days, _note(days, "need-3", "Still.", minute=DAY))

    assert noted["id-1"] == days["id-1"]
    assert noted["id-2"].ratings == {"need-3": Rating(value=4, note="Still.", at=stamp(DAY).at)}


def test_the_same_note_again_changes_nothing_and_an_empty_one_takes_it_away() -> None:
    days = _rated(("need-3", 4, 0))
    noted = _after(days, _note(days, "need-3", "So so.", minute=1))

    assert _note(noted, "need-3", " So so. ", minute=2) == []
    assert _note(days, "need-3", " \n", minute=2) == []
    emptied = _after(noted, _note(noted, "need-3", "", minute=3))
    assert latest_ratings(emptied)["need-3"] == Rating(value=4, at=stamp(3).at)


def test_a_note_that_is_too_long_or_has_no_number_beside_it_is_refused_with_its_reason() -> None:
    days = _rated(("need-3", 4, 0))

    with pytest.raises(InvalidValueError, match="with a number from 0 to 10; then"):
        _note(days, "need-4", "So so.")
    with pytest.raises(InvalidValueError, match="Please shorten it"):
        _note(days, "need-3", "n" * (NOTE + 1))


# Read


@some
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 10), st.integers(0, 9 * DAY)), max_size=12
    ),
    st.integers(-DAY, 10 * DAY),
)
def test_the_latest_rating_is_the_last_given_and_the_nearest_is_never_further_than_another(
    ratings: list[tuple[str, int, int]], at: int
) -> None:
    days = _rated(*sorted(ratings, key=lambda it: it[2]))
    given_then = [(need, it) for day in days.values() for need, it in day.ratings.items()]
    rated = {need for need, _, _ in ratings}
    moment = stamp(at).at

    latest, near = latest_ratings(days), ratings_near(days, moment)

    assert latest.keys() == near.keys() == rated
    for need, rating in given_then:
        assert latest[need].at >= rating.at
        assert abs(near[need].at - moment) <= abs(rating.at - moment)
    assert ratings_near(days, stamp(10 * DAY).at) == latest
    for need, value, minute in ratings:
        if [it[2] for it in ratings if it[0] == need] == [minute]:
            assert latest[need].value == near[need].value == value


def test_each_need_has_the_rating_nearest_to_a_moment_on_its_own() -> None:
    days = _rated(("need-0", 1, 0), ("need-1", 2, 0), ("need-0", 3, 10 * DAY))

    near = {minute: ratings_near(days, stamp(minute).at) for minute in (4 * DAY, 6 * DAY)}

    assert [{need: it.value for need, it in found.items()} for found in near.values()] == [
        {"need-0": 1, "need-1": 2},
        {"need-0": 3, "need-1": 2},
    ]


def test_what_was_put_away_is_not_read_and_takes_no_rating() -> None:
    rating = Rating(value=4, at=START)
    days = {"x": Satisfaction(id="x", on=TODAY, ratings={"need-3": rating}, archived=True)}

    assert latest_ratings(days) == ratings_near(days, START) == {}
    [change] = _rate(days, "need-3", 4)
    assert change.action is Action.CREATE


# At once


def test_ratings_of_different_needs_given_at_once_are_both_kept() -> None:
    days = _rated(("need-0", 4, 0))

    both = _after(_after(days, _rate(days, "need-1", 5, minute=1)), _rate(days, "need-2", 6, minute=2))

    assert {need: it.value for need, it in latest_ratings(both).items()} == {
        "need-0": 4,
        "need-1": 5,
        "need-2": 6,
    }


def _begun_at_once() -> Days:
    """Return a day that two tabs began at once: both rated one need, and the second rated another."""
    one = Satisfaction(id="one", on=TODAY, ratings={"need-0": Rating(value=5, at=stamp(1).at)})
    ratings = {
        "need-0": Rating(value=7, at=stamp(2).at),
        "need-1": Rating(value=3, note="So so.", at=stamp(3).at),
    }
    return {"one": one, "other": Satisfaction(id="other", on=TODAY, ratings=ratings)}


def test_of_a_day_that_two_tabs_began_at_once_the_newest_rating_of_each_need_counts() -> None:
    assert {need: it.value for need, it in latest_ratings(_begun_at_once()).items()} == {
        "need-0": 7,
        "need-1": 3,
    }


@pytest.mark.parametrize("value", range(11))
def test_on_a_day_that_two_tabs_began_at_once_any_number_can_be_given(value: int) -> None:
    days = _begun_at_once()

    changed = _after(days, _rate(days, "need-0", value, minute=9))

    assert latest_ratings(changed)["need-0"].value == value


def test_on_a_day_that_two_tabs_began_at_once_another_number_keeps_the_note() -> None:
    days = _begun_at_once()

    changed = _after(days, _rate(days, "need-1", 4, minute=9))

    assert latest_ratings(changed)["need-1"] == Rating(value=4, note="So so.", at=stamp(9).at)
