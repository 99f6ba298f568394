from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from careerkit.change import (
    Action,
    Actor,
    Batch,
    Change,
    Entity,
    Stamp,
    archived,
    created,
    merged,
    plain_entity,
    removed,
    restored,
    updates,
)
from careerkit.goals import Goal, Measure
from careerkit.needs import Rating, Satisfaction
from careerkit.store import MEMORY, open_store
from careerkit.workspace import KINDS, Workspace, details_of, redo, undo
from careerkit.workspace.history import NothingToUndoError
from careerkit.workspace.since import changed_since

START = datetime(2026, 1, 2, tzinfo=UTC)
ME, COACH = Actor(id="me", name="Me"), Actor(id="coach", name="Coach")
GOAL = Goal(id="g", title="Pass", needs=frozenset({"rest"}))
PLAN = Workspace(id="mine", revision=1)


def _stamp(minute: int, by: Actor = ME) -> Stamp:
    return Stamp(by=by, at=START + timedelta(minutes=minute))


def _batches(*saves: list[Change]) -> list[Batch]:
    """Return what was saved, newest first; the first of ``saves`` is the oldest."""
    return [
        Batch(revision=at, commit_id=str(at), changes=tuple(changes)) for at, changes in enumerate(saves)
    ][::-1]


def _since_start(*saves: list[Change]) -> list[Change]:
    return changed_since(_batches(*saves), START)


def test_several_changes_of_an_entry_become_one_from_the_first_value_to_the_last() -> None:
    two, three = replace(GOAL, title="Two"), replace(GOAL, title="Three", due=date(2027, 3, 1))

    (change,) = _since_start(
        updates(GOAL, two, stamp=_stamp(1), reason="Market."),
        updates(two, three, stamp=_stamp(2, COACH)),
    )

    assert change.action is Action.UPDATE
    assert (change.before, change.after) == (
        {"title": "Pass", "due": None},
        {"title": "Three", "due": "2027-03-01"},
    )
    assert (change.by, change.at, change.reason) == (COACH, START + timedelta(minutes=2), "Market.")
    assert list(details_of([change], PLAN)) == ["title: Pass → Three", "due: nothing → 1 Mar 2027"]


def test_a_field_that_came_back_is_left_out_and_so_is_an_entry_that_did() -> None:
    other = replace(GOAL, title="Other", why="Because")

    assert _since_start(
        updates(GOAL, other, stamp=_stamp(1)), updates(other, replace(GOAL, why="Because"), stamp=_stamp(2))
    )[0].after == {"why": "Because"}
    assert _since_start(updates(GOAL, other, stamp=_stamp(1)), updates(other, GOAL, stamp=_stamp(2))) == []


def test_what_was_added_and_removed_again_vanishes() -> None:
    assert _since_start([created(GOAL, stamp=_stamp(1))], [removed(GOAL, stamp=_stamp(2))]) == []


def test_what_was_archived_and_brought_back_vanishes() -> None:
    assert _since_start([archived(GOAL, stamp=_stamp(1))], [restored(GOAL, stamp=_stamp(2))]) == []


def test_what_was_added_and_changed_is_an_addition_as_it_is_now() -> None:
    now = replace(GOAL, title="Now")

    (change,) = _since_start([created(GOAL, stamp=_stamp(1))], updates(GOAL, now, stamp=_stamp(2)))

    assert (change.action, change.before, change.after) == (Action.CREATE, {}, plain_entity(now))


def test_what_was_changed_and_removed_is_a_removal_as_it_was() -> None:
    now = replace(GOAL, title="Now")

    (change,) = _since_start(updates(GOAL, now, stamp=_stamp(1)), [removed(now, stamp=_stamp(2))])

    assert (change.action, change.before, change.after) == (Action.REMOVE, plain_entity(GOAL), {})


def test_what_was_removed_and_came_again_is_what_differs() -> None:
    now = replace(GOAL, title="Now")

    (change,) = _since_start([removed(GOAL, stamp=_stamp(1))], [created(now, stamp=_stamp(2))])

    assert (change.action, change.before, change.after) == (
        Action.UPDATE,
        {"title": "Pass"},
        {"title": "Now"},
    )


def test_archiving_by_itself_stays_archiving_and_with_other_fields_is_one_of_them() -> None:
    now = replace(GOAL, title="Now")
    changed = updates(GOAL, now, stamp=_stamp(1))

    (alone,) = _since_start([archived(GOAL, stamp=_stamp(1))])
    (both,) = _since_start(changed, [archived(now, stamp=_stamp(2))])

    assert alone.action is Action.ARCHIVE
    assert list(details_of([both], PLAN)) == ["title: Pass → Now", "archived: no → yes"]


