from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import Action, EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.goals import (
    LONGEST_UNSEEN,
    STALE_AFTER,
    Trend,
    TrendDirection,
    TrendDraft,
    add_trend,
    archive_trend,
    edit_trend,
    is_stale,
    look_at_trend,
    restore_trend,
)
from careerkit.goals.trends import months_unseen

SEEN = date(2026, 3, 31)
ABROAD = Trend(id="t1", title="Small firms sell abroad", on=SEEN, direction=TrendDirection.GROWING)
TRENDS = {
    "t1": ABROAD,
    "t2": replace(ABROAD, id="t2", title="Put away", archived=True),
}


def seen(on: date, months: int = STALE_AFTER) -> Trend:
    return replace(ABROAD, on=on, stale_after=months)


def test_an_added_trend_keeps_all_that_was_entered(ids: Ids, stamp: Stamp) -> None:
    draft = TrendDraft(
        title=" Returns fill\nthemselves in ",
        on=SEEN,
        direction="changing",
        source=" The institute's yearly survey\r\n",
        means="The difficult part is left.",
        stale_after=6,
    )

    [change] = add_trend(draft, ids=ids, stamp=stamp)

    assert (change.action, change.kind) == (Action.CREATE, "trends")
    assert change.after == {
        "id": "new1",
        "title": "Returns fill themselves in",
        "on": "2026-03-31",
        "direction": "changing",
        "source": "The institute's yearly survey",
        "means": "The difficult part is left.",
        "stale_after": 6,
        "archived": False,
    }


def test_months_that_nobody_chose_are_those_it_begins_with(ids: Ids, stamp: Stamp) -> None:
    [change] = add_trend(TrendDraft(title="T", on=SEEN, stale_after=None), ids=ids, stamp=stamp)

    assert change.after["stale_after"] == STALE_AFTER


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        pytest.param({"title": " \u200b"}, "Say what you see happening", id="no-title"),
        pytest.param({"title": "x" * 121}, "Please shorten it", id="long-title"),
        pytest.param({"on": None}, "Choose the day on which you saw it", id="no-day"),
        pytest.param({"on": date(9999, 1, 1)}, "out of reach", id="far-day"),
        pytest.param({"direction": "sideways"}, "This direction does not exist", id="odd-direction"),
        pytest.param({"stale_after": 0}, "goes from 1 to 120", id="stale-at-once"),
        pytest.param({"stale_after": LONGEST_UNSEEN + 1}, "goes from 1 to 120", id="never-stale"),
        pytest.param({"source": "x" * 4001}, "Please shorten it", id="long-source"),
        pytest.param({"means": "x" * 4001}, "Please shorten it", id="long-meaning"),
    ],
)
def test_a_trend_that_breaks_a_rule_is_refused(
    entered: dict[str, Any], sentence: str, ids: Ids, stamp: Stamp
) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        add_trend(TrendDraft(**{"title": "T", "on": SEEN, **entered}), ids=ids, stamp=stamp)


@pytest.mark.parametrize(
    ("on", "months", "last_fresh"),
    [
        pytest.param(date(2026, 5, 10), 12, date(2027, 5, 9), id="a-year"),
        pytest.param(date(2026, 5, 10), 1, date(2026, 6, 9), id="a-month"),
        pytest.param(date(2026, 11, 10), 3, date(2027, 2, 9), id="over-new-year"),
        pytest.param(date(2028, 2, 29), 12, date(2029, 2, 28), id="leap-day"),
        pytest.param(date(2028, 2, 29), 48, date(2032, 2, 28), id="leap-day-to-leap-day"),
        pytest.param(date(2026, 8, 31), 1, date(2026, 9, 30), id="no-such-day-in-the-month"),
        pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="short-february"),
    ],
)
def test_a_trend_is_stale_when_its_months_are_over_and_not_a_day_before(
    on: date, months: int, last_fresh: date
) -> None:
    assert not is_stale(seen(on, months), last_fresh)
    assert is_stale(seen(on, months), last_fresh + timedelta(1))


@pytest.mark.parametrize(
    ("today", "months"),
    [
        pytest.param(SEEN, 0, id="today"),
        pytest.param(date(2026, 4, 30), 0, id="no-such-day-in-the-month"),
        pytest.param(date(2026, 5, 1), 1, id="the-day-after-it"),
        pytest.param(date(2027, 5, 31), 14, id="over-a-year"),
        pytest.param(date(2026, 3, 30), -1, id="its-day-lies-ahead"),
    ],
)
def test_months_without_a_look_are_counted_whole(today: date, months: int) -> None:
    assert months_unseen(ABROAD, today) == months


@given(
    on=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    months=st.integers(1, LONGEST_UNSEEN),
    days=st.integers(0, 5000),
)
def test_what_is_stale_stays_stale_until_it_is_looked_at(on: date, months: int, days: int) -> None:
    trend, today = seen(on, months), on + timedelta(days)

    assert not is_stale(trend, on)
    assert not is_stale(trend, on - timedelta(1))
    if is_stale(trend, today):
        assert days >= 28 * months
        assert is_stale(trend, today + timedelta(1))
    else:
        assert days <= 31 * months


def test_a_look_makes_a_stale_trend_fresh_and_a_second_look_changes_nothing(stamp: Stamp) -> None:
    today = date(2027, 6, 1)
    assert is_stale(ABROAD, today)

    [change] = look_at_trend(TRENDS, "t1", today, stamp=stamp)

    assert change.after == {"on": "2027-06-01"}
    looked = {"t1": replace(ABROAD, on=today)}
    assert not is_stale(looked["t1"], today)
    assert look_at_trend(looked, "t1", today, stamp=stamp) == []


def test_a_look_never_makes_a_trend_older(stamp: Stamp) -> None:
    assert look_at_trend(TRENDS, "t1", SEEN - timedelta(40), stamp=stamp) == []


def test_an_edit_names_only_what_differs(stamp: Stamp) -> None:
    draft = TrendDraft(title=ABROAD.title, on=SEEN, direction="growing", means="More cases for me.")

    [change] = edit_trend(TRENDS, "t1", draft, stamp=stamp)

    assert change.after == {"means": "More cases for me."}
    assert edit_trend(TRENDS, "t1", replace(draft, means=""), stamp=stamp) == []


@pytest.mark.parametrize("gone", ["t2", "nowhere"], ids=["archived", "unknown"])
def test_what_is_gone_is_neither_looked_at_nor_changed(gone: str, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError, match="This trend is gone"):
        look_at_trend(TRENDS, gone, SEEN, stamp=stamp)
    with pytest.raises(EntryGoneError, match="This trend is gone"):
        edit_trend(TRENDS, gone, TrendDraft(title="T", on=SEEN), stamp=stamp)
    with pytest.raises(EntryGoneError, match="This trend is gone"):
        archive_trend(TRENDS, gone, stamp=stamp)


def test_archive_and_restore_are_changes_of_their_own(stamp: Stamp) -> None:
    assert [c.action for c in archive_trend(TRENDS, "t1", stamp=stamp)] == [Action.ARCHIVE]
    assert [c.action for c in restore_trend(TRENDS, "t2", stamp=stamp)] == [Action.RESTORE]
    assert restore_trend(TRENDS, "t1", stamp=stamp) == []
