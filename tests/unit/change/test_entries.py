from datetime import UTC, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.change import (
    Action,
    Actor,
    EntryGoneError,
    Stamp,
    kept_links,
    present_entry,
    present_ids,
    require_known,
    require_member,
    restored_entry,
)
from careerkit.errors import InvalidValueError

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
HERE = Aspiration(id="here", title="Here")
AWAY = Aspiration(id="away", title="Away", archived=True)
ENTRIES = {"here": HERE, "away": AWAY}

links = st.frozensets(st.sampled_from("abcdef"))


def test_what_is_there_is_found_and_the_rest_is_gone() -> None:
    assert present_entry(ENTRIES, "here", noun="goal") is HERE
    assert present_ids(ENTRIES) == {"here"}
    for gone in ("away", "nowhere"):
        with pytest.raises(EntryGoneError, match="This goal is gone"):
            present_entry(ENTRIES, gone, noun="goal")


def test_only_what_was_archived_is_restored() -> None:
    [change] = restored_entry(ENTRIES, "away", noun="goal", stamp=STAMP)

    assert (change.action, change.entity_id) == (Action.RESTORE, "away")
    assert restored_entry(ENTRIES, "here", noun="goal", stamp=STAMP) == []
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        restored_entry(ENTRIES, "nowhere", noun="goal", stamp=STAMP)


@given(links, links, links)
def test_a_choice_decides_about_what_was_on_offer_and_nothing_else(
    chosen: frozenset[str], offered: frozenset[str], old: frozenset[str]
) -> None:
    if chosen <= offered | old:
        assert kept_links(chosen, offered, old, noun="need") == chosen | (old - offered)
    else:
        with pytest.raises(InvalidValueError, match="One need you chose is no longer there"):
            kept_links(chosen, offered, old, noun="need")


def test_a_choice_is_kept_only_when_it_is_known() -> None:
    assert require_known(["a", "b", "a"], "abc", noun="need") == {"a", "b"}
    assert require_known([], "abc", noun="need") == frozenset()
    with pytest.raises(InvalidValueError, match="One need you chose is no longer there"):
        require_known(["a", "z"], "abc", noun="need")


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize("value", ["blue", "", "RED", "red "])
def test_a_value_names_one_of_the_choices_or_is_refused(value: str) -> None:
    assert require_member(Colour, "red", noun="colour") is Colour.RED
    with pytest.raises(InvalidValueError, match="This colour does not exist"):
        require_member(Colour, value, noun="colour")