def test_the_entry_touched_last_comes_first() -> None:
    a, b = (Goal(id=id_, title=id_) for id_ in "ab")

    changes = _since_start(
        [created(a, stamp=_stamp(1))],
        [created(b, stamp=_stamp(2))],
        updates(a, replace(a, title="Now"), stamp=_stamp(3)),
    )

    assert [change.entity_id for change in changes] == ["a", "b"]


def test_members_of_a_mapping_are_fields_of_their_own_and_one_field_in_an_addition() -> None:
    day = Satisfaction(id="d", on=START.date())
    four = Rating(value=4, at=START)
    rated = replace(day, ratings={"rest": four, "a.b": four})
    less = replace(day, ratings={"a.b": four})

    (update,) = _since_start(updates(day, rated, stamp=_stamp(1)), updates(rated, less, stamp=_stamp(2)))
    (addition,) = _since_start([created(day, stamp=_stamp(1))], updates(day, rated, stamp=_stamp(2)))

    assert update.before == {}
    assert list(update.after) == ["ratings.a.b"]
    assert addition.after == plain_entity(rated)


def test_reading_stops_at_the_first_batch_that_is_not_later() -> None:
    def read() -> Iterator[Batch]:
        yield from _batches([created(GOAL, stamp=_stamp(0))], [archived(GOAL, stamp=_stamp(1))])
        message = "read too far"
        raise AssertionError(message)

    assert [change.action for change in changed_since(read(), START)] == [Action.ARCHIVE]
    assert changed_since(iter([]), START) == []


RATING = st.builds(Rating, value=st.integers(0, 10), at=st.just(START))
GOALS = st.builds(
    Goal,
    id=st.sampled_from(["g", "h"]),
    title=st.sampled_from(["One", "Two"]),
    needs=st.frozensets(st.sampled_from(["rest", "income"])),
    due=st.sampled_from([None, date(2027, 3, 1)]),
    measure=st.sampled_from([None, Measure(start=0, target=5, current=1)]),
)
DAYS = st.builds(
    Satisfaction,
    id=st.just("d"),
    on=st.just(START.date()),
    ratings=st.dictionaries(st.sampled_from(["rest", "a.b"]), RATING),
)
STEPS = st.tuples(
    st.sampled_from(["put", "put", "archive", "remove", "undo", "redo"]), st.one_of(GOALS, DAYS)
)


def _changes(plan: Workspace, deed: str, entry: Any, stamp: Stamp) -> list[Change]:  # noqa: ANN401 - either kind
    old: Any = plan.collection(entry.KIND).get(entry.id)
    match deed:
        case "undo" | "redo":
            try:
                return undo(plan, stamp=stamp) if deed == "undo" else redo(plan, stamp=stamp)
            except NothingToUndoError:
                return []
        case "put":
            return [created(entry, stamp=stamp)] if old is None else updates(old, entry, stamp=stamp)
        case "remove":
            return [removed(old, stamp=stamp)] if old else []
        case _:
            return [(restored if old.archived else archived)(old, stamp=stamp)] if old else []


def _plain(plan: Workspace) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (kind, id_): plain_entity(entity)
        for kind in ("goals", "satisfactions")
        for id_, entity in plan.collection(kind).items()
    }


@given(st.lists(STEPS, max_size=12), st.data())
def test_the_net_changes_lead_from_the_old_plan_to_the_new_one(
    steps: list[tuple[str, Entity]], data: st.DataObject
) -> None:
    store = open_store(MEMORY)
    snapshots = [store.create("mine")]
    for minute, (deed, entry) in enumerate(steps, 1):
        plan = snapshots[-1]
        changes = _changes(plan, deed, entry, _stamp(minute))
        snapshots.append(
            store.apply("mine", changes, seen=plan.revision, commit_id=str(minute)) if changes else plan
        )
    minute = data.draw(st.integers(0, len(steps)))
    old, new = _plain(snapshots[minute]), _plain(snapshots[-1])

    net = changed_since(store.history("mine"), START + timedelta(minutes=minute))

    keys = [(change.kind, change.entity_id) for change in net]
    assert len(set(keys)) == len(keys)
    assert set(keys) == {key for key in {**old, **new} if old.get(key) != new.get(key)}
    for change, key in zip(net, keys, strict=True):
        result = merged(KINDS[change.kind], old.get(key), change)
        assert result == new.get(key)
        assert (change.action is Action.CREATE) is (key not in old)
