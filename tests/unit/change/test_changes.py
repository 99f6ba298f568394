from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import (
    Action,
    Actor,
    Change,
    ConflictError,
    Plain,
    Stamp,
    archived,
    created,
    inverse,
    merged,
    plain,
    plain_entity,
    restored,
    updates,
)
from careerkit.errors import InvalidValueError

STAMP = Stamp(by=Actor(id="me", name="Me"), at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    KIND: ClassVar[str] = "things"

    id: str = "t"
    title: str = ""
    on: date | None = None
    tags: frozenset[str] = frozenset()
    marks: Mapping[str, int] = field(default_factory=dict)
    archived: bool = False


things = st.builds(
    Thing,
    title=st.sampled_from(["a", "b", "c"]),
    on=st.none() | st.dates(),
    tags=st.frozensets(st.sampled_from("xyz")),
    marks=st.dictionaries(st.sampled_from("pqr"), st.integers(0, 3)),
    archived=st.booleans(),
)


def applied(old: Thing, *changes: Change) -> dict[str, Plain] | None:
    fields: dict[str, Plain] | None = plain_entity(old)
    for change in changes:
        fields = merged(Thing, fields, change)
    return fields


@given(things, things)
def test_an_update_leads_from_the_old_to_the_new(old: Thing, new: Thing) -> None:
    assert applied(old, *updates(old, new, stamp=STAMP)) == plain_entity(new)


@given(things, things)
def test_the_inverse_of_an_update_leads_back(old: Thing, new: Thing) -> None:
    changes = updates(old, new, stamp=STAMP)
    back = [inverse(change, stamp=STAMP, undoes=1) for change in changes]

    assert applied(old, *changes, *back) == plain_entity(old)


@given(things)
def test_nothing_different_is_no_change(thing: Thing) -> None:
    assert updates(thing, replace(thing), stamp=STAMP) == []


@given(things, things, things)
def test_two_writers_of_different_things_both_win(old: Thing, one: Thing, two: Thing) -> None:
    mine = replace(old, title=one.title, tags=one.tags)
    theirs = replace(old, on=two.on, marks=two.marks)

    both = applied(old, *updates(old, theirs, stamp=STAMP), *updates(old, mine, stamp=STAMP))

    assert both == plain_entity(replace(theirs, title=one.title, tags=one.tags))


def test_members_of_a_set_merge_one_by_one() -> None:
    old = Thing(tags=frozenset("xy"))
    mine, theirs = replace(old, tags=frozenset("xyz")), replace(old, tags=frozenset("y"))

    both = applied(old, *updates(old, theirs, stamp=STAMP), *updates(old, mine, stamp=STAMP))

    assert both is not None
    assert both["tags"] == ["y", "z"]


def test_keys_of_a_mapping_merge_one_by_one() -> None:
    old = Thing(marks={"p": 1, "q": 1})
    mine, theirs = replace(old, marks={"p": 2, "q": 1}), replace(old, marks={"p": 1, "r": 3})

    both = applied(old, *updates(old, theirs, stamp=STAMP), *updates(old, mine, stamp=STAMP))

    assert both is not None
    assert both["marks"] == {"p": 2, "r": 3}


def test_the_same_field_changed_by_two_is_a_conflict_with_both_values() -> None:
    old = Thing(title="a")
    mine, theirs = replace(old, title="mine"), replace(old, title="theirs")

    with pytest.raises(ConflictError) as caught:
        applied(old, *updates(old, theirs, stamp=STAMP), *updates(old, mine, stamp=STAMP))

    assert (caught.value.field, caught.value.theirs, caught.value.yours) == ("title", "theirs", "mine")


def test_the_same_change_made_twice_is_no_conflict() -> None:
    old = Thing(title="a")
    change = updates(old, replace(old, title="b"), stamp=STAMP)

    assert applied(old, *change, *change) == plain_entity(Thing(title="b"))


def test_a_change_of_something_that_is_gone_is_a_conflict() -> None:
    with pytest.raises(ConflictError, match="gone"):
        merged(Thing, None, archived(Thing(), stamp=STAMP))


def test_creating_in_a_taken_place_is_a_conflict_unless_it_is_the_same() -> None:
    change = created(Thing(title="a"), stamp=STAMP)

    assert merged(Thing, plain_entity(Thing(title="a")), change) == plain_entity(Thing(title="a"))
    with pytest.raises(ConflictError):
        merged(Thing, plain_entity(Thing(title="b")), change)


def test_a_creation_is_taken_back_only_while_nobody_built_on_it() -> None:
    back = inverse(created(Thing(title="a"), stamp=STAMP), stamp=STAMP, undoes=1)

    assert back.action is Action.REMOVE
    assert merged(Thing, plain_entity(Thing(title="a")), back) is None
    with pytest.raises(ConflictError, match="changed later"):
        merged(Thing, plain_entity(Thing(title="b")), back)


def test_archive_and_restore_are_each_others_inverse() -> None:
    thing = Thing()

    assert inverse(archived(thing, stamp=STAMP), stamp=STAMP, undoes=3) == replace(
        restored(thing, stamp=STAMP), undoes=3
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_has_no_word_for_is_refused_with_its_place(number: float) -> None:
    with pytest.raises(InvalidValueError, match=r"goals\.measure is not a number"):
        plain(number, where="goals.measure")


def test_a_type_that_cannot_be_stored_is_a_bug() -> None:
    with pytest.raises(TypeError, match="holds a bytes"):
        plain(b"x")


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    KIND: ClassVar[str] = "only"
    ID: ClassVar[str] = "only"

    start: int
    role: str = ""
    skill: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    id: str = ID
    archived: bool = False


def test_two_creations_of_what_exists_once_come_together_field_by_field() -> None:
    first, second = Only(start=2026, role="Lead"), Only(start=2027, skill="Weld")

    both = merged(Only, plain_entity(first), created(second, stamp=STAMP))

    assert both == plain_entity(replace(first, skill="Weld"))


def test_two_creations_that_say_different_things_in_one_field_are_a_conflict() -> None:
    first, second = Only(start=2026, role="Lead"), Only(start=2026, role="Weld")

    with pytest.raises(ConflictError) as caught:
        merged(Only, plain_entity(first), created(second, stamp=STAMP))

    assert (caught.value.field, caught.value.theirs, caught.value.yours) == ("role", "Lead", "Weld")


notes = st.dictionaries(st.sampled_from("pqr"), st.sampled_from("ab"))


@given(notes, notes)
def test_two_creations_of_what_exists_once_merge_their_mappings_key_by_key(
    first: dict[str, str], second: dict[str, str]
) -> None:
    change = created(Only(start=2026, notes=second), stamp=STAMP)
    current = plain_entity(Only(start=2026, notes=first))
    disputed = {f"notes.{key}" for key in first.keys() & second.keys() if first[key] != second[key]}

    if disputed:
        with pytest.raises(ConflictError) as caught:
            merged(Only, current, change)
        assert caught.value.field in disputed
    else:
        assert merged(Only, current, change) == plain_entity(Only(start=2026, notes={**first, **second}))
    assert current == plain_entity(Only(start=2026, notes=first))


def test_a_creation_that_says_nothing_changes_nothing_of_what_is_there() -> None:
    first = Only(start=2026, role="Lead", notes={"p": "a"})

    assert merged(Only, plain_entity(first), created(Only(start=2026), stamp=STAMP)) == plain_entity(first)


def _before_marks(change: Change) -> Change:
    """Return a change as it was made when things had no marks yet."""
    before, after = (
        {name: it for name, it in side.items() if name != "marks"} for side in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def test_a_creation_from_before_a_field_existed_begins_it_as_everybody_does() -> None:
    change = _before_marks(created(Thing(title="a"), stamp=STAMP))

    assert merged(Thing, None, change) == plain_entity(Thing(title="a"))
    assert merged(Thing, plain_entity(Thing(title="a")), change) == plain_entity(Thing(title="a"))


def test_a_creation_from_before_a_field_existed_is_taken_back_only_while_nobody_built_on_it() -> None:
    back = inverse(_before_marks(created(Thing(title="a"), stamp=STAMP)), stamp=STAMP, undoes=1)

    assert "marks" not in back.before
    assert merged(Thing, plain_entity(Thing(title="a")), back) is None
    with pytest.raises(ConflictError, match="changed later"):
        merged(Thing, plain_entity(Thing(title="a", marks={"p": 1})), back)


def test_what_exists_once_meets_a_creation_from_before_a_field_existed() -> None:
    change = created(Only(start=2026, skill="Weld"), stamp=STAMP)
    change = replace(change, after={name: it for name, it in change.after.items() if name != "notes"})
    first = Only(start=2026, notes={"p": "a"})

    assert merged(Only, plain_entity(first), change) == plain_entity(replace(first, skill="Weld"))
