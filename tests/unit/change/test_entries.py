import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.aspirations import Aspiration
from careerkit.change import (
    Action,
    EntryGoneError,
    Stamp,
    kept_links,
    present_entry,
    present_ids,
    restored_entry,
)
from careerkit.errors import InvalidValueError

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


def test_only_what_was_archived_is_restored(stamp: Stamp) -> None:
    [change] = restored_entry(ENTRIES, "away", noun="goal", stamp=stamp)

    assert (change.action, change.entity_id) == (Action.RESTORE, "away")
    assert restored_entry(ENTRIES, "here", noun="goal", stamp=stamp) == []
    with pytest.raises(EntryGoneError, match="This goal is gone"):
        restored_entry(ENTRIES, "nowhere", noun="goal", stamp=stamp)


@given(links, links, links)
def test_a_choice_decides_about_what_was_on_offer_and_nothing_else(
    chosen: frozenset[str], offered: frozenset[str], old: frozenset[str]
) -> None:
    if chosen <= offered | old:
        assert kept_links(chosen, offered, old, noun="need") == chosen | (old - offered)
    else:
        with pytest.raises(InvalidValueError, match="One need you chose is no longer there"):
            kept_links(chosen, offered, old, noun="need")
