from datetime import date

import pytest

from careerkit.change import EntryGoneError, Ids, Stamp
from careerkit.errors import InvalidValueError
from careerkit.interview import (
    Application,
    Asked,
    Take,
    TakeDraft,
    archive_take,
    edit_take,
    keep_take,
    restore_take,
    takes_of,
)

ACME = {"acme": Application(id="acme", company="Acme", role="Buyer")}
TODAY = date(2028, 2, 29)


def take(id_: str, on: date = TODAY, asked: Asked = Asked.NEAR, *, archived: bool = False) -> Take:
    return Take(id=id_, application_id="acme", asked=asked, on=on, seconds=50, archived=archived)


def test_takes_of_one_answer_come_latest_first() -> None:
    takes = [
        take("old", date(2028, 1, 1)),
        take("morning"),
        take("evening"),
        take("other", asked=Asked.LONG),
        take("away", archived=True),
    ]

    found = takes_of({it.id: it for it in takes}, "acme", Asked.NEAR)

    assert [it.id for it in found] == ["evening", "morning", "old"]


def test_a_take_is_kept_with_its_time_its_rating_and_its_note(ids: Ids, stamp: Stamp) -> None:
    draft = TakeDraft(seconds=71, rating=4, note=" Slower,\r\nat the end. ")
    (change,) = keep_take(ACME, ("acme", Asked.LONG), draft, today=TODAY, ids=ids, stamp=stamp)

    assert change.after is not None
    assert (change.after["seconds"], change.after["rating"], change.after["on"]) == (71, 4, "2028-02-29")
    assert change.after["note"] == "Slower,\nat the end."


@pytest.mark.parametrize(
    "draft", [TakeDraft(seconds=0), TakeDraft(seconds=3601), TakeDraft(seconds=9, rating=6)]
)
def test_a_take_of_no_time_or_no_known_rating_is_refused(draft: TakeDraft, ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(InvalidValueError, match="goes from 1"):
        keep_take(ACME, ("acme", Asked.NEAR), draft, today=TODAY, ids=ids, stamp=stamp)


def test_a_take_of_an_application_that_is_gone_is_refused(ids: Ids, stamp: Stamp) -> None:
    with pytest.raises(EntryGoneError):
        keep_take({}, ("acme", Asked.NEAR), TakeDraft(seconds=9), today=TODAY, ids=ids, stamp=stamp)


def test_a_take_is_edited_put_away_and_brought_back(stamp: Stamp) -> None:
    (change,) = edit_take({"a": take("a")}, "a", TakeDraft(seconds=50, rating=2), stamp=stamp)
    assert change.after == {"rating": 2}
    (change,) = archive_take({"a": take("a")}, "a", stamp=stamp)
    assert change.after == {"archived": True}
    (change,) = restore_take({"a": take("a", archived=True)}, "a", stamp=stamp)
    assert change.after == {"archived": False}
